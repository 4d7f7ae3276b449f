import type { CrmProblem } from '../../../core/model/crm-problem';
import { parseCivilDate } from '../../../core/value/civil-date';
import { civilDateAt, type Instant } from '../../../core/value/instant';
import { missing } from '../../../core/value/known';
import { ok, problem, type Result } from '../../../core/value/result';
import type { CrmFacts, HistoryMark, HistorySlice } from '../../port';
import { ask } from '../api/ask';
import type { Client } from '../api/client';
import type { Row } from '../api/rows';
import type { Select } from '../api/soql';
import { recordId } from '../ids';
import { closedDeals, closedDealsCount, goneSince, OPEN_BY_CREATION } from '../queries/deals';
import { setUpOf } from '../set-up';
import { toClosedDeal } from '../to-core/deal/closed-deal';
import { finite } from '../to-core/field';

/** Deals in one slice: what one answer can hold with all that hangs on them. */
const SLICE = 400;

/**
 * A slice of the closed deals. Where it goes on is a place in their order and not the server's cursor, so that it can be gone
 * on with hours later.
 */
export async function readClosed(
  client: Client,
  facts: CrmFacts,
  mark: HistoryMark,
  machineNow: Instant,
): Promise<Result<HistorySlice, CrmProblem>> {
  const { version, seen, organisation } = setUpOf(facts.setUp);
  const zone = organisation?.zone ?? facts.zone;
  const today = civilDateAt(machineNow, zone);
  const multiCurrency = organisation?.multiCurrency ?? false;
  const queries: Record<string, Select> = { deals: closedDeals(mark, machineNow, today, SLICE, multiCurrency) };
  if (mark.place === null) {
    queries.count = closedDealsCount(mark, today);
    queries.open = OPEN_BY_CREATION;
    if (mark.since !== null) queries.gone = goneSince(mark.since, today);
  }
  const answer = await ask<string, string>(client, version, seen, queries, {});
  if (!answer.ok) return answer;
  const { rows, at } = answer.value;
  if (!rows.deals?.ok) return problem(rows.deals ? rows.deals.problem : { kind: 'feature-off' });
  const as = {
    asOf: at,
    currency: organisation?.currency ?? null,
    zone,
    stages: organisation?.stages ?? missing('not-yet-read'),
  };
  const last = rows.deals.value.at(-1);
  const count = rows.count?.ok ? finite(rows.count.value[0]?.deals) : undefined;
  const more = rows.deals.value.length === SLICE && typeof last?.CloseDate === 'string' && typeof last.Id === 'string';
  return ok({
    deals: rows.deals.value.flatMap((row) => toClosedDeal(row, as) ?? []),
    gone: rows.gone?.ok ? rows.gone.value.flatMap(({ Id }) => recordId(Id) ?? []) : [],
    of: count ?? null,
    open: rows.open?.ok ? openByDay(rows.open.value) : null,
    next: more ? { since: mark.since, place: { closedOn: last.CloseDate as string, id: last.Id as string } } : null,
    now: at,
  });
}

function openByDay(rows: readonly Row[]): HistorySlice['open'] {
  return rows.flatMap(({ created, deals }) => {
    const on = parseCivilDate(created);
    const many = finite(deals);
    return on !== undefined && many !== undefined ? [[on, many] as const] : [];
  });
}
