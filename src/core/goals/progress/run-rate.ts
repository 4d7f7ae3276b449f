import type { Target } from '../../model/goal';
import { type Answer, type Explained, explained, isExplained, term, unanswered } from '../../value/explained';
import { daysFigure, phrase } from '../../value/phrase';
import { amountIn, figureIn, sizeOf, unitOf } from '../measure/unit';
import type { Clock } from '../pace/clock';
import type { Gap } from './gap';

const days = (count: number): Explained<number> =>
  explained(count, daysFigure(count), phrase('goals_working_days_rule'));

/** What was credited per working day so far. Today counts as a day gone. */
export function runRate(credited: Answer<Target>, clock: Clock): Answer<Target> {
  const gone = days(clock.working.gone);
  const terms = [term('goals_credited', credited), term('goals_days_gone', gone)];
  if (!isExplained(credited)) return unanswered(credited.missing, credited.because, terms);
  if (gone.value === 0) return unanswered('too-few', phrase('goals_no_days_gone'), terms);
  const unit = unitOf(credited.value);
  const rate = sizeOf(credited.value) / gone.value;
  return explained(amountIn(unit, rate), figureIn(unit, rate), phrase('goals_run_rate_rule'), terms);
}

/** Where the run rate leads by the end of the period: credited / working days gone x working days of the period. */
export function runRateEnd(credited: Answer<Target>, clock: Clock): Answer<Target> {
  const rate = runRate(credited, clock);
  const terms = [term('goals_run_rate', rate), term('goals_days_all', days(clock.working.all))];
  if (!isExplained(credited) || !isExplained(rate)) {
    const lacking = isExplained(rate) ? credited : rate;
    return isExplained(lacking) ? lacking : unanswered(lacking.missing, lacking.because, terms);
  }
  const unit = unitOf(credited.value);
  const end = (sizeOf(credited.value) / clock.working.gone) * clock.working.all;
  return explained(amountIn(unit, end), figureIn(unit, end), phrase('goals_run_rate_end_rule'), terms);
}

/** What each working day after today would have to bring. */
export function requiredRate(toGo: Answer<Gap>, clock: Clock): Answer<Target> {
  const left = days(clock.working.all - clock.working.gone);
  const terms = [term('goals_gap', toGo), term('goals_days_left', left)];
  if (!isExplained(toGo)) return unanswered(toGo.missing, toGo.because, terms);
  const unit = unitOf(toGo.value.amount);
  if (toGo.value.state === 'made')
    return explained(amountIn(unit, 0), figureIn(unit, 0), phrase('goals_made_rule'), terms);
  if (left.value <= 0) return unanswered('too-few', phrase('goals_no_days_left'), terms);
  const rate = sizeOf(toGo.value.amount) / left.value;
  return explained(amountIn(unit, rate), figureIn(unit, rate), phrase('goals_required_rate_rule'), terms);
}
