import type { Account } from '../../model/account';
import { isGiven, type Known, missing } from '../../value/known';
import type { MarketIndicator } from './condition-fact';
import type { FinancialCondition } from './financial-condition';

/** What presses the buyer, as far as public sources say: each block stands or is missing by itself. */
export type BuyerCondition = {
  /** First month of their fiscal year: what the CRM says, or else what their filings show. */
  readonly fiscalYearStartMonth: Known<number>;
  readonly financial: Known<FinancialCondition>;
  readonly indicators: Known<readonly MarketIndicator[]>;
};

/** Puts together what is known of a buyer's condition; whatever no source has been switched on for is not yet read. */
export function buyerCondition(
  account: Known<Account>,
  financial: Known<FinancialCondition> = missing('not-yet-read'),
  indicators: Known<readonly MarketIndicator[]> = missing('not-yet-read'),
): BuyerCondition {
  const recorded = isGiven(account) ? account.value.fiscalYearStartMonth : account;
  const filed = isGiven(financial) ? financial.value.fiscalYearStartMonth : recorded;
  return {
    fiscalYearStartMonth: isGiven(recorded) ? recorded : isGiven(filed) ? filed : recorded,
    financial,
    indicators,
  };
}
