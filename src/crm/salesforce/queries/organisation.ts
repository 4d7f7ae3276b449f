import { addDays, type CivilDate } from '../../../core/value/civil-date';
import type { Select } from '../api/soql';
import { list } from '../api/soql';

/** The fiscal periods around a day, as the organisation's own calendar has them. */
export function periods(today: CivilDate): Select {
  return {
    object: 'Period',
    fields: ['Id', 'Type', 'StartDate', 'EndDate', 'Number', 'FullyQualifiedLabel'],
    rest:
      `WHERE Type IN ('Month', 'Quarter', 'Year') AND EndDate >= ${addDays(today, -400)} AND StartDate <= ${addDays(today, 100)} ` +
      'ORDER BY StartDate',
  };
}

/** What is told of the organisation, where its record cannot be had by its id. */
export const ORGANISATION: Select = {
  object: 'Organization',
  fields: ['Id', 'DefaultLocaleSidKey', 'TimeZoneSidKey', 'FiscalYearStartMonth', 'UsesStartDateAsFiscalYearName'],
  rest: '',
  limit: 1,
  optional: true,
};

export const STAGES: Select = {
  object: 'OpportunityStage',
  fields: ['Id', 'ApiName', 'MasterLabel', 'SortOrder', 'IsClosed', 'IsWon'],
  rest: 'WHERE IsActive = true ORDER BY SortOrder',
};

/**
 * Quotas that begin within a year before or in the months after a day.
 *
 * @param owners - ids of the reps, or references to where one stands
 */
export function quotas(owners: readonly string[], today: CivilDate, multiCurrency: boolean): Select {
  return {
    object: 'ForecastingQuota',
    fields: [
      'Id',
      'QuotaOwnerId',
      'StartDate',
      'PeriodId',
      'QuotaAmount',
      'QuotaQuantity',
      'IsAmount',
      'IsQuantity',
      'ProductFamily',
      'ForecastingTypeId',
      'ForecastingType.MasterLabel',
      ...(multiCurrency ? ['CurrencyIsoCode'] : []),
    ],
    rest:
      `WHERE QuotaOwnerId IN ${list(owners)} AND StartDate >= ${addDays(today, -371)} ` +
      `AND StartDate <= ${addDays(today, 100)} ORDER BY StartDate, Id`,
  };
}

export const CURRENCIES: Select = {
  object: 'CurrencyType',
  fields: ['IsoCode', 'ConversionRate', 'IsCorporate'],
  rest: 'ORDER BY IsoCode',
};

/** Rates of the days on which deals of this and the last fiscal year close, where the organisation keeps rates by day. */
export function datedRates(today: CivilDate): Select {
  return {
    object: 'DatedConversionRate',
    fields: ['IsoCode', 'ConversionRate', 'StartDate', 'NextStartDate'],
    rest: `WHERE NextStartDate = null OR NextStartDate >= ${addDays(today, -740)} ORDER BY StartDate, IsoCode`,
  };
}
