import type { Brief } from '../../core/brief/brief';
import type { BriefPerson } from '../../core/brief/brief-person';
import { countFigure, phrase } from '../../core/value/phrase';
import { Explain } from '../../ui/explain/explain';
import { Say } from '../../ui/language/say';
import { useLanguage } from '../../ui/language/speech';
import { BRIEF_TITLES } from '../view/brief/brief-text';

/** Who is who, and whose chair is empty. */
export function BriefPeople({ of: { people, peopleBeside, chairs, noPeople } }: { readonly of: Brief }) {
  const { say } = useLanguage();
  return (
    <section>
      <h3>{say(BRIEF_TITLES.people)}</h3>
      {noPeople !== null && (
        <p class="note">
          <Say phrase={noPeople} />
        </p>
      )}
      <ul>
        {people.map((person) => (
          <Person key={person.id} person={person} />
        ))}
        {peopleBeside > 0 && (
          <li class="note">
            <Say phrase={phrase('panel_brief_beside', countFigure(peopleBeside))} />
          </li>
        )}
        {chairs.map(({ chair, name, because }) => (
          <li key={chair} class="brief-chair">
            <b>
              <Say phrase={phrase('panel_brief_chair', name)} />
            </b>{' '}
            <span class="note">
              <Say phrase={because} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Person({ person: { name, title, roles, facts } }: { readonly person: BriefPerson }) {
  const { say } = useLanguage();
  return (
    <li class="brief-person">
      <b>
        <bdi>{name}</bdi>
      </b>{' '}
      <span class="note">
        <bdi>{[...roles, ...(title === null ? [] : [title])].join(', ')}</bdi>
      </span>
      {facts.length > 0 && (
        <span class="dotted note">
          {facts.map(({ name: what, answer }) => (
            <span key={what.key}>
              {say(what)} <Explain answer={answer} name={what} />
            </span>
          ))}
        </span>
      )}
    </li>
  );
}
