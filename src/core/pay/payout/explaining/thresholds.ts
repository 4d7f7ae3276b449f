import { currency, minorDigits } from '../../../value/currency';
import { Decimal, ONE } from '../../../value/decimal';
import { type Phrase, phrase } from '../../../value/phrase';
import { type Exact, exact } from '../../plan/exact';
import type { Axis } from '../../plan/measure';
import type { Boundary } from '../../plan/tier';
import type { MeasureState } from '../crediting/measure-state';
import { type Band, bandsOf } from '../earning/band';
import { readAxis } from '../earning/reading';
import { targetOf } from '../earning/target';
import type { ThresholdKind, ThresholdPoint } from '../statement';
import { exactNumber, exactShare, moneyFigureOf } from '../words';
import type { Work } from '../work';

/** Every point on each axis where something about the pay changes, by distance along the axis. */
export function thresholdPoints(work: Work): readonly ThresholdPoint[] {
  const points: ThresholdPoint[] = [];
  const add = (
    kind: ThresholdKind,
    componentId: string,
    axis: Axis,
    at: Exact | Decimal,
    what: Phrase,
    reachedAt: 'exactly' | 'above' = 'exactly',
  ): void => {
    const { state, x, unit, by } = readAxis(axis, work);
    if (unit === null || state.absent) return;
    const edge = typeof at === 'object' ? at : exact(at);
    if (edge.lte(0)) return;
    const value = edge.times(unit);
    const left = value.minus(x);
    const toGo = reachedAt === 'above' && left.gte(0) ? left.plus(smallest(state, work)) : left;
    points.push({
      kind,
      componentId,
      measure: state.of.id,
      by,
      at: edge.toNumber(),
      value: value.toFixed(),
      toGo: toGo.toFixed(),
      reached: toGo.lte(0),
      what,
    });
  };
  for (const component of work.plan.components) {
    const { id } = component;
    if (component.kind === 'commission' || component.kind === 'bonus') {
      const own = component.axis ?? { measure: component.kind === 'commission' ? component.pays : '' };
      const axis: Axis = component.scope === 'year-to-date' ? { ...own, window: 'year-to-date' } : own;
      if (component.scope !== 'transaction') {
        bandsOf(component).forEach((band, index, bands) => {
          const kind = isAccelerator(band, bands[index - 1], axis) ? 'accelerator' : 'tier';
          const words = tierWords(band, work, targetOf(component, work.plan, work.inputs));
          add(kind, id, axis, band.from, words, band.ownsEdge ? 'exactly' : 'above');
          if (index === bands.length - 1 && band.to !== null)
            add('cap', id, axis, band.to, phrase('pay_point_tier_end'));
        });
        if (component.threshold !== undefined) {
          const { pays, at } = component.threshold;
          add(
            'threshold',
            id,
            axis,
            at,
            pays === 'excess' ? phrase('pay_point_threshold_excess') : phrase('pay_point_threshold_everything'),
            component.threshold.reachedAt,
          );
        }
      }
    }
    if (component.kind === 'milestones') {
      for (const level of component.levels) {
        add(
          'milestone',
          id,
          component.axis,
          level.at,
          phrase('pay_point_milestone', moneyFigureOf(exact(level.amount), work.plan.currency)),
          reachedBy(component.boundary),
        );
      }
    }
    if (component.kind === 'matrix') {
      for (const side of [component.rows, component.columns]) {
        for (const edge of side.from) add('tier', id, side, edge, phrase('pay_point_matrix'), reachedBy(side.boundary));
      }
    }
    for (const gate of component.gates ?? []) {
      const edge = gate.atLeast ?? gate.above ?? gate.below ?? gate.atMost;
      const above = gate.atLeast === undefined && (gate.above !== undefined || gate.below === undefined);
      if (edge !== undefined) add('gate', id, gate, edge, phrase('pay_point_gate'), above ? 'above' : 'exactly');
    }
    for (const modifier of component.modifiers ?? []) {
      for (const step of modifier.steps) {
        add(
          'modifier',
          id,
          modifier,
          step.from,
          phrase(
            'pay_point_modifier',
            exactNumber(exact(typeof step.multiplier === 'object' ? step.multiplier.at : step.multiplier)),
          ),
          reachedBy(modifier.boundary),
        );
      }
    }
  }
  for (const modifier of work.plan.modifiers ?? []) {
    for (const step of modifier.steps) {
      add(
        'modifier',
        'plan',
        modifier,
        step.from,
        phrase(
          'pay_point_modifier',
          exactNumber(exact(typeof step.multiplier === 'object' ? step.multiplier.at : step.multiplier)),
        ),
        reachedBy(modifier.boundary),
      );
    }
  }
  return points.sort((a, b) => Number(a.toGo) - Number(b.toGo));
}

const reachedBy = (boundary: Boundary | undefined): 'exactly' | 'above' =>
  boundary === 'lower-tier' ? 'above' : 'exactly';

/** What is missing at an edge that the lower side owns: a cent, a deal; of a share nothing that could be named. */
function smallest({ of, unit }: MeasureState, { plan }: Work): Decimal {
  if (unit === 'money') return ONE.div(new Decimal(10).pow(minorDigits(currency(plan.currency))));
  return of.counts === 'deals' ? ONE : new Decimal('0.000001');
}

/** A tier from 100 % of quota on that pays more than the one before. */
function isAccelerator(band: Band, before: Band | undefined, axis: Axis): boolean {
  return (
    axis.by === 'attainment' &&
    before !== undefined &&
    band.family === 'slope' &&
    band.from.gte(ONE) &&
    band.at.gt(before.at)
  );
}

function tierWords(band: Band, work: Work, target: Decimal | null): Phrase {
  if (band.by === 'rate') return phrase('pay_point_rate', exactShare(band.at));
  if (band.by === 'multiplier') return phrase('pay_point_multiplier', exactNumber(band.at));
  if (band.by === 'amount') return phrase('pay_point_amount', moneyFigureOf(band.at, work.plan.currency));
  return target === null
    ? phrase('pay_point_payout', exactShare(band.at))
    : phrase('pay_point_amount', moneyFigureOf(band.at.times(target), work.plan.currency));
}
