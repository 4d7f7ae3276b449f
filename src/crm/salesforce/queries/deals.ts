import { addDays, type CivilDate } from '../../../core/value/civil-date';
import type { Instant } from '../../../core/value/instant';
import type { HistoryMark } from '../../port';
import type { Children, Select } from '../api/soql';
import { literal } from '../api/soql';

const DEAL_FIELDS = [
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
const ITEMS: Children = {
  relation: 'OpportunityLineItems',
  object: 'OpportunityLineItem',
  fields: ['Id', 'Quantity', 'TotalPrice', 'ProductCode', 'Product2.Name', 'Product2.Family'],
};

/** The longest a fiscal year can be: 53 weeks. */
const LONGEST_YEAR = 371;

const currencyField = (multiCurrency: boolean) => (multiCurrency ? ['CurrencyIsoCode'] : []);
const meetings = (now: Instant, rest: string): Children => ({
  relation: 'Events',
  object: 'Event',
  fields: ['StartDateTime'],
  rest: `WHERE WhoId != null AND StartDateTime <= ${now} ORDER BY StartDateTime DESC ${rest}`,
});
const incoming = (rest: string): Children => ({
  relation: 'Emails',
  object: 'EmailMessage',
  fields: ['MessageDate'],
  rest: `WHERE Incoming = true ORDER BY MessageDate DESC ${rest}`,
});

/** A rep's open deals, and those won within a fiscal year's length, with products and the latest act of the buyer's. */
export function bookOf(rep: string, now: Instant, today: CivilDate, multiCurrency: boolean): Select {
  return {
    object: 'Opportunity',
    fields: [...DEAL_FIELDS, ...currencyField(multiCurrency)],
    children: [ITEMS, meetings(now, 'LIMIT 1'), incoming('LIMIT 1')],
    rest:
      `WHERE OwnerId = ${literal(rep)} AND (IsClosed = false OR ` +
      `(IsWon = true AND CloseDate >= ${addDays(today, -LONGEST_YEAR)})) ORDER BY CloseDate, Id`,
  };
}

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
