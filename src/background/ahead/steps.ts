import type { CrmProblem } from '../../core/model/crm-problem';
import type { RecordRef } from '../../core/model/record-ref';
import { instantOf } from '../../core/value/instant';
import { ifGiven } from '../../core/value/known';
import { ok, type Result } from '../../core/value/result';
import { type BatchRead, type CrmFacts, type CrmReader, MOST_AMONG, MOST_AT_ONCE } from '../../crm/port';
import type { BegunStore } from '../../store/forgetting';
import type { Owned } from '../../store/schema';
import type { Store } from '../../store/store';
import type { Work } from './place-of-work';

/** What a step is done with. */
export type StepParts = {
  readonly store: BegunStore;
  readonly reader: CrmReader;
  readonly facts: CrmFacts;
  readonly owned: Owned;
  /** Host of the CRM's pages, where the deals are found. */
  readonly host: string;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
};

/** A change is told again for so long: one that was being saved while the list was made may carry an earlier time. */
const OVERLAP = 60_000;

/** A list counts as whole for so long. Milliseconds. */
const LIST_FRESH_FOR = 5 * 60_000;

/**
 * The work as it is to be gone on with now: a list that has grown old is brought up to date. How old it is, the machine's clock alone
 * tells: beside the CRM's a list might never be fresh.
 */
export function renewed(work: Work, now: number): Work {
  if (work.mark !== null || work.until === null) return work;
  if (Math.abs(now - work.wholeAt) < LIST_FRESH_FOR) return work;
  const since = instantOf(Date.parse(work.until) - OVERLAP);
  return { ...work, mark: { since, place: null }, begun: null, listed: 0, of: null };
}

/** One call: the next slice of the list, kept in one transaction. */
export async function listStep(work: Work, parts: StepParts): Promise<Result<Work, CrmProblem>> {
  const { store, reader, facts, owned, host, clock } = parts;
  const { mark } = work;
  if (!mark || !reader.changed) return ok(work);
  const among = mark.since !== null && mark.place === null ? await lookedAfter(store, owned, work.among) : [];
  const slice = await reader.changed(facts, mark, among);
  if (!slice.ok) return slice;
  const { lines, gone, of, next, now } = slice.value;
  const me = ifGiven(facts.viewer)?.id;
  await store.lines.keep(
    owned,
    host,
    lines,
    ({ owner }) => owner !== null && (owner.id === facts.user || owner.id === me),
  );
  if (gone.length > 0) await store.lines.drop(owned, gone);
  const begun = work.begun ?? now;
  const after: Work = {
    ...work,
    mark: next,
    begun: next === null ? null : begun,
    until: next === null ? begun : work.until,
    wholeAt: next === null ? clock() : work.wholeAt,
    listed: work.listed + lines.length,
    of: work.of ?? of,
    among: among.at(-1) ?? work.among,
  };
  await store.keepSync(owned, after);
  return ok(after);
}

async function lookedAfter(
  store: Pick<Store, 'lines'>,
  owned: Owned,
  after: string | null,
): Promise<readonly string[]> {
  const next = await store.lines.tendedIds(owned, after, MOST_AMONG);
  return next.length > 0 || after === null ? next : store.lines.tendedIds(owned, null, MOST_AMONG);
}

/** What one step over the dossiers brought. */
export type Batch = { readonly refs: readonly RecordRef[]; readonly facts: CrmFacts; readonly full: boolean };

/** A few calls at most: the next dossiers that have to be read. null: there are none. */
export async function dossierStep(parts: StepParts): Promise<Result<Batch | null, CrmProblem>> {
  const { store, reader, facts, owned } = parts;
  const due = await store.lines.nextDue(owned, reader.records ? MOST_AT_ONCE : 1);
  const refs = due.map(({ ref }) => ref);
  const [first] = refs;
  if (!first) return ok(null);
  const batch = reader.records ? await reader.records(refs, facts) : await alone(reader, first, facts);
  if (!batch.ok) return batch;
  const { read, gone } = batch.value;
  // Nothing came of it, and asking again would bring nothing either.
  if (read.length === 0 && gone.length === 0) return ok(null);
  if (gone.length > 0) await store.lines.drop(owned, gone);
  const dropped = await store.keepDossiers(
    owned,
    read.map((dossier) => ({ ref: dossier.ref, dossier })),
  );
  return ok({ refs: read.map(({ ref }) => ref), facts: batch.value.facts, full: dropped > 0 });
}

/** One record, where the CRM reads no several together. */
async function alone(reader: CrmReader, ref: RecordRef, facts: CrmFacts): Promise<Result<BatchRead, CrmProblem>> {
  const one = await reader.record(ref, facts, { dossier: null, book: null, wantBook: false });
  if (one.ok) return ok({ ...one.value, read: [one.value.dossier], gone: [] });
  const isGone = one.problem.kind === 'not-found' || one.problem.kind === 'hidden';
  return isGone ? ok({ read: [], gone: [ref.id], facts, now: instantOf(0) }) : one;
}
