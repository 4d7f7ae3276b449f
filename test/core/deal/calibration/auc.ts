import type { Prediction } from '../../../../src/core/deal/calibration/brier';

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
