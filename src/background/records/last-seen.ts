import { parseSnapshot } from '../../core/deal/changes/parse-snapshot';
import { dealSnapshot, type Snapshot } from '../../core/deal/changes/snapshot';
import type { Dossier } from '../../core/model/dossier';
import type { RecordKey } from '../../core/model/record-ref';
import { type Instant, millisecondsBetween } from '../../core/value/instant';
import { given, type Known, missing } from '../../core/value/known';
import type { Store } from '../../store/store';

/** A look this long after the last one is another visit. Milliseconds. */
const VISIT_GAP = 30 * 60_000;

type Visits = {
  /** As the visit before this one left it. */
  readonly before: { readonly snapshot: Snapshot; readonly at: Instant } | null;
  readonly latest: { readonly snapshot: Snapshot; readonly at: Instant };
};

/** The deal as this viewer last saw it, before this visit. */
export async function lastSeen(store: Pick<Store, 'snapshot'>, key: RecordKey, now: Instant): Promise<Known<Snapshot>> {
  const visits = visitsOf((await store.snapshot(key))?.snapshot);
  const seen = visits && (isOver(visits, now) ? visits.latest : visits.before);
  return seen ? given(seen.snapshot, { kind: 'derived', rule: 'last visit' }, seen.at) : missing('not-yet-read');
}

/** Keeps what the viewer sees now for the next visit. */
export async function keepSeen(
  store: Pick<Store, 'snapshot' | 'keepSnapshot'>,
  key: RecordKey,
  dossier: Dossier,
  now: Instant,
  zone: string,
): Promise<void> {
  const visits = visitsOf((await store.snapshot(key))?.snapshot);
  const before = visits ? (isOver(visits, now) ? visits.latest : visits.before) : null;
  const latest = { snapshot: dealSnapshot(dossier, { now, zone }, visits?.latest.snapshot), at: now };
  await store.keepSnapshot({ key, snapshot: { before, latest } satisfies Visits, at: now });
}

function isOver({ latest }: Visits, now: Instant): boolean {
  return millisecondsBetween(latest.at, now) > VISIT_GAP;
}

function visitsOf(kept: unknown): Visits | null {
  if (typeof kept !== 'object' || kept === null) return null;
  const { before, latest } = kept as Partial<Visits>;
  const now = latest && parseSnapshot(latest.snapshot);
  if (!latest || !now) return null;
  const then = before ? parseSnapshot(before.snapshot) : undefined;
  return {
    latest: { snapshot: now, at: latest.at },
    before: before && then ? { snapshot: then, at: before.at } : null,
  };
}
