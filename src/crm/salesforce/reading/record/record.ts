import type { CrmProblem } from '../../../../core/model/crm-problem';
import type { RecordRef } from '../../../../core/model/record-ref';
import { civilDateAt, type Instant } from '../../../../core/value/instant';
import { ifGiven } from '../../../../core/value/known';
import { ok, problem, type Result } from '../../../../core/value/result';
import type { CrmFacts, Earlier, RecordRead } from '../../../port';
import { ask } from '../../api/ask';
import type { Client } from '../../api/client';
import { type Row, rowOf } from '../../api/rows';
import { recordId } from '../../ids';
import { isFresh, setUpOf } from '../../set-up';
import { bookFrom, goalsOf } from '../../to-core/book/book-of-answers';
import { withDeals } from '../../to-core/buyer/family';
import { dossierFrom, type Rows, readDeals } from '../../to-core/deal/dossier';
import { chainOf, namedAbove } from '../chain';
import { withForecastTypes, withOwnRecords } from '../organisation/forecasts';
import { bodyRow, organisationOf, viewerOf, withLate } from '../organisation/organisation';
import { withRates } from '../organisation/rates';
import { isUntold, withStanding } from '../untold';
import { carriedOver, goalsStand } from './carried-over';
import { aroundOf, firstRound, secondRound } from './rounds';

/**
 * One opportunity with all around it, and its owner's book.
 *
 * One call where record and organisation are known from before; two where they are not: the second asks for what hangs on what the
 * first has named. What does not fit into two calls is not yet read, and read with the next look. More calls only for answers longer
 * than a page, and once for what is refused.
 */
export async function readRecord(
  client: Client,
  ref: RecordRef,
  facts: CrmFacts,
  earlier: Earlier,
  machineNow: Instant,
): Promise<Result<RecordRead, CrmProblem>> {
  const setUp = setUpOf(facts.setUp);
  const before = isFresh(setUp.organisation, machineNow) ? setUp.organisation : null;
  const look = { ref, facts, earlier, before, setUp, now: machineNow };

  const plan = firstRound(look);
  const first = await ask<string, string>(client, setUp.version, plan.seen, plan.queries, plan.resources, {
    cure: before !== null,
  });
  if (!first.ok) return first;
  const { at, bodies } = first.value;
  const body = bodies.deal;
  if (!body?.ok) return problem(body ? body.problem : { kind: 'not-the-crm' });
  const deal = rowOf(body.value);
  if (!deal) return problem({ kind: 'not-the-crm' });

  const rows: Record<string, Rows | undefined> = { ...first.value.rows };
  const round = organisationOf(before, first.value, 'CurrencyIsoCode' in deal, setUp.organisation);
  const account = recordId(deal.AccountId);
  const carried = carriedOver(earlier.dossier, account, at);
  const named = namedAbove(deal, aroundOf(rows.around, ref.id));
  const referred = bodies.owner?.ok === true || recordId(deal.OwnerId) === undefined;

  const next = secondRound(look, {
    rows,
    deal,
    organisation: round.organisation,
    seen: round.seen,
    // Where references are not filled in, nothing that hung on one can be believed.
    chain: chainOf(bodies, account, named),
    carried,
    referred,
    organisationTold: bodies.organisation?.ok === true,
    at,
  });
  Object.assign(rows, next.found);
  let { seen } = round;
  let { organisation } = round;
  let now = at;
  let chain = chainOf(bodies, account, named);
  if (Object.keys(next.queries).length + Object.keys(next.resources).length > 0) {
    const second = await ask<string, string>(client, setUp.version, seen, next.queries, next.resources);
    if (!second.ok) return second;
    Object.assign(rows, second.value.rows);
    rows.quotas = withOwnRecords(rows.quotas, second.value.bodies);
    ({ seen, at: now } = second.value);
    if (second.value.bodies.account) chain = chainOf(second.value.bodies, account, named);
    organisation = withLate(organisation, second.value.rows, now);
    organisation = withRates(withForecastTypes(organisation, second.value.bodies), second.value.rows, now);
  }
  const today = civilDateAt(at, organisation.zone);

  const around = aroundOf(rows.around, ref.id);
  const same = (row: Row) => recordId(row.Id) === ref.id;
  const more = [rows.more, rows.own].flatMap((all): Row[] => {
    const row = all?.ok ? all.value.find(same) : undefined;
    return row ? [row] : [];
  });
  const whole: Row = Object.assign(
    {},
    ...more.map((row) => childrenAlone(row)),
    // Where what hangs on the deal could not be read, the records that it names tell their own names.
    { Owner: bodyRow(bodies.owner), Account: chain.rows[0] },
    around,
    deal,
  );
  const answers = {
    ref,
    deal: whole,
    rows,
    chain,
    carried:
      carried.family && rows.deals?.ok && !next.queries.family
        ? { ...carried, family: withDeals(carried.family, rows.deals.value, readDeals({ organisation, at }), today) }
        : carried,
    askedMore: before !== null || more.length > 0,
    use: null,
    acts: ifGiven(earlier.dossier?.activities ?? { missing: 'not-yet-read' }) ?? [],
    organisation,
    at,
    today,
  };
  const keepsGoals = isUntold(rows.quotas) && earlier.book !== null;
  const books = {
    own: rows.own,
    shared: rows.shared,
    quotas: keepsGoals ? undefined : rows.quotas,
    organisation,
    at,
    today,
    before: goalsStand(earlier, at) || keepsGoals ? earlier.book : null,
  };
  const owner = recordId(deal.OwnerId);
  const use = owner === undefined ? null : goalsOf({ id: owner, name: owner }, books).use;
  const read = dossierFrom({ ...answers, use });
  if (!read) return problem({ kind: 'not-the-crm' });
  const dossier = withStanding(read, earlier.dossier);
  const rep = ifGiven(dossier.opportunity.owner);
  const viewer = bodies.user ? viewerOf(bodies.user, facts.user, at) : facts.viewer;
  return ok({
    dossier,
    // A book whose deals nobody could tell just then is the one from before.
    book:
      earlier.wantBook && rep && !((isUntold(rows.own) || isUntold(rows.shared)) && earlier.book?.rep.id === rep.id)
        ? bookFrom(rep, books)
        : null,
    facts: { ...facts, viewer, zone: organisation.zone, setUp: { ...setUp, seen, organisation } },
    now,
  });
}

/** What hangs on a deal in some organisations only. The rest of it, read with a book, is the latest alone. */
function childrenAlone(row: Row): Row {
  return Object.fromEntries(SWITCHED_ON.flatMap((name) => (name in row ? [[name, row[name]]] : [])));
}

const SWITCHED_ON = ['OpportunitySplits', 'OpportunityTeamMembers', 'Quotes'];
