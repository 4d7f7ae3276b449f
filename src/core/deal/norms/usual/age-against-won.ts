import { type CivilDate, daysBetween } from '../../../value/civil-date';
import { type Answer, explained, term, unanswered } from '../../../value/explained';
import { isGiven, type Known } from '../../../value/known';
import { countFigure, dateFigure, daysFigure, phrase, shareFigure } from '../../../value/phrase';
import type { Norms } from '../norms';
import { wonCycles } from './usual';

/**
 * The share of won deals of a kind that were closed at a younger age than this deal has: 1 means that it is older than every one of
 * them. A place among won deals, never a chance.
 *
 * @param product - compared with deals of this product where enough of them were won, else with all
 */
export function ageAgainstWon(
  norms: Norms,
  createdOn: Known<CivilDate>,
  today: CivilDate,
  product?: string,
): Answer<number> {
  if (!isGiven(createdOn)) return unanswered(createdOn.missing, phrase('deal_no_created'));
  const age = daysBetween(createdOn.value, today);
  if (age < 0) return unanswered('not-readable', phrase('deal_created_ahead', dateFigure(createdOn.value)));
  const cycles = wonCycles(norms, product);
  if (!isGiven(cycles)) return unanswered(cycles.missing, phrase('deal_age_no_won'));
  const younger = cycles.value.filter((days) => days < age).length;
  const share = younger / cycles.value.length;
  const longest = cycles.value.at(-1) ?? 0;
  return explained(
    share,
    shareFigure(share),
    phrase('deal_age_against_won_rule', countFigure(cycles.value.length)),
    [
      term('deal_age', explained(age, daysFigure(age), phrase('deal_age_rule'))),
      term('deal_longest_won', explained(longest, daysFigure(longest), phrase('deal_longest_won_rule'))),
    ],
    { asOf: cycles.asOf, sources: [cycles.source] },
  );
}
