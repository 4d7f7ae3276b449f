import type { Outcome } from '../../core/model/opportunity';
import type { Slice, StatementLine } from '../../core/pay/payout/statement';
import type { CompPlan } from '../../core/pay/plan/plan';
import { type Answer, isExplained } from '../../core/value/explained';
import { moneyOf } from '../../core/value/money';
import {
  countFigure,
  type Figure,
  moneyFigure,
  type Phrase,
  phrase,
  shareFigure,
  textFigure,
} from '../../core/value/phrase';
import { type Line, line } from '../../ui/language/line';
import type { PaySight } from './pay-sight';
import type { FigureRow } from './rows';

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

/** A set of open deals that would close the gap together. */
export type ClosingSet = { readonly deals: readonly string[]; readonly chance: Answer; readonly pays: Answer | null };

export type PaySectionView = {
  readonly aside: Phrase;
  readonly ladders: readonly Ladder[];
  readonly worth: readonly FigureRow[];
  /** The statement of the period: its total and its lines. */
  readonly statement: readonly FigureRow[];
  readonly closing: readonly ClosingSet[];
  readonly notes: readonly Line[];
};

/** Null where there is no plan to say anything by: the tile has said why. */
export function paySectionView(sight: PaySight, outcome: Outcome): PaySectionView | null {
  if (!sight.known) return null;
  const { plan, statement, now, next, withoutAmount } = sight;
  return {
    aside: phrase('panel_pay_aside', textFigure(plan.name), textFigure(plan.version)),
    ladders: statement.lines
      .filter(({ slices }) => slices.length > 1)
      .map((of) => ({ id: of.id, name: of.name, rungs: rungs(of, plan) })),
    worth: [
      ...(outcome === 'lost'
        ? []
        : [{ name: phrase(outcome === 'won' ? 'panel_paid_by_it' : 'panel_pays_now'), answer: now }]),
      ...(next === null ? [] : [{ name: phrase('panel_to_next_tier'), answer: next.toGo }]),
    ],
    statement: [
      ...statement.lines.map(({ name, pay }) => ({ name, answer: pay })),
      ...(statement.lines.some(({ pay }) => isExplained(pay))
        ? [{ name: phrase(statement.complete ? 'panel_pay_total' : 'panel_pay_total_known'), answer: statement.total }]
        : []),
    ],
    closing: [],
    notes: [
      line('panel_pay_estimate'),
      ...(statement.complete ? [] : [line('panel_pay_incomplete')]),
      ...(withoutAmount === 0 ? [] : [line('panel_pay_without_amount', countFigure(withoutAmount))]),
    ],
  };
}

function rungs({ id, slices }: StatementLine, plan: CompPlan): Rung[] {
  return slices.map((slice) => ({
    key: `${id}/${slice.tier}`,
    place: slice.state === 'now' ? 'here' : slice.state,
    band: band(slice, plan),
    says: saysOf(slice),
    earned: slice.state === 'ahead' ? null : slice.pays,
  }));
}

function band({ from, to, by }: Slice, plan: CompPlan): Line {
  const edge = (at: number): Figure =>
    by === 'attainment' ? shareFigure(at) : moneyFigure(moneyOf(at, plan.currency));
  return to === null ? line('panel_band_from', edge(from)) : line('panel_band', edge(from), edge(to));
}

function saysOf({ rate, name, state, pays }: Slice): Line {
  const here = state === 'now';
  if (rate !== null) {
    const share = shareFigure(rate, 2);
    return here ? line('panel_rung_rate_here', share) : line('panel_rung_rate', share);
  }
  if (name !== null)
    return here ? line('panel_rung_named_here', textFigure(name)) : line('panel_rung_named', textFigure(name));
  return here ? line('panel_rung_sum_here', pays) : line('panel_rung_sum', pays);
}
