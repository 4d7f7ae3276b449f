import { currency } from '../value/currency';
import { Decimal, ONE } from '../value/decimal';
import { money } from '../value/money';
import { type Counted, countMore, work } from './payout/count';
import { creditItems } from './payout/crediting/credit';
import { bandsOf } from './payout/earning/band';
import { readAxis } from './payout/earning/reading';
import { thresholdPoints } from './payout/explaining/thresholds';
import type { CreditedDeal } from './payout/inputs';
import type { Work } from './payout/work';
import { exact, isDecimalText } from './plan/exact';
import type { Condition } from './plan/measure';
import type { CompPlan } from './plan/plan';

/**
 * Where pay changes as one more deal grows: points of the plan that lie ahead, the edges of tiers that are read deal by deal, and what
 * rules ask of a deal's amount. Where a deal's credit is more than its amount, it comes to a point sooner.
 *
 * @param deal - the additional deal, of any amount
 * @param unit - minor units in one major unit
 * @returns rising, in whole minor units of the deal's amount: the first unit that has reached each
 */
export function edgesOf(counted: Counted, deal: CreditedDeal, unit: number): number[] {
  const state = work(countMore(counted, [{ ...deal, amount: money(0, currency(counted.plan.currency)) }]));
  const edges = new Set<number>();
  const add = (amount: Decimal): void => {
    const minor = Math.ceil(amount.toNumber() * unit - 1e-6);
    if (minor > 0 && Number.isSafeInteger(minor * 4)) edges.add(minor);
  };
  const credits = [...ahead(state), ...edgesOfADeal(state), ...mostCredit(counted.plan)];
  for (const factor of creditOfOne(counted, deal, unit)) for (const credit of credits) add(credit.div(factor));
  for (const amount of amountsAskedFor(counted.plan)) add(amount);
  return [...edges].sort((a, b) => a - b);
}

/** Credit still to go to the points of the plan. */
function ahead(state: Work): Decimal[] {
  return thresholdPoints(state).flatMap(({ measure, toGo, reached }) =>
    !reached && state.measures.get(measure)?.of.counts === 'credit' ? [new Decimal(toGo)] : [],
  );
}

/** Edges and thresholds of components that look at each deal alone: the additional deal begins at nothing. */
function edgesOfADeal(state: Work): Decimal[] {
  return state.plan.components.flatMap((component) => {
    if ((component.kind !== 'commission' && component.kind !== 'bonus') || component.scope !== 'transaction') return [];
    const axis = component.axis ?? { measure: component.kind === 'commission' ? component.pays : '' };
    const { state: measure, unit } = readAxis(axis, state);
    if (unit === null || measure.of.counts !== 'credit') return [];
    const floor = component.threshold === undefined ? [] : [exact(component.threshold.at)];
    const edges = bandsOf(component).flatMap(({ from, to }) => (to === null ? [from] : [from, to]));
    return [...floor, ...edges].map((edge) => edge.times(unit));
  });
}

const mostCredit = ({ crediting }: CompPlan): Decimal[] =>
  crediting?.dealCreditAtMost === undefined ? [] : [exact(crediting.dealCreditAtMost)];

/** What one unit of the deal's amount counts towards quota: itself, and with the uplifts that a small and a large deal have. */
function creditOfOne({ plan, inputs }: Counted, deal: CreditedDeal, unit: number): readonly Decimal[] {
  const { dealCreditAtMost: _most, ...crediting } = plan.crediting ?? {};
  const unlimited = { ...plan, crediting };
  const factors = [1, 1e9].map((amount) => {
    const { items } = creditItems(unlimited, inputs, [
      { ...deal, amount: money(amount * unit, currency(plan.currency)) },
    ]);
    return items[0]?.credit.div(amount) ?? ONE;
  });
  const different = new Map([ONE, ...factors].filter((factor) => factor.gt(0)).map((one) => [one.toFixed(), one]));
  return [...different.values()];
}

/** Bounds on a deal's amount in the plan's rules: a SPIF from a size on, a rate for large deals. */
function amountsAskedFor({ components, measures, crediting }: CompPlan): Decimal[] {
  const conditions = [
    ...measures.flatMap(({ where }) => where ?? []),
    ...(crediting?.exclude ?? []).flat(),
    ...components.flatMap((component): readonly Condition[] => {
      if (component.kind === 'kicker') return component.where ?? [];
      return component.kind === 'commission' ? (component.rates ?? []).flatMap(({ where }) => where ?? []) : [];
    }),
  ];
  return conditions
    .filter(({ field }) => field === 'amount')
    .flatMap(({ atLeast, above, atMost, below }) => [atLeast, above, atMost, below])
    .flatMap((bound) => (bound !== undefined && isDecimalText(String(bound)) ? [exact(bound)] : []));
}
