import type { Outcome } from '../../../core/model/opportunity';
import { disputeNote } from '../../../core/pay/dispute-note';
import type { Slice, StatementLine } from '../../../core/pay/payout/statement';
import type { CompPlan } from '../../../core/pay/plan/plan';
import type { DealWorth } from '../../../core/pay/worth/deal-worth';
import { type Answer, type Explained, explained, isExplained } from '../../../core/value/explained';
import { moneyOf } from '../../../core/value/money';
import {
  countFigure,
  type Figure,
  moneyFigure,
  type Phrase,
  phrase,
  phraseFigure,
  shareFigure,
  textFigure,
} from '../../../core/value/phrase';
import { type Line, line, lineOf } from '../../../ui/language/line';
import { guarded } from '../guarded';
import type { FigureRow } from '../rows';
import { type AheadView, aheadOf, type ClosingView, closingOf } from './ahead-view';
import type { PayCurveView } from './curve-view';
import { planName, planVersion } from './plan-words';
import type { PaySight } from './sight';

/** One rung of the ladder: a band of the plan, what it pays, and what it has earned. */
export type Rung = {
  readonly key: string;
  readonly place: 'past' | 'here' | 'ahead';
  readonly band: Line;
  readonly says: Line;
  readonly earned: Answer | null;
};

/** A component of the plan with its tiers. */
export type Ladder = { readonly id: string; readonly name: Phrase; readonly rungs: readonly Rung[] };

/** What the deal pays in one period and in the other, each with its share of the larger. */
export type ThisOrNextView = {
  readonly sides: readonly { readonly name: Phrase; readonly answer: Answer; readonly share: number }[];
  readonly difference: Answer;
};

export type PaySectionView = {
  readonly aside: Phrase;
  readonly curve: PayCurveView | null;
  /** null where either cannot be told, or the deal is not open. */
  readonly thisOrNext: ThisOrNextView | null;
  readonly ladders: readonly Ladder[];
  readonly worth: readonly FigureRow[];
  /** Why no worth of the deal is known, in place of rows that would each say so; null where one is. */
  readonly noWorth: Line | null;
  /** The statement of the period: its total and its lines. */
  readonly statement: readonly FigureRow[];
  /** Where the deal's date or amount lies at the edge of a tier; nothing where it does not. */
  readonly edges: readonly Answer[];
  /** The way to every point of the plan that is not reached. */
  readonly ahead: readonly AheadView[];
  readonly closing: ClosingView;
  /** The statement as text that a person can recompute by hand; null where nothing of it is known. */
  readonly disputeNote: (() => readonly Phrase[]) | null;
  readonly notes: readonly Line[];
};

const NO_SETS: ClosingView = { sets: [], reach: null, none: line('panel_could_not_work_out'), cut: false };

/** Null where there is no plan to say anything by: the tile has said why. */
export function paySectionView(sight: PaySight, outcome: Outcome): PaySectionView | null {
  if (!sight.known) return null;
  const { plan, statement, now, next, withoutAmount, ahead, booked } = sight;
  const { worth } = ahead;
  const anyKnown = statement.lines.some(({ pay }) => isExplained(pay));
  return {
    aside: phrase('panel_pay_aside', planName(plan), planVersion(plan)),
    curve: guarded(ahead.curve, null),
    thisOrNext: worth === null ? null : besides(worth.thisOrNext),
    ladders: statement.lines
      .filter(({ slices }) => slices.length > 1)
      .map((of) => ({ id: of.id, name: of.name, rungs: rungs(of, plan) })),
    ...worthOf([
      ...(outcome === 'won' ? [{ name: phrase('panel_paid_by_it'), answer: now }] : []),
      ...(outcome === 'open' && worth === null ? [{ name: phrase('panel_pays_now'), answer: now }] : []),
      ...(worth === null ? [] : worthRows(worth)),
      ...(next === null || outcome !== 'open' ? [] : [{ name: phrase('panel_to_next_tier'), answer: next.toGo }]),
    ]),
    statement: [
      ...statement.lines.map(({ name, pay }) => ({
        name,
        answer: pay,
        quiet: isExplained(pay) && pay.value.minor === 0,
      })),
      ...(anyKnown
        ? [{ name: phrase(statement.complete ? 'panel_pay_total' : 'panel_pay_total_known'), answer: statement.total }]
        : []),
      ...(booked === null
        ? []
        : [
            { name: phrase('panel_pay_booked_by_crm'), answer: booked.theirs },
            { name: phrase('panel_pay_booked_apart'), answer: booked.apart },
          ]),
    ],
    edges:
      worth === null
        ? []
        : worth.edges.map(({ worth: { figure: _, ...of }, says }) => ({ ...of, figure: phraseFigure(says) })),
    ahead: ahead.distances.map((each) => aheadOf(each, statement)),
    closing: guarded(() => closingOf(ahead), NO_SETS),
    disputeNote: anyKnown ? () => disputeNote(statement) : null,
    notes: [
      line('panel_pay_estimate'),
      ...(statement.complete ? [] : [line('panel_pay_incomplete')]),
      ...(withoutAmount === 0
        ? []
        : [
            line(
              'panel_pay_without_amount',
              explained(withoutAmount, countFigure(withoutAmount), phrase('panel_pay_without_rule')),
            ),
          ]),
    ],
  };
}

