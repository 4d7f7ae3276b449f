import { parseCivilDate } from '../../../core/value/civil-date';
import type { DatedRate, Rates } from '../../../core/value/conversion';
import { type Currency, currency } from '../../../core/value/currency';
import type { Row } from '../api/rows';
import { finite } from './field';

/**
 * An organisation's exchange rates: `CurrencyType` for all days, `DatedConversionRate` where it keeps rates by day. Both say how much
 * of a currency one unit of the corporate one is worth. `undefined`: no currency is marked as the corporate one.
 */
export function toRates(types: readonly Row[], dated: readonly Row[]): Rates | undefined {
  const own = types.find(({ IsCorporate }) => IsCorporate === true);
  const code = own && codeOf(own);
  if (code === undefined) return undefined;
  return {
    own: code,
    standing: Object.fromEntries(
      types.flatMap((row) => {
        const [of, rate] = [codeOf(row), rateOf(row)];
        return of === undefined || rate === undefined ? [] : [[of, rate]];
      }),
    ),
    dated: dated.flatMap((row): DatedRate[] => {
      const [of, rate, from] = [codeOf(row), rateOf(row), parseCivilDate(row.StartDate)];
      // The last rate of a currency is kept to a day that no deal closes on.
      const end = parseCivilDate(row.NextStartDate);
      return of === undefined || rate === undefined || !from ? [] : [{ currency: of, rate, from, end: end ?? null }];
    }),
  };
}

function codeOf({ IsoCode }: Row): Currency | undefined {
  if (typeof IsoCode !== 'string') return undefined;
  try {
    return currency(IsoCode);
  } catch {
    return undefined;
  }
}

function rateOf({ ConversionRate }: Row): string | undefined {
  const rate = finite(ConversionRate);
  return rate !== undefined && rate > 0 ? plain(rate) : undefined;
}

/** A rate in digits: a very small one would be written with an exponent. */
function plain(rate: number): string {
  const text = String(rate);
  return text.includes('e') ? rate.toFixed(18).replace(/0+$/, '') : text;
}
