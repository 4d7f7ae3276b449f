import { recordId } from '../id';
import type { Row } from '../table';
import { instant, plusDays, quarterOf, quarterStart } from './calendar';
import { chances } from './chance';
import type { SEATS } from './companies';
import type { Maven, MavenDeal } from './maven';
import type { FiscalCalendar } from './periods';
import { STAGES } from './stages';

/** What the set says of a deal, and what is derived from it. */
export type Deal = MavenDeal & {
  readonly rowId: string;
  readonly createdOn: string;
  /** Last day of its life so far: the day it closed, or today. */
  readonly livedTo: string;
  /** What it was won for, else {@link usual}. */
  readonly amount: number;
  /** What it was thought to be worth while open: list price x what won deals of the product had brought by then. Derived. */
  readonly usual: number;
  readonly price: number;
  /** Close dates as they were expected, each from a day on; derived. The last one holds. */
  readonly expected: readonly { readonly from: string; readonly closeDate: string }[];
};

type Links = {
  readonly today: string;
  readonly userId: (name: string) => string;
  readonly accountId: (name: string | null) => string | null;
  readonly peopleAt: (name: string) => readonly Row[];
  readonly calendar: FiscalCalendar;
};

/** `GTXPro` in the pipeline is `GTX Pro` in the price list. */
const listed = (product: string) => (product === 'GTXPro' ? 'GTX Pro' : product);

/** Days that a deal of the set is expected to take when it is opened: derived, and blind to how long it took. */
const EXPECTED = { least: 45, most: 110 };
/** A date that has passed is pushed by so much, three times in four. */
const PUSH = { least: 21, most: 60, often: 0.75 };
/** Prospects carry no date in the set: their creation is spread over the set's last quarter. */
const PROSPECTING_DAYS = 85;

const between = (chance: number, least: number, most: number) => Math.round(least + chance * (most - least));

/** The deals of the set as they stand today. */
export function deals(maven: Maven, today: string): readonly Deal[] {
  const prices = new Map(maven.products.map(({ name, price }) => [name, price]));
  const ratioOn = wonRatios(maven, prices);
  const lastQuarter = quarterStart(quarterOf(today));
  return maven.deals.flatMap((deal): Deal[] => {
    const next = chances(`deal ${deal.id}`);
    const createdOn = deal.engagedOn ?? plusDays(lastQuarter, Math.floor(next() * PROSPECTING_DAYS));
    if (createdOn > today) return [];
    const livedTo = deal.closed?.on ?? today;
    const price = prices.get(listed(deal.product)) ?? 0;
    const usual = Math.round(price * ratioOn(listed(deal.product), createdOn) * 100) / 100;
    const amount = deal.closed?.won ? deal.closed.value : usual;
    return [
      {
        ...deal,
        rowId: recordId('006', deal.place + 1),
        createdOn,
        livedTo,
        amount,
        usual,
        price,
        expected: expectations(createdOn, livedTo, next),
      },
    ];
  });
}

/** What deals of a product won before a day had brought, as a share of list price; 1 before the first of them. */
function wonRatios(maven: Maven, prices: ReadonlyMap<string, number>): (product: string, on: string) => number {
  const won = new Map<string, { readonly on: string; readonly paid: number; readonly listed: number }[]>();
  const dated = maven.deals
    .flatMap(({ product, closed }) => (closed?.won ? [{ product: listed(product), ...closed }] : []))
    .sort((a, b) => a.on.localeCompare(b.on));
  for (const { product, on, value } of dated) {
    const sums = won.get(product) ?? [];
    won.set(product, sums);
    const before = sums.at(-1);
    sums.push({
      on,
      paid: (before?.paid ?? 0) + value,
      listed: (before?.listed ?? 0) + (prices.get(product) ?? 0),
    });
  }
  return (product, on) => {
    const sum = won.get(product)?.findLast((one) => one.on < on);
    return sum === undefined || sum.listed === 0 ? 1 : sum.paid / sum.listed;
  };
}

