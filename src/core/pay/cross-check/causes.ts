import type { Currency } from '../../value/currency';
import { type Explained, explained, term } from '../../value/explained';
import { isGiven } from '../../value/known';
import { add, type Money, major, noMoney, roundMoney, subtract, sum } from '../../value/money';
import { type Figure, moneyFigure, type Phrase, phrase } from '../../value/phrase';
import type { Cause, Difference } from './difference';
import type { PaidLine } from './paid-line';

/** What the plan pays for one deal. */
export type OurDeal = {
  readonly name: string;
  /** The amount that the plan counted; null where nobody knows it. */
  readonly credit: Money | null;
  readonly pay: Money;
  /** Lines of the plan's statement that pay for it: each was rounded once. */
  readonly lines: number;
  /** What of the pay waits for cash, go-live or time. */
  readonly held: Money;
};

/**
 * Why what they paid for a deal differs from what the plan pays: a row of parts, each with one cause, that add up to the difference.
 * Nothing where the two agree.
 *
 * The parts are taken off in an order: lines that stand there twice, the amount that the rate was applied to, what is held back; what
 * is left over is the rate, or cannot be told from the amount where the statement does not say what it paid on.
 */
export function causesOf(
  ours: OurDeal | undefined,
  lines: readonly PaidLine[],
  dealId: string,
  currency: Currency,
): readonly Difference[] {
  const theirs = sum(
    lines.map(({ pay }) => pay),
    currency,
  );
  const name = ours?.name ?? lines[0]?.name ?? dealId;
  const parts: Difference[] = [];
  const our = ours?.pay ?? noMoney(currency);
  let left = subtract(theirs, our);
  const because = (cause: Cause, amount: Money) => {
    if (amount.minor === 0) return;
    left = subtract(left, amount);
    parts.push({ cause, dealId, name, amount: explainedPart(cause, amount, our, theirs) });
  };
  if (!ours) {
    because('not-ours', left);
    return parts;
  }
  if (lines.length === 0) {
    because('timing', negative(ours.held));
    because('not-paid', left);
    return parts;
  }
  because('twice', paidTwice(lines, currency));
  because('base', otherBase(ours, lines));
  if (ours.held.minor !== 0 && sameSign(left, negative(ours.held)) && atLeast(left, ours.held)) {
    because('timing', negative(ours.held));
  }
  const units = Math.max(lines.length, ours.lines);
  if (Math.abs(left.minor) < units) because('rounding', left);
  because(lines.some(({ base }) => !isGiven(base)) ? 'unsaid' : 'rate', left);
  return parts;
}

const RULES: Readonly<Record<Cause, Phrase>> = {
  'not-paid': phrase('pay_check_not_paid'),
  'not-ours': phrase('pay_check_not_ours'),
  twice: phrase('pay_check_twice'),
  base: phrase('pay_check_base'),
  timing: phrase('pay_check_timing'),
  rate: phrase('pay_check_rate'),
  unsaid: phrase('pay_check_unsaid'),
  'no-deal': phrase('pay_check_no_deal'),
  rounding: phrase('pay_check_rounding'),
};

export function explainedPart(cause: Cause, amount: Money, ours: Money, theirs: Money): Explained<Money> {
  const of = (money: Money): Explained<Money> => explained(money, figure(money), phrase('pay_check_side_rule'));
  return explained(amount, figure(amount), RULES[cause], [
    term('pay_check_theirs', of(theirs)),
    term('pay_check_ours', of(ours)),
  ]);
}

const figure = (money: Money): Figure => moneyFigure(money);
const negative = (of: Money): Money => subtract(noMoney(of.currency), of);
const sameSign = (a: Money, b: Money): boolean => Math.sign(a.minor) === Math.sign(b.minor);
const atLeast = (a: Money, b: Money): boolean => Math.abs(a.minor) >= Math.abs(b.minor);

/** The pay of lines that say the very same thing as one before them, the day included. */
function paidTwice(lines: readonly PaidLine[], currency: Currency): Money {
  const seen = new Set<string>();
  let twice = noMoney(currency);
  for (const { name, pay, base, on } of lines) {
    const says = JSON.stringify([name, pay.minor, isGiven(base) ? base.value : null, isGiven(on) ? on.value : null]);
    if (seen.has(says)) twice = add(twice, pay);
    seen.add(says);
  }
  return twice;
}

/** What our rate would have paid on the amount that theirs was applied to, less what it pays on ours. */
function otherBase({ credit, pay }: OurDeal, lines: readonly PaidLine[]): Money {
  const nothing = noMoney(pay.currency);
  // A line of its own for each component is paid on the same amount again: the largest is what was counted.
  const bases = lines.flatMap(({ base }) => (isGiven(base) ? [base.value] : []));
  const base = bases.reduce<Money | null>(
    (most, each) => (most === null || each.minor > most.minor ? each : most),
    null,
  );
  if (base === null || credit === null || credit.minor === 0 || base.currency !== credit.currency) return nothing;
  return subtract(roundMoney(major(pay).times(major(base)).div(major(credit)), pay.currency), pay);
}
