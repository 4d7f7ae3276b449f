import { type Decimal, isOne, ONE } from '../../../value/decimal';
import { explained, unanswered } from '../../../value/explained';
import { phrase, textFigure } from '../../../value/phrase';
import type { Modifier, ModifierStep } from '../../plan/component';
import { exact } from '../../plan/exact';
import { exactNumber } from '../words';
import type { Work, WorkLine } from '../work';
import { type Band, bandAt, heightAt } from './band';
import { readAxis } from './reading';

/** Scales a line by a second measure. Outside its steps, and where the measure is not known, nothing changes. */
function modify(line: WorkLine, modifier: Modifier, work: Work): void {
  const { state, x, unit } = readAxis(modifier, work);
  const name = phrase('pay_term_modifier', textFigure(state.of.name ?? state.of.id));
  if (state.absent || unit === null) {
    line.notes.push(() => ({ name, of: unanswered('not-recorded', phrase('pay_modifier_unknown')) }));
    line.standing = { standing: 'provisional', because: phrase('pay_modifier_unknown') };
    return;
  }
  const multiplier = multiplierAt(modifier, x, unit);
  line.notes.push(() => ({
    name,
    of: explained(multiplier.toNumber(), exactNumber(multiplier), phrase('pay_rule_modifier')),
  }));
  if (!isOne(multiplier)) line.scale(multiplier);
}

/** Scales a kicker: by its own modifiers, and by those of the plan that name it. What it is a share of may be scaled already. */
export function modifyKicker(line: WorkLine, work: Work): void {
  for (const modifier of line.component?.modifiers ?? []) modify(line, modifier, work);
  for (const modifier of work.plan.modifiers ?? []) if (modifier.on?.includes(line.id)) modify(line, modifier, work);
}

/** Scales a line by the modifiers of its component, then by those of the plan that name it. */
export function modifyAll(line: WorkLine, work: Work): void {
  for (const modifier of line.component?.modifiers ?? []) modify(line, modifier, work);
  for (const modifier of work.plan.modifiers ?? []) {
    if (modifier.on === undefined || modifier.on.includes(line.id)) modify(line, modifier, work);
  }
}

function multiplierAt(modifier: Modifier, x: Decimal, unit: Decimal): Decimal {
  const bands = modifier.steps.map((step) => band(step, modifier, unit));
  const index = bandAt(bands, x);
  const found = bands[index];
  if (found === undefined) return ONE;
  const past = found.to !== null && x.gt(found.to);
  return past ? ONE : heightAt(found, x);
}

function band(step: ModifierStep, modifier: Modifier, unit: Decimal): Band {
  const { multiplier } = step;
  const line = typeof multiplier === 'object' ? multiplier : null;
  return {
    name: null,
    from: exact(step.from).times(unit),
    to: step.to === undefined ? null : exact(step.to).times(unit),
    method: 'interpolated',
    ownsEdge: modifier.boundary !== 'lower-tier',
    family: 'level',
    by: 'multiplier',
    at: exact(typeof multiplier === 'object' ? multiplier.at : multiplier),
    end: line === null ? null : 'to' in line ? { to: exact(line.to) } : { slope: exact(line.slope).div(unit) },
    part: 'whole',
  };
}
