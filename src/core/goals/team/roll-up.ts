import type { Goal, Target } from '../../model/goal';
import { type Answer, explained, isExplained, term, unanswered } from '../../value/explained';
import { countFigure, phrase, textFigure } from '../../value/phrase';
import { quotaOf } from '../measure/quota';
import { amountIn, figureIn, sizeOf, unitOf } from '../measure/unit';

/** One person's part of a team's goal. */
export type Part = { readonly goal: Goal; readonly name: string; readonly credited: Answer<Target> };

/** A team's goal over its people. */
export type RollUp = {
  /** Sum of what the people are credited with. */
  readonly credited: Answer<Target>;
  /** Sum of their targets. */
  readonly parts: Answer<Target>;
  /** Sum of the parts less the team's target, as a line of its own; null where they agree. Positive: the parts ask for more. */
  readonly mismatch: Answer<Target> | null;
};

/**
 * Rolls people's goals up to their team's. Parts in another unit or without a target make the sum unknown; they are never left out
 * silently.
 */
export function rollUp(team: Goal, parts: readonly Part[]): RollUp {
  const quota = quotaOf(team);
  const targets = parts.map((part) => ({ name: part.name, of: quotaOf(part.goal) }));
  const sum = total(targets, 'goals_parts_rule');
  return {
    credited: total(
      parts.map(({ name, credited }) => ({ name, of: credited })),
      'goals_team_credited_rule',
    ),
    parts: sum,
    mismatch: mismatch(quota, sum),
  };
}

function total(
  parts: readonly { readonly name: string; readonly of: Answer<Target> }[],
  rule: 'goals_parts_rule' | 'goals_team_credited_rule',
): Answer<Target> {
  const terms = parts.map(({ name, of }) => term('goals_part', of, textFigure(name)));
  const first = parts[0]?.of;
  if (first === undefined) return unanswered('not-recorded', phrase('goals_no_parts'));
  let size = 0;
  for (const { name, of } of parts) {
    if (!isExplained(of)) return unanswered(of.missing, phrase('goals_part_unknown', textFigure(name)), terms);
    if (isExplained(first) && !sameUnit(first.value, of.value))
      return unanswered('not-readable', phrase('goals_parts_differ', textFigure(name)), terms);
    size += sizeOf(of.value);
  }
  if (!isExplained(first)) return first;
  const unit = unitOf(first.value);
  const said =
    rule === 'goals_parts_rule'
      ? phrase('goals_parts_rule', countFigure(parts.length))
      : phrase('goals_team_credited_rule', countFigure(parts.length));
  return explained(amountIn(unit, size), figureIn(unit, size), said, terms);
}

function mismatch(quota: Answer<Target>, parts: Answer<Target>): Answer<Target> | null {
  const terms = [term('goals_parts', parts), term('goals_team_quota', quota)];
  if (!isExplained(parts)) return unanswered(parts.missing, parts.because, terms);
  if (!isExplained(quota)) return unanswered(quota.missing, quota.because, terms);
  if (!sameUnit(parts.value, quota.value)) return unanswered('not-readable', phrase('goals_team_unit_differs'), terms);
  const unit = unitOf(quota.value);
  const over = sizeOf(parts.value) - sizeOf(quota.value);
  if (over === 0) return null;
  const rule = over > 0 ? phrase('goals_parts_exceed') : phrase('goals_parts_fall_short');
  return explained(amountIn(unit, over), figureIn(unit, over), rule, terms);
}

function sameUnit(a: Target, b: Target): boolean {
  return a.unit === 'money' ? b.unit === 'money' && a.amount.currency === b.amount.currency : b.unit === 'count';
}
