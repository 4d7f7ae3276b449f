import type { Dossier } from '../../model/dossier';
import { addDays, type CivilDate, daysBetween } from '../../value/civil-date';
import { type Answer, explained, isExplained, read, term, unanswered } from '../../value/explained';
import { isGiven, type Known, missing } from '../../value/known';
import { dateFigure, daysFigure, phrase } from '../../value/phrase';
import type { Days } from '../evidence/clock';
import { usualRemainder } from './won-cycles';

/** Days ahead beyond which a close date worked out is no longer a date anybody can act on. */
const FARTHEST_DAYS = 3_660;

/**
 * The close date that the evidence points to: the latest date ahead that the buyer has set; where there is none, today plus
 * the days that won deals of this kind still needed at this age.
 *
 * @param buyerDate - from the evidence's standing
 * @param wonCycles - days from creation to close of each won deal of this kind
 */
export function evidenceCloseDate(
  { createdOn }: Pick<Dossier['opportunity'], 'createdOn'>,
  buyerDate: Answer<CivilDate>,
  { today }: Pick<Days, 'today'>,
  wonCycles: Known<readonly number[]> = missing('not-yet-read'),
): Answer<CivilDate> {
  const usual = usualCloseDate(createdOn, today, wonCycles);
  if (isExplained(buyerDate)) {
    return explained(buyerDate.value, dateFigure(buyerDate.value), phrase('deal_close_by_buyer'), [
      term('deal_buyer_date', buyerDate),
      term('deal_usual_close', usual),
    ]);
  }
  if (isExplained(usual)) return usual;
  return unanswered(usual.missing, usual.because, [
    term('deal_buyer_date', buyerDate),
    term('deal_usual_close', usual),
  ]);
}

/** Today plus what won deals of this kind still needed at this age. */
function usualCloseDate(
  createdOn: Known<CivilDate>,
  today: CivilDate,
  wonCycles: Known<readonly number[]>,
): Answer<CivilDate> {
  if (!isGiven(createdOn)) return unanswered(createdOn.missing, phrase('deal_no_created'));
  const age = daysBetween(createdOn.value, today);
  if (age < 0) return unanswered('not-readable', phrase('deal_created_ahead', dateFigure(createdOn.value)));
  const left = usualRemainder(wonCycles, age);
  if (!isExplained(left)) return unanswered(left.missing, left.because, [term('deal_remainder', left)]);
  if (left.value > FARTHEST_DAYS)
    return unanswered('not-readable', phrase('deal_cycles_absurd'), [term('deal_remainder', left)]);
  const date = addDays(today, left.value);
  return explained(date, dateFigure(date), phrase('deal_close_by_cycle'), [
    term('deal_created', read(createdOn, dateFigure(createdOn.value))),
    term('deal_age', explained(age, daysFigure(age), phrase('deal_age_rule'))),
    term('deal_remainder', left),
  ]);
}
