import type { CrmProblem } from '../../core/model/crm-problem';
import type { RecordRef } from '../../core/model/record-ref';
import { civilDateAt, type Instant } from '../../core/value/instant';
import { ok, problem, type Result } from '../../core/value/result';
import type { CrmFacts, Earlier, RecordRead } from '../port';
import { ask } from './api/ask';
import type { Client } from './api/client';
import { MOST_QUERIES } from './api/composite';
import { type Row, rowOf } from './api/rows';
import { asSeen, NOTHING_SEEN, type Seen } from './api/seen';
import type { Select } from './api/soql';
import { around, competitors, splits } from './queries/around';
import { periods, STAGES } from './queries/organisation';
import { toOrganisation, viewerOf } from './read-organisation';
import { bookQueries, familyBefore, familyQueries, sameTies, type Ties, tiesBefore, tiesOf } from './record-rounds';
import { isFresh, type Organisation, setUpOf } from './set-up';
import { type Answers, bookFrom, dossierFrom } from './to-core/dossier';

/**
 * One opportunity with all around it, and its owner's book.
 *
 * One call where record and organisation are known from before; two where they are not: the second asks for what hangs on the
 * owner and the account that the first has named. More only for answers longer than a page, and once for what is refused.
 */
export async function readRecord(
  client: Client,
  ref: RecordRef,
  facts: CrmFacts,
  earlier: Earlier,
  machineNow: Instant,
): Promise<Result<RecordRead, CrmProblem>> {
  const setUp = setUpOf(facts.setUp);
  const known = isFresh(setUp.organisation, machineNow) ? setUp.organisation : null;
  const before = known ? tiesBefore(earlier.dossier) : undefined;
  // What was off yesterday may be on today: with the organisation, what is there is found out anew.
  const seenBefore = known ? setUp.seen : NOTHING_SEEN;
  const guess = { known, ties: before, seen: seenBefore, earlier, now: machineNow };

  const { queries, resources } = firstRound(ref, facts, guess);
  const first = await ask<string, string>(client, setUp.version, seenBefore, queries, resources);
  if (!first.ok) return first;
  const { at } = first.value;
  const body = first.value.bodies.deal;
  if (!body?.ok) return problem(body ? body.problem : { kind: 'not-the-crm' });
  const deal = rowOf(body.value);
  if (!deal) return problem({ kind: 'not-the-crm' });

  const rows: Record<string, Result<readonly Row[], CrmProblem>> = { ...first.value.rows };
  const hanging = rows.around?.ok ? rows.around.value[0] : undefined;
  const whole: Row = { ...hanging, ...deal };
  const { bodies } = first.value;
  const organisation =
    known ??
    toOrganisation(
      bodyRow(bodies.user),
      bodyRow(bodies.organisation),
      deal,
      rows.stages ?? OFF,
      rows.periods ?? OFF,
      at,
    );
  const today = civilDateAt(at, organisation.zone);

  const ties = tiesOf(deal, hanging);
  const guessed = sameTies(before, ties);
  const carried = familyBefore(earlier.dossier, ties, at);
  const second: Record<string, Select> = {};
  if (earlier.wantBook && !(guessed && rows.book)) {
    Object.assign(second, bookQueries(ties, at, today, organisation.multiCurrency));
  }
  if (!(guessed && rows.family) && !carried) Object.assign(second, familyQueries(ties, today));
  const account = ties.chain[0];
  const wantAccount = account !== undefined && !(guessed && bodies.account);

  let seen = first.value.seen;
  let accountBody = guessed ? bodies.account : undefined;
  let now = at;
  if (Object.keys(second).length > 0 || wantAccount) {
    const round = await ask<string, string>(client, setUp.version, seen, second, {
      ...(wantAccount && { account: `/sobjects/Account/${account}` }),
    });
    if (!round.ok) return round;
    Object.assign(rows, round.value.rows);
    accountBody = round.value.bodies.account ?? accountBody;
    seen = round.value.seen;
    now = round.value.at;
  }

  const answers: Answers = {
    ref,
    deal: whole,
    rows,
    account: accountBody,
    ties,
    family: rows.family && (second.family || guessed) ? undefined : carried,
    organisation,
    at,
  };
  const dossier = dossierFrom(answers);
  if (!dossier) return problem({ kind: 'not-the-crm' });
  const viewer = bodies.user ? viewerOf(bodies.user, facts.user, at) : facts.viewer;
  return ok({
    dossier,
    book: earlier.wantBook ? bookFrom(answers, dossier, today) : null,
    facts: { ...facts, viewer, zone: organisation.zone, setUp: { ...setUp, seen, organisation } },
    now,
  });
}

const OFF: Result<readonly Row[], CrmProblem> = problem({ kind: 'not-the-crm' });

type Guess = {
  readonly known: Organisation | null;
  readonly ties: Ties | undefined;
  readonly seen: Seen;
  readonly earlier: Earlier;
  readonly now: Instant;
};

function firstRound(ref: RecordRef, facts: CrmFacts, { known, ties, seen, earlier, now }: Guess) {
  const queries: Record<string, Select> = {
    around: around(ref.id),
    splits: splits(ref.id),
    competitors: competitors(ref.id),
  };
  const resources: Record<string, string> = { deal: `/sobjects/Opportunity/${ref.id}` };
  if (!known) {
    const today = civilDateAt(now, 'UTC');
    Object.assign(queries, { periods: periods(today), stages: STAGES });
    Object.assign(resources, {
      user: `/sobjects/User/${facts.user}`,
      organisation: `/sobjects/Organization/${facts.organisation}`,
    });
    return { queries, resources };
  }
  if (!ties) return { queries, resources };
  if (ties.chain[0] !== undefined) resources.account = `/sobjects/Account/${ties.chain[0]}`;
  const today = civilDateAt(now, known.zone);
  const also = (more: Readonly<Record<string, Select>> | undefined) => {
    const asked = (all: Readonly<Record<string, Select>>) =>
      Object.values(all).filter((select) => asSeen(select, seen)).length;
    if (more && asked(queries) + asked(more) <= MOST_QUERIES) Object.assign(queries, more);
  };
  if (earlier.wantBook) also(bookQueries(ties, now, today, known.multiCurrency));
  also(familyQueries(ties, today));
  return { queries, resources };
}

function bodyRow(body: Result<unknown, CrmProblem> | undefined): Row | undefined {
  return body?.ok ? rowOf(body.value) : undefined;
}
