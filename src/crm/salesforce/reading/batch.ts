import type { CrmProblem } from '../../../core/model/crm-problem';
import type { Dossier } from '../../../core/model/dossier';
import type { RecordRef } from '../../../core/model/record-ref';
import { civilDateAt, type Instant } from '../../../core/value/instant';
import { missing } from '../../../core/value/known';
import { ok, type Result } from '../../../core/value/result';
import type { BatchRead, CrmFacts } from '../../port';
import { ask } from '../api/ask';
import type { Client } from '../api/client';
import { type Row, rowOf } from '../api/rows';
import { recordId } from '../ids';
import { aroundAll, familiesOf } from '../queries/batch';
import { isFresh, setUpOf } from '../set-up';
import { dossierFrom, inFull, type Rows } from '../to-core/deal/dossier';
import { namedAbove } from './chain';
import { readRecord } from './record/record';

/** Companies around one account that a dossier holds: as many as a look at it alone brings. */
const MOST_AROUND_ONE = 200;

/**
 * Several opportunities with all around them in two calls: the deals with what hangs on them, then the accounts they name with
 * their families. Where the organisation's set-up has to be read anew, one deal alone brings it along, and the rest waits.
 */
export async function readBatch(
  client: Client,
  refs: readonly RecordRef[],
  facts: CrmFacts,
  machineNow: Instant,
): Promise<Result<BatchRead, CrmProblem>> {
  const setUp = setUpOf(facts.setUp);
  const { organisation } = setUp;
  const [firstRef] = refs;
  if (!firstRef) return ok({ read: [], gone: [], facts, now: machineNow });
  if (!isFresh(organisation, machineNow)) return readFirst(client, firstRef, facts, machineNow);

  const deals = Object.fromEntries(refs.map(({ id }, n) => [`deal${n}`, `/sobjects/Opportunity/${id}`]));
  const first = await ask<string, string>(
    client,
    setUp.version,
    setUp.seen,
    aroundAll(refs.map(({ id }) => id)),
    deals,
  );
  if (!first.ok) return first;
  const { rows, bodies, at } = first.value;

  const found = refs.flatMap((ref, n) => {
    const body = bodies[`deal${n}`];
    const deal = body?.ok ? rowOf(body.value) : undefined;
    if (!deal) return [];
    const hanging = rows.around?.ok ? rows.around.value.find(({ Id }) => recordId(Id) === ref.id) : undefined;
    return [{ ref, deal: { ...hanging, ...deal } as Row, chain: namedAbove(deal, hanging) }];
  });
  const failed = refs.map((_, n) => bodies[`deal${n}`]).find((body) => body?.ok === false && !isOfOne(body.problem));
  if (failed?.ok === false) return failed;

  const accounts = [...new Set(found.flatMap(({ chain }) => chain[0] ?? []))];
  const line = {
    chain: [...new Set(found.flatMap(({ chain }) => chain))],
    tops: [...new Set(found.flatMap(({ chain }) => chain.at(-1) ?? []))],
  };
  const today = civilDateAt(at, organisation.zone);
  let { seen } = first.value;
  let families: Readonly<Record<string, Rows>> = {};
  let accountBodies: Readonly<Record<string, Result<unknown, CrmProblem>>> = {};
  let now = at;
  if (line.chain.length > 0) {
    const named = Object.fromEntries(accounts.map((id) => [`account${id}`, `/sobjects/Account/${id}`]));
    const questions = familiesOf(line, organisation.multiCurrency);
    const second = await ask<string, string>(client, setUp.version, seen, questions, named);
    if (!second.ok) return second;
    ({ seen, at: now } = second.value);
    families = second.value.rows;
    accountBodies = second.value.bodies;
  }
  const read = found.flatMap(({ ref, deal, chain }): Dossier[] => {
    const dossier = dossierFrom({
      ref,
      deal,
      rows: { ...compact({ around: rows.around }), ...ofFamily(families, chain) },
      chain: { rows: [], ids: chain, account: accountBodies[`account${chain[0]}`] },
      carried: chain.length > 0 ? { lookalikes: missing('not-yet-read', { kind: 'crm', field: 'Account' }, at) } : {},
      askedMore: true,
      use: null,
      acts: [],
      organisation,
      at,
      today,
    });
    return dossier ? [dossier] : [];
  });
  const gone = refs.map(({ id }) => id).filter((id) => !read.some(({ ref }) => ref.id === id));
  return ok({ read, gone, facts: { ...facts, setUp: { ...setUp, seen } }, now });
}

async function readFirst(
  client: Client,
  ref: RecordRef,
  facts: CrmFacts,
  machineNow: Instant,
): Promise<Result<BatchRead, CrmProblem>> {
  const one = await readRecord(client, ref, facts, { dossier: null, book: null, wantBook: false }, machineNow);
  if (one.ok) return ok({ read: [one.value.dossier], gone: [], facts: one.value.facts, now: one.value.now });
  return isOfOne(one.problem) ? ok({ read: [], gone: [ref.id], facts, now: machineNow }) : one;
}

/** What lies with one record and says nothing of the others. */
function isOfOne({ kind }: CrmProblem): boolean {
  return kind === 'not-found' || kind === 'hidden' || kind === 'invalid' || kind === 'conflict';
}

/** Of the rows of several families those of one: the chain of companies, and all that stand below any of it. */
function ofFamily(rows: Readonly<Record<string, Rows>>, chain: readonly string[]): Readonly<Record<string, Rows>> {
  const all = rows.family?.ok ? rows.family.value : [];
  const ids = new Set(chain);
  for (let before = -1; before !== ids.size; ) {
    before = ids.size;
    for (const { Id, ParentId } of all) {
      const [id, parent] = [recordId(Id), recordId(ParentId)];
      if (id !== undefined && parent !== undefined && ids.has(parent)) ids.add(id);
    }
  }
  const members = all.filter(({ Id }) => ids.has(recordId(Id) ?? '')).slice(0, MOST_AROUND_ONE);
  const ofMembers = (some: Rows | undefined): Rows | undefined =>
    some?.ok ? ok(some.value.filter(({ AccountId }) => ids.has(recordId(AccountId) ?? ''))) : some;
  return compact({
    family: rows.family?.ok ? ok(members) : rows.family,
    standings: ofMembers(inFull(rows.standings)),
    deals: ofMembers(rows.deals),
  });
}

function compact(rows: Readonly<Record<string, Rows | undefined>>): Readonly<Record<string, Rows>> {
  return Object.fromEntries(Object.entries(rows).flatMap(([name, all]) => (all ? [[name, all]] : [])));
}
