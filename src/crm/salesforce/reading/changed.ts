import type { CrmProblem } from '../../../core/model/crm-problem';
import type { DealLine } from '../../../core/model/deal-line';
import type { RecordRef } from '../../../core/model/record-ref';
import { parseCivilDate } from '../../../core/value/civil-date';
import { type Instant, parseInstant } from '../../../core/value/instant';
import { ok, problem, type Result } from '../../../core/value/result';
import type { ChangeMark, ChangeSlice, CrmFacts } from '../../port';
import { ask } from '../api/ask';
import type { Client } from '../api/client';
import { type Row, rowOf } from '../api/rows';
import type { Select } from '../api/soql';
import { root } from '../api/version';
import { recordId } from '../ids';
import { LINES, linesCount, linesOf, thereAmong, touchedAmong } from '../queries/changed';
import { setUpOf } from '../set-up';
import { finite } from '../to-core/field';

/** A slice of the viewer's deals, and what became of others that are kept, in one call. */
export async function readChanged(
  client: Client,
  facts: CrmFacts,
  mark: ChangeMark,
  among: readonly string[],
): Promise<Result<ChangeSlice, CrmProblem>> {
  const { version, seen } = setUpOf(facts.setUp);
  const ids = among.flatMap((id) => recordId(id) ?? []);
  const first = mark.place === null;
  const queries: Record<string, Select> = {
    lines: linesOf(facts.user, mark),
    ...(first && { count: linesCount(facts.user, mark) }),
    ...(first && ids.length > 0 && { there: thereAmong(ids) }),
    ...(first && ids.length > 0 && mark.since !== null && { touched: touchedAmong(ids, mark.since) }),
  };
  const answer = await ask<string, string>(client, version, seen, queries, {});
  if (!answer.ok) return answer;
  const { rows, at } = answer.value;
  if (!rows.lines) return problem({ kind: 'feature-off' });
  if (!rows.lines.ok) return rows.lines;
  const own = rows.lines.value.flatMap((row) => lineOf(row) ?? []);
  const others = rows.touched?.ok ? rows.touched.value.flatMap((row) => lineOf(row) ?? []) : [];
  const last = own.at(-1);
  const more = rows.lines.value.length === LINES && last !== undefined;
  const count = rows.count?.ok ? finite(rows.count.value[0]?.deals) : undefined;
  return ok({
    lines: [...own, ...others.filter(({ id }) => !own.some((line) => line.id === id))],
    gone: rows.there?.ok ? missingOf(ids, rows.there.value) : [],
    of: count ?? null,
    next: more ? { since: mark.since, place: { changedAt: last.changedAt, id: last.id } } : null,
    now: at,
  });
}

/** When the record was last touched. */
export async function readTouched(
  client: Client,
  { id }: RecordRef,
  facts: CrmFacts,
): Promise<Result<Instant | null, CrmProblem>> {
  const { version } = setUpOf(facts.setUp);
  const fields = ['SystemModstamp'];
  const answer = await client.get(`${root(version)}/sobjects/Opportunity/${id}?fields=${fields.join(',')}`, () => [
    { object: 'Opportunity', fields, count: 1 },
  ]);
  return answer.ok ? ok(parseInstant(rowOf(answer.value.body)?.SystemModstamp) ?? null) : answer;
}

function lineOf(row: Row): DealLine | undefined {
  const id = recordId(row.Id);
  const changedAt = parseInstant(row.SystemModstamp);
  if (id === undefined || changedAt === undefined) return undefined;
  const owner = recordId(row.OwnerId);
  return {
    id,
    name: text(row.Name) ?? id,
    account: nameOf(row.Account),
    owner: owner === undefined ? null : { id: owner, name: nameOf(row.Owner) },
    outcome: row.IsClosed !== true ? 'open' : row.IsWon === true ? 'won' : 'lost',
    closeDate: parseCivilDate(row.CloseDate) ?? null,
    changedAt,
  };
}

function missingOf(ids: readonly string[], there: readonly Row[]): string[] {
  const found = new Set(there.map(({ Id }) => recordId(Id)));
  return ids.filter((id) => !found.has(id));
}

function nameOf(parent: unknown): string | null {
  return typeof parent === 'object' && parent !== null ? text((parent as Row).Name) : null;
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
