import { recordId } from '../id';
import type { Row } from '../table';
import { instant, plusDays, quarterOf, quarterStart } from './calendar';
import { chances } from './chance';
import type { SEATS } from './companies';
import type { Maven, MavenDeal } from './maven';
import { STAGES } from './stages';

/** What the set says of a deal, and what is derived from it. */
export type Deal = MavenDeal & {
  readonly rowId: string;
  readonly createdOn: string;
  /** Last day of its life so far: the day it closed, or today. */
  readonly livedTo: string;
  readonly amount: number | null;
  readonly price: number;
  /** Close dates as they were expected, each from a day on; derived. The last one holds. */
  readonly expected: readonly { readonly from: string; readonly closeDate: string }[];
};

type Links = {
  readonly today: string;
  readonly userId: (name: string) => string;
  readonly accountId: (name: string | null) => string | null;
  readonly peopleAt: (name: string) => readonly Row[];
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
  const ratios = wonRatios(maven, prices);
  const lastQuarter = quarterStart(quarterOf(today));
  return maven.deals.flatMap((deal, index): Deal[] => {
    const next = chances(`deal ${deal.id}`);
    const createdOn = deal.engagedOn ?? plusDays(lastQuarter, Math.floor(next() * PROSPECTING_DAYS));
    if (createdOn > today) return [];
    const livedTo = deal.closed?.on ?? today;
    const price = prices.get(listed(deal.product)) ?? 0;
    const usual = Math.round(price * (ratios.get(listed(deal.product)) ?? 1) * 100) / 100;
    const amount = deal.closed?.won ? deal.closed.value : usual;
    return [
      {
        ...deal,
        rowId: recordId('006', index + 1),
        createdOn,
        livedTo,
        amount,
        price,
        expected: expectations(createdOn, livedTo, next),
      },
    ];
  });
}

/** What won deals of a product brought, as a share of its list price: all that is known today, none of what is to come. */
function wonRatios(maven: Maven, prices: ReadonlyMap<string, number>): Map<string, number> {
  const sums = new Map<string, { paid: number; listed: number }>();
  for (const { product, closed } of maven.deals) {
    if (!closed?.won) continue;
    const sum = sums.get(listed(product)) ?? { paid: 0, listed: 0 };
    sums.set(listed(product), {
      paid: sum.paid + closed.value,
      listed: sum.listed + (prices.get(listed(product)) ?? 0),
    });
  }
  return new Map([...sums].map(([product, sum]) => [product, sum.paid / sum.listed]));
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
export function rowsOf(deal: Deal, index: number, links: Links) {
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
  const category =
    closed || deal.engagedOn === null
      ? stage.ForecastCategory
      : forecast < 0.2
        ? 'Forecast'
        : forecast < 0.6
          ? 'BestCase'
          : 'Pipeline';
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
  const quarter = Math.ceil(Number(closeDate.slice(5, 7)) / 3);
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
    FiscalYear: Number(closeDate.slice(0, 4)),
    FiscalQuarter: quarter,
    Fiscal: `${closeDate.slice(0, 4)} ${quarter}`,
    LastActivityDate: null,
    PushCount: expected.length - 1,
    LastStageChangeDate: closed ? instant(closed.on, 16) : instant(createdOn),
    ...system,
  };
  const line: Row = {
    Id: recordId('00k', index + 1),
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
    ...system,
  };
  return { opportunity, line, ...history(deal, index, ownerId, category) };
}

function history(
  deal: Deal,
  index: number,
  ownerId: string,
  category: string,
): { readonly stages: Row[]; readonly changes: Row[] } {
  const { rowId, closed, expected, createdOn } = deal;
  const open = deal.engagedOn === null ? STAGES.prospecting : STAGES.engaging;
  const usual = closed?.won ? Math.round(deal.price * 100) / 100 : deal.amount;
  let count = 0;
  const row = (
    at: string,
    stage: (typeof STAGES)[keyof typeof STAGES],
    closeDate: string,
    amount: number | null,
    forecast: string,
  ): Row => ({
    Id: recordId('008', index * 16 + ++count),
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
    row(instant(from, place === 0 ? 9 : 10), open, closeDate, usual, closed ? open.ForecastCategory : category),
  );
  let change = 0;
  const changed = (at: string, field: string, before: string | null, after: string | null): Row => ({
    Id: recordId('017', index * 16 + ++change),
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

/** The people on a deal, where it has an account. */
export function rolesOf(
  deal: Deal,
  index: number,
  links: Links,
  seats: typeof SEATS,
): { readonly roles: Row[]; readonly people: Row[] } {
  if (deal.account === null) return { roles: [], people: [] };
  const next = chances(`committee ${deal.id}`);
  const people: Row[] = [];
  const roles = links.peopleAt(deal.account).flatMap((contact, seat): Row[] => {
    const role = seats[seat]?.role;
    const joins = next();
    const on = plusDays(deal.createdOn, Math.floor(next() * 20));
    if (role === undefined || joins >= SEATED[role] || on > deal.livedTo) return [];
    people.push(contact);
    const at = instant(on, 11);
    return [
      {
        Id: recordId('00K', index * 8 + seat + 1),
        OpportunityId: deal.rowId,
        ContactId: contact.Id ?? null,
        Role: role,
        IsPrimary: people.length === 1,
        IsDeleted: false,
        CreatedDate: at,
        LastModifiedDate: at,
        SystemModstamp: at,
      },
    ];
  });
  return { roles, people };
}
