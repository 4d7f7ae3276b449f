import { ONE, ZERO } from '../../value/decimal';
import { countFigure, phrase, shareFigure, textFigure } from '../../value/phrase';
import { exactNumber } from '../payout/words';
import type { Component, Gate, Matrix, Modifier } from '../plan/component';
import { exact } from '../plan/exact';
import type { Condition } from '../plan/measure';
import type { CompPlan } from '../plan/plan';
import { nearest } from '../plan/shape/nearest';
import { lintRising, lintStretches } from './edges';
import type { Findings } from './finding';
import { lintTiered } from './tiered';

/** Findings about each component. */
export function lintComponents(plan: CompPlan, out: Findings): void {
  plan.components.forEach((component, index) => {
    const here = `components[${index}]`;
    component.gates?.forEach((gate, each) => {
      lintGate(gate, component, plan, `${here}.gates[${each}]`, out);
    });
    component.modifiers?.forEach((modifier, each) => {
      lintModifier(modifier, `${here}.modifiers[${each}]`, out);
    });
    lintCaps(component, plan, here, out);
    if (component.weight !== undefined && plan.targetPay === undefined)
      out.error(`${here}.weight`, phrase('pay_plan_weight_of_nothing'));
    if (component.weight !== undefined && component.target !== undefined)
      out.error(`${here}.target`, phrase('pay_plan_weight_and_target'));
    switch (component.kind) {
      case 'commission':
      case 'bonus':
        lintTiered(component, plan, here, out);
        if (component.kind === 'commission') {
          component.rates?.forEach((each, at) => {
            lintConditions(each.where, `${here}.rates[${at}].where`, out);
          });
        }
        break;
      case 'matrix':
        lintMatrix(component, plan, here, out);
        break;
      case 'milestones':
        lintRising(
          component.levels.map(({ at }) => at),
          (at) => `${here}.levels[${at}].at`,
          out,
        );
        component.levels.forEach((level, at) => {
          const before = component.pay === 'highest' ? exact(component.levels[at - 1]?.amount ?? 0) : ZERO;
          if (exact(level.amount).lt(before))
            out.warn(`${here}.levels[${at}].amount`, phrase('pay_plan_level_pays_less'));
        });
        break;
      case 'objectives':
        lintObjectives(component, plan, here, out);
        break;
      default:
        lintConditions(component.where, `${here}.where`, out);
        if (component.ofPay?.components.includes(component.id))
          out.error(`${here}.ofPay.components`, phrase('pay_plan_kicker_of_itself'));
        if (component.atMostDeals !== undefined && component.fromDeal !== undefined && component.atMostDeals < 1) break;
        for (const by of ['rate', 'perDeal', 'once'] as const) {
          const pays = component[by];
          if (pays !== undefined && exact(pays).lt(0)) out.warn(`${here}.${by}`, phrase('pay_plan_kicker_takes'));
        }
    }
  });
  plan.modifiers?.forEach((modifier, index) => {
    lintModifier(modifier, `modifiers[${index}]`, out);
  });
}

function lintGate(gate: Gate, component: Component, plan: CompPlan, here: string, out: Findings): void {
  const low = gate.atLeast ?? gate.above;
  const high = gate.atMost ?? gate.below;
  if (low !== undefined && high !== undefined && exact(low).gt(exact(high))) {
    out.error(here, phrase('pay_plan_gate_never_opens', exactNumber(exact(low)), exactNumber(exact(high))));
  }
  if (gate.otherwise === 'no-accelerator' && !('tiers' in component && component.tiers !== undefined)) {
    out.error(`${here}.otherwise`, phrase('pay_plan_gate_no_tiers'));
  }
  if (high !== undefined) out.warn(here, phrase('pay_plan_gate_closes'));
  if (
    typeof gate.otherwise === 'object' &&
    'payoutAtMost' in gate.otherwise &&
    component.target === undefined &&
    plan.targetPay === undefined
  ) {
    out.error(`${here}.otherwise`, phrase('pay_plan_no_target'));
  }
}