/** Where nothing of it is known, the reason stands once. */
function worthOf(rows: readonly FigureRow[]): Pick<PaySectionView, 'worth' | 'noWorth'> {
  const [first] = rows;
  if (first === undefined || isExplained(first.answer) || rows.some(({ answer }) => isExplained(answer)))
    return { worth: rows, noWorth: null };
  return { worth: [], noWorth: lineOf(first.answer.because) };
}

function besides(of: DealWorth['thisOrNext']): ThisOrNextView | null {
  if (!isExplained(of)) return null;
  const [now, next] = of.terms;
  if (now === undefined || next === undefined) return null;
  const { thisPeriod, nextPeriod } = of.value;
  const most = Math.max(thisPeriod.minor, nextPeriod.minor, 1);
  const share = (minor: number) => Math.max(0, minor) / most;
  return {
    sides: [
      { name: phrase('panel_this_period'), answer: now.of, share: share(thisPeriod.minor) },
      { name: phrase('panel_next_period_first'), answer: next.of, share: share(nextPeriod.minor) },
    ],
    difference: of,
  };
}

function worthRows({ nowNext, lastIn, expected, goalLift, thisOrNext }: DealWorth): FigureRow[] {
  return [
    { name: phrase('panel_pays_now'), answer: nowNext },
    { name: phrase('panel_pays_last'), answer: lastIn },
    { name: phrase('panel_pays_expected'), answer: expected },
    { name: phrase('panel_goal_lift'), answer: goalLift },
    ...(isExplained(thisOrNext) ? [] : [{ name: phrase('panel_this_or_next'), answer: thisOrNext }]),
  ];
}

function rungs({ id, slices }: StatementLine, plan: CompPlan): Rung[] {
  return slices.map((slice) => ({
    key: `${id}/${slice.tier}`,
    place: slice.state === 'now' ? 'here' : slice.state,
    band: band(slice, plan),
    says: saysOf(slice, id, plan),
    earned: slice.state === 'ahead' ? null : slice.pays,
  }));
}

function band({ from, to, by }: Slice, plan: CompPlan): Line {
  const edge = (at: number): Explained<number> =>
    explained(
      at,
      by === 'attainment' ? shareFigure(at) : moneyFigure(moneyOf(at, plan.currency)),
      phrase('panel_rung_edge_rule', planName(plan)),
    );
  return to === null ? line('panel_band_from', edge(from)) : line('panel_band', edge(from), edge(to));
}

function saysOf({ rate, name, state, pays }: Slice, componentId: string, plan: CompPlan): Line {
  const here = state === 'now';
  const asPlanned = (figure: Figure) => explained(rate, figure, phrase('panel_rung_rate_rule', planName(plan)));
  if (rate !== null) {
    if (paysUnits(componentId, plan)) {
      const sum = asPlanned(moneyFigure(moneyOf(rate, plan.currency)));
      return here ? line('panel_rung_unit_here', sum) : line('panel_rung_unit', sum);
    }
    const share = asPlanned(shareFigure(rate, 2));
    return here ? line('panel_rung_rate_here', share) : line(RATES[plan.currency] ?? 'panel_rung_rate', share);
  }
  if (name !== null)
    return here ? line('panel_rung_named_here', textFigure(name)) : line('panel_rung_named', textFigure(name));
  return here ? line('panel_rung_sum_here', pays) : line('panel_rung_sum', pays);
}

/** The plan's money by its everyday name; other currencies are said without one. */
const RATES: Readonly<Record<string, string>> = { USD: 'panel_rung_rate_dollar', EUR: 'panel_rung_rate_euro' };

/** Whether a component pays for things that are counted, so that its rate is a sum for each. */
function paysUnits(componentId: string, { components, measures }: CompPlan): boolean {
  const component = components.find(({ id }) => id === componentId);
  if (component?.kind !== 'commission') return false;
  const counts = measures.find(({ id }) => id === component.pays)?.counts;
  return counts !== 'credit' && counts !== 'margin' && counts !== 'team';
}
