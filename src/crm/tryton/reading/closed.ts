import type { CrmProblem } from '../../../core/model/crm-problem';
import { type CivilDate, parseCivilDate } from '../../../core/value/civil-date';
import type { Instant } from '../../../core/value/instant';
import { ok, type Result } from '../../../core/value/result';
import { block, missingBlock } from '../../known';
import type { CrmFacts, HistoryMark, HistorySlice } from '../../port';
import type { Client, Context } from '../api/client';
import { isId, type Row } from '../api/rows';
import { dayArgument, dayText, momentArgument } from '../api/values';
import { isFresh, setUpOf } from '../set-up';
import { toClosedDeal } from '../to-core/closed-deal';
import { DEAL_FIELDS, LINE_FIELDS, linesBy } from '../to-core/opportunity';
import { OPEN_STATES } from './book';
import { dealHistories, revisions } from './history';
import { readOrganisation } from './organisation';
import { readAs } from './record';

/** Deals in one slice. */
const SLICE = 200;

/** Open deals whose days of creation are counted. */
const MOST_OPEN = 10_000;

/** A slice of the deals that have ended, latest first. Where it goes on is a place in their order. */
export async function readClosed(
  client: Client,
  facts: CrmFacts,
  { since, place }: HistoryMark,
  machineNow: Instant,
): Promise<Result<HistorySlice, CrmProblem>> {
  const setUp = setUpOf(facts.setUp);
  const { context } = setUp;
  const organisation = isFresh(setUp.organisation, machineNow)
    ? setUp.organisation
    : await readOrganisation(client, facts);
  const ended: unknown[] = [
    ['state', 'in', ['won', 'lost', 'cancelled']],
    ['end_date', '!=', null],
  ];
  if (since !== null) {
    const after = momentArgument(since);
    ended.push(['OR', ['write_date', '>', after], ['create_date', '>', after]]);
  }
  const rest = place && [
    'OR',
    ['end_date', '<', dayArgument(place.closedOn)],
    [
      ['end_date', '=', dayArgument(place.closedOn)],
      ['id', '<', Number(place.id)],
    ],
  ];
  const [found, count, open] = await Promise.all([
    client.find(
      'sale.opportunity',
      {
        where: rest ? [...ended, rest] : ended,
        fields: DEAL_FIELDS,
        order: [
          ['end_date', 'DESC'],
          ['id', 'DESC'],
        ],
        most: SLICE,
      },
      context,
    ),
    place === null ? client.call('model.sale.opportunity.search_count', [ended, context]) : null,
    place === null ? openByDay(client, context) : null,
  ]);
  if (!found.ok) return found;
  const ids = found.value.map(({ id }) => id).filter(isId);
  const as = readAs(organisation, setUp.place, client.now());
  const [lines, changes] = await Promise.all([
    client.find('sale.opportunity.line', { where: [['opportunity', 'in', ids]], fields: LINE_FIELDS }, context),
    revisions(client, ids, context),
  ]);
  const histories = changes.ok ? await dealHistories(client, changes.value, context, as) : changes;
  if (!histories.ok && histories.problem.kind !== 'hidden' && histories.problem.kind !== 'feature-off')
    return histories;
  const linesOf = linesBy(
    lines.ok
      ? block(lines.value, 'sale.opportunity.line', as.asOf)
      : missingBlock(lines.problem, 'sale.opportunity.line', as.asOf),
  );
  const last = found.value.at(-1);
  const lastDay = dayText(last?.end_date);
  return ok({
    deals: found.value.flatMap(
      (row) =>
        toClosedDeal(
          row,
          linesOf(row.id),
          histories.ok ? (histories.value.get(Number(row.id)) ?? []) : undefined,
          organisation.employees,
          as,
        ) ?? [],
    ),
    gone: [],
    of: count?.ok && typeof count.value.body === 'number' ? count.value.body : null,
    open,
    next:
      found.value.length === SLICE && lastDay !== undefined && isId(last?.id)
        ? { since, place: { closedOn: lastDay, id: String(last.id) } }
        : null,
    now: client.now(),
  });
}

async function openByDay(client: Client, context: Context): Promise<HistorySlice['open']> {
  const rows = await client.find(
    'sale.opportunity',
    { where: [['state', 'in', OPEN_STATES]], fields: ['start_date'], most: MOST_OPEN },
    context,
  );
  if (!rows.ok) return null;
  const days = new Map<CivilDate, number>();
  for (const row of rows.value) {
    const on = startOf(row);
    if (on) days.set(on, (days.get(on) ?? 0) + 1);
  }
  return [...days];
}

function startOf(row: Row): CivilDate | undefined {
  return parseCivilDate(dayText(row.start_date));
}
