import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auc, brier, type Prediction } from '../../../../src/core/deal/calibration/brier';
import { reliability } from '../../../../src/core/deal/calibration/reliability';

const said = (chance: number, came: boolean): Prediction => ({ said: chance, came });
const predictions = fc.array(fc.record({ said: fc.double({ min: 0, max: 1, noNaN: true }), came: fc.boolean() }), {
  minLength: 1,
  maxLength: 60,
});

describe('the Brier score', () => {
  it('is the mean squared distance: (.7 - 1)² and (.3 - 1)² make .29', () => {
    expect(brier([said(0.7, true), said(0.3, true)])).toBeCloseTo(0.29, 12);
  });

  it('is a quarter for whoever always says fifty-fifty', () => {
    expect(brier([said(0.5, true), said(0.5, false), said(0.5, false)])).toBe(0.25);
  });

  it('is p (1 - p) for whoever always says the share p that comes true', () => {
    expect(brier([said(0.25, true), said(0.25, false), said(0.25, false), said(0.25, false)])).toBeCloseTo(0.1875, 12);
  });

  it('is not there where nothing was said', () => {
    expect(brier([])).toBeUndefined();
  });

  it('lies between 0 and 1, and turns round with what is said', () => {
    fc.assert(
      fc.property(predictions, (all) => {
        const score = brier(all) ?? Number.NaN;
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        expect(brier(all.map((each) => ({ said: 1 - each.said, came: !each.came })))).toBeCloseTo(score, 9);
      }),
    );
  });
});

describe('the area under the curve', () => {
  it('is the share of pairs in the right order: 3 of 4', () => {
    // Pairs of one that came and one that did not: (.8, .6) right, (.8, .2) right, (.4, .6) wrong, (.4, .2) right.
    expect(auc([said(0.8, true), said(0.6, false), said(0.4, true), said(0.2, false)])).toBe(0.75);
  });

  it('counts a tie for half', () => {
    expect(auc([said(0.5, true), said(0.5, false)])).toBe(0.5);
  });

  it('is not there where all or none came true', () => {
    expect(auc([said(0.5, true)])).toBeUndefined();
    expect(auc([said(0.5, false)])).toBeUndefined();
  });

  it('is what counting all pairs gives', () => {
    fc.assert(
      fc.property(predictions, (all) => {
        const won = all.filter(({ came }) => came);
        const not = all.filter(({ came }) => !came);
        fc.pre(won.length > 0 && not.length > 0);
        const right = won.flatMap((a) => not.map((b) => (a.said > b.said ? 1 : a.said === b.said ? 0.5 : 0)));
        expect(auc(all)).toBeCloseTo(right.reduce((sum: number, each) => sum + each, 0) / right.length, 9);
      }),
    );
  });
});

describe('reliability', () => {
  it('says what was said, what came and of how many: said 70 %, won 64 %, n = 25', () => {
    const bins = reliability(Array.from({ length: 25 }, (_, n) => said(0.7, n < 16)));
    expect(bins[7]).toMatchObject({ n: 25, came: 0.64, thin: false });
    expect(bins[7]?.said).toBeCloseTo(0.7, 12);
  });

  it('greys a bin of nine and not one of ten', () => {
    const of = (n: number) => reliability(Array.from({ length: n }, () => said(0.35, false)))[3];
    expect(of(9)?.thin).toBe(true);
    expect(of(10)?.thin).toBe(false);
  });

  it('knows nothing about a bin in which nothing was said', () => {
    expect(reliability([])[4]).toEqual({ from: 0.4, to: 0.5, n: 0, said: null, came: null, thin: true });
  });

  it('loses nobody: certainty of 0 and of 1 included', () => {
    fc.assert(
      fc.property(predictions, (all) => {
        expect(reliability(all).reduce((sum, { n }) => sum + n, 0)).toBe(all.length);
      }),
    );
    expect(reliability([said(1, true)])[9]?.n).toBe(1);
    expect(reliability([said(0, true)])[0]?.n).toBe(1);
  });
});
