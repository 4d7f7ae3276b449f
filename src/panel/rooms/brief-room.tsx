import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type Brief, brief } from '../../core/brief/brief';
import type { BriefFact } from '../../core/brief/brief-fact';
import { QUESTION_RULE } from '../../core/brief/question';
import type { Evidence } from '../../core/deal/evidence/evidence';
import type { Dossier } from '../../core/model/dossier';
import { explained, isExplained } from '../../core/value/explained';
import { ifGiven, isGiven } from '../../core/value/known';
import { countFigure, dateFigure, phrase } from '../../core/value/phrase';
import type { Reading } from '../../messages/reading';
import { Explain } from '../../ui/explain/explain';
import { Say } from '../../ui/language/say';
import { useLanguage } from '../../ui/language/speech';
import { BRIEF_TITLES, briefAsOf } from '../view/brief/brief-text';
import { ACT_NAMES } from '../view/deal/act-names';
import type { Sights } from '../view/summary';
import { BriefPeople } from './brief-people';
import { BriefTools } from './brief-tools';
import './brief-room.css';

export type BriefRoomProps = {
  readonly reading: Reading;
  readonly dossier: Dossier;
  readonly sights: Sights;
  readonly onBack: () => void;
  /** The same brief in a tab of its own: some frames cannot print, and a tab has room. null where this is one. */
  readonly pageUrl: string | null;
};

/** The brief of a deal: one page before a visit, made from the facts the panel shows. */
export function BriefRoom({ reading, dossier, sights, onBack, pageUrl }: BriefRoomProps) {
  const language = useLanguage();
  const { say } = language;
  const [withPay, setWithPay] = useState(false);
  const pay = sights.pay.known ? sights.pay.now : null;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const page = useMemo(
    () =>
      brief(dossier, reading, {
        period: ifGiven(reading.book)?.period ?? null,
        learned: sights.odds.learned,
        roles: sights.odds.roles,
        pay: withPay ? pay : null,
      }),
    [dossier, reading, sights, withPay, pay],
  );
  return (
    <>
      <BriefTools
        page={page}
        zone={reading.zone}
        pageUrl={pageUrl}
        withPay={pay === null ? null : withPay}
        onPay={setWithPay}
        onBack={onBack}
      />
      <article class="brief">
        <h2 ref={title} tabIndex={-1}>
          <bdi>{page.deal}</bdi>
        </h2>
        {page.company !== null && (
          <p class="note">
            <bdi>{page.company}</bdi>
          </p>
        )}
        <Questions of={page} />
        <div class="brief-parts">
          <section>
            <h3>{say(BRIEF_TITLES.who)}</h3>
            <Facts facts={[...page.who, ...(page.pay === null ? [] : [page.pay])]} />
          </section>
          <section>
            <h3>{say(BRIEF_TITLES.presses)}</h3>
            <Facts facts={page.presses} />
            <Beside count={page.datesAfter} />
          </section>
          <BriefPeople of={page} />
          <section>
            <h3>{say(BRIEF_TITLES.did)}</h3>
            {page.noActs !== null && (
              <p class="note">
                <Say phrase={page.noActs} />
              </p>
            )}
            <ul>
              {page.did.map((act) => (
                <Act key={act.id} act={act} />
              ))}
            </ul>
            {page.didBefore > 0 && (
              <p class="note">
                <Say phrase={phrase('panel_brief_acts_before', countFigure(page.didBefore))} />
              </p>
            )}
          </section>
          <Unknown of={page} />
        </div>
        <p class="note">
          <Say phrase={briefAsOf(page, language, reading.zone)} />
        </p>
      </article>
    </>
  );
}

/** How many there are that are not told. */
function Beside({ count }: { readonly count: number }) {
  if (count === 0) return null;
  return (
    <p class="note">
      <Say phrase={phrase('panel_brief_beside', countFigure(count))} />
    </p>
  );
}

function Unknown({ of: { unknown, unknownBeside } }: { readonly of: Brief }) {
  const { say } = useLanguage();
  if (unknown.length === 0) return null;
  return (
    <section>
      <h3>{say(BRIEF_TITLES.unknown)}</h3>
      <ul>
        {unknown.map(({ name, because, what }) => (
          <li key={what + JSON.stringify(name)}>
            <Say phrase={name} />
            <span class="note">
              {' – '}
              <Say phrase={because} />
            </span>
          </li>
        ))}
      </ul>
      <Beside count={unknownBeside} />
    </section>
  );
}

function Act({ act: { on, kind, subject, source, at, notCounted } }: { readonly act: Evidence }) {
  const { say } = useLanguage();
  const own = { asOf: subject.asOf ?? at, sources: [source] };
  const day = explained(on, dateFigure(on), phrase('value_as_read'), [], own);
  return (
    <li>
      <Explain answer={day} name={phrase('panel_act_when')} /> {say(ACT_NAMES[kind])}{' '}
      {isGiven(subject) && <bdi class="quoted">{subject.value}</bdi>}
      {notCounted !== undefined && (
        <span class="note">
          {' – '}
          {say(notCounted.because)}
        </span>
      )}
    </li>
  );
}

function Questions({ of: { questions } }: { readonly of: Brief }) {
  const { say } = useLanguage();
  if (questions.length === 0) return null;
  return (
    <>
      <h3>{say(BRIEF_TITLES.questions)}</h3>
      <ol class="questions">
        {questions.map(({ topic, asks, because }) => (
          <li key={topic}>
            <b>
              <Say phrase={asks} />
            </b>
            <span class="note">
              <Say phrase={because} />
            </span>
          </li>
        ))}
      </ol>
      <p class="note">{say(QUESTION_RULE)}</p>
    </>
  );
}

function Facts({ facts }: { readonly facts: readonly BriefFact[] }) {
  const { say } = useLanguage();
  return (
    <dl>
      {facts.map(({ name, answer }) => [
        <dt key={`${JSON.stringify(name)}-name`}>
          <Say phrase={name} />
        </dt>,
        <dd key={JSON.stringify(name)}>
          {isExplained(answer) ? <Explain answer={answer} name={name} writing="exact" /> : say(answer.because)}
        </dd>,
      ])}
    </dl>
  );
}
