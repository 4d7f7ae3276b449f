import type { Course } from './hazard';

/** A chance in whole hundredths, as it is shown. */
export const hundredths = (p: number): number => Math.round(p * 100);

/** Below it a chance reads "less than 1 %". */
const HARDLY = 0.004;

/**
 * The other three ends as they are shown: whole hundredths that make up what the chance of winning leaves, by largest remainder, so
 * that the four numbers side by side are 100.
 */
export function shownBeside({ won, lost, noDecision, slips }: Course): readonly [number, number, number] {
  const ends = [lost, noDecision, slips];
  const shown = ends.map((end) => Math.floor(end * 100));
  let left = 100 - hundredths(won) - shown.reduce((sum, each) => sum + each, 0);
  const byRemainder = [0, 1, 2].sort((a, b) => rest(ends[b]) - rest(ends[a]));
  for (const place of byRemainder) {
    if (left <= 0) break;
    shown[place] = (shown[place] ?? 0) + 1;
    left -= 1;
  }
  const as = (place: number): number =>
    (shown[place] ?? 0) > 0 ? (shown[place] ?? 0) / 100 : Math.min(ends[place] ?? 0, HARDLY);
  return [as(0), as(1), as(2)];
}

const rest = (end = 0): number => end * 100 - Math.floor(end * 100);
