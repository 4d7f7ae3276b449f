import * as v from 'valibot';
import type { Period } from '../../core/model/goal';
import type { Stage } from '../../core/model/opportunity';
import type { Rates } from '../../core/value/conversion';
import { type Instant, millisecondsBetween } from '../../core/value/instant';
import type { Known } from '../../core/value/known';
import { NOTHING_SEEN, type Seen } from './api/seen';
import { WRITTEN_AGAINST } from './api/version';
import type { ForecastTypes } from './to-core/book/goals';

/** How an organisation is set up: it changes seldom, so it is read once a day. */
export type Organisation = {
  readonly readAt: Instant;
  readonly zone: string;
  /** Currency of records that name none; null where nothing says which. */
  readonly currency: string | null;
  readonly multiCurrency: boolean;
  /** Exchange rates; null where there is one currency. */
  readonly rates: Known<Rates> | null;
  /** Those of all days, while those by day are not read; null where nothing is. */
  readonly standingRates: Rates | null;
  readonly stages: Known<readonly Stage[]>;
  readonly periods: readonly Period[];
  /** Kinds of the fiscal periods by their ids. */
  readonly kinds: Readonly<Record<string, Period['kind']>>;
  readonly forecastTypes: ForecastTypes;
  /** Parts of it that could not be read just then: with the next look it is read again. */
  readonly untold?: readonly string[];
};

/** What the adapter remembers of an organisation and a user between two looks. */
export type SetUp = {
  readonly format: 2;
  readonly version: string;
  readonly seen: Seen;
  readonly organisation: Organisation | null;
};

const FRESH_FOR = 24 * 3_600_000;

export const newSetUp = (version: string = WRITTEN_AGAINST): SetUp => ({
  format: 2,
  version,
  seen: NOTHING_SEEN,
  organisation: null,
});

/** Takes back what was remembered; anything of another format is forgotten. */
export function setUpOf(kept: unknown): SetUp {
  const parsed = v.safeParse(v.looseObject({ format: v.literal(2), version: v.string() }), kept);
  return parsed.success ? (kept as SetUp) : newSetUp();
}

export function isFresh(organisation: Organisation | null, now: Instant): organisation is Organisation {
  return (
    organisation !== null &&
    (organisation.untold ?? []).length === 0 &&
    Math.abs(millisecondsBetween(organisation.readAt, now)) < FRESH_FOR
  );
}
