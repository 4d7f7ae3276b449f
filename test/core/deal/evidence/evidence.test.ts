import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buyerActDays, evidence, lastBuyerAct } from '../../../../src/core/deal/evidence/evidence';
import type { Activity } from '../../../../src/core/model/activity';
import { civilDate } from '../../../../src/core/value/civil-date';
import type { Instant } from '../../../../src/core/value/instant';
import { missing } from '../../../../src/core/value/known';
import { act, anyActivities, CLOCK, daysAgo, known } from './a-deal';

const CREATED = known(civilDate('2026-01-01'));
const shown = (...activities: Activity[]) => evidence(activities, CREATED, CLOCK, 30);
const only = (activity: Activity) => shown(activity)[0]!;

describe('evidence is what the buyer did', () => {
  it('a meeting they joined, a mail they sent, a document they signed, a date they set', () => {
    for (const kind of ['meeting', 'call', 'email', 'document', 'date'] as const) {
      expect(only(act({ kind, by: 'buyer' })).counted, kind).toBe(true);
    }
  });

  it('a mail the seller sent is not evidence, nor is one that nobody knows the sender of', () => {
    expect(shown(act({ kind: 'email', by: 'seller' }), act({ kind: 'email', by: 'unknown' }))).toEqual([]);
  });

  it('a mail with one of theirs that may have come from either side is shown, unsure and not counted', () => {
    for (const tie of ['committee', 'account'] as const) {
      const row = only(act({ kind: 'email', by: 'unknown', tie }));
      expect([row.counted, row.notCounted?.why], tie).toEqual([false, 'unsaid']);
    }
    expect(lastBuyerAct([act({ kind: 'email', by: 'unknown', tie: 'committee' })], CREATED, CLOCK)).toBeUndefined();
  });

  it('such a mail from before the deal, or still to be written, says nothing of it', () => {
    const mail = (at: Instant, planned = false) => act({ kind: 'email', by: 'unknown', tie: 'committee', at, planned });
    expect(shown(mail(daysAgo(-2)), mail(daysAgo(2), true), mail(daysAgo(-2), true))).toEqual([]);
    expect(evidence([mail(daysAgo(9))], known(civilDate('2026-06-14')), CLOCK, 30)).toEqual([]);
  });

  it('a meeting that nobody of theirs is known to have joined is not shown', () => {
    expect(shown(act({ kind: 'meeting', by: 'unknown', tie: 'committee' }))).toEqual([]);
  });

  it("a task or a note is the seller's word, whoever is named in it", () => {
    expect(shown(act({ kind: 'task', by: 'buyer' }), act({ kind: 'note', by: 'both' }))).toEqual([]);
  });

  it('a meeting still to come is shown and not counted; one that should have been held is odd', () => {
    expect(only(act({ planned: true, at: daysAgo(-3) })).notCounted?.why).toBe('planned');
    expect(only(act({ planned: true, at: daysAgo(3) })).notCounted?.why).toBe('planned-past');
  });

  it('a date ahead that the buyer has set counts: setting it was an act', () => {
    const date = only(act({ kind: 'date', by: 'buyer', planned: true, at: daysAgo(-20) }));
    expect(date).toMatchObject({ counted: true, ahead: true, ageDays: 0, on: '2026-07-05' });
  });

  it('what is recorded as done tomorrow, or before the deal was there, is named and not counted', () => {
    expect(only(act({ at: daysAgo(-1) })).notCounted?.why).toBe('future');
    expect(only(act({ at: '2025-12-31T12:00:00.000Z' as Instant })).notCounted?.why).toBe('before-deal');
    expect(only(act({ at: '2026-01-01T00:00:00.000Z' as Instant })).counted).toBe(true);
  });

  it('names the record it was read from, also where its subject is hidden', () => {
    expect(only(act()).source).toEqual({ kind: 'crm', field: 'Opportunity.Field' });
    expect(only(act({ id: '00U1', subject: missing('hidden') })).source).toMatchObject({ record: '00U1' });
  });

  it('one meeting that comes back once for each of its guests is one meeting, by its closest tie', () => {
    const one = act({ tie: 'account', otherDeals: known(2) });
    for (const both of [
      [one, { ...one, tie: 'deal' as const }],
      [{ ...one, tie: 'deal' as const }, one],
    ]) {
      expect(shown(...both)).toHaveLength(1);
      expect(shown(...both)[0]).toMatchObject({ counted: true, belongs: { tie: 'deal' } });
    }
  });
});

