/** Ages within which facts are compared, in days from creation: old deals have had more time for pushes and gaps than young ones. */
const BANDS = [30, 60, 90, 180] as const;

/** The band of an age: 0 for up to 30 days, and so on; the last one is open. */
export function bandOf(ageDays: number): number {
  const band = BANDS.findIndex((end) => ageDays < end);
  return band < 0 ? BANDS.length : band;
}

/**
 * The one day of each band on which every deal that was still open is looked at, in days from creation: about its middle; early in
 * the first, where many a quick deal would be gone by the middle, and at nine months in the last, which has none.
 *
 * Looking at all deals on the same day of their lives is landmarking. A fact is then learned from those it could have been a sign
 * for: the end of a deal, and what the end itself changed, is not in it, nor does a deal look burdened only because it lived longer.
 *
 * Source: J. R. Anderson, K. C. Cain, R. D. Gelber, "Analysis of survival by tumor response", Journal of Clinical Oncology 1, 1983;
 * H. C. van Houwelingen, "Dynamic prediction by landmarking in event history analysis", Scandinavian Journal of Statistics 34, 2007.
 */
export const LANDMARKS: readonly number[] = [10, 45, 75, 135, 270];
