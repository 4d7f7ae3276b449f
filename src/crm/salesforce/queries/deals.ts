import { addDays, type CivilDate } from '../../../core/value/civil-date';
import type { Instant } from '../../../core/value/instant';
import type { HistoryMark } from '../../port';
import type { Children, Select } from '../api/soql';
import { literal } from '../api/soql';

export const DEAL_FIELDS = [
  'Id',
  'Name',
  'OwnerId',
  'Owner.Name',
  'AccountId',
  'Account.Name',
  'StageName',
  'Amount',
  'Probability',
  'CloseDate',
  'CreatedDate',
  'ForecastCategory',
  'IsClosed',
  'IsWon',
  'NextStep',
  'Type',
  'LeadSource',
];
export const ITEMS: Children = {
  relation: 'OpportunityLineItems',
  object: 'OpportunityLineItem',
  fields: ['Id', 'Quantity', 'TotalPrice', 'ProductCode', 'Product2.Name', 'Product2.Family'],
};

export const currencyField = (multiCurrency: boolean) => (multiCurrency ? ['CurrencyIsoCode'] : []);
export const meetings = (now: Instant, rest: string): Children => ({
  relation: 'Events',
  object: 'Event',
  fields: ['StartDateTime'],
  rest: `WHERE WhoId != null AND StartDateTime <= ${now} ORDER BY StartDateTime DESC ${rest}`,
});
export const incoming = (rest: string): Children => ({
  relation: 'Emails',
  object: 'EmailMessage',
  fields: ['MessageDate'],
  rest: `WHERE Incoming = true ORDER BY MessageDate DESC ${rest}`,
});

/** Deals that have ended in the last three years, newest first, from a place on. */
export function closedDeals(
  { since, place }: HistoryMark,
  now: Instant,
  today: CivilDate,
  size: number,
  multiCurrency: boolean,
): Select {
  return {
    object: 'Opportunity',
    fields: [...DEAL_FIELDS, 'Owner.ManagerId', ...currencyField(multiCurrency)],
    children: [
      { ...ITEMS, rest: 'LIMIT 1' },
      {
        relation: 'OpportunityHistories',
        object: 'OpportunityHistory',
        fields: ['Id', 'CreatedDate', 'StageName', 'Amount', 'CloseDate', 'Probability', 'ForecastCategory'],
      },
      {
        relation: 'Histories',
        object: 'OpportunityFieldHistory',
        fields: ['CreatedDate', 'Field', 'OldValue', 'NewValue'],
        rest: "WHERE Field = 'NextStep'",
      },
      { relation: 'OpportunityContactRoles', object: 'OpportunityContactRole', fields: ['Role', 'CreatedDate'] },
      meetings(now, 'LIMIT 50'),
      incoming('LIMIT 50'),
    ],
    rest:
      `WHERE ${endedWithin(today, since)}` +
      (place
        ? ` AND (CloseDate < ${place.closedOn} OR (CloseDate = ${place.closedOn} AND Id > ${literal(place.id)}))`
        : '') +
      ` ORDER BY CloseDate DESC, Id ASC LIMIT ${size}`,
  };
}

/** How many {@link closedDeals} there are. */
export function closedDealsCount({ since }: HistoryMark, today: CivilDate): Select {
  return { object: 'Opportunity', fields: ['COUNT(Id) deals'], rest: `WHERE ${endedWithin(today, since)}` };
}

/** Open deals by day of creation, counted by Salesforce itself: as many rows as days, however many deals there are. */
export const OPEN_BY_CREATION: Select = {
  object: 'Opportunity',
  fields: ['DAY_ONLY(CreatedDate) created', 'COUNT(Id) deals'],
  rest: 'WHERE IsClosed = false AND CreatedDate = LAST_N_DAYS:1825 GROUP BY DAY_ONLY(CreatedDate)',
};

function endedWithin(today: CivilDate, since: Instant | null): string {
  return (
    `IsClosed = true AND CloseDate >= ${addDays(today, -3 * 365)} AND CloseDate <= ${today}` +
    (since === null ? '' : ` AND SystemModstamp > ${since}`)
  );
}