describe('why an act belongs to the deal', () => {
  it('recorded on the deal is sure, also where the contact is on other deals', () => {
    expect(only(act({ tie: 'deal', otherDeals: known(4) })).belongs.confidence).toBe('sure');
  });

  it('a mail that fits two open deals is shown on both and counted on neither', () => {
    for (const tie of ['committee', 'account'] as const) {
      const mail = only(act({ kind: 'email', by: 'buyer', tie, otherDeals: known(1) }));
      expect(mail).toMatchObject({ counted: false, notCounted: { why: 'unsure' }, belongs: { confidence: 'unsure' } });
      expect(mail.belongs.because.figures).toEqual([{ unit: 'count', count: 1 }]);
    }
  });

  it('with no other deal that would fit it is likely, and counts', () => {
    for (const tie of ['committee', 'account'] as const) {
      expect(only(act({ tie, otherDeals: known(0) }))).toMatchObject({
        counted: true,
        belongs: { confidence: 'likely' },
      });
    }
  });

  it('where nobody knows how many others would fit, it is unsure', () => {
    expect(only(act({ tie: 'committee', otherDeals: missing('hidden') })).counted).toBe(false);
  });
});

describe('age', () => {
  it('an act weighs 1 on its day, half after a half-life, a quarter after two', () => {
    expect(
      shown(act({ at: daysAgo(0) }), act({ at: daysAgo(30) }), act({ at: daysAgo(60) })).map((e) => e.weight),
    ).toEqual([1, 0.5, 0.25]);
  });

  it('days are days of the calendar where the viewer is: 23:30 in London is tomorrow in Berlin', () => {
    const late = act({ at: '2026-06-14T22:30:00.000Z' as Instant });
    const on = (zone: string) => evidence([late], CREATED, { ...CLOCK, zone }, 30)[0];
    expect(on('Europe/Berlin')).toMatchObject({ on: '2026-06-15', ageDays: 0 });
    expect(on('Europe/London')).toMatchObject({ on: '2026-06-14', ageDays: 1 });
    expect(on('America/Los_Angeles')).toMatchObject({ on: '2026-06-14', ageDays: 1 });
  });

  it('the last act is the latest that counts, whatever else is newer', () => {
    const acts = [
      act({ id: 'new', at: daysAgo(1), tie: 'account', otherDeals: known(3) }),
      act({ id: 'ahead', kind: 'date', planned: true, at: daysAgo(-9) }),
      act({ id: 'last', at: daysAgo(5) }),
      act({ id: 'old', at: daysAgo(9) }),
    ];
    expect(lastBuyerAct(acts, CREATED, CLOCK)?.id).toBe('last');
    expect(buyerActDays(acts, CREATED, CLOCK)).toEqual(['2026-06-06', '2026-06-10']);
    expect(lastBuyerAct([], CREATED, CLOCK)).toBeUndefined();
  });
});

describe('laws', () => {
  it('what counts is dated, is not ahead unless it is a date set, and belongs', () => {
    fc.assert(
      fc.property(anyActivities, (activities) => {
        for (const { counted, ahead, kind, belongs, weight, notCounted } of evidence(activities, CREATED, CLOCK, 30)) {
          expect(counted).toBe(notCounted === undefined);
          if (counted) expect(belongs.confidence).not.toBe('unsure');
          if (counted && ahead) expect(kind).toBe('date');
          expect(weight).toBeGreaterThanOrEqual(0);
          expect(weight).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('the order of the activities does not matter', () => {
    fc.assert(
      fc.property(anyActivities, fc.nat(), (activities, turn) => {
        const cut = activities.length === 0 ? 0 : turn % activities.length;
        const turned = [...activities.slice(cut), ...activities.slice(0, cut)].reverse();
        expect(evidence(turned, CREATED, CLOCK, 30)).toEqual(evidence(activities, CREATED, CLOCK, 30));
      }),
    );
  });
});
