import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betOn } from '../../../../src/core/goals/chance/bet';
import { chanceToReach } from '../../../../src/core/goals/chance/large-deals';
import { normalBelow, normalQuantile } from '../../../../src/core/goals/chance/normal';
import { correlationShifts } from '../../../../src/core/goals/chance/reach';
import { probabilityIn, SHARED_STATES } from '../../../../src/core/goals/chance/shared-factor';

describe('the normal distribution', () => {
  // Abramowitz & Stegun, Handbook of Mathematical Functions, table 26.1.
  it.each([
    [0, 0.5],
    [1, 0.841344746068543],
    [1.96, 0.97500210485178],
    [3, 0.99865010196837],
    [-2, 0.022750131948179],
  ])('below %d lies %d', (x, p) => {
    expect(Math.abs(normalBelow(x) - p)).toBeLessThan(1e-14);
  });

  it('has the quantile as its inverse', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }), (p) => {
        expect(Math.abs(normalBelow(normalQuantile(p)) - p)).toBeLessThan(1e-13);
      }),
    );
  });
});

describe('nine states of a shared factor', () => {
  it('have the moments of the standard normal distribution: 1, 0, 1, 0, 3, ..., 15!! = 2,027,025', () => {
    const moment = (power: number) => SHARED_STATES.reduce((sum, { z, weight }) => sum + weight * z ** power, 0);
    expect(moment(0)).toBeCloseTo(1, 11);
    expect(moment(1)).toBeCloseTo(0, 11);
    expect(moment(2)).toBeCloseTo(1, 11);
    expect(moment(4)).toBeCloseTo(3, 10);
    expect(moment(8)).toBeCloseTo(105, 8);
    expect(moment(16) / 2_027_025).toBeCloseTo(1, 9);
  });

  it('leave every deal its own probability on average', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 0.2, noNaN: true }),
        (p, rho) => {
          const average = SHARED_STATES.reduce((sum, state) => sum + state.weight * probabilityIn(state, p, rho), 0);
          expect(Math.abs(average - p)).toBeLessThan(1e-4);
        },
      ),
    );
  });

  it('make an unlikely goal likelier and a likely one less likely', () => {
    const bets = Array.from({ length: 20 }, (_, index) => betOn(`d${index}`, 100, 0.3));
    expect(correlationShifts(bets, 1_000, [0.2])[0]).toBeGreaterThan(0.03);
    expect(correlationShifts(bets, 300, [0.2])[0]).toBeLessThan(-0.03);
  });

  it('tie two even deals together as the bivariate normal distribution does: 1/4 + arcsin(rho) / 2pi', () => {
    // Sheppard 1899: the quadrant probability of two standard normal variables.
    const bets = [betOn('a', 1, 0.5), betOn('b', 1, 0.5)];
    const [shift = 0] = correlationShifts(bets, 2, [0.2]);
    expect(chanceToReach(bets, 2) + shift).toBeCloseTo(0.25 + Math.asin(0.2) / (2 * Math.PI), 5);
  });
});
