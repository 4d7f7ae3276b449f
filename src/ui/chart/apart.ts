/**
 * Moves labels along an axis until none lies on another, each as little as it takes in their order, and all within the bounds while
 * there is room.
 *
 * @param wanted - where each label would like to stand
 * @param distance - the least between two
 * @returns the places, in the order given
 * @example apart([10, 12], 10, 0, 100) // [10, 20]
 */
export function apart(wanted: readonly number[], distance: number, low: number, high: number): number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
  const placed = [...wanted];
  let floor = low;
  for (const index of order) {
    placed[index] = Math.max(floor, wanted[index] ?? low);
    floor = (placed[index] ?? low) + distance;
  }
  let ceiling = high;
  for (const index of order.reverse()) {
    placed[index] = Math.min(ceiling, placed[index] ?? high);
    ceiling = (placed[index] ?? high) - distance;
  }
  return placed;
}
