import type { CrmProblem } from '../../core/model/crm-problem';
import type { Dossier } from '../../core/model/dossier';
import type { RecordRef } from '../../core/model/record-ref';
import { civilDateAt, type Instant } from '../../core/value/instant';
import { ok, type Result } from '../../core/value/result';
import type { BatchRead, CrmFacts } from '../port';
import { ask } from './api/ask';
import type { Client } from './api/client';
import { type Row, rowOf } from './api/rows';
import { recordId } from './ids';
import { aroundAll, familiesOf } from './queries/batch';
import { readRecord } from './read-record';
import { tiesOf } from './record-rounds';
import { isFresh, setUpOf } from './set-up';
import { dossierFrom } from './to-core/dossier';

type Rows = Result<readonly Row[], CrmProblem>;

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
  if (!firstRef) return ok({ read: [], facts, now: machineNow });
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
    return [{ ref, deal: { ...hanging, ...deal } as Row, ties: tiesOf(deal, hanging) }];
  });
  const failed = refs.map((_, n) => bodies[`deal${n}`]).find((body) => body?.ok === false && !isOfOne(body.problem));
  if (failed?.ok === false) return failed;

  const accounts = [...new Set(found.flatMap(({ ties }) => ties.chain[0] ?? []))];
  const chain = [...new Set(found.flatMap(({ ties }) => ties.chain))];
  const today = civilDateAt(at, organisation.zone);
  let { seen } = first.value;
  let families: Readonly<Record<string, Rows>> = {};
  let accountBodies: Readonly<Record<string, Result<unknown, CrmProblem>>> = {};
  let now = at;
  if (chain.length > 0) {
    const named = Object.fromEntries(accounts.map((id) => [`account${id}`, `/sobjects/Account/${id}`]));
    const second = await ask<string, string>(client, setUp.version, seen, familiesOf(chain, today), named);
    if (!second.ok) return second;
    ({ seen, at: now } = second.value);
    families = second.value.rows;
    accountBodies = second.value.bodies;
  }
  const read = found.flatMap(({ ref, deal, ties }): Dossier[] => {
    const mine = (all: Rows | undefined) => ofDeal(all, ref.id);
    const around = ofFamily(families, ties.chain);
    const dossier = dossierFrom({
      ref,
      deal,
      rows: {
        ...compact({ around: rows.around, splits: mine(rows.splits), competitors: mine(rows.competitors) }),
        ...around,
      },
      account: accountBodies[`account${ties.chain[0]}`],
      ties,
      family: undefined,
      organisation,
      at,
    });
    return dossier ? [dossier] : [];
  });
  return ok({ read, facts: { ...facts, setUp: { ...setUp, seen } }, now });
}

async function readFirst(
  client: Client,
  ref: RecordRef,
  facts: CrmFacts,
  machineNow: Instant,
): Promise<Result<BatchRead, CrmProblem>> {
  const one = await readRecord(client, ref, facts, { dossier: null, book: null, wantBook: false }, machineNow);
  return one.ok ? ok({ read: [one.value.dossier], facts: one.value.facts, now: one.value.now }) : one;
}

/** What lies with one record and says nothing of the others. */
function isOfOne({ kind }: CrmProblem): boolean {
  return kind === 'not-found' || kind === 'hidden' || kind === 'invalid' || kind === 'conflict';
}

function ofDeal(rows: Rows | undefined, id: string): Rows | undefined {
  return rows?.ok ? ok(rows.value.filter(({ OpportunityId }) => recordId(OpportunityId) === id)) : rows;
}

/** Of the rows of several families those around one chain of companies. */
function ofFamily(rows: Readonly<Record<string, Rows>>, chain: readonly string[]): Readonly<Record<string, Rows>> {
  const inChain = (id: unknown) => chain.includes(recordId(id) ?? '');
  const members = rows.family?.ok
    ? rows.family.value.filter(({ Id, ParentId }) => inChain(Id) || inChain(ParentId)).slice(0, MOST_AROUND_ONE)
    : [];
  const ids = new Set(members.map(({ Id }) => recordId(Id)));
  const ofMembers = (all: Rows | undefined): Rows | undefined =>
    all?.ok ? ok(all.value.filter(({ AccountId }) => ids.has(recordId(AccountId)))) : all;
  return compact({
    family: rows.family?.ok ? ok(members) : rows.family,
    standings: ofMembers(rows.standings),
    overdue: ofMembers(rows.overdue),
  });
}

function compact(rows: Readonly<Record<string, Rows | undefined>>): Readonly<Record<string, Rows>> {
  return Object.fromEntries(Object.entries(rows).flatMap(([name, all]) => (all ? [[name, all]] : [])));
}
