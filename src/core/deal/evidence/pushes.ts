import type { HistoryRow } from '../../model/history';
import { type CivilDate, daysBetween } from '../../value/civil-date';
import { type Answer, explained, term, unanswered } from '../../value/explained';
import { type Instant, oldest } from '../../value/instant';
import { isGiven, type Known, type MissingReason } from '../../value/known';
import { countFigure, dateFigure, daysFigure, phrase } from '../../value/phrase';

/** A close date that was changed. `days` is positive when it was pushed out, negative when it was pulled in. */
export type CloseDateMove = {
  readonly at: Instant;
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly days: number;
};

/**
 * Every change of the close date that a deal's history shows, oldest first, in whatever order the rows come.
 *
 * Rows without a close date (hidden, cleared for a while) are skipped: the next one that has it is compared with the last
 * one that had.
 */
export function closeDateMoves(rows: readonly HistoryRow[]): CloseDateMove[] {
  const moves: CloseDateMove[] = [];
  let from: CivilDate | undefined;
  for (const { at, closeDate } of inOrder(rows)) {
    if (!isGiven(closeDate)) continue;
    const to = closeDate.value;
    if (from !== undefined && from !== to) moves.push({ at, from, to, days: daysBetween(from, to) });
    from = to;
  }
  return moves;
}

/** The changes that moved the close date to a later day. */
export function pushesIn(rows: readonly HistoryRow[]): CloseDateMove[] {
  return closeDateMoves(rows).filter(({ days }) => days > 0);
}

/** How often a deal's close date was moved to a later day. Unanswered where the history or its close dates are missing. */
export function pushes(history: Known<readonly HistoryRow[]>): Answer<number> {
  return fromMoves(history, (rows) => {
    const all = pushesIn(rows);
    return explained(
      all.length,
      countFigure(all.length),
      phrase('deal_pushes_rule'),
      all.map((push) =>
        term(
          'deal_pushes_term',
          explained(push.days, daysFigure(push.days), phrase('deal_pushes_term_rule')),
          dateFigure(push.from),
          dateFigure(push.to),
        ),
      ),
      ageOf(history, rows),
    );
  });
}

/** By how many days a deal's close date was pushed out in all; what was pulled in again is not taken off. */
export function daysPushed(history: Known<readonly HistoryRow[]>): Answer<number> {
  return fromMoves(history, (rows) => {
    const days = pushesIn(rows).reduce((all, push) => all + push.days, 0);
    return explained(days, daysFigure(days), phrase('deal_days_pushed_rule'), [], ageOf(history, rows));
  });
}

/** Rows from the oldest to the newest; rows of one instant keep their order. */
export function inOrder(rows: readonly HistoryRow[]): HistoryRow[] {
  return [...rows].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

function fromMoves(
  history: Known<readonly HistoryRow[]>,
  count: (rows: readonly HistoryRow[]) => Answer<number>,
): Answer<number> {
  if (!isGiven(history)) return unanswered(history.missing, phrase('deal_pushes_no_history'));
  if (!history.value.some(({ closeDate }) => isGiven(closeDate))) {
    return unanswered(whyNoDates(history.value), phrase('deal_pushes_no_dates'));
  }
  return count(history.value);
}

function whyNoDates(rows: readonly HistoryRow[]): MissingReason {
  for (const { closeDate } of rows) if (!isGiven(closeDate)) return closeDate.missing;
  return 'not-recorded';
}

function ageOf(history: Known<readonly HistoryRow[]>, rows: readonly HistoryRow[]): { asOf?: Instant } {
  let age: Instant | null = history.asOf ?? null;
  for (const { closeDate } of rows) if (isGiven(closeDate)) age = oldest(age, closeDate.asOf);
  return age === null ? {} : { asOf: age };
}
