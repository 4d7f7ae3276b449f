import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evidenceCloseDate } from '../../../../src/core/deal/said-and-shown/evidence-close-date';
import { closedBy, FEWEST_WON, usualRemainder } from '../../../../src/core/deal/said-and-shown/won-cycles';
import { addDays, civilDate } from '../../../../src/core/value/civil-date';
import { explained, unanswered } from '../../../../src/core/value/explained';
import { missing } from '../../../../src/core/value/known';
import { dateFigure, phrase } from '../../../../src/core/value/phrase';
import { known } from '../evidence/a-deal';

/** Twenty won deals that took 10, 20, … 200 days. */
const WON = Array.from({ length: 20 }, (_, index) => (index + 1) * 10);
const TODAY = civilDate('2026-06-15');
const today = { today: TODAY };
const noDate = unanswered('not-recorded', phrase('test'));

describe('how long a deal of this age still needs', () => {
  it('a new deal: the median of all won cycles, 105 days', () => {
    expect(usualRemainder(known(WON), 0)).toMatchObject({ value: 105 });
  });

  it('at 95 days only the eleven that took 100 to 200 days still tell: their median is 150, so 55 days are left', () => {
    expect(usualRemainder(known(WON), 95)).toMatchObject({ value: 55 });
  });

  it('a deal as old as one of them is still among them: at 100 days the median is 150 as well', () => {
    expect(usualRemainder(known(WON), 100)).toMatchObject({ value: 50 });
  });

  it('at 150 days six won deals had lived as long: too few to say', () => {
    expect(usualRemainder(known(WON), 150)).toMatchObject({
      missing: 'too-few',
      because: { key: 'deal_cycles_too_few' },
    });
  });

  it('at 201 days it is older than every won deal, and that is what is said', () => {
    expect(usualRemainder(known(WON), 201)).toMatchObject({
      missing: 'too-few',
      because: { key: 'deal_cycles_outlived' },
    });
  });

  it('of the eleven, three had closed by day 120', () => {
    expect(closedBy(WON, 95, 120)).toEqual({ closed: 3, of: 11 });
    expect(closedBy(WON, 150, 160)).toBeUndefined();
  });

  it('with ten cycles, second shortest to second longest holds the median with 97.9 % (sign test)', () => {
    let outside = 0;
    for (let half = 0; half < 2 ** FEWEST_WON; half++) {
      const above = half.toString(2).replaceAll('0', '').length;
      if (above <= 1 || above >= FEWEST_WON - 1) outside += 1;
    }
    expect(1 - outside / 2 ** FEWEST_WON).toBeCloseTo(0.979, 3);
  });
});

describe('the close date that the evidence points to', () => {
  const createdOn = known(addDays(TODAY, -95));

  it('today plus what won deals still needed at this age', () => {
    const date = evidenceCloseDate({ createdOn }, noDate, today, known(WON));
    expect(date).toMatchObject({ value: '2026-08-09' });
    expect(date.terms).toHaveLength(3);
  });

  it('a date that the buyer has set comes before any average', () => {
    const set = explained(civilDate('2026-07-01'), dateFigure(civilDate('2026-07-01')), phrase('test'));
    expect(evidenceCloseDate({ createdOn }, set, today, known(WON))).toMatchObject({ value: '2026-07-01' });
    expect(evidenceCloseDate({ createdOn: missing('hidden') }, set, today)).toMatchObject({ value: '2026-07-01' });
  });

  it('without either it says why there is none', () => {
    expect(evidenceCloseDate({ createdOn }, noDate, today)).toMatchObject({ missing: 'not-yet-read' });
    expect(evidenceCloseDate({ createdOn: missing('hidden') }, noDate, today, known(WON))).toMatchObject({
      missing: 'hidden',
    });
    const ahead = known(addDays(TODAY, 1));
    expect(evidenceCloseDate({ createdOn: ahead }, noDate, today, known(WON))).toMatchObject({
      missing: 'not-readable',
    });
  });

  it('cycles of a thousand years are no date', () => {
    const absurd = known(Array.from({ length: 12 }, () => 365_000));
    expect(evidenceCloseDate({ createdOn }, noDate, today, absurd)).toMatchObject({ missing: 'not-readable' });
  });
});

describe('laws', () => {
  it('the date never lies in the past, and the order of the won deals does not matter', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 900 }), { maxLength: 60 }),
        fc.integer({ min: 0, max: 900 }),
        (cycles, age) => {
          const createdOn = known(addDays(TODAY, -age));
          const date = evidenceCloseDate({ createdOn }, noDate, today, known(cycles));
          if ('value' in date) expect(date.value >= TODAY).toBe(true);
          expect(evidenceCloseDate({ createdOn }, noDate, today, known([...cycles].reverse()))).toEqual(date);
        },
      ),
    );
  });
});
