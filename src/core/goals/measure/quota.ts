import type { Goal, Target } from '../../model/goal';
import { type Answer, read, unanswered } from '../../value/explained';
import { isGiven } from '../../value/known';
import { phrase } from '../../value/phrase';
import { figureIn, sizeOf, unitOf } from './unit';

/** The target of a goal; 0 and less are "no quota". */
export function quotaOf({ target }: Goal): Answer<Target> {
  if (!isGiven(target)) return unanswered(target.missing, phrase('goals_no_quota'));
  const size = sizeOf(target.value);
  return size > 0
    ? read(target, figureIn(unitOf(target.value), size))
    : unanswered('not-recorded', phrase('goals_no_quota'));
}
