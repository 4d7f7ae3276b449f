import { type Answer, isExplained } from '../../value/explained';
import type { FactName } from './fact';
import type { Comparison, Condition, Operand } from './rule';

/** True, false, or undefined where a fact that would decide is not known. */
export type Truth = boolean | undefined;

/** Looks up a fact about a deal. */
export type FactLookup = (name: FactName) => Answer<unknown>;

/**
 * Whether a condition holds, by Kleene's strong three-valued logic: what is unknown stays unknown, unless the rest decides.
 *
 * @example // "not (silence > 30)" of a deal whose activities are hidden is unknown, not true
 */
export function holds(condition: Condition, fact: FactLookup): Truth {
  if ('all' in condition) return every(condition.all.map((part) => holds(part, fact)));
  if ('any' in condition) return negated(every(condition.any.map((part) => negated(holds(part, fact)))));
  if ('not' in condition) return negated(holds(condition.not, fact));
  if ('missing' in condition) {
    const answer = fact(condition.missing);
    if (isExplained(answer)) return false;
    return answer.missing === 'not-recorded' ? true : undefined;
  }
  const left = fact(condition.fact);
  const right = operand(condition.than, fact);
  return isExplained(left) && right !== undefined ? compared(left.value, condition.is, right) : undefined;
}

/** The facts that a condition asks for, each once, in the order in which they stand. */
export function factsIn(condition: Condition): FactName[] {
  const names = new Set<FactName>();
  const walk = (part: Condition): void => {
    if ('all' in part) part.all.forEach(walk);
    else if ('any' in part) part.any.forEach(walk);
    else if ('not' in part) walk(part.not);
    else if ('missing' in part) names.add(part.missing);
    else {
      names.add(part.fact);
      if (typeof part.than === 'object') names.add(part.than.fact);
    }
  };
  walk(condition);
  return [...names];
}

function every(truths: readonly Truth[]): Truth {
  if (truths.includes(false)) return false;
  return truths.includes(undefined) ? undefined : true;
}

function negated(truth: Truth): Truth {
  return truth === undefined ? undefined : !truth;
}

function operand(than: Operand, fact: FactLookup): unknown {
  if (typeof than !== 'object') return than;
  const answer = fact(than.fact);
  if (!isExplained(answer)) return undefined;
  if (than.times === undefined) return answer.value;
  return typeof answer.value === 'number' ? answer.value * than.times : undefined;
}

function compared(left: unknown, is: Comparison, right: unknown): Truth {
  if (typeof left === 'number' && typeof right === 'number') return COMPARE[is](left - right);
  if (typeof left !== typeof right || (is !== '=' && is !== '!=')) return undefined;
  const same = typeof left === 'string' && typeof right === 'string' ? plain(left) === plain(right) : left === right;
  return (is === '=') === same;
}

function plain(text: string): string {
  return text.normalize('NFC').trim().toLowerCase();
}

const COMPARE: Readonly<Record<Comparison, (difference: number) => boolean>> = {
  '>': (difference) => difference > 0,
  '>=': (difference) => difference >= 0,
  '<': (difference) => difference < 0,
  '<=': (difference) => difference <= 0,
  '=': (difference) => difference === 0,
  '!=': (difference) => difference !== 0,
};
