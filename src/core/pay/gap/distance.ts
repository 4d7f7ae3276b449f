import { sizeOf } from '../../goals/measure/unit';
import type { Target } from '../../model/goal';
import { type Answer, type Explained, explained, isExplained, term, unanswered } from '../../value/explained';
import { type Money, moneyOf } from '../../value/money';
import {
  countFigure,
  dealsFigure,
  moneyFigure,
  numberFigure,
  type Phrase,
  phrase,
  phraseFigure,
  shareFigure,
} from '../../value/phrase';
import type { Statement, ThresholdKind, ThresholdPoint } from '../payout/statement';
import type { CompPlan } from '../plan/plan';

/** How far the next point is at which a component pays otherwise. */
export type Distance = {
  readonly kind: ThresholdKind;
  readonly componentId: string;
  readonly measure: string;
  readonly what: Phrase;
  /** Money of credit still to go, or a count. */
  readonly toGo: Explained<Money | number>;
  /** Share of the leg still to go: from the point passed last to this one. */
  readonly ofLeg: Explained<number>;
  /** In deals of usual size. */
  readonly inDeals: Answer<number>;
};

/** What lies ahead of one component: points in order, or nothing because everything is reached. */
export type Ahead = {
  readonly componentId: string;
  /** `maxed`: every point that the component has is reached. */
  readonly state: 'to-go' | 'maxed';
  readonly next: readonly Distance[];
};

/** Distances of every component that has points of change, nearest first. */
export function distances(statement: Statement, plan: CompPlan, usualDeal: Answer<Target>): readonly Ahead[] {
  const byComponent = new Map<string, ThresholdPoint[]>();
  for (const point of statement.thresholds)
    byComponent.set(point.componentId, [...(byComponent.get(point.componentId) ?? []), point]);
  return [...byComponent].map(([componentId, points]) => {
    const next = points.filter(({ reached }) => !reached).map((point) => distance(point, points, plan, usualDeal));
    return { componentId, state: next.length === 0 ? 'maxed' : 'to-go', next };
  });
}

function distance(
  point: ThresholdPoint,
  points: readonly ThresholdPoint[],
  plan: CompPlan,
  usualDeal: Answer<Target>,
): Distance {
  const { kind, componentId, measure, what, value, toGo } = point;
  const passed = points.reduce(
    (last, each) => (each.measure === measure && each.reached ? Math.max(last, Number(each.value)) : last),
    0,
  );
  const leg = Number(value) - passed;
  const share = leg > 0 ? Math.min(1, Number(toGo) / leg) : 1;
  const counts = plan.measures.find(({ id }) => id === measure)?.counts;
  const inMoney = counts === 'credit' || counts === 'margin' || counts === 'team';
  return {
    kind,
    componentId,
    measure,
    what,
    toGo: toGoOf(point, plan, inMoney),
    ofLeg: explained(share, shareFigure(share), phrase('pay_gap_leg_rule'), [
      term('pay_gap_point', explained(what, phraseFigure(what), phrase('pay_gap_point_rule'))),
    ]),
    inDeals: inMoney
      ? dealsFor(moneyOf(toGo, plan.currency), usualDeal)
      : unanswered('feature-off', phrase('pay_gap_not_in_money')),
  };
}

function toGoOf({ toGo, value, what }: ThresholdPoint, plan: CompPlan, inMoney: boolean): Explained<Money | number> {
  const point = explained(what, phraseFigure(what), phrase('pay_gap_point_rule'));
  if (!inMoney) {
    const count = Number(toGo);
    const figure = Number.isInteger(count) ? countFigure(count) : numberFigure(count, 2);
    return explained(count, figure, phrase('pay_gap_to_go_rule'), [term('pay_gap_point', point)]);
  }
  const [left, at] = [moneyOf(toGo, plan.currency), moneyOf(value, plan.currency)];
  return explained(left, moneyFigure(left), phrase('pay_gap_to_go_rule'), [
    term('pay_gap_point', point),
    term('pay_gap_point_at', explained(at, moneyFigure(at), phrase('pay_gap_point_at_rule'))),
  ]);
}

function dealsFor(toGo: Money, usualDeal: Answer<Target>): Answer<number> {
  if (!isExplained(usualDeal)) return usualDeal;
  const { value } = usualDeal;
  if (value.unit !== 'money' || value.amount.currency !== toGo.currency || sizeOf(value) <= 0)
    return unanswered('too-few', phrase('goals_no_usual_deal'), [term('goals_usual_deal', usualDeal)]);
  const deals = toGo.minor / sizeOf(value);
  return explained(deals, dealsFigure(deals), phrase('goals_gap_in_deals_rule'), [term('goals_usual_deal', usualDeal)]);
}
