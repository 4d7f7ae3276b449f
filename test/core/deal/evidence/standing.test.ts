import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evidenceStanding } from '../../../../src/core/deal/evidence/standing';
import { explained, unanswered } from '../../../../src/core/value/explained';
import { missing } from '../../../../src/core/value/known';
import { daysFigure, phrase } from '../../../../src/core/value/phrase';
import { act, anyActivities, CLOCK, daysAgo, deal, known } from './a-deal';

const learned = (days: number) => explained(days, daysFigure(days), phrase('test'));

describe('where a deal stands by what the buyer did', () => {
  it('three acts: 0, 30 and 60 days old weigh 1.75 together at a half-life of 30 days', () => {
    const acts = [act({ at: daysAgo(0) }), act({ at: daysAgo(30), contactIds: ['bob'] }), act({ at: daysAgo(60) })];
    expect(evidenceStanding(deal({}, { activities: known(acts) }), CLOCK)).toMatchObject({
      counted: { value: 3 },
      strength: { value: 1.75 },
      daysSince: { value: 0 },
      lastActOn: { value: '2026-06-15' },
      people: { value: 2 },
      evidenced: { value: true },
    });
  });

  it('after 60 days without an act of the customer a deal is stalled (Ignite Selling), and no longer evidenced', () => {
    const quiet = (days: number) =>
      evidenceStanding(deal({}, { activities: known([act({ at: daysAgo(days) })]) }), CLOCK);
    expect(quiet(60).evidenced).toMatchObject({ value: true });
    const created = deal({ createdOn: missing('hidden') }, { activities: known([act({ at: daysAgo(61) })]) });
    expect(evidenceStanding(created, CLOCK).evidenced).toMatchObject({ value: false });
  });

  it("an organisation's own long silence takes the place of the published one; a thin or absurd one does not", () => {
    const one = deal({}, { activities: known([act({ at: daysAgo(20) })]) });
    expect(evidenceStanding(one, CLOCK, learned(14)).evidenced).toMatchObject({ value: false });
    expect(evidenceStanding(one, CLOCK, learned(14)).strength).toMatchObject({ value: 0.5 ** (20 / 7) });
    for (const poor of [unanswered('too-few', phrase('test')), learned(0), learned(Number.NaN), learned(-5)]) {
      expect(evidenceStanding(one, CLOCK, poor).longSilence.value).toBe(60);
    }
  });

  it('a date ahead that the buyer set is evidence, however long they have been silent', () => {
    const acts = [
      act({ at: daysAgo(59) }),
      act({ kind: 'date', by: 'buyer', planned: true, at: daysAgo(-10) }),
      act({ kind: 'date', by: 'buyer', planned: true, at: daysAgo(-25) }),
    ];
    expect(evidenceStanding(deal({}, { activities: known(acts) }), CLOCK, learned(10))).toMatchObject({
      evidenced: { value: true },
      buyerDate: { value: '2026-07-10' },
      daysSince: { value: 59 },
    });
  });

  it('nothing recorded is not silence: the days since the last act are unanswered, not many', () => {
    const { daysSince, counted, evidenced } = evidenceStanding(deal({}, { activities: known([]) }), CLOCK);
    expect(daysSince).toMatchObject({ missing: 'not-recorded', because: { key: 'deal_evidence_none' } });
    expect(counted).toMatchObject({ value: 0 });
    expect(evidenced).toMatchObject({ value: false });
  });

  it('activities that may not be seen leave everything unanswered, with that reason', () => {
    const standing = evidenceStanding(deal({}, { activities: missing('hidden') }), CLOCK);
    for (const answer of [
      standing.counted,
      standing.strength,
      standing.daysSince,
      standing.people,
      standing.evidenced,
    ]) {
      expect(answer).toMatchObject({ missing: 'hidden', because: { key: 'deal_evidence_not_readable' } });
    }
    expect(standing.rows).toEqual([]);
  });

  it('carries the age of what it read', () => {
    expect(evidenceStanding(deal(), CLOCK).counted.asOf).toBe('2026-06-15T11:00:00.000Z');
  });
});

describe('laws', () => {
  it('an unsure, a future or an older act more changes no number', () => {
    fc.assert(
      fc.property(anyActivities, fc.integer({ min: 0, max: 40 }), (activities, ago) => {
        const of = (all: typeof activities) => {
          const { counted, strength, daysSince, people, evidenced, lastActOn, buyerDate } = evidenceStanding(
            deal({}, { activities: known(all) }),
            CLOCK,
          );
          return { counted, strength, daysSince, people, evidenced, lastActOn, buyerDate };
        };
        const more = [
          act({ at: daysAgo(ago), tie: 'account', otherDeals: known(2), contactIds: ['zoe'] }),
          act({ at: daysAgo(-ago - 1), contactIds: ['zoe'] }),
          act({ at: daysAgo(ago + 100), contactIds: ['zoe'] }),
        ];
        expect(of([...activities, ...more])).toEqual(of(activities));
      }),
    );
  });

  it('what is counted is among what is shown, and no more weight than acts', () => {
    fc.assert(
      fc.property(anyActivities, (activities) => {
        const { rows, counted, strength } = evidenceStanding(deal({}, { activities: known(activities) }), CLOCK);
        const n = rows.filter((one) => one.counted).length;
        expect(counted).toMatchObject({ value: n });
        expect('value' in strength && strength.value).toBeLessThanOrEqual(n);
      }),
    );
  });
});
