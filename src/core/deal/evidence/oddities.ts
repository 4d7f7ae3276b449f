import type { Dossier } from '../../model/dossier';
import { addDays } from '../../value/civil-date';
import { isGiven } from '../../value/known';
import { countFigure, dateFigure, moneyFigure, type Phrase, phrase } from '../../value/phrase';
import { type Clock, daysBy } from './clock';
import type { EvidenceStanding } from './standing';

/** Where in a deal something cannot be right. */
export type OddPart = 'close-date' | 'created' | 'amount' | 'probability' | 'activities';

/** Something on the record that cannot be right. It changes nothing but what rests on it, and is named beside that. */
export type Oddity = { readonly part: OddPart; readonly says: Phrase };

/** Ten years: no open deal is due later. */
const FARTHEST_DAYS = 3_653;

/** What cannot be right about a deal, to be named where it matters. */
export function oddities({ opportunity }: Dossier, { odd }: EvidenceStanding, clock: Clock): Oddity[] {
  const { closeDate, createdOn, amount, probability, outcome } = opportunity;
  const { today } = daysBy(clock);
  const found: Oddity[] = [];
  if (!isGiven(closeDate)) {
    if (closeDate.missing === 'not-recorded')
      found.push({ part: 'close-date', says: phrase('deal_odd_no_close_date') });
  } else {
    const close = closeDate.value;
    if (isGiven(createdOn) && close < createdOn.value) {
      found.push({ part: 'close-date', says: phrase('deal_odd_close_before_created', dateFigure(createdOn.value)) });
    }
    if (outcome === 'open' && close > addDays(today, FARTHEST_DAYS)) {
      found.push({ part: 'close-date', says: phrase('deal_odd_close_far', dateFigure(close)) });
    }
    if (outcome !== 'open' && close > today) {
      found.push({ part: 'close-date', says: phrase('deal_odd_closed_ahead', dateFigure(close)) });
    }
  }
  if (isGiven(createdOn) && createdOn.value > today) {
    found.push({ part: 'created', says: phrase('deal_created_ahead', dateFigure(createdOn.value)) });
  }
  if (isGiven(amount) && amount.value.minor < 0) {
    found.push({ part: 'amount', says: phrase('deal_shown_amount_negative', moneyFigure(amount.value)) });
  }
  if (isGiven(probability) && !(probability.value >= 0 && probability.value <= 1)) {
    found.push({ part: 'probability', says: phrase('deal_shown_probability_impossible') });
  }
  if (odd.length > 0) {
    found.push({ part: 'activities', says: phrase('deal_odd_activities', countFigure(odd.length)) });
  }
  return found;
}
