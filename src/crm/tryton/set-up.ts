import type { Period } from '../../core/model/goal';
import type { Stage } from '../../core/model/opportunity';
import { type Instant, millisecondsBetween } from '../../core/value/instant';
import type { Known } from '../../core/value/known';
import type { Context } from './api/client';

/** An employee, and who of the company's own they answer to. */
export type Employee = {
  readonly id: number;
  readonly name: string;
  readonly party: number | null;
  readonly supervisor: number | null;
};

/** What a company's database is like: read once a day. */
export type Organisation = {
  readonly readAt: Instant;
  /** The company that the user works in: a database may hold several. */
  readonly company: { readonly id: number; readonly name: string } | null;
  readonly zone: string;
  /** Currency codes by the database's own ids; the company's own apart. */
  readonly currencies: Readonly<Record<string, string>>;
  readonly currency: string | null;
  readonly employees: Known<readonly Employee[]>;
  readonly stages: Known<readonly Stage[]>;
  /** Fiscal years that the company has opened, with their quarters. */
  readonly periods: readonly Period[];
};

/** What of the server need not be asked again. */
export type SetUp = {
  readonly place: string;
  readonly context: Context;
  readonly organisation: Organisation | null;
};

const FRESH_FOR = 24 * 3_600_000;

export function isFresh(organisation: Organisation | null, now: Instant): organisation is Organisation {
  return organisation !== null && Math.abs(millisecondsBetween(organisation.readAt, now)) < FRESH_FOR;
}

/** The facts are the adapter's own, and come back as they were given. */
export function setUpOf(kept: unknown): SetUp {
  return kept as SetUp;
}