function expectations(createdOn: string, livedTo: string, next: () => number): Deal['expected'] {
  const all = [{ from: createdOn, closeDate: plusDays(createdOn, between(next(), EXPECTED.least, EXPECTED.most)) }];
  for (;;) {
    const last = all.at(-1);
    const pushed = plusDays(last?.closeDate ?? createdOn, -between(next(), 0, 5));
    const often = next();
    const by = between(next(), PUSH.least, PUSH.most);
    if (last === undefined || pushed >= livedTo || often > PUSH.often) return all;
    all.push({ from: [pushed, last.from].sort().at(-1) ?? pushed, closeDate: plusDays(last.closeDate, by) });
  }
}

const NEXT_STEPS = [
  'Send revised quote',
  'Demo for the operations team',
  'Call procurement about terms',
  'Confirm delivery date',
  'Share reference customer',
  'Meet the finance lead',
];

/** A deal's rows: the opportunity, its product, and its history, which is derived from the dates above. */
export function rowsOf(deal: Deal, links: Links) {
  const { rowId, createdOn, closed, amount, expected } = deal;
  const next = chances(`record ${deal.id}`);
  const stage = closed
    ? closed.won
      ? STAGES.won
      : STAGES.lost
    : deal.engagedOn === null
      ? STAGES.prospecting
      : STAGES.engaging;
  const forecast = next();
  const whileOpen =
    deal.engagedOn === null
      ? STAGES.prospecting.ForecastCategory
      : forecast < 0.2
        ? 'Forecast'
        : forecast < 0.6
          ? 'BestCase'
          : 'Pipeline';
  const category = closed ? stage.ForecastCategory : whileOpen;
  const hasNextStep = next() < 0.55;
  const step = NEXT_STEPS[Math.floor(next() * NEXT_STEPS.length)] ?? null;
  const closeDate = closed?.on ?? expected.at(-1)?.closeDate ?? createdOn;
  const touched = closed ? instant(closed.on, 16) : instant(expected.at(-1)?.from ?? createdOn, 10);
  const system = {
    IsDeleted: false,
    CreatedDate: instant(createdOn),
    LastModifiedDate: touched,
    SystemModstamp: touched,
  };
  const ownerId = links.userId(deal.rep);
  const quarter = links.calendar.quarterOf(closeDate);
  const opportunity: Row = {
    Id: rowId,
    Name: `${deal.account ?? 'New prospect'} - ${deal.product} ${deal.id.slice(0, 4)}`,
    AccountId: links.accountId(deal.account),
    OwnerId: ownerId,
    StageName: stage.ApiName,
    Amount: amount,
    Probability: stage.DefaultProbability,
    ExpectedRevenue: amount === null ? null : Math.round(amount * stage.DefaultProbability) / 100,
    CloseDate: closeDate,
    Type: null,
    NextStep: !closed && hasNextStep ? step : null,
    LeadSource: null,
    IsClosed: stage.IsClosed,
    IsWon: stage.IsWon,
    ForecastCategory: category,
    ForecastCategoryName: category === 'Forecast' ? 'Commit' : category === 'BestCase' ? 'Best Case' : category,
    HasOpportunityLineItem: true,
    Description:
      'Amount of an open or lost deal, close dates before the last one, next step, contact roles and activities are derived from the public set and carry no signal.',
    FiscalYear: quarter?.year ?? null,
    FiscalQuarter: quarter?.number ?? null,
    Fiscal: quarter ? `${quarter.year} ${quarter.number}` : null,
    LastActivityDate: null,
    HasOpenActivity: false,
    HasOverdueTask: false,
    SyncedQuoteId: null,
    PushCount: expected.length - 1,
    LastStageChangeDate: closed ? instant(closed.on, 16) : instant(createdOn),
    ...system,
  };
  const line: Row = {
    Id: recordId('00k', deal.place + 1),
    OpportunityId: rowId,
    Product2Id: null,
    PricebookEntryId: null,
    ProductCode: null,
    Name: `${deal.account ?? 'New prospect'} ${deal.product}`,
    Quantity: 1,
    UnitPrice: amount,
    TotalPrice: amount,
    ListPrice: deal.price,
    SortOrder: 1,
    ServiceDate: null,
    Discount: null,
    ...system,
  };
  return { opportunity, line, ...history(deal, ownerId, whileOpen) };
}

