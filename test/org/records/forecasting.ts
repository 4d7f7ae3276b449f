import { recordId } from '../id';
import type { Row } from '../table';
import { instant } from './calendar';
import { SPLIT_TYPES } from './credit';
import type { DataOptions } from './options';
import type { FiscalCalendar, FiscalPeriod } from './periods';

export const FORECASTING = {
  revenue: recordId('0Db', 1),
  splits: recordId('0Db', 2),
  family: recordId('0Db', 3),
  quantity: recordId('0Db', 4),
} as const;

/** Four kinds of forecast: the amount by close date, what splits credit, the amount by product family, and units. */
export function forecastingTypes(since: string): Row[] {
  const at = instant(since);
  const type = (Id: string, DeveloperName: string, MasterLabel: string, more: Row = {}): Row => ({
    Id,
    DeveloperName,
    MasterLabel,
    IsActive: true,
    IsAmount: true,
    IsQuantity: false,
    DateType: 'OpportunityCloseDate',
    RoleType: 'R',
    HasProductFamily: false,
    OpportunitySplitTypeId: null,
    IsDeleted: false,
    CreatedDate: at,
    LastModifiedDate: at,
    SystemModstamp: at,
    ...more,
  });
  return [
    type(FORECASTING.revenue, 'OpportunityRevenue', 'Opportunity Revenue'),
    type(FORECASTING.splits, 'OpportunitySplitsRevenue', 'Opportunity Splits Revenue', {
      OpportunitySplitTypeId: SPLIT_TYPES.revenue.Id,
    }),
    type(FORECASTING.family, 'ProductFamilyRevenue', 'Product Family Revenue', { HasProductFamily: true }),
    type(FORECASTING.quantity, 'OpportunityQuantity', 'Opportunity Quantity', { IsAmount: false, IsQuantity: true }),
  ];
}

/** How much more than the quarter before a rep is asked for. */
const STRETCH = 1.1;

/** What somebody won: of the rep, whoever owns the deal, unless splits credit others. */
export type Win = { readonly rep: string; readonly on: string; readonly value: number; readonly family: string };

type People = {
  readonly user: (name: string) => string;
  /** Rep to manager. */
  readonly teams: ReadonlyMap<string, string>;
};

/**
 * Quotas: the set has none. Derived: what a rep won in the quarter before, and a tenth more; a manager's is the sum over the
 * team. Who won nothing then has no quota. By family and in units the same way, where asked for.
 */
export function quotas(
  won: readonly Win[],
  credited: readonly Win[],
  today: string,
  calendar: FiscalCalendar,
  { user, teams }: People,
  kind: DataOptions['quotas'] = 'revenue',
): Row[] {
  const quarters = calendar.all.filter(({ type }) => type === 'Quarter');
  const place = quarters.findIndex(({ start, next }) => start <= today && today < next);
  const rows: Row[] = [];
  const set = (of: (win: Win) => number, about: Row, wins: readonly Win[]) => {
    for (let at = place - 3; at <= place; at++) {
      const [before, quarter] = [quarters[at - 1], quarters[at]];
      if (!before || !quarter) continue;
      const total = (rep: string) =>
        wins.reduce(
          (sum, win) => (win.rep === rep && win.on >= before.start && win.on < before.next ? sum + of(win) : sum),
          0,
        ) * STRETCH;
      const team = new Map<string, number>();
      for (const [rep, manager] of teams) {
        const asked = total(rep);
        rows.push(...quota(rows.length, user(rep), asked, quarter, about));
        team.set(manager, (team.get(manager) ?? 0) + asked);
      }
      for (const [manager, asked] of team) rows.push(...quota(rows.length, user(manager), asked, quarter, about));
    }
  };
  if (kind !== 'splits') set(({ value }) => value, { ForecastingTypeId: FORECASTING.revenue }, won);
  if (kind !== 'revenue') set(({ value }) => value, { ForecastingTypeId: FORECASTING.splits }, credited);
  if (kind !== 'all') return rows;
  for (const family of [...new Set(won.map((win) => win.family))].sort()) {
    const some = won.filter((win) => win.family === family);
    set(({ value }) => value, { ForecastingTypeId: FORECASTING.family, ProductFamily: family }, some);
  }
  set(() => 1, { ForecastingTypeId: FORECASTING.quantity, IsAmount: false, IsQuantity: true }, won);
  return rows;
}

