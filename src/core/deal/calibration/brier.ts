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
