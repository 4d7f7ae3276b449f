import { type Decimal, ZERO } from '../../value/decimal';
import { type Explained, explained, type Term } from '../../value/explained';
import { add, type Money, major, subtract, sum } from '../../value/money';
import { moneyFigure, phrase, textFigure } from '../../value/phrase';
import { exact } from '../plan/exact';
import type { CompPlan } from '../plan/plan';
import { type Counted, count, countMore, work as runSteps } from './count';
import { roundingLine, statementLine } from './explaining/lines';
import { explainMeasure } from './explaining/measures';
import { thresholdPoints } from './explaining/thresholds';
import type { CreditedDeal, PayInputs } from './inputs';
import { PLAN_CAP } from './settling/caps';
import { released, type Waiting, waiting } from './settling/instalments';
import { type Rounder, rounder, roundLines } from './settling/round';
import type { CarryOver, Statement, StatementLine } from './statement';
import { earnedSoFar, type Work } from './work';

/**
 * What a plan pays a rep for a period: exact, line by line, each with how it came about.
 *
 * @example payout(plan, { period, deals, quotas: { bookings: '90000' } }).total.value
 */
export function payout(plan: CompPlan, inputs: PayInputs): Statement {
  return settle(runSteps(count(plan, inputs)));
}

/** The same as if more deals had been won, after all others of the period. */
export function payoutWith(counted: Counted, deals: readonly CreditedDeal[]): Statement {
  return settle(runSteps(countMore(counted, deals)));
}

/**
 * The exact pay of the period in the plan's currency, before rounding and without explanations: the same steps, for trying many
 * supposed deals.
 *
 * @param counted - made once by `count(plan, inputs)`
 */
export function payTotal(counted: Counted, deals: readonly CreditedDeal[] = []): Decimal {
  return runSteps(countMore(counted, deals)).lines.reduce((all, line) => all.plus(line.amount), ZERO);
}

/** The pay of the period as a statement states it, to the cent, in the plan's own currency and without explanations. */
export function payRounded(counted: Counted, deals: readonly CreditedDeal[] = []): Money {
  return roundedPay(runSteps(countMore(counted, deals)));
}

/** The same of a period that was worked out already. */
export function roundedPay(state: Work): Money {
  const rounds = rounder({ ...state.plan, conversion: {} }, state.inputs);
  if (state.plan.rounding?.at === 'total') return rounds.round(earnedSoFar(state));
  return sum(roundLines(state, rounds), rounds.currency);
}

function settle(work: Work): Statement {
  const rounds = rounder(work.plan, work.inputs);
  const dealsById = new Map(work.items.map((item) => [item.deal.id, item.deal]));
  const measures = [...work.measures.values()].map((state) => explainMeasure(state, work));
  const held: Waiting[] = [];
  const amounts = roundLines(work, rounds);
  const lines = work.lines.map((line, index) => {
    const waits = waiting(line, work, dealsById);
    held.push(...waits);
    const amount = amounts[index] ?? rounds.round(line.amount);
    return statementLine(line, amount, work, rounds, waits, dealsById, measures);
  });
  const rounding = roundingLine(work, lines, rounds);
  if (rounding !== null) lines.push(rounding);
  const total = totalOf(lines, rounds);
  return {
    planId: work.plan.id,
    planVersion: work.plan.version,
    total,
    payNow: payNow(total, held, work, rounds),
    lines,
    measures,
    thresholds: thresholdPoints(work),
    carryOver: carryOver(work, held, paidNow(work, amounts, rounds)),
    complete: rounds.converted && work.uncounted.length === 0 && work.lines.every((line) => line.noAnswer === null),
  };
}

function totalOf(lines: readonly StatementLine[], { currency }: Rounder): Explained<Money> {
  const total = sum(
    lines.map((line) => line.amount),
    currency,
  );
  return explained(
    total,
    moneyFigure(total),
    phrase('pay_rule_total'),
    lines.map((line) => ({ name: line.name, of: line.pay })),
  );
}

function payNow(total: Explained<Money>, held: readonly Waiting[], work: Work, { round }: Rounder): Explained<Money> {
  const waits = round(held.reduce((all, each) => all.plus(each.amount), ZERO));
  const due = released(work);
  const out = round(due.due);
  const now = add(subtract(total.value, waits), out);
  const terms: Term[] = [{ name: phrase('pay_term_total'), of: total }];
  if (waits.minor !== 0) {
    terms.push({
      name: phrase('pay_term_held_back'),
      of: explained(waits, moneyFigure(waits), phrase('pay_rule_held_back')),
    });
  }
  if (out.minor !== 0) {
    terms.push({
      name: phrase('pay_term_released'),
      of: explained(out, moneyFigure(out), phrase('pay_rule_released', textFigure(due.dealIds.join(', ')))),
    });
  }
  return explained(now, moneyFigure(now), phrase('pay_rule_pay_now'), terms);
}

/** What each line pays, as it was rounded: the year is paid to the cent only if what was paid is what comes off later. */
function paidNow(work: Work, amounts: readonly Money[], rounds: Rounder): readonly Decimal[] {
  const rounded = work.plan.rounding?.at !== 'total' && rounds.currency === work.plan.currency;
  return work.lines.map((line, index) => {
    const amount = amounts[index];
    return rounded && amount !== undefined ? major(amount) : line.amount;
  });
}

function carryOver(work: Work, held: readonly Waiting[], paidBy: readonly Decimal[]): CarryOver {
  const credit: Record<string, string> = {};
  const quota: Record<string, string> = {};
  for (const [id, state] of work.measures) {
    if (state.unit !== 'share' && state.earlierKnown) credit[id] = state.earlier.plus(state.axis).toFixed();
    if (state.quotaToDate.amount !== null && state.unit !== 'share') quota[id] = state.quotaToDate.amount.toFixed();
  }
  // What only earlier periods paid stays: a component of an older plan, what the plan's cap took off.
  const paid = Object.fromEntries(
    Object.entries(work.inputs.earlier?.paid ?? {}).map(([id, before]) => [id, exact(before).toFixed()]),
  );
  work.lines.forEach((line, index) => {
    if (line.component !== null || line.id === PLAN_CAP)
      paid[line.id] = (paidBy[index] ?? line.amount).plus(exact(paid[line.id] ?? 0)).toFixed();
  });
  return {
    drawOwed: work.drawOwed.map((debt) => ({ amount: debt.amount.toFixed(), periodsAgo: debt.periodsAgo })),
    drawPeriod: (work.inputs.draw?.period ?? 1) + 1,
    heldBack: [
      ...released(work).still.map(({ dealId, amount, on }) => ({ dealId, amount: exact(amount).toFixed(), on })),
      ...held.map(({ dealId, amount, on }) => ({ dealId, amount: amount.toFixed(), on })),
    ],
    credit,
    quota,
    paid,
    unknown: [...work.measures.values()].flatMap(({ of, earlierKnown }) => (earlierKnown ? [] : [of.id])),
  };
}
