import { phrase } from '../../../core/value/phrase';
import { Say, Tell } from '../../../ui/language/say';
import { useLanguage } from '../../../ui/language/speech';
import type { LinksView, LinkView } from '../../view/buyer/links-view';
import { More } from '../more';

/** Companies that look like missing links of the family, with the reasons: somebody has to say yes, in the CRM. */
export function Links({ view }: { readonly view: LinksView }) {
  const { say } = useLanguage();
  const { suggested, review, dismissed, note } = view;
  return (
    <>
      <h3>{say(phrase('panel_links'))}</h3>
      {note !== null && (
        <p class="note">
          <Tell line={note} />
        </p>
      )}
      {suggested.length > 0 && <List links={suggested} />}
      {review.length > 0 && (
        <>
          <h4>{say(phrase('panel_links_review'))}</h4>
          <List links={review} />
        </>
      )}
      {suggested.length + review.length > 0 && <p class="note">{say(phrase('panel_links_by_hand'))}</p>}
      {dismissed !== null && (
        <More label={phrase('panel_links_not_alike')}>
          <p class="note">
            <Tell line={dismissed} />
          </p>
        </More>
      )}
    </>
  );
}

function List({ links }: { readonly links: readonly LinkView[] }) {
  const { say } = useLanguage();
  return (
    <ul class="links">
      {links.map(({ id, name, like, reasons }) => (
        <li key={id}>
          <span>
            <b>
              <bdi>{name}</bdi>
            </b>{' '}
            <span class="note">
              {say(phrase('panel_links_like'))} <bdi>{like}</bdi>
            </span>
          </span>
          <ul class="reasons">
            {reasons.map((reason) => (
              <li key={JSON.stringify(reason)}>
                <Say phrase={reason} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
