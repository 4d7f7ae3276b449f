import type { Target } from '../../model/goal';
import { type Answer, explained, isExplained, term, unanswered } from '../../value/explained';
import { countFigure, dealsFigure, phrase } from '../../value/phrase';
import { amountIn, figureIn, sizeOf, unitOf } from '../measure/unit';

/** What is still to go, or how far beyond the goal. */
export type Gap = {
  /** `made` is a state of its own, never a negative gap. */
  readonly state: 'to-go' | 'made';
  /** Still to go, or beyond the goal; never negative. */
  readonly amount: Target;
};

/** Quota less credited. A goal that is reached exactly is made. */
export function gap(credited: Answer<Target>, quota: Answer<Target>): Answer<Gap> {
  const terms = [term('goals_quota', quota), term('goals_credited', credited)];
  if (!isExplained(quota)) return unanswered(quota.missing, phrase('goals_no_quota'), terms);
  if (sizeOf(quota.value) <= 0) return unanswered('not-recorded', phrase('goals_no_quota'), terms);
  if (!isExplained(credited)) return unanswered(credited.missing, credited.because, terms);
  const unit = unitOf(quota.value);
  const toGo = sizeOf(quota.value) - sizeOf(credited.value);
  const made = toGo <= 0;
  const value: Gap = { state: made ? 'made' : 'to-go', amount: amountIn(unit, Math.abs(toGo)) };
  return explained(
    value,
    figureIn(unit, Math.abs(toGo)),
    made ? phrase('goals_made_rule') : phrase('goals_gap_rule'),
    terms,
  );
}

/** The gap in deals of usual size; its figure is rounded up, with one decimal where it takes less than ten. */
export function gapInDeals(of: Answer<Gap>, usualDeal: Answer<Target>): Answer<number> {
  const terms = [term('goals_gap', of), term('goals_usual_deal', usualDeal)];
  if (!isExplained(of)) return unanswered(of.missing, of.because, terms);
  if (!isExplained(usualDeal)) return unanswered(usualDeal.missing, phrase('goals_no_usual_deal'), terms);
  if (sizeOf(usualDeal.value) <= 0 || usualDeal.value.unit !== of.value.amount.unit)
    return unanswered('too-few', phrase('goals_no_usual_deal'), terms);
  if (of.value.state === 'made') return explained(0, countFigure(0), phrase('goals_made_rule'), terms);
  const deals = sizeOf(of.value.amount) / sizeOf(usualDeal.value);
  return explained(deals, dealsFigure(deals), phrase('goals_gap_in_deals_rule'), terms);
}
