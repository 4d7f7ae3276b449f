import type { CivilDate } from '../value/civil-date';
import type { Instant } from '../value/instant';
import type { Known } from '../value/known';
import type { Money } from '../value/money';
import type { ForecastCategory } from './opportunity';

/** The deal as the CRM's history says it stood from an instant on. */
export type HistoryRow = {
  readonly at: Instant;
  readonly stage: Known<string>;
  readonly amount: Known<Money>;
  readonly closeDate: Known<CivilDate>;
  readonly probability: Known<number>;
  readonly forecastCategory: Known<ForecastCategory>;
  readonly nextStep: Known<string>;
};
