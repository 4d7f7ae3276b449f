import { recordId } from '../id';
import type { Row, Value } from '../table';
import { instant, plusDays } from './calendar';

/** The organisation's own currency, in which totals over several currencies come. */
export const CORPORATE = 'USD';

/** Units of a currency for one of the corporate one, and its decimals: fixed figures of this organisation, no market's. */
const RATES: Readonly<Record<string, { readonly rate: number; readonly decimals: number; readonly later: number }>> = {
  USD: { rate: 1, decimals: 2, later: 1 },
  EUR: { rate: 0.9, decimals: 2, later: 0.8 },
  GBP: { rate: 0.75, decimals: 2, later: 0.75 },
  JPY: { rate: 150, decimals: 0, later: 160 },
  BRL: { rate: 5, decimals: 2, later: 5 },
  NOK: { rate: 10, decimals: 2, later: 12.5 },
};

/** Countries, as the set spells them, whose companies deal in a currency of their own. */
const BY_COUNTRY: Readonly<Record<string, string>> = {
  Germany: 'EUR',
  Belgium: 'EUR',
  Italy: 'EUR',
  Japan: 'JPY',
  Brazil: 'BRL',
  Norway: 'NOK',
  'United Kingdom': 'GBP',
};

/** Users of this manager's team have the euro as theirs. */
const EURO_TEAM = 'Rocco Neubert';

/** The dated rates change so many days before today. */
const CHANGE_DAYS = 120;

/** What an amount in a currency is worth in another, at the rate of a day; null: no such rate. */
export type Exchange = (amount: number, from: Value, to: string, on: string | null) => number | null;

export function currencyRows(today: string, since: string): { readonly types: Row[]; readonly dated: Row[] } {
  const at = instant(since);
  const system = { IsDeleted: false, CreatedDate: at, LastModifiedDate: at, SystemModstamp: at };
  const change = plusDays(today, -CHANGE_DAYS);
  const types = Object.entries(RATES).map(([IsoCode, { rate, decimals }], n) => ({
    Id: recordId('01L', n + 1),
    IsoCode,
    ConversionRate: rate,
    DecimalPlaces: decimals,
    IsActive: true,
    IsCorporate: IsoCode === CORPORATE,
    ...system,
  }));
  const dated = Object.entries(RATES).flatMap(([IsoCode, { rate, later }], n) => [
    {
      Id: recordId('04w', n * 2 + 1),
      IsoCode,
      ConversionRate: rate,
      StartDate: since,
      NextStartDate: change,
      ...system,
    },
    {
      Id: recordId('04w', n * 2 + 2),
      IsoCode,
      ConversionRate: later,
      StartDate: change,
      NextStartDate: null,
      ...system,
    },
  ]);
  return { types, dated };
}

/** Conversion by the rates of the tables, so that a test may change them. @param dated - by the rate of the day, where there is one */
export function exchange(types: readonly Row[], dated: readonly Row[] | null): Exchange {
  const rate = (iso: Value, on: string | null): number | null => {
    const row =
      (on !== null &&
        dated?.find(
          ({ IsoCode, StartDate, NextStartDate }) =>
            IsoCode === iso && String(StartDate) <= on && (NextStartDate === null || on < String(NextStartDate)),
        )) ||
      types.find(({ IsoCode }) => IsoCode === iso);
    return row ? Number(row.ConversionRate) : null;
  };
  return (amount, from, to, on) => {
    const [one, other] = [rate(from, on), rate(to, on)];
    return one === null || other === null ? null : (amount / one) * other;
  };
}

/** Fields that hold money, by object. */
const MONEY: Readonly<Record<string, readonly string[]>> = {
  Account: ['AnnualRevenue'],
  Opportunity: ['Amount', 'ExpectedRevenue'],
  OpportunityLineItem: ['UnitPrice', 'TotalPrice', 'ListPrice'],
  OpportunityHistory: ['Amount', 'ExpectedRevenue'],
  OpportunitySplit: ['SplitAmount'],
  Quote: ['Subtotal', 'TotalPrice', 'GrandTotal'],
  QuoteLineItem: ['UnitPrice', 'ListPrice', 'TotalPrice'],
  ForecastingQuota: ['QuotaAmount'],
};

/**
 * Puts every record into its currency: deals of companies abroad into that country's, quotas into their owner's, all else into
 * the corporate one. The amounts are worth what they were at the undated rate, rounded to the currency's decimals.
 */
export function intoCurrencies(rows: Readonly<Record<string, Row[]>>, many: boolean): void {
  const put = (object: string, currencyOf: (row: Row) => string) => {
    for (const row of rows[object] ?? []) {
      const iso = many ? currencyOf(row) : CORPORATE;
      row.CurrencyIsoCode = iso;
      const { rate, decimals } = RATES[iso] ?? { rate: 1, decimals: 2 };
      if (rate === 1) continue;
      const unit = 10 ** decimals;
      for (const field of MONEY[object] ?? []) {
        const amount = row[field];
        if (typeof amount === 'number') row[field] = Math.round(amount * rate * unit) / unit;
      }
    }
  };
  const managers = new Set(rows.User?.filter(({ Name }) => Name === EURO_TEAM).map(({ Id }) => Id));
  for (const user of rows.User ?? [])
    user.DefaultCurrencyIsoCode = many && managers.has(user.ManagerId ?? null) ? 'EUR' : CORPORATE;
  const userCurrency = new Map(
    rows.User?.map(({ Id, DefaultCurrencyIsoCode }) => [Id, String(DefaultCurrencyIsoCode)]),
  );
  put('Account', ({ BillingCountry }) => BY_COUNTRY[String(BillingCountry)] ?? CORPORATE);
  const by = (object: string, field: string) => {
    const known = new Map(rows[object]?.map(({ Id, CurrencyIsoCode }) => [Id, String(CurrencyIsoCode)]));
    return (row: Row) => known.get(row[field] ?? null) ?? CORPORATE;
  };
  put('Opportunity', by('Account', 'AccountId'));
  const ofDeal = by('Opportunity', 'OpportunityId');
  for (const object of ['OpportunityLineItem', 'OpportunityHistory', 'OpportunitySplit', 'Quote']) put(object, ofDeal);
  put('QuoteLineItem', by('Quote', 'QuoteId'));
  put('ForecastingQuota', ({ QuotaOwnerId }) => userCurrency.get(QuotaOwnerId ?? null) ?? CORPORATE);
  put('Product2', () => CORPORATE);
  put('PricebookEntry', () => CORPORATE);
}