function history(deal: Deal, ownerId: string, whileOpen: string): { readonly stages: Row[]; readonly changes: Row[] } {
  const { rowId, closed, expected, createdOn } = deal;
  const open = deal.engagedOn === null ? STAGES.prospecting : STAGES.engaging;
  let count = 0;
  const row = (
    at: string,
    stage: (typeof STAGES)[keyof typeof STAGES],
    closeDate: string,
    amount: number | null,
    forecast: string,
  ): Row => ({
    Id: recordId('008', deal.place * 32 + ++count),
    OpportunityId: rowId,
    CreatedById: ownerId,
    StageName: stage.ApiName,
    Amount: amount,
    ExpectedRevenue: null,
    CloseDate: closeDate,
    Probability: stage.DefaultProbability,
    ForecastCategory: forecast,
    IsDeleted: false,
    CreatedDate: at,
    LastModifiedDate: at,
    SystemModstamp: at,
  });
  const stages = expected.map(({ from, closeDate }, place) =>
    row(instant(from, place === 0 ? 9 : 10), open, closeDate, deal.usual, whileOpen),
  );
  let change = 0;
  const changed = (at: string, field: string, before: string | null, after: string | null): Row => ({
    Id: recordId('017', deal.place * 32 + ++change),
    OpportunityId: rowId,
    CreatedById: ownerId,
    Field: field,
    OldValue: before,
    NewValue: after,
    IsDeleted: false,
    CreatedDate: at,
    LastModifiedDate: at,
    SystemModstamp: at,
  });
  const changes = [changed(instant(createdOn), 'created', null, null)];
  expected.slice(1).forEach(({ from, closeDate }, place) => {
    changes.push(changed(instant(from, 10), 'CloseDate', expected[place]?.closeDate ?? null, closeDate));
  });
  if (closed) {
    const stage = closed.won ? STAGES.won : STAGES.lost;
    stages.push(row(instant(closed.on, 16), stage, closed.on, deal.amount, stage.ForecastCategory));
    changes.push(changed(instant(closed.on, 16), 'StageName', open.ApiName, stage.ApiName));
  }
  return { stages, changes };
}

/** How often each seat at the buyer's table is on a deal. The same for every deal: derived people carry no signal. */
const SEATED: Readonly<Record<(typeof SEATS)[number]['role'], number>> = {
  'Economic Buyer': 0.45,
  'Decision Maker': 0.6,
  'Technical Buyer': 0.4,
  'Business User': 0.65,
  Evaluator: 0.75,
  Influencer: 0.25,
};

/** A person at the buyer, and the day from which this person is on the deal. */
export type Joined = { readonly contact: Row; readonly on: string };

/** The people on a deal, where it has an account; `people` also has those who will join within days. */
export function rolesOf(
  deal: Deal,
  links: Links,
  seats: typeof SEATS,
): { readonly roles: Row[]; readonly people: readonly Joined[] } {
  if (deal.account === null) return { roles: [], people: [] };
  const next = chances(`committee ${deal.id}`);
  const joining = links.peopleAt(deal.account).flatMap((contact, seat) => {
    const role = seats[seat]?.role;
    const joins = next();
    const on = plusDays(deal.createdOn, Math.floor(next() * 20));
    return role === undefined || joins >= SEATED[role] ? [] : [{ contact, seat, role, on }];
  });
  const first = joining.map(({ on }) => on).sort()[0];
  const primary = joining.find(({ on }) => on === first)?.seat;
  const joined = joining.filter(({ on }) => on <= deal.livedTo);
  const roles = joined.map(({ contact, seat, role, on }): Row => {
    const at = instant(on, 11);
    return {
      Id: recordId('00K', deal.place * 8 + seat + 1),
      OpportunityId: deal.rowId,
      ContactId: contact.Id ?? null,
      Role: role,
      IsPrimary: seat === primary,
      IsDeleted: false,
      CreatedDate: at,
      LastModifiedDate: at,
      SystemModstamp: at,
    };
  });
  return { roles, people: joining };
}
