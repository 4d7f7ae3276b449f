import * as v from 'valibot';
import type { Period } from '../../core/model/goal';
import type { Stage } from '../../core/model/opportunity';
import { type Instant, millisecondsBetween } from '../../core/value/instant';
import type { Known } from '../../core/value/known';
import { NOTHING_SEEN, type Seen } from './api/seen';
import { WRITTEN_AGAINST } from './api/version';

/** How an organisation is set up: it changes seldom, so it is read once a day. */
export type Organisation = {
  readonly readAt: Instant;
  readonly zone: string;
  /** Currency of records that name none; null where nothing says which. */
  readonly currency: string | null;
  readonly multiCurrency: boolean;
  readonly stages: Known<readonly Stage[]>;
  readonly periods: readonly Period[];
};

/** What the adapter remembers of an organisation and a user between two looks. */
export type SetUp = {
  readonly format: 1;
  readonly version: string;
  readonly seen: Seen;
  readonly organisation: Organisation | null;
};

const FRESH_FOR = 24 * 3_600_000;

export const newSetUp = (version: string = WRITTEN_AGAINST): SetUp => ({
  format: 1,
  version,
  seen: NOTHING_SEEN,
  organisation: null,
});

/** Takes back what was remembered; anything of another format is forgotten. */
export function setUpOf(kept: unknown): SetUp {
  const parsed = v.safeParse(v.looseObject({ format: v.literal(1), version: v.string() }), kept);
  return parsed.success ? (kept as SetUp) : newSetUp();
}

export function isFresh(organisation: Organisation | null, now: Instant): organisation is Organisation {
  return organisation !== null && Math.abs(millisecondsBetween(organisation.readAt, now)) < FRESH_FOR;
}
