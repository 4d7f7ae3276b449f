import type Big from 'big.js';
import { type Currency, currency, minorDigits } from '../../../value/currency';
import { Decimal, isOne, ONE, ZERO } from '../../../value/decimal';
import { add, type Money, noMoney, roundMoney, subtract } from '../../../value/money';
import { exact } from '../../plan/exact';
import type { Rounding } from '../../plan/pay-terms';
import type { CompPlan } from '../../plan/plan';
import type { PayInputs } from '../inputs';
import type { Work, WorkLine } from '../work';

const MODES = {
  'half-up': Decimal.roundHalfUp,
  'half-even': Decimal.roundHalfEven,
  down: Decimal.roundDown,
  up: Decimal.roundUp,
} as const satisfies Record<NonNullable<Rounding['mode']>, Big.RoundingMode>;

/** How a plan turns exact amounts into money: the currency paid in, its rate, and the declared rounding. */
export type Rounder = {
  readonly currency: Currency;
  /** False where the rate of the currency paid in is missing: then amounts stay in the plan's own. */
  readonly converted: boolean;
  readonly round: (amount: Decimal) => Money;
};

/** The rounding of a plan. Its digits never exceed the currency's own. */
export function rounder(plan: CompPlan, inputs: PayInputs): Rounder {
  const { paidIn, payment } = plan.conversion ?? {};
  const foreign = paidIn !== undefined && paidIn !== plan.currency;
  const table = payment === 'payment-date' ? inputs.rates?.paymentDate : inputs.rates?.fixed;
  const stated = foreign ? table?.[paidIn] : undefined;
  const converted = !foreign || stated !== undefined;
  const into = currency(converted && paidIn !== undefined ? paidIn : plan.currency);
  const rate = stated === undefined ? ONE : exact(stated);
  const digits = Math.min(plan.rounding?.digits ?? minorDigits(into), minorDigits(into));
  const mode = MODES[plan.rounding?.mode ?? 'half-up'];
  return {
    currency: into,
    converted,
    round: (amount) => roundMoney((isOne(rate) ? amount : amount.times(rate)).round(digits, mode), into),
  };
}

/**
 * The lines of a statement as they are shown. A line that brings pay to a stated sum (a cap, a guarantee, a draw) is what is missing
 * to that sum from the lines above it as they were rounded, so that a draw of 2,000 never pays a cent more or less.
 */
export function roundLines({ lines, plan }: Pick<Work, 'lines' | 'plan'>, rounds: Rounder): readonly Money[] {
  let reached = ZERO;
  let shown = noMoney(rounds.currency);
  return lines.map((line) => {
    reached = reached.plus(line.amount);
    const settles = line.settles && plan.rounding?.at !== 'total';
    const amount = settles ? subtract(rounds.round(reached), shown) : roundLine(line, plan, rounds);
    shown = add(shown, amount);
    return amount;
  });
}

/** A line as it is shown: rounded once, or the sum of its rounded deals where the plan rounds deal by deal. */
function roundLine(line: WorkLine, plan: CompPlan, { round, currency: into }: Rounder): Money {
  const deals = plan.rounding?.at === 'deal' ? line.byDeal() : null;
  if (deals === null) return subtract(round(line.amount.plus(line.paidBefore)), round(line.paidBefore));
  let rest = line.amount;
  let minor = 0;
  for (const pay of deals.values()) {
    rest = rest.minus(pay);
    minor += round(pay).minor;
  }
  return { minor: minor + round(rest).minor, currency: into };
}
