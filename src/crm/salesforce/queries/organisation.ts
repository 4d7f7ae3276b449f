import { addDays, type CivilDate } from '../../../core/value/civil-date';
import type { Select } from '../api/soql';
import { list, literal } from '../api/soql';

/** The fiscal quarters and years around a day, as the organisation's own calendar has them. */
export function periods(today: CivilDate): Select {
  return {
    object: 'Period',
    fields: ['Id', 'Type', 'StartDate', 'EndDate', 'Number', 'FullyQualifiedLabel'],
    rest:
      `WHERE Type IN ('Quarter', 'Year') AND EndDate >= ${addDays(today, -400)} AND StartDate <= ${addDays(today, 100)} ` +
      'ORDER BY StartDate',
  };
}

export const STAGES: Select = {
  object: 'OpportunityStage',
  fields: ['Id', 'ApiName', 'MasterLabel', 'SortOrder', 'IsClosed', 'IsWon'],
  rest: 'WHERE IsActive = true ORDER BY SortOrder',
};

/** A rep's quotas that begin within a year before or in the months after a day. */
export function quotas(rep: string, today: CivilDate, multiCurrency: boolean): Select {
  return {
    object: 'ForecastingQuota',
    fields: [
      'Id',
      'StartDate',
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
      `WHERE QuotaOwnerId = ${literal(rep)} AND StartDate >= ${addDays(today, -371)} ` +
      `AND StartDate <= ${addDays(today, 100)}`,
  };
}

/** The companies of a chain from a deal's account upwards, and all directly below any of them. */
export function family(chain: readonly string[]): Select {
  return {
    object: 'Account',
    fields: [
      'Id',
      'Name',
      'ParentId',
      'Industry',
      'Website',
      'BillingCountry',
      'AnnualRevenue',
      'NumberOfEmployees',
      'LastActivityDate',
    ],
    rest: `WHERE Id IN ${list(chain)} OR ParentId IN ${list(chain)} ORDER BY Name LIMIT 200`,
  };
}

/** What the organisation has with each of those companies: deals and their amounts, open and closed. */
export function standings(chain: readonly string[]): Select {
  return {
    object: 'Opportunity',
    fields: ['AccountId', 'IsClosed', 'IsWon', 'COUNT(Id) deals', 'SUM(Amount) total'],
    rest: `WHERE ${inFamily(chain)} GROUP BY AccountId, IsClosed, IsWon`,
  };
}

/** Their open deals whose close date has passed. */
export function overdue(chain: readonly string[], today: CivilDate): Select {
  return {
    object: 'Opportunity',
    fields: ['AccountId', 'COUNT(Id) deals'],
    rest: `WHERE IsClosed = false AND CloseDate < ${today} AND ${inFamily(chain)} GROUP BY AccountId`,
  };
}

function inFamily(chain: readonly string[]): string {
  return `(AccountId IN ${list(chain)} OR Account.ParentId IN ${list(chain)})`;
}
