import type { Target } from '../../model/goal';
import { type Answer, explained, isExplained, term, unanswered } from '../../value/explained';
import { attainedFigure, phrase } from '../../value/phrase';
import { sizeOf } from '../measure/unit';

/** Credited / quota. 1 = 100 %. Without a quota there is none, and never an infinite one. */
export function attainment(credited: Answer<Target>, quota: Answer<Target>): Answer<number> {
  const terms = [term('goals_credited', credited), term('goals_quota', quota)];
  if (!isExplained(quota)) return unanswered(quota.missing, phrase('goals_no_quota'), terms);
  if (sizeOf(quota.value) <= 0) return unanswered('not-recorded', phrase('goals_no_quota'), terms);
  if (!isExplained(credited)) return unanswered(credited.missing, credited.because, terms);
  const share = sizeOf(credited.value) / sizeOf(quota.value);
  return explained(share, attainedFigure(share), phrase('goals_attainment_rule'), terms);
}
