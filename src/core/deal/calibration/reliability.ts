import type { Prediction } from './brier';

/** What became of the predictions that said about the same. */
export type ReliabilityBin = {
  /** From `from` up to, and not including, `to`; the last one holds 1 as well. */
  readonly from: number;
  readonly to: number;
  readonly n: number;
  /** What was said on average and the share that came true; `null` where nothing was said. */
  readonly said: number | null;
  readonly came: number | null;
  /** Too few to tell: shown in grey. */
  readonly thin: boolean;
};

/** Fewer predictions than this in a bin say nothing: one more or less would move its share by ten points. */
const FEW = 10;
const BINS = 10;

/**
 * "Said 70 %, won 64 %, n = 25": predictions by tenths of what they said, beside what came.
 *
 * Source: A. H. Murphy, R. L. Winkler, "Reliability of subjective probability forecasts of precipitation and temperature", Applied
 * Statistics 26, 1977.
 */
export function reliability(predictions: readonly Prediction[], bins = BINS): readonly ReliabilityBin[] {
  const sums = Array.from({ length: bins }, () => ({ n: 0, said: 0, came: 0 }));
  for (const { said, came } of predictions) {
    const bin = sums[Math.min(bins - 1, Math.max(0, Math.floor(said * bins)))];
    if (bin === undefined) continue;
    bin.n += 1;
    bin.said += said;
    if (came) bin.came += 1;
  }
  return sums.map(({ n, said, came }, bin) => ({
    from: bin / bins,
    to: (bin + 1) / bins,
    n,
    said: n === 0 ? null : said / n,
    came: n === 0 ? null : came / n,
    thin: n < FEW,
  }));
}
