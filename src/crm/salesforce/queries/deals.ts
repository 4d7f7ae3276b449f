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
  fields: ['Id', 'IsDeleted', 'Quantity', 'TotalPrice', 'ProductCode', 'Product2.Name', 'Product2.Family'],
};

export const currencyField = (multiCurrency: boolean) => (multiCurrency ? ['CurrencyIsoCode'] : []);
export const meetings = (now: Instant, rest: string): Children => ({
  relation: 'Events',
  object: 'Event',
  fields: ['StartDateTime', 'IsDeleted'],
  rest: `WHERE WhoId != null AND StartDateTime <= ${now} ORDER BY StartDateTime DESC ${rest}`,
  needs: ['WhoId', 'StartDateTime'],
});
export const incoming = (rest: string): Children => ({
  relation: 'Emails',
  object: 'EmailMessage',
  fields: ['MessageDate', 'IsDeleted'],
  rest: `WHERE Incoming = true ORDER BY MessageDate DESC ${rest}`,
  needs: ['Incoming', 'MessageDate'],
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
    fields: [...DEAL_FIELDS, 'Owner.ManagerId', 'Owner.UserRoleId', ...currencyField(multiCurrency)],
    children: [
      { ...ITEMS, rest: 'LIMIT 1' },
      {
        relation: 'OpportunityHistories',
        object: 'OpportunityHistory',
        fields: ['Id', 'CreatedDate', 'StageName', 'Amount', 'CloseDate', 'Probability'],
      },
      {
        relation: 'Histories',
        object: 'OpportunityFieldHistory',
        fields: ['CreatedDate', 'Field', 'OldValue', 'NewValue'],
        rest: "WHERE Field = 'NextStep'",
      },
      {
        relation: 'OpportunityContactRoles',
        object: 'OpportunityContactRole',
        fields: ['Role', 'CreatedDate', 'IsDeleted'],
      },
      meetings(now, 'LIMIT 50'),
      incoming('LIMIT 50'),
    ],
    rest:
      `WHERE ${endedWithin(today, since)}` +
      (place
        ? ` AND (CloseDate < ${place.closedOn} OR (CloseDate = ${place.closedOn} AND Id > ${literal(place.id)}))`
        : '') +
      ` AND IsDeleted = false ORDER BY CloseDate DESC, Id ASC LIMIT ${size}`,
    // Meetings of deals that ended more than a year ago are archived.
    all: true,
  };
}

/** Ids that one answer holds. */
const MOST_GONE = 2000;

/** Deals that were touched after a moment and are no closed deals of the last three years: deleted, opened again, moved in time. */
export function goneSince(since: Instant, today: CivilDate): Select {
  return {
    object: 'Opportunity',
    fields: ['Id'],
    rest:
      `WHERE SystemModstamp > ${since} AND (IsDeleted = true OR IsClosed = false OR CloseDate > ${today} ` +
      `OR CloseDate < ${threeYearsBefore(today)}) ORDER BY SystemModstamp DESC LIMIT ${MOST_GONE}`,
    all: true,
    optional: true,
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

function threeYearsBefore(today: CivilDate): CivilDate {
  return addDays(today, -3 * 365);
}

function endedWithin(today: CivilDate, since: Instant | null): string {
  return (
    `IsClosed = true AND CloseDate >= ${threeYearsBefore(today)} AND CloseDate <= ${today}` +
    (since === null ? '' : ` AND SystemModstamp > ${since}`)
  );
}
