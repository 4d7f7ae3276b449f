import { twoClocks } from '../buyer/clocks/two-clocks';
import { type Clock, daysBy } from '../deal/evidence/clock';
import type { Dossier } from '../model/dossier';
import type { Period } from '../model/goal';
import { explained } from '../value/explained';
import { isGiven } from '../value/known';
import { dateFigure, phrase, textFigure } from '../value/phrase';
import type { BriefFact } from './brief-fact';

/**
 * What presses them: their dates and their year, beside ours.
 *
 * @param period - our fiscal period; null where it is not known
 * @param most - so many of their dates are told one by one, the nearest first; the rest is counted
 */
export function whatPresses(
  dossier: Dossier,
  clock: Clock,
  period: Period | null,
  most: number,
): { readonly presses: readonly BriefFact[]; readonly datesAfter: number } {
  const { today } = daysBy(clock);
  // Their dates stand whatever our period is; without one ours is left out.
  const { buyer, seller } = twoClocks(
    period ?? { label: '', kind: 'custom', start: today, end: today },
    dossier.account,
    dossier,
    clock,
  );
  const ours = explained(seller.lastDay, dateFigure(seller.lastDay), phrase('buyer_period_last_day'));
  const presses = [
    ...buyer.dates.slice(0, most).map(({ on, subject }) => ({
      name: isGiven(subject) ? phrase('brief_their_date', textFigure(subject.value)) : phrase('brief_a_date'),
      answer: explained(on, dateFigure(on), phrase('buyer_next_date_rule')),
    })),
    ...(buyer.dates.length === 0 ? [{ name: phrase('brief_a_date'), answer: buyer.nextDate }] : []),
    { name: phrase('brief_year_end'), answer: buyer.yearEnd },
    ...(period === null ? [] : [{ name: phrase('brief_our_period_end'), answer: ours }]),
  ];
  return { presses, datesAfter: Math.max(0, buyer.dates.length - most) };
}
