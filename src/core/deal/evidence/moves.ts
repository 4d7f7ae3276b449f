import type { HistoryRow } from '../../model/history';
import type { Instant } from '../../value/instant';
import { isGiven, type Known } from '../../value/known';
import { inOrder } from './pushes';

/** A change of one field in a deal's history; `since` is when the old value had come in, as far back as the history goes. */
export type Move<T> = { readonly at: Instant; readonly from: T; readonly to: T; readonly since: Instant };

/** How one field went: its changes, oldest first, and since when it has its present value. */
export type Course<T> = { readonly moves: readonly Move<T>[]; readonly since: Instant | undefined };

/**
 * The changes of one field over a deal's history. Rows in which the field is missing are skipped, so that a field hidden for
 * a week is not two changes.
 */
export function course<T>(
  rows: readonly HistoryRow[],
  field: (row: HistoryRow) => Known<T>,
  same: (a: T, b: T) => boolean,
): Course<T> {
  const moves: Move<T>[] = [];
  let held: { readonly value: T; readonly since: Instant } | undefined;
  for (const row of inOrder(rows)) {
    const known = field(row);
    if (!isGiven(known)) continue;
    if (held === undefined) held = { value: known.value, since: row.at };
    else if (!same(held.value, known.value)) {
      moves.push({ at: row.at, from: held.value, to: known.value, since: held.since });
      held = { value: known.value, since: row.at };
    }
  }
  return { moves, since: held?.since };
}
