import { recordId } from '../id';
import { SCHEMA } from '../schema';
import { type Row, Table, type Tables } from '../table';
import { activitiesOf } from './activities';
import { instant, plusDays } from './calendar';
import { companies, SEATS } from './companies';
import { deals, rolesOf, rowsOf } from './deals';
import { readMaven } from './maven';
import { ORGANISATION, people, TIME_ZONE } from './people';
import { fiscalCalendar, quotas } from './periods';
import { stageRows } from './stages';

/** All that the stand-in organisation holds on a day. */
export type Organisation = {
  readonly id: string;
  readonly name: string;
  readonly tables: Tables;
  readonly today: string;
};

/** Makes the organisation of a day from the public set. @param today - `YYYY-MM-DD` */
export function organisation(today: string, name = 'Acme', maven = readMaven(today)): Organisation {
  const since = plusDays(today, -900);
  const system = {
    IsDeleted: false,
    CreatedDate: instant(since),
    LastModifiedDate: instant(since),
    SystemModstamp: instant(since),
  };
  const { users, roles, userId } = people(maven, since);
  const { accounts, contacts, accountId, peopleAt } = companies(maven, since, userId);
  const products = [
    ...maven.products,
    { name: 'GTXPro', series: 'GTX', price: maven.products.find((one) => one.name === 'GTX Pro')?.price ?? 0 },
  ];
  const productId = new Map(products.map((product, index) => [product.name, recordId('01t', index + 1)]));
  const rows: Record<string, Row[]> = {
    Organization: [
      {
        Id: ORGANISATION,
        Name: name,
        FiscalYearStartMonth: 1,
        UsesStartDateAsFiscalYearName: false,
        IsSandbox: false,
        OrganizationType: 'Enterprise Edition',
        TimeZoneSidKey: TIME_ZONE,
        DefaultLocaleSidKey: 'en_US',
        LanguageLocaleKey: 'en_US',
        ...system,
      },
    ],
    User: users,
    UserRole: roles,
    Account: accounts,
    Contact: contacts,
    OpportunityStage: stageRows(since),
    Product2: products.map(({ name: product, series }) => ({
      Id: productId.get(product) ?? '',
      Name: product,
      ProductCode: product.toUpperCase().replace(/\W+/g, '-'),
      Family: series,
      IsActive: true,
      ...system,
    })),
    PricebookEntry: products.map(({ name: product, price }, index) => ({
      Id: recordId('01u', index + 1),
      Product2Id: productId.get(product) ?? '',
      UnitPrice: price,
      IsActive: true,
      ...system,
    })),
  };
  const calendar = fiscalCalendar(today);
  rows.Period = calendar.periods;
  rows.FiscalYearSettings = calendar.years;
  const type = recordId('0Db', 1);
  rows.ForecastingType = [
    {
      Id: type,
      DeveloperName: 'OpportunityRevenue',
      MasterLabel: 'Opportunity Revenue',
      IsActive: true,
      IsAmount: true,
      IsQuantity: false,
      DateType: 'OpportunityCloseDate',
      RoleType: 'R',
      HasProductFamily: false,
      ...system,
    },
  ];
  rows.ForecastingQuota = quotas(
    maven.deals.flatMap(({ rep, closed }) => (closed?.won ? [{ rep, on: closed.on, value: closed.value }] : [])),
    new Map(maven.reps.map(({ name: rep, manager }) => [rep, manager])),
    today,
    { user: userId, quarter: calendar.quarterId, type },
  );
  Object.assign(rows, dealRows(today, maven, { userId, accountId, peopleAt }, users, productId));
  const tables = new Map(
    SCHEMA.map((object) => [object.name.toLowerCase(), new Table(object, rows[object.name] ?? [])]),
  );
  return { id: ORGANISATION, name, tables, today };
}

function dealRows(
  today: string,
  maven: Parameters<typeof deals>[0],
  links: Omit<Parameters<typeof rowsOf>[1], 'today'>,
  users: readonly Row[],
  productId: ReadonlyMap<string, string>,
): Record<string, Row[]> {
  const all: Record<string, Row[]> = {
    Opportunity: [],
    OpportunityLineItem: [],
    OpportunityHistory: [],
    OpportunityFieldHistory: [],
    OpportunityContactRole: [],
    Task: [],
    Event: [],
    EmailMessage: [],
    OpportunityCompetitor: [],
  };
  const emails = new Map(users.map((user) => [user.Id, String(user.Email)]));
  for (const deal of deals(maven, today)) {
    const { opportunity, line, stages, changes } = rowsOf(deal, { ...links, today });
    const { roles, people: committee } = rolesOf(deal, { ...links, today }, SEATS);
    const owner = String(opportunity.OwnerId);
    const {
      tasks,
      events,
      emails: mails,
    } = activitiesOf(
      deal,
      committee,
      owner,
      emails.get(owner) ?? '',
      (opportunity.AccountId ?? null) ? String(opportunity.AccountId) : null,
      today,
    );
    opportunity.LastActivityDate =
      [...tasks, ...events]
        .map(({ ActivityDate }) => String(ActivityDate))
        .filter((on) => on <= today)
        .sort()
        .at(-1) ?? null;
    all.Opportunity?.push(opportunity);
    all.OpportunityLineItem?.push({ ...line, Product2Id: productId.get(deal.product) ?? null });
    all.OpportunityHistory?.push(...stages);
    all.OpportunityFieldHistory?.push(...changes);
    all.OpportunityContactRole?.push(...roles);
    all.Task?.push(...tasks);
    all.Event?.push(...events);
    all.EmailMessage?.push(...mails);
  }
  return all;
}
