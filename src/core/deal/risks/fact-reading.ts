import type { Dossier } from '../../model/dossier';
import type { Period } from '../../model/goal';
import { addDays, type CivilDate, daysBetween } from '../../value/civil-date';
import { type Answer, type Explained, explained, read, term, unanswered } from '../../value/explained';
import { isGiven, type Known } from '../../value/known';
import {
  countFigure,
  dateFigure,
  daysFigure,
  type Figure,
  numberFigure,
  phrase,
  phraseFigure,
  textFigure,
} from '../../value/phrase';
import { FEWEST_WON } from '../said-and-shown/won-cycles';

/** Said of a fact whose field is empty or cannot be read. */
export const EMPTY = phrase('deal_fact_empty');

/** A fact worked out from one field: its value, and how it is shown. */
export function fromField<T, U>(
  known: Known<T>,
  work: (value: T) => { readonly value: U; readonly figure: Figure },
): Answer<U> {
  if (!isGiven(known)) return unanswered(known.missing, EMPTY);
  const { value, figure } = work(known.value);
  return { ...read(known, figure), value };
}

/** Days from a date to another, as a fact. */
export function daysApart(from: CivilDate, to: CivilDate): { readonly value: number; readonly figure: Figure } {
  const days = daysBetween(from, to);
  return { value: days, figure: daysFigure(days) };
}

/** Days between today and a date that was worked out. */
export function daysAway(days: number, of: Explained<CivilDate>): Explained<number> {
  return explained(days, daysFigure(days), phrase('deal_days_away_rule'), [term('deal_date', of)]);
}

/** Days from a close date to the last day of the shortest fiscal period it falls into. */
export function daysToPeriodEnd(closeDate: Known<CivilDate>, periods: readonly Period[] | undefined): Answer<number> {
  if (!isGiven(closeDate)) return unanswered(closeDate.missing, EMPTY);
  const close = closeDate.value;
  const [period] = (periods ?? [])
    .filter(({ start, end }) => start <= close && close < end)
    .sort((a, b) => daysBetween(a.start, a.end) - daysBetween(b.start, b.end));
  if (!period) return unanswered('not-yet-read', phrase('deal_fact_no_period'));
  const days = daysBetween(close, addDays(period.end, -1));
  return explained(days, daysFigure(days), phrase('deal_period_end_rule', textFigure(period.label)), [
    term('deal_claim_close_date', read(closeDate, dateFigure(close))),
  ]);
}

/** The longest that a won deal of this kind took, where there are enough of them. */
export function longestWon(cycles: Known<readonly number[]> | undefined): Answer<number> {
  if (!cycles || !isGiven(cycles)) return unanswered(cycles?.missing ?? 'not-yet-read', phrase('deal_cycles_missing'));
  const won = cycles.value.filter((days) => Number.isFinite(days) && days >= 0);
  if (won.length < FEWEST_WON) {
    return unanswered('too-few', phrase('deal_cycles_too_few', countFigure(won.length), countFigure(FEWEST_WON)));
  }
  const longest = won.reduce((most, days) => Math.max(most, days), 0);
  return explained(longest, daysFigure(longest), phrase('deal_longest_won_rule', countFigure(won.length)), [], {
    asOf: cycles.asOf,
    sources: [cycles.source],
  });
}

/**
 * Whether somebody on the committee has the role of an economic buyer. Known not to be so only where every role can be read;
 * one hidden role may be the one.
 */
export function economicBuyerNamed(
  { committee }: Pick<Dossier, 'committee'>,
  roles: readonly string[],
): Answer<boolean> {
  if (!isGiven(committee)) return unanswered(committee.missing, phrase('deal_fact_no_committee'));
  const wanted = new Set(roles.map(plainRole));
  let unread: Answer<boolean> | undefined;
  for (const { role, contact } of committee.value) {
    if (isGiven(role)) {
      if (wanted.has(plainRole(role.value))) {
        return explained(true, textFigure(contact.name), phrase('deal_economic_buyer_rule'), [], {
          asOf: role.asOf,
          sources: [role.source],
        });
      }
    } else if (role.missing !== 'not-recorded') unread ??= unanswered(role.missing, phrase('deal_fact_role_hidden'));
  }
  return (
    unread ??
    explained(false, phraseFigure(phrase('deal_fact_no')), phrase('deal_economic_buyer_rule'), [], {
      asOf: committee.asOf,
      sources: [committee.source],
    })
  );
}

/** One of the organisation's own fields, by its API name. */
export function ownField({ opportunity: { fields } }: Pick<Dossier, 'opportunity'>, name: string): Answer<unknown> {
  const known = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (!known) return unanswered('not-yet-read', EMPTY);
  return fromField(known, (value) => ({
    value,
    figure: typeof value === 'number' ? numberFigure(value, 2) : textFigure(String(value)),
  }));
}

function plainRole(role: string): string {
  return role.normalize('NFC').trim().toLowerCase();
}
