import type { CrmProblem } from '../../../core/model/crm-problem';
import type { HistoryRow } from '../../../core/model/history';
import { type CivilDate, civilDate, dateOfDayNumber, dayNumber, isoWeekday } from '../../../core/value/civil-date';
import { ok, problem, type Result } from '../../../core/value/result';
import type { Client, Context } from '../api/client';
import type { Row } from '../api/rows';
import { type Moment, momentArgument } from '../api/values';
import type { ReadAs } from '../to-core/field';
import { historyRow, PAST_FIELDS, type Revision, revisionsIn } from '../to-core/history';
import { inTurns } from './in-turns';

/** Changes of one deal that are looked at one by one, the latest ones; nobody reads on from there. */
const MOST_CHANGES = 40;

/** When the records were changed, oldest change first. */
export async function revisions(
  client: Client,
  ids: readonly number[],
  context: Context,
): Promise<Result<readonly Revision[], CrmProblem>> {
  if (ids.length === 0) return ok([]);
  const answer = await client.call('model.sale.opportunity.history_revisions', [ids, context]);
  if (!answer.ok) return answer;
  const found = revisionsIn(answer.value.body);
  return found ? ok(found) : problem({ kind: 'not-the-crm' });
}

/** One deal's past, change by change: Tryton gives a record as it stood at any moment. */
export async function dealHistory(
  client: Client,
  changes: readonly Revision[],
  context: Context,
  as: ReadAs,
): Promise<Result<readonly HistoryRow[], CrmProblem>> {
  const looked = await inTurns(changes.slice(-MOST_CHANGES), async ({ of, at, moment }) => {
    const then = await asItWas(client, [of], moment, context);
    return then.ok ? ok(then.value.map((row) => historyRow(row, at, as))) : then;
  });
  const failed = looked.find((one) => !one.ok);
  if (failed && !failed.ok) return failed;
  return ok(looked.flatMap((one) => (one.ok ? one.value : [])));
}

/**
 * The past of many deals, week by week: one question for all that changed in a week, as they stood at its end. Changes of the same
 * week count as one, at the time of the last of them.
 */
export async function dealHistories(
  client: Client,
  changes: readonly Revision[],
  context: Context,
  as: ReadAs,
): Promise<Result<ReadonlyMap<number, readonly HistoryRow[]>, CrmProblem>> {
  const weeks = new Map<CivilDate, Map<number, Revision>>();
  for (const change of changes) {
    const week = weekOf(change.at);
    const changed = weeks.get(week) ?? new Map<number, Revision>();
    weeks.set(week, changed.set(change.of, change));
  }
  const looked = await inTurns([...weeks], async ([week, changed]) => {
    const end = momentArgument(`${week}T23:59:59.999Z`);
    const then = await asItWas(client, [...changed.keys()], { ...end, microsecond: 999_999 }, context);
    if (!then.ok) return then;
    return ok(
      then.value.flatMap((row) => {
        const last = changed.get(Number(row.id));
        return last ? [[last.of, historyRow(row, last.at, as)] as const] : [];
      }),
    );
  });
  const histories = new Map<number, HistoryRow[]>();
  for (const one of looked) {
    if (!one.ok) return one;
    for (const [of, row] of one.value) histories.set(of, [...(histories.get(of) ?? []), row]);
  }
  for (const rows of histories.values()) rows.sort((a, b) => (a.at < b.at ? -1 : 1));
  return ok(histories);
}

function asItWas(
  client: Client,
  ids: readonly number[],
  moment: Moment,
  context: Context,
): Promise<Result<readonly Row[], CrmProblem>> {
  return client.read('sale.opportunity', ids, PAST_FIELDS, { ...context, _datetime: moment });
}

/** The Sunday of a moment's week, in UTC. */
function weekOf(at: string): CivilDate {
  const day = civilDate(at.slice(0, 10));
  return dateOfDayNumber(dayNumber(day) + 7 - isoWeekday(day));
}
