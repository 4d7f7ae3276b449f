import { normalBelow, normalQuantile } from './normal';

/** One state of what all deals share: how likely it is, and where it lies on the standard normal scale. */
export type SharedState = { readonly z: number; readonly weight: number };

/** Positive nodes and weights for exp(-x²). Source: Abramowitz & Stegun, Handbook of Mathematical Functions, table 25.10, n = 9. */
const HERMITE: readonly (readonly [number, number])[] = [
  [0, 0.7202352156061],
  [0.723551018752838, 0.4326515590026],
  [1.468553289216668, 0.08847452739438],
  [2.266580584531843, 0.004943624275537],
  [3.190993201781528, 0.00003960697726326],
];

/** Nine states that stand for a standard normal factor: Gauss-Hermite quadrature, exact for polynomials up to degree 17. */
export const SHARED_STATES: readonly SharedState[] = HERMITE.flatMap(([x, w]) => {
  const weight = w / Math.sqrt(Math.PI);
  const z = x * Math.SQRT2;
  return x === 0
    ? [{ z, weight }]
    : [
        { z: -z, weight },
        { z, weight },
      ];
});

/**
 * What a deal's probability becomes in one state of a factor that all deals share (the market, the rep's optimism): the one-factor
 * normal model. Averaged over the factor it is the probability again.
 *
 * `p(z) = Φ((Φ⁻¹(p) + √ρ·z) / √(1 - ρ))`
 *
 * Source: O. Vasicek, "Loan portfolio value", Risk, December 2002.
 *
 * @param p - 0..1; 0 and 1 stay what they are
 * @param rho - correlation between two deals' hidden strengths, 0 <= rho < 1
 */
export function probabilityIn(state: SharedState, p: number, rho: number): number {
  return stateProbability(state, p, strengthOf(p), rho);
}

/** A deal's hidden strength on the normal scale, for asking in many states. */
export function strengthOf(p: number): number {
  return p <= 0 || p >= 1 ? 0 : normalQuantile(p);
}

/** The same as {@link probabilityIn} with the strength worked out before. */
export function stateProbability(state: SharedState, p: number, strength: number, rho: number): number {
  if (p <= 0 || p >= 1 || rho === 0) return p;
  return normalBelow((strength + Math.sqrt(rho) * state.z) / Math.sqrt(1 - rho));
}
