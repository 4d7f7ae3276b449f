import { type Decimal, ZERO } from '../../value/decimal';
import { type Answer, type Explained, explained, type Term, unanswered } from '../../value/explained';
import { add, type Money, subtract, sum } from '../../value/money';
import { moneyFigure, type Phrase, phrase, textFigure } from '../../value/phrase';
import { exact } from '../plan/exact';
import type { CompPlan } from '../plan/plan';
import { type Counted, count, countMore, work as runSteps } from './count';
import { explainMeasure } from './explaining/measures';
import { explainSlices } from './explaining/slices';
import { thresholdPoints } from './explaining/thresholds';
import type { CreditedDeal, PayInputs } from './inputs';
import { released, type Waiting, waiting } from './settling/instalments';
import { type Rounder, rounder, roundLine } from './settling/round';
import { standingOf, standingParts } from './settling/standing';
import type { CarryOver, LineKind, MeasureStanding, Statement, StatementLine } from './statement';
import type { Work, WorkLine } from './work';

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

function settle(work: Work): Statement {
  const rounds = rounder(work.plan, work.inputs);
  const dealsById = new Map(work.items.map((item) => [item.deal.id, item.deal]));
  const measures = [...work.measures.values()].map((state) => explainMeasure(state, work));
  const held: Waiting[] = [];
  const lines = work.lines.map((line) => {
    const waits = waiting(line, work, dealsById);
    held.push(...waits);
    return statementLine(line, work, rounds, waits, dealsById, measures);
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
    carryOver: carryOver(work, held),
    complete: rounds.converted && work.uncounted.length === 0 && work.lines.every((line) => line.noAnswer === null),
  };
}

function statementLine(
  line: WorkLine,
  work: Work,
  rounds: Rounder,
  waits: readonly Waiting[],
  dealsById: ReadonlyMap<string, CreditedDeal>,
  measures: readonly MeasureStanding[],
): StatementLine {
  const amount = roundLine(line, work.plan, rounds);
  const slices = explainSlices(line, work);
  const parts = standingParts(line, amount, waits, dealsById, work, rounds.round);
  return {
    id: line.id,
    kind: line.kind,
    name: nameOf(line),
    amount,
    pay: payOf(line, amount, slices, measures),
    standing: standingOf(parts),
    parts,
    slices,
    byDeal: [...(line.byDeal() ?? [])].map(([dealId, pay]) => ({ dealId, amount: rounds.round(pay) })),
    unknown: line.unknown,
  };
}

function payOf(
  line: WorkLine,
  amount: Money,
  slices: StatementLine['slices'],
  measures: readonly MeasureStanding[],
): Answer<Money> {
  const terms: Term[] = [];
  const used = measuresOf(line);
  for (const standing of measures) {
    if (!used.has(standing.measure)) continue;
    const name = textFigure(standing.measure);
    terms.push({ name: phrase('pay_term_measure', name), of: standing.credited });
    if (line.ladder?.by === 'attainment')
      terms.push({ name: phrase('pay_term_attainment', name), of: standing.attainment });
  }
  if (line.noAnswer !== null)
    return unanswered('not-recorded', line.noAnswer.because, [...terms, ...line.noAnswer.terms()]);
  for (const slice of slices) {
    if (slice.state !== 'ahead' || slice.pays.value.minor !== 0) terms.push({ name: sliceName(slice), of: slice.pays });
  }
  for (const note of line.notes) terms.push(note());
  return explained(amount, moneyFigure(amount), line.rule(), terms);
}

function sliceName(slice: StatementLine['slices'][number]): Phrase {
  const edge = (at: number) =>
    slice.by === 'attainment'
      ? ({ unit: 'share', share: at } as const)
      : ({ unit: 'number', number: at, digits: Number.isInteger(at) ? 0 : 2 } as const);
  return slice.to === null
    ? phrase('pay_term_tier_above', edge(slice.from))
    : phrase('pay_term_tier', edge(slice.from), edge(slice.to));
}

function measuresOf({ component }: WorkLine): ReadonlySet<string> {
  if (component === null) return new Set();
  const used = new Set<string>();
  if (component.kind === 'commission') used.add(component.pays);
  if ('axis' in component && component.axis !== undefined) used.add(component.axis.measure);
  if (component.kind === 'matrix') {
    used.add(component.rows.measure);
    used.add(component.columns.measure);
  }
  return used;
}

const LINE_NAMES: Readonly<Record<LineKind, Phrase>> = {
  component: phrase('pay_line_component'),
  'ramp-guarantee': phrase('pay_line_guarantee'),
  'plan-cap': phrase('pay_line_plan_cap'),
  clawback: phrase('pay_line_clawback'),
  draw: phrase('pay_line_draw'),
  'draw-repaid': phrase('pay_line_draw_repaid'),
  rounding: phrase('pay_line_rounding'),
};

function nameOf(line: WorkLine): Phrase {
  return line.component === null
    ? LINE_NAMES[line.kind]
    : phrase('pay_named', textFigure(line.component.name ?? line.component.id));
}

/** Where the plan rounds the total only, a line of its own carries the difference, so that the lines add up. */
function roundingLine(work: Work, lines: readonly StatementLine[], { round, currency }: Rounder): StatementLine | null {
  if (work.plan.rounding?.at !== 'total') return null;
  const whole = round(work.lines.reduce((all, line) => all.plus(line.amount), ZERO));
  const shown = sum(
    lines.map((line) => line.amount),
    currency,
  );
  const amount = subtract(whole, shown);
  if (amount.minor === 0) return null;
  return {
    id: 'rounding',
    kind: 'rounding',
    name: LINE_NAMES.rounding,
    amount,
    pay: explained(amount, moneyFigure(amount), phrase('pay_rule_rounding')),
    standing: 'earned',
    parts: [{ standing: 'earned', amount, because: phrase('pay_standing_earned') }],
    slices: [],
    byDeal: [],
    unknown: [],
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

function carryOver(work: Work, held: readonly Waiting[]): CarryOver {
  const credit: Record<string, string> = {};
  const quota: Record<string, string> = {};
  for (const [id, state] of work.measures) {
    if (state.unit !== 'share') credit[id] = state.earlier.plus(state.axis).toFixed();
    if (state.quotaToDate.amount !== null && state.unit !== 'share') quota[id] = state.quotaToDate.amount.toFixed();
  }
  const paid: Record<string, string> = {};
  for (const line of work.lines) {
    if (line.component === null) continue;
    const before = work.inputs.earlier?.paid?.[line.id];
    paid[line.id] = line.amount.plus(before === undefined ? ZERO : exact(before)).toFixed();
  }
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
  };
}
