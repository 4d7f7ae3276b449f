import type { CivilDate } from '../value/civil-date';
import type { Known } from '../value/known';
import type { Money } from '../value/money';

/** An offer made for a deal. */
export type Quote = {
  readonly id: string;
  readonly name: string;
  /** The number it goes by outside the CRM. */
  readonly number: Known<string>;
  /** Draft, in review, presented, accepted, …, as the organisation words it. */
  readonly status: Known<string>;
  readonly amount: Known<Money>;
  /** The last day on which it holds. */
  readonly expires: Known<CivilDate>;
  /** Whether it is the one that the deal's amount follows. */
  readonly primary: boolean;
};
