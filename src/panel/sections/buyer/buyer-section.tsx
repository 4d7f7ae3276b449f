import type { Seat } from '../../../core/buyer/committee/committee';
import type { EmptyChair } from '../../../core/buyer/committee/empty-chairs';
import type { Engagement } from '../../../core/buyer/committee/engagement';
import { isGiven } from '../../../core/value/known';
import { daysFigure, type Phrase, phrase } from '../../../core/value/phrase';
import { Explain } from '../../../ui/explain/explain';
import { Say, Tell } from '../../../ui/language/say';
import { useLanguage } from '../../../ui/language/speech';
import { Section } from '../../../ui/pieces/section';
import type { BuyerSectionView } from '../../view/buyer/section-view';
import { FigureTable } from '../figure-table';
import type { Folding } from '../folding';
import { MarkLine } from '../mark-line';
import { BuyingSteps } from './buying-process';
import { Family } from './family';

/** The buyer: who sits at the table, whose chair is empty, what is not known, and the family around them. */
export function BuyerSection({ view, isOpen, onToggle }: Folding & { readonly view: BuyerSectionView }) {
  const { say } = useLanguage();
  return (
    <Section title={phrase('panel_section_buyer')} aside={view.aside} isOpen={isOpen} onToggle={onToggle}>
      {view.noPeople !== null && (
        <p class="note">
          <Say phrase={view.noPeople} />
        </p>
      )}
      <ul class="people">
        {view.seats.map((seat) => (
          <Person key={seat.member.contact.id} seat={seat} />
        ))}
        {view.chairs.map((chair) => (
          <Chair key={chair.chair} chair={chair} />
        ))}
      </ul>
      {view.rows.length > 0 && <FigureTable rows={view.rows} />}
      <BuyingSteps steps={view.steps} />
      {view.missing.length > 0 && (
        <>
          <h3>{say(phrase('panel_missing_facts'))}</h3>
          <ul class="marks">
            {view.missing.map(({ tone, line }) => (
              <MarkLine key={JSON.stringify(line.phrase)} tone={tone}>
                <Tell line={line} />
              </MarkLine>
            ))}
          </ul>
        </>
      )}
      <Family lines={view.family} notes={view.familyNotes} />
    </Section>
  );
}

function Person({ seat: { member, roles, engagement } }: { readonly seat: Seat }) {
  const { say } = useLanguage();
  const { contact } = member;
  const title = isGiven(contact.title) ? contact.title.value : undefined;
  return (
    <li class="person">
      <span class="avatar" aria-hidden="true">
        {initials(contact.name)}
      </span>
      <b title={title === undefined ? contact.name : `${contact.name}, ${title}`}>
        <bdi>{contact.name}</bdi>
      </b>
      <span class="person-role" title={roles.join(', ')}>
        {roles.length > 0 ? <bdi>{roles.join(', ')}</bdi> : say(phrase('panel_no_role'))}
      </span>
      {isGiven(engagement) && <span>{say(lastTouch(engagement.value))}</span>}
    </li>
  );
}

function lastTouch({ lastIn, lastOut }: Engagement): Phrase {
  if (lastIn !== undefined) return phrase('panel_last_in', daysFigure(lastIn.days));
  return lastOut !== undefined ? phrase('panel_out_only', daysFigure(lastOut.days)) : phrase('panel_no_touch');
}

function Chair({ chair }: { readonly chair: EmptyChair }) {
  return (
    <li class="person empty-chair">
      <span class="avatar" aria-hidden="true">
        ?
      </span>
      <b title={chair.role}>
        <bdi>{chair.role}</bdi>
      </b>
      {chair.basis === 'own' ? (
        <Explain answer={chair.share} name={phrase('panel_chair_share')} />
      ) : (
        <span>
          <Say phrase={phrase('panel_chair_prior')} />
        </span>
      )}
    </li>
  );
}

/** @example initials('Maria del Carmen Orr') // 'MO' */
function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = [...(words[0] ?? '')][0] ?? '';
  const last = words.length > 1 ? ([...(words.at(-1) ?? '')][0] ?? '') : '';
  return (first + last).toUpperCase();
}
