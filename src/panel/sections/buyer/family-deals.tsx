import { useState } from 'preact/hooks';
import { phrase, textFigure } from '../../../core/value/phrase';
import { Tell } from '../../../ui/language/say';
import { useLanguage } from '../../../ui/language/speech';
import type { FamilyLine } from '../../view/buyer/family-view';
import { ShowMore, useShownFirst } from '../shown-first';

const DEALS_FIRST = 5;

/** The open deals of one company, for who asks. */
export function FamilyDeals({ deals, company }: { readonly deals: FamilyLine['deals']; readonly company: string }) {
  const { say } = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const { shown, rest, more } = useShownFirst(deals, DEALS_FIRST);
  return (
    <span class="tree-deals">
      <button
        type="button"
        class="link more-button"
        aria-expanded={isOpen}
        aria-label={say(phrase('panel_family_deals_of', textFigure(company)))}
        onClick={() => setOpen(!isOpen)}
      >
        {say(phrase('panel_family_deals'))}
      </button>
      {isOpen && (
        <>
          <ul class="deals">
            {shown.map(({ id, name, says }) => (
              <li key={id}>
                <bdi>{name}</bdi>
                <span class="note dotted">
                  {says.map((said) => (
                    <span key={said.phrase.key}>
                      <Tell line={said} />
                    </span>
                  ))}
                </span>
              </li>
            ))}
          </ul>
          <ShowMore rest={rest} onMore={more} />
        </>
      )}
    </span>
  );
}
