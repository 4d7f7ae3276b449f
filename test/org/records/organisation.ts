import { CopiedTable, isCopied } from '../copies';
import { inCopy, recordId } from '../id';
import { SCHEMA } from '../schema';
import { type Row, Table, type Tables } from '../table';
import { accountActivities } from './account-activities';
import { instant, plusDays } from './calendar';
import { merge, remove } from './changes';
import { companies } from './companies';
import { splitTypeRows } from './credit';
import { currencyRows, intoCurrencies } from './currencies';
import { dealRows } from './deal-rows';
import { deals } from './deals';
import { derivedAccounts } from './families';
import { creditedWins, forecastItems, forecastingTypes, quotas } from './forecasting';
import { type Maven, readMaven } from './maven';
import type { DataOptions } from './options';
import { ORGANISATION, people, TIME_ZONE } from './people';
import { type FiscalCalendar, fiscalCalendar } from './periods';
import { stageRows } from './stages';

/** All that the stand-in organisation holds on a day. */
export type Organisation = {
  readonly id: string;
  readonly name: string;
  readonly tables: Tables;
  readonly today: string;
  readonly calendar: FiscalCalendar;
  /** Records that not everybody sees, with the users who do. */
  readonly privates: Map<string, ReadonlySet<string>>;
  /** The organisation's clock: an instant in ISO form. */
  now: () => string;
  /** Somebody deletes a record with all that hangs on it; `emptied`: also out of the recycle bin. */
  readonly remove: (id: string, emptied?: boolean) => void;
  /** Somebody merges two accounts or contacts: what led to `from` leads to `into`. */
  readonly merge: (into: string, from: string) => void;
};

/** Tasks and events leave the everyday queries a year after they were done. */
const ARCHIVED_AFTER_DAYS = 365;

/** Makes the organisation of a day from the public set. @param today - `YYYY-MM-DD` */
export function organisation(
  today: string,
  name = 'Acme',
  set: Maven = readMaven(today),
  options: DataOptions = {},
): Organisation {
  const maven = thinned(withEnded(set, options.ended), options.size);
  const since = plusDays(today, -900);
  const system = {
    IsDeleted: false,
    CreatedDate: instant(since),
    LastModifiedDate: instant(since),
    SystemModstamp: instant(since),
  };
  const calendar = fiscalCalendar(today, options.fiscalYear);
  const { users, roles, userId } = people(maven, since);
  const { accounts, contacts, accountId, peopleAt } = companies(maven, since, userId);
  const derived = derivedAccounts(accounts);
  const products = [
    ...maven.products,
    { name: 'GTXPro', series: 'GTX', price: maven.products.find((one) => one.name === 'GTX Pro')?.price ?? 0 },
  ];
  const productId = new Map(products.map((product, index) => [product.name, recordId('01t', index + 1)]));
  const teams = { user: userId, teams: new Map(maven.reps.map(({ name: rep, manager }) => [rep, manager])) };
  const wins = maven.deals.flatMap(({ rep, product, closed }) =>
    closed?.won
      ? [
          {
            rep,
            on: closed.on,
            value: closed.value,
            family: products.find((one) => one.name === product)?.series ?? '',
          },
        ]
      : [],
  );
  const rows: Record<string, Row[]> = {
    Organization: [
      {
        Id: organisationId(name),
        Name: name,
        FiscalYearStartMonth: calendar.startMonth,
        UsesStartDateAsFiscalYearName: calendar.namedByStart,
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
    Account: [...accounts, ...derived.rows],
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
    Period: calendar.periods,
    FiscalYearSettings: calendar.years,
    ForecastingType: forecastingTypes(since),
    OpportunitySplitType: splitTypeRows(since),
    ...dealRows(deals(maven, today), {
      today,
      userId,
      accountId,
      peopleAt,
      calendar,
      reps: maven.reps,
      users,
      productId,
    }),
  };
  const names = new Map(users.map((user) => [user.Id, String(user.Name)]));
  const credited = creditedWins(rows.Opportunity ?? [], rows.OpportunitySplit ?? [], names);
  rows.ForecastingQuota = quotas(wins, credited, today, calendar, teams, options.quotas);
  rows.ForecastingItem = forecastItems(rows.Opportunity ?? [], today, calendar, teams);
  for (const [place, { name: company }] of maven.accounts.entries()) {
    const account = accounts[place];
    if (!account) continue;
    const acts = accountActivities(account, place, peopleAt(company), today);
    rows.Task?.push(...acts.tasks);
    rows.Event?.push(...acts.events);
  }
  archive([...(rows.Task ?? []), ...(rows.Event ?? [])], today);
  const { types, dated } = currencyRows(today, since);
  Object.assign(rows, { CurrencyType: types, DatedConversionRate: dated });
  intoCurrencies(rows, options.currencies === 'many');
  const whole = maven.deals.length === set.deals.length;
  const copies = whole ? Math.max(1, Math.ceil((options.size ?? 0) / Math.max(1, rows.Opportunity?.length ?? 0))) : 1;
  const tables = new Map(
    SCHEMA.map((object) => {
      const all = rows[object.name] ?? [];
      const table = copies > 1 && isCopied(object.name) ? new CopiedTable(object, all, copies) : new Table(object, all);
      return [object.name.toLowerCase(), table];
    }),
  );
  const above = users.filter(({ Title }) => Title !== 'Account Executive').map(({ Id }) => String(Id));
  const privates = new Map(
    derived.unshared.flatMap((id) =>
      Array.from({ length: copies }, (_, n) => [inCopy(id, n), new Set(above.map((user) => inCopy(user, n)))] as const),
    ),
  );
  const made: Organisation = {
    id: organisationId(name),
    name,
    tables,
    today,
    calendar,
    privates,
    now: () => `${today}T15:00:00.000Z`,
    remove: (id, emptied) => remove(made, id, emptied),
    merge: (into, from) => merge(made, into, from),
  };
  return made;
}

/** The set with about so many of its deals, evenly taken; all of them where it has no more. */
function thinned(maven: Maven, size = Number.POSITIVE_INFINITY): Maven {
  const deals = evenly(maven.deals, size);
  return deals === maven.deals ? maven : { ...maven, deals };
}

/** The set with all its open deals, and about so many of those that have ended. */
function withEnded(maven: Maven, ended: number | undefined): Maven {
  if (ended === undefined) return maven;
  const kept = new Set(
    evenly(
      maven.deals.filter(({ closed }) => closed !== null),
      ended,
    ),
  );
  return { ...maven, deals: maven.deals.filter((deal) => deal.closed === null || kept.has(deal)) };
}

/** So many of them, evenly taken; the same list where there are no more. */
function evenly<T>(all: readonly T[], size: number): readonly T[] {
  const share = size / all.length;
  const taken = (place: number) => Math.floor((place + 1) * share) > Math.floor(place * share);
  return share >= 1 ? all : all.filter((_, place) => taken(place));
}

/** Two organisations have two ids, whatever else they share. */
export function organisationId(name: string): string {
  const place = name === 'Acme' ? 1 : [...name].reduce((sum, c) => (sum * 31 + c.charCodeAt(0)) % 1_000_000, 7) + 2;
  return name === 'Acme' ? ORGANISATION : recordId('00D', place);
}

function archive(acts: readonly Row[], today: string): void {
  const before = plusDays(today, -ARCHIVED_AFTER_DAYS);
  for (const row of acts) row.IsArchived = row.IsClosed !== false && String(row.ActivityDate) < before;
}
