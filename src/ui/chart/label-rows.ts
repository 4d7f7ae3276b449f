/** A word on a line: where its middle wants to be, and how wide it is. */
export type Label = { readonly at: number; readonly width: number };

/** Where a word was put: its middle, kept inside the ends, and the row in which it meets no other, from 0. */
export type PlacedLabel = { readonly at: number; readonly row: number };

/** Puts words side by side, and one row further where they would lie on one another. */
export function labelRows(
  labels: readonly Label[],
  [start, end]: readonly [number, number],
  gap = 6,
): readonly PlacedLabel[] {
  const taken: { readonly from: number; readonly to: number }[][] = [];
  return labels.map(({ at, width }) => {
    const middle = Math.min(Math.max(at, start + width / 2), Math.max(start + width / 2, end - width / 2));
    const place = { from: middle - width / 2 - gap, to: middle + width / 2 + gap };
    let row = 0;
    while (taken[row]?.some(({ from, to }) => place.from < to && from < place.to)) row += 1;
    taken[row] = [...(taken[row] ?? []), { from: place.from + gap / 2, to: place.to - gap / 2 }];
    return { at: middle, row };
  });
}
