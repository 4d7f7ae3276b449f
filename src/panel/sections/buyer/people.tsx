import type { EmptyChair } from '../../../core/buyer/committee/empty-chairs';
import { explained } from '../../../core/value/explained';
import { countFigure, phrase } from '../../../core/value/phrase';
import { line } from '../../../ui/language/line';
import { Say, Tell } from '../../../ui/language/say';
import { useLanguage } from '../../../ui/language/speech';
import type { PersonMail, PersonMark, PersonView } from '../../view/buyer/people-view';
import { Shape } from '../deal/timeline';
import { ShowMore, useShownFirst } from '../shown-first';

const SHOWN_FIRST = 8;
const STRIP = { width: 84, height: 12 } as const;

type PeopleProps = { readonly people: readonly PersonView[]; readonly chairs: readonly EmptyChair[] };

/** The buyer's people, what passed between each and us, and the chairs that nobody sits in. */
export function People({ people, chairs }: PeopleProps) {
  const { shown, rest, more } = useShownFirst(people, SHOWN_FIRST);
  return (
    <>
      <ul class="people">
        {shown.map((person) => (
          <Person key={person.id} person={person} />
        ))}
        {chairs.map((chair) => (
          <Chair key={chair.chair} chair={chair} />
        ))}
      </ul>
      <ShowMore rest={rest} onMore={more} />
    </>
  );
}

function Person({ person }: { readonly person: PersonView }) {
  const { name, title, roles, company, mail, traits, touches, marks, says } = person;
  const { say } = useLanguage();
  return (
    <li class="person">
      <span class="avatar" aria-hidden="true">
        {initials(name)}
      </span>
      <span class="person-body">
        <span class="person-head">
          <b title={name}>
            <bdi>{name}</bdi>
          </b>
          <Strip marks={marks} label={say(says)} />
        </span>
        <span class="note dotted" title={title}>
          <span>{roles.length > 0 ? <bdi>{roles.join(', ')}</bdi> : say(phrase('panel_no_role'))}</span>
          {title !== undefined && <bdi>{title}</bdi>}
          {company !== null && (
            <span>
              <Tell line={company} />
            </span>
          )}
          {mail !== null && <Mail mail={mail} />}
        </span>
        {traits.length > 0 && (
          <span class="note dotted">
            {traits.map(({ tone, line: trait }) => (
              <span key={trait.phrase.key + tone} class={tone}>
                <Tell line={trait} />
              </span>
            ))}
          </span>
        )}
        <span class="note dotted">
          {touches.map((touch) => (
            <span key={touch.phrase.key}>
              <Tell line={touch} />
            </span>
          ))}
        </span>
      </span>
    </li>
  );
}

function Mail({ mail: { address, link } }: { readonly mail: PersonMail }) {
  const shown = <bdi>{address}</bdi>;
  return <span>{link === null ? shown : <a href={link}>{shown}</a>}</span>;
}

/** What passed with a person in the last months, oldest first; the words beside it say the latest. */
function Strip({ marks, label }: { readonly marks: readonly PersonMark[]; readonly label: string }) {
  const { width, height } = STRIP;
  return (
    <svg
      class="acts-strip chart"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
    >
      <line class="time-between" x1={0} x2={width} y1={height / 2} y2={height / 2} />
      {marks.map(({ id, at, whose, hollow }) => (
        <Shape key={id} whose={whose} hollow={hollow} x={5 + at * (width - 10)} y={height / 2} />
      ))}
    </svg>
  );
}

function Chair({ chair: { name, share, n, basis, because } }: { readonly chair: EmptyChair }) {
  const { say } = useLanguage();
  return (
    <li class="person empty-chair">
      <span class="avatar" aria-hidden="true">
        ?
      </span>
      <span class="person-body">
        <b>
          <Say phrase={phrase('panel_trait', name)} />
        </b>
        <span class="note">
          {say(phrase('panel_chair_empty'))}{' '}
          {basis === 'own' ? (
            <Tell line={line('panel_chair_had', share, explained(n, countFigure(n), because))} />
          ) : (
            <Say phrase={phrase('panel_chair_prior')} />
          )}
        </span>
      </span>
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
