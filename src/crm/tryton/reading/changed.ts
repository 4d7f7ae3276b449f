import type { CrmProblem } from '../../../core/model/crm-problem';
import type { DealLine } from '../../../core/model/deal-line';
import type { RecordRef } from '../../../core/model/record-ref';
import { type Instant, parseInstant } from '../../../core/value/instant';
import { ifGiven, missing } from '../../../core/value/known';
import { ok, problem, type Result } from '../../../core/value/result';
import type { ChangeMark, ChangeSlice, CrmFacts } from '../../port';
import type { Client, Find } from '../api/client';
import { isId, type Row } from '../api/rows';
import { momentArgument, momentText } from '../api/values';
import { databaseIn, numberIn, recordId } from '../ids';
import { setUpOf } from '../set-up';
import { noLines, toOpportunity } from '../to-core/opportunity';
import { OPEN_STATES } from './book';

const FIELDS = [
  'rec_name',
  'description',
  'party',
  'party.rec_name',
  'employee',
  'employee.rec_name',
  'state',
  'end_date',
  'create_date',
  'write_date',
];

/** The viewer's deals, and what became of others that are kept. One slice holds them all: they are one employee's. */
export async function readChanged(
  client: Client,
  facts: CrmFacts,
  { since }: ChangeMark,
  among: readonly string[],
): Promise<Result<ChangeSlice, CrmProblem>> {
  const { context, place } = setUpOf(facts.setUp);
  const database = databaseIn(place);
  const { employee } = context;
  if (!isId(employee)) return problem({ kind: 'feature-off' });
  const ids = among.map(numberIn).filter(isId);
  const touched = since === null ? [['state', 'in', OPEN_STATES]] : touchedSince(since);
  const find = (where: Find['where']) => client.find('sale.opportunity', { where, fields: FIELDS }, context);
  const [own, others, there] = await Promise.all([
    find([['employee', '=', employee], ...touched]),
    since !== null && ids.length > 0 ? find([['id', 'in', ids], ...touched]) : ok([]),
    ids.length === 0
      ? null
      : client.call('model.sale.opportunity.search', [[['id', 'in', ids]], 0, null, null, context]),
  ]);
  if (!own.ok) return own;
  const rows = new Map([...own.value, ...(others.ok ? others.value : [])].map((row) => [row.id, row]));
  const lines = [...rows.values()].flatMap((row) => lineOf(row, database, client.now()) ?? []);
  const left = there?.ok && Array.isArray(there.value.body) ? new Set<unknown>(there.value.body) : null;
  return ok({
    lines: lines.sort((a, b) => (a.changedAt < b.changedAt || (a.changedAt === b.changedAt && a.id < b.id) ? -1 : 1)),
    gone: left ? ids.filter((id) => !left.has(id)).map((id) => recordId(database, id)) : [],
    of: lines.length,
    next: null,
    now: client.now(),
  });
}

/** When the record was last touched. */
export async function readTouched(
  client: Client,
  { id }: RecordRef,
  facts: CrmFacts,
): Promise<Result<Instant | null, CrmProblem>> {
  const rows = await client.read(
    'sale.opportunity',
    [numberIn(id)],
    ['create_date', 'write_date'],
    setUpOf(facts.setUp).context,
  );
  return rows.ok ? ok(changedAt(rows.value[0] ?? {}) ?? null) : rows;
}

function touchedSince(since: Instant): Find['where'] {
  const from = momentArgument(since);
  return [['OR', ['write_date', '>=', from], ['create_date', '>=', from]]];
}

function lineOf(row: Row, database: string, asOf: Instant): DealLine | undefined {
  const as = { asOf, currencies: {}, currency: null, database, zone: 'UTC', stages: missing('not-yet-read') };
  const deal = toOpportunity(row, as, noLines(as));
  const at = changedAt(row);
  if (!deal || at === undefined) return undefined;
  const { id, name, outcome } = deal;
  return {
    id,
    name,
    outcome,
    account: ifGiven(deal.account)?.name ?? null,
    owner: ifGiven(deal.owner) ?? null,
    closeDate: ifGiven(deal.closeDate) ?? null,
    changedAt: at,
  };
}

function changedAt({ write_date: written, create_date: created }: Row): Instant | undefined {
  return parseInstant(momentText(written)) ?? parseInstant(momentText(created));
}
