import type { CivilDate } from './civil-date';
import { type Currency, minorDigits } from './currency';
import { Decimal } from './decimal';
import { type Money, major, roundMoney } from './money';

/** How many units of a currency one unit of the organisation's own currency is worth, from a day up to, not including, another. */
export type DatedRate = {
  readonly currency: Currency;
  readonly rate: string;
  readonly from: CivilDate;
  readonly end: CivilDate | null;
};

/**
 * An organisation's exchange rates, as Salesforce keeps them (`CurrencyType`, `DatedConversionRate`): units of each currency for one
 * of its own. A dated rate goes before the standing one on the days it covers.
 */
export type Rates = {
  readonly own: Currency;
  readonly standing: Readonly<Record<string, string>>;
  readonly dated: readonly DatedRate[];
};

/** A rate that is no positive decimal number is no rate. */
function parsed(text: string | undefined): Decimal | undefined {
  if (text === undefined || !/^\d{1,15}(?:\.\d{1,18})?$/.test(text)) return undefined;
  const rate = new Decimal(text);
  return rate.gt(0) ? rate : undefined;
}

/**
 * Units of a currency for one of the organisation's own on a day; `undefined` where no rate is known. Without a day, or where no
 * dated rate covers it, the standing rate.
 */
export function rateOn(rates: Rates, of: Currency, on: CivilDate | null): Decimal | undefined {
  if (of === rates.own) return new Decimal(1);
  const dated =
    on === null
      ? undefined
      : rates.dated.find(({ currency, from, end }) => currency === of && from <= on && (end === null || on < end));
  return parsed(dated?.rate) ?? parsed(rates.standing[of]);
}

/**
 * An amount in another currency, by the rates of a day, through the organisation's own currency; rounded once, half up, to the
 * target's own digits. `undefined` where a rate is not known.
 *
 * @example convert(money(100_00, EUR), USD, { own: USD, standing: { EUR: '0.8' }, dated: [] }, null) // 125.00 USD
 */
export function convert(amount: Money, to: Currency, rates: Rates, on: CivilDate | null): Money | undefined {
  if (amount.currency === to) return amount;
  const [from, into] = [rateOn(rates, amount.currency, on), rateOn(rates, to, on)];
  if (from === undefined || into === undefined) return undefined;
  const exact = major(amount).times(into).div(from);
  const converted = exact.times(new Decimal(10).pow(minorDigits(to)));
  return converted.abs().gt(Number.MAX_SAFE_INTEGER) ? undefined : roundMoney(exact, to);
}
