/** Density of the standard normal distribution. */
function normalDensity(x: number): number {
  return Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);
}

/**
 * Probability that a standard normal variable is at most `x`, to about 1e-15.
 *
 * Source: G. Marsaglia, "Evaluating the Normal Distribution", Journal of Statistical Software 11(4), 2004.
 */
export function normalBelow(x: number): number {
  if (x > 8) return 1;
  if (x < -8) return 0;
  let term = x;
  let sum = x;
  for (let odd = 3; Math.abs(term) > 1e-17 * Math.abs(sum); odd += 2) {
    term *= (x * x) / odd;
    sum += term;
  }
  return Math.min(1, Math.max(0, 0.5 + sum * normalDensity(x)));
}

const CENTRE = {
  over: [
    -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716, 2.506628277459239,
  ],
  under: [-54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572, 1],
};
const TAIL = {
  over: [
    -0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968,
    2.938163982698783,
  ],
  under: [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416, 1],
};
const TAIL_BELOW = 0.02425;

/**
 * The point that a standard normal variable stays below with probability `p`, 0 < p < 1.
 *
 * Source: P. J. Acklam's rational approximation (relative error 1.15e-9), then one step of Halley's method.
 */
export function normalQuantile(p: number): number {
  const rough = roughQuantile(p);
  const error = (normalBelow(rough) - p) / normalDensity(rough);
  return rough - error / (1 + (rough * error) / 2);
}

function roughQuantile(p: number): number {
  if (p < TAIL_BELOW) return fraction(TAIL, Math.sqrt(-2 * Math.log(p)));
  if (p > 1 - TAIL_BELOW) return -fraction(TAIL, Math.sqrt(-2 * Math.log(1 - p)));
  const q = p - 0.5;
  return q * fraction(CENTRE, q * q);
}

function fraction(of: { readonly over: readonly number[]; readonly under: readonly number[] }, x: number): number {
  return polynomial(of.over, x) / polynomial(of.under, x);
}

function polynomial(of: readonly number[], x: number): number {
  return of.reduce((sum, coefficient) => sum * x + coefficient, 0);
}
