import { phrase } from '../../../core/value/phrase';
import { Tell } from '../../../ui/language/say';
import { useLanguage } from '../../../ui/language/speech';
import type { OffersView } from '../../view/deal/offers-view';
import { FigureTable } from '../figure-table';
import { MarkLine } from '../mark-line';
import { ShowMore, useShownFirst } from '../shown-first';

const SHOWN_FIRST = 3;

/** What was offered, and who else is after the deal. */
export function Offers({ view: { quotes, competitors, unknown } }: { readonly view: OffersView }) {
  const { say } = useLanguage();
  const { shown, rest, more } = useShownFirst(quotes, SHOWN_FIRST);
  if (quotes.length + competitors.length + unknown.length === 0) return null;
  return (
    <>
      <h3>{say(phrase('panel_offers'))}</h3>
      {shown.length > 0 && (
        <ul class="marks">
          {shown.map(({ id, name, tone, says }) => (
            <MarkLine key={id} tone={tone}>
              <bdi class="name">{name}</bdi>
              <span class="note dotted">
                {says.map((line) => (
                  <span key={JSON.stringify(line.phrase)}>
                    <Tell line={line} />
                  </span>
                ))}
              </span>
            </MarkLine>
          ))}
        </ul>
      )}
      <ShowMore rest={rest} onMore={more} />
      {competitors.length > 0 && <FigureTable rows={competitors} />}
      {unknown.map((line) => (
        <p key={line.phrase.key} class="note">
          <Tell line={line} />
        </p>
      ))}
    </>
  );
}