function lintModifier(modifier: Modifier, here: string, out: Findings): void {
  if (!lintStretches(modifier.steps, `${here}.steps`, out)) return;
  let highest = ZERO;
  modifier.steps.forEach((step, index) => {
    const { multiplier } = step;
    const line = typeof multiplier === 'object' ? multiplier : null;
    const at = exact(typeof multiplier === 'object' ? multiplier.at : multiplier);
    const end = line !== null && 'to' in line ? exact(line.to) : at;
    if (line !== null && 'to' in line && step.to === undefined)
      out.error(`${here}.steps[${index}]`, phrase('pay_plan_line_without_end'));
    if (at.lt(highest) || end.lt(at) || (line !== null && 'slope' in line && exact(line.slope).lt(0))) {
      out.warn(`${here}.steps[${index}].multiplier`, phrase('pay_plan_modifier_falls'));
    }
    highest = end.gt(at) ? end : at;
  });
  const last = modifier.steps[modifier.steps.length - 1];
  if (last?.to !== undefined && highest.gt(1))
    out.warn(`${here}.steps`, phrase('pay_plan_modifier_ends', exactNumber(exact(last.to))));
  const first = modifier.steps[0];
  const start =
    first === undefined ? ONE : exact(typeof first.multiplier === 'object' ? first.multiplier.at : first.multiplier);
  if (first !== undefined && exact(first.from).gt(0) && start.lt(1))
    out.warn(`${here}.steps[0]`, phrase('pay_plan_modifier_starts_lower'));
}

function lintCaps(component: Component, plan: CompPlan, here: string, out: Findings): void {
  const byDeal = component.kind === 'commission' || component.kind === 'kicker';
  component.caps?.forEach((cap, index) => {
    if (cap.per === 'deal' && !byDeal) out.error(`${here}.caps[${index}].per`, phrase('pay_plan_cap_no_deals'));
    if (cap.payout !== undefined && component.target === undefined && plan.targetPay === undefined) {
      out.error(`${here}.caps[${index}].payout`, phrase('pay_plan_no_target'));
    }
    if (cap.payout !== undefined && exact(cap.payout).lt(1) && cap.per !== 'deal') {
      out.warn(
        `${here}.caps[${index}].payout`,
        phrase('pay_plan_cap_payout_below_target', shareFigure(exact(cap.payout).toNumber(), 1)),
      );
    }
  });
}

function lintMatrix(component: Matrix, plan: CompPlan, here: string, out: Findings): void {
  lintRising(component.rows.from, (at) => `${here}.rows.from[${at}]`, out);
  lintRising(component.columns.from, (at) => `${here}.columns.from[${at}]`, out);
  const [rows, columns] = [component.rows.from.length, component.columns.from.length];
  if (component.cells.length !== rows) {
    out.error(`${here}.cells`, phrase('pay_plan_matrix_rows', countFigure(component.cells.length), countFigure(rows)));
  }
  component.cells.forEach((cells, row) => {
    if (cells.length !== columns) {
      out.error(
        `${here}.cells[${row}]`,
        phrase('pay_plan_matrix_columns', countFigure(cells.length), countFigure(columns)),
      );
    }
    cells.forEach((cell, column) => {
      const above = component.cells[row - 1]?.[column];
      const left = cells[column - 1];
      const falls = [above, left].some((before) => before !== undefined && exact(cell).lt(exact(before)));
      if (falls) out.warn(`${here}.cells[${row}][${column}]`, phrase('pay_plan_matrix_falls'));
    });
  });
  if (component.cell === 'rate' && component.of === undefined) out.error(here, phrase('pay_plan_matrix_rate_of'));
  if (component.cell === 'payout' && component.target === undefined && plan.targetPay === undefined)
    out.error(here, phrase('pay_plan_no_target'));
}

function lintObjectives(
  component: Extract<Component, { kind: 'objectives' }>,
  plan: CompPlan,
  here: string,
  out: Findings,
): void {
  const weights = component.objectives.filter(({ weight }) => weight !== undefined);
  if (weights.length === 0) return;
  const sum = weights.reduce((all, { weight }) => all.plus(exact(weight ?? 0)), ZERO);
  if (!sum.eq(ONE))
    out.error(`${here}.objectives`, phrase('pay_plan_objective_weights', shareFigure(sum.toNumber(), 2)));
  if (component.target === undefined && plan.targetPay === undefined) out.error(here, phrase('pay_plan_no_target'));
}

const FIELDS = ['product', 'family', 'type', 'term', 'newLogo', 'amount', 'margin', 'marginShare', 'closeDate', 'role'];

/** Conditions that nothing can fulfil, and fields that look like a slip. */
export function lintConditions(conditions: readonly Condition[] | undefined, here: string, out: Findings): void {
  conditions?.forEach((condition, index) => {
    const [low, high] = [condition.atLeast ?? condition.above, condition.atMost ?? condition.below];
    if (typeof low === 'number' && typeof high === 'number' && low > high) {
      out.error(
        `${here}[${index}]`,
        phrase('pay_plan_condition_never', exactNumber(exact(low)), exactNumber(exact(high))),
      );
    }
    const meant =
      FIELDS.includes(condition.field) || condition.field.endsWith('__c') ? null : nearest(condition.field, FIELDS);
    if (meant !== null)
      out.warn(
        `${here}[${index}].field`,
        phrase('pay_plan_condition_field', textFigure(condition.field), textFigure(meant)),
      );
  });
}
