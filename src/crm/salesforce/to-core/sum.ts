import { type Money, money } from '../../../core/value/money';

/** What amounts of one currency come to; `undefined` where there are none, no amount can hold it, or the currencies differ. */
export function sumOf(amounts: readonly Money[]): Money | undefined {
  const [first] = amounts;
  const minor = amounts.reduce((all, one) => all + one.minor, 0);
  return first && Number.isSafeInteger(minor) && amounts.every((one) => one.currency === first.currency)
    ? money(minor, first.currency)
    : undefined;
}
