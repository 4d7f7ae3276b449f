import { brier, type Prediction } from '../../../../src/core/deal/calibration/brier';

/** Where a Brier score comes from: it is `reliability - resolution + uncertainty`, exactly. */
export type MurphyParts = {
  /** How far what was said lies from what came, 0 for forecasts that mean what they say. */
  readonly reliability: number;
  /** How far apart the outcomes of different forecasts lie, 0 where all say as little as the base rate. */
  readonly resolution: number;
  /** p (1 - p) of the share p that came true: what "always the base rate" scores. The forecaster has no part in it. */
  readonly uncertainty: number;
};

/**
 * Splits the Brier score by the numbers that were said, each different one a group of its own, so that the three parts add up without a
 * remainder. With forecasts that hardly ever repeat, round them first: groups of one measure nothing. `undefined` where nothing was
 * predicted.
 *
 * Source: A. H. Murphy, "A new vector partition of the probability score", Journal of Applied Meteorology 12, 1973.
 */
export function murphy(predictions: readonly Prediction[]): MurphyParts | undefined {
  const n = predictions.length;
  if (n === 0) return undefined;
  const groups = new Map<number, { n: number; came: number }>();
  let all = 0;
  for (const { said, came } of predictions) {
    const group = groups.get(said) ?? { n: 0, came: 0 };
    group.n += 1;
    if (came) {
      group.came += 1;
      all += 1;
    }
    groups.set(said, group);
  }
  const share = all / n;
  let [reliability, resolution] = [0, 0];
  for (const [said, group] of groups) {
    reliability += group.n * (said - group.came / group.n) ** 2;
    resolution += group.n * (group.came / group.n - share) ** 2;
  }
  return { reliability: reliability / n, resolution: resolution / n, uncertainty: share * (1 - share) };
}

/**
 * By how much a Brier score is better than that of a reference forecast of the same events: 1 is perfect, 0 no better, negative worse.
 * `undefined` where nothing was predicted or the reference was never wrong.
 *
 * Source: A. H. Murphy, "Skill scores based on the mean square error and their relationships to the correlation coefficient", Monthly
 * Weather Review 116, 1988.
 *
 * @param reference - what the reference said of each, in the same order; without it, the share that came true in hindsight
 */
export function brierSkill(predictions: readonly Prediction[], reference?: readonly number[]): number | undefined {
  const share = predictions.filter(({ came }) => came).length / predictions.length;
  const own = brier(predictions);
  const other = brier(predictions.map(({ came }, place) => ({ said: reference?.[place] ?? share, came })));
  return own === undefined || other === undefined || other === 0 ? undefined : 1 - own / other;
}
