/** A chance that was given, 0..1, and whether it came true. */
export type Prediction = { readonly said: number; readonly came: boolean };

/**
 * Mean squared distance between what was said and what came: 0 is perfect, .25 is "fifty-fifty" always. `undefined` where nothing was
 * predicted.
 *
 * Source: G. W. Brier, "Verification of forecasts expressed in terms of probability", Monthly Weather Review 78, 1950.
 *
 * @example brier([{ said: 0.7, came: true }, { said: 0.3, came: true }]) // (.09 + .49) / 2 = .29
 */
export function brier(predictions: readonly Prediction[]): number | undefined {
  if (predictions.length === 0) return undefined;
  return predictions.reduce((sum, { said, came }) => sum + (said - (came ? 1 : 0)) ** 2, 0) / predictions.length;
}

/**
 * Chance that something that came true was given a higher number than something that did not (area under the ROC curve, by ranks;
 * ties count half). `undefined` where all or none came true.
 *
 * Source: J. A. Hanley, B. J. McNeil, "The meaning and use of the area under a receiver operating characteristic (ROC) curve",
 * Radiology 143, 1982.
 */
export function auc(predictions: readonly Prediction[]): number | undefined {
  const sorted = [...predictions].sort((a, b) => a.said - b.said);
  const came = sorted.filter(({ came: true_ }) => true_).length;
  const not = sorted.length - came;
  if (came === 0 || not === 0) return undefined;
  let ranks = 0;
  for (let from = 0; from < sorted.length; ) {
    let to = from;
    while (to < sorted.length && sorted[to]?.said === sorted[from]?.said) to++;
    const middle = (from + 1 + to) / 2;
    ranks += middle * sorted.slice(from, to).filter(({ came: true_ }) => true_).length;
    from = to;
  }
  return (ranks - (came * (came + 1)) / 2) / (came * not);
}
