import type { CivilDate } from '../value/civil-date';
import type { Known } from '../value/known';
import type { Money } from '../value/money';
import type { Rep } from './person';

export type Outcome = 'open' | 'won' | 'lost';

/** Forecast categories, by meaning; an organisation may label them otherwise. */
export type ForecastCategory = 'pipeline' | 'best-case' | 'most-likely' | 'commit' | 'closed' | 'omitted';

/** A stage as the organisation defines it. `order` counts from 0 in its sales process. */
export type Stage = { readonly name: string; readonly label: string; readonly order: Known<number> };

export type LineItem = {
  readonly id: string;
  readonly product: string;
  /** The product's family or series: what product quotas and product rates go by. */
  readonly family: Known<string>;
  readonly quantity: Known<number>;
  readonly amount: Known<Money>;
};

/** A deal. Whether it is won or closed comes from the CRM's own flags, never from its probability. */
export type Opportunity = {
  readonly id: string;
  readonly name: string;
  readonly outcome: Outcome;
  readonly account: Known<{ readonly id: string; readonly name: string }>;
  readonly owner: Known<Rep>;
  readonly stage: Known<Stage>;
  readonly forecastCategory: Known<ForecastCategory>;
  readonly amount: Known<Money>;
  readonly closeDate: Known<CivilDate>;
  readonly createdOn: Known<CivilDate>;
  /** The chance of winning as the record states it, 0..1: the rep's own or the stage's default. */
  readonly probability: Known<number>;
  readonly nextStep: Known<string>;
  /** New business, renewal, …, as the organisation words it. */
  readonly type: Known<string>;
  readonly products: Known<readonly LineItem[]>;
  /** Months that the deal is signed for; left out where nobody asks for it. */
  readonly termMonths?: Known<number>;
  /** Fields of the organisation's own that a comp plan or a rule asks for, by API name. */
  readonly fields: Readonly<Record<string, Known<string | number | boolean>>>;
};
