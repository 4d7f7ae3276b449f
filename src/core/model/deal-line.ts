import type { CivilDate } from '../value/civil-date';
import type { Instant } from '../value/instant';
import type { Outcome } from './opportunity';

/** A deal as one line of a list: enough to find it, and to know whether what was read of it is out of date. null: not told. */
export type DealLine = {
  readonly id: string;
  readonly name: string;
  readonly account: string | null;
  readonly owner: { readonly id: string; readonly name: string | null } | null;
  readonly outcome: Outcome;
  readonly closeDate: CivilDate | null;
  /** When the record was last touched, by the CRM's own clock. */
  readonly changedAt: Instant;
};