function quota(n: number, owner: string, asked: number, { start, id }: FiscalPeriod, about: Row): Row[] {
  if (asked <= 0) return [];
  const at = instant(start, 8);
  const inUnits = about.IsQuantity === true;
  return [
    {
      Id: recordId('0J9', n + 1),
      QuotaOwnerId: owner,
      PeriodId: id,
      StartDate: start,
      QuotaAmount: inUnits ? null : Math.round(asked * 100) / 100,
      QuotaQuantity: inUnits ? Math.ceil(asked) : null,
      IsAmount: true,
      IsQuantity: false,
      ProductFamily: null,
      IsDeleted: false,
      CreatedDate: at,
      LastModifiedDate: at,
      SystemModstamp: at,
      ...about,
    },
  ];
}

/** What revenue splits credit of what was won. @param names - users' names by id */
export function creditedWins(
  deals: readonly Row[],
  splits: readonly Row[],
  names: ReadonlyMap<unknown, string>,
): readonly Win[] {
  const won = new Map(deals.filter(({ IsWon }) => IsWon === true).map((deal) => [deal.Id, deal]));
  return splits.flatMap(({ OpportunityId, SplitTypeId, SplitOwnerId, SplitAmount }): Win[] => {
    const deal = won.get(OpportunityId ?? null);
    if (!deal || SplitTypeId !== SPLIT_TYPES.revenue.Id) return [];
    const rep = names.get(SplitOwnerId) ?? '';
    return [{ rep, on: String(deal.CloseDate), value: Number(SplitAmount), family: '' }];
  });
}

const CATEGORIES: Readonly<Record<string, string>> = {
  Pipeline: 'PipelineOnly',
  BestCase: 'BestCaseOnly',
  Forecast: 'CommitOnly',
  Closed: 'ClosedOnly',
};
const LABELS: Readonly<Record<string, string>> = { BestCase: 'Best Case', Forecast: 'Commit' };

/**
 * Forecast rows as Salesforce keeps them: for each user, quarter and category what the user's own deals come to, and with the team
 * below. As of the start: they do not follow what is written later.
 */
export function forecastItems(
  deals: readonly Row[],
  today: string,
  calendar: FiscalCalendar,
  { teams, user }: People,
): Row[] {
  const manager = new Map([...teams].map(([rep, boss]) => [user(rep), user(boss)]));
  const sums = new Map<string, { own: number; team: number }>();
  const add = (key: string, amount: number, own: boolean) => {
    const sum = sums.get(key) ?? { own: 0, team: 0 };
    sum.team += amount;
    if (own) sum.own += amount;
    sums.set(key, sum);
  };
  for (const { OwnerId, CloseDate, Amount, ForecastCategory } of deals) {
    const quarter = calendar.quarterOf(String(CloseDate));
    if (!quarter || CATEGORIES[String(ForecastCategory)] === undefined || typeof Amount !== 'number') continue;
    const amount = Math.round(Amount * 100);
    const owner = String(OwnerId);
    add([owner, quarter.id, ForecastCategory].join('/'), amount, true);
    const boss = manager.get(owner);
    if (boss !== undefined) add([boss, quarter.id, ForecastCategory].join('/'), amount, false);
  }
  const at = instant(today, 6);
  return [...sums].map(([key, { own, team }], n): Row => {
    const [owner = '', period = '', category = ''] = key.split('/');
    return {
      Id: recordId('0Di', n + 1),
      OwnerId: owner,
      PeriodId: period,
      ForecastingTypeId: FORECASTING.revenue,
      ForecastingItemCategory: CATEGORIES[category] ?? null,
      ForecastCategoryName: LABELS[category] ?? category,
      AmountWithoutAdjustments: team / 100,
      ForecastAmount: team / 100,
      OwnerOnlyAmount: own / 100,
      HasAdjustment: false,
      IsAmount: true,
      IsQuantity: false,
      ProductFamily: null,
      IsDeleted: false,
      CreatedDate: at,
      LastModifiedDate: at,
      SystemModstamp: at,
    };
  });
}
