import { ZERO } from '../../../value/decimal';
import { type Answer, explained, type Term, unanswered } from '../../../value/explained';
import { type Money, subtract, sum } from '../../../value/money';
import { moneyFigure, type Phrase, phrase, textFigure } from '../../../value/phrase';
import type { CreditedDeal } from '../inputs';
import type { Waiting } from '../settling/instalments';
import type { Rounder } from '../settling/round';
import { standingOf, standingParts } from '../settling/standing';
import type { LineKind, MeasureStanding, StatementLine } from '../statement';
import type { Work, WorkLine } from '../work';
import { explainSlices } from './slices';

/** A line as the statement shows it: rounded, explained, with its standing. */
export function statementLine(
  line: WorkLine,
  amount: Money,
  work: Work,
  rounds: Rounder,
  waits: readonly Waiting[],
  dealsById: ReadonlyMap<string, CreditedDeal>,
  measures: readonly MeasureStanding[],
): StatementLine {
  const slices = explainSlices(line, work);
  const nameOfMeasure = (id: string): string => work.measures.get(id)?.of.name ?? id;
  const parts = standingParts(line, amount, waits, dealsById, work, rounds.round);
  return {
    id: line.id,
    kind: line.kind,
    name: nameOf(line),
    amount,
    pay: payOf(line, amount, slices, measures, nameOfMeasure),
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
  nameOfMeasure: (id: string) => string,
): Answer<Money> {
  const terms: Term[] = [];
  const used = measuresOf(line);
  for (const standing of measures) {
    if (!used.has(standing.measure)) continue;
    const name = textFigure(nameOfMeasure(standing.measure));
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

/** What a line is called on a statement. */
export function nameOf(line: Pick<WorkLine, 'component' | 'kind'>): Phrase {
  return line.component === null
    ? LINE_NAMES[line.kind]
    : phrase('pay_named', textFigure(line.component.name ?? line.component.id));
}

/** Where the plan rounds the total only, a line of its own carries the difference, so that the lines add up. */
export function roundingLine(
  work: Work,
  lines: readonly StatementLine[],
  { round, currency }: Rounder,
): StatementLine | null {
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
