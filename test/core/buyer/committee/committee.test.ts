import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { committee } from '../../../../src/core/buyer/committee/committee';
import { longSilence, STALLED_AFTER_DAYS } from '../../../../src/core/deal/evidence/silence';
import type { Activity } from '../../../../src/core/model/activity';
import { isExplained } from '../../../../src/core/value/explained';
import { isGiven, missing } from '../../../../src/core/value/known';
import { act, anyActivities, CLOCK, daysAgo, deal, known, member } from '../../deal/evidence/a-deal';

const at = (activities: readonly Activity[], members = [member('ann'), member('bob', known('Evaluator'))]) =>
  committee(deal({}, { activities: known(activities), committee: known(members) }), CLOCK, longSilence());
const seat = (of: ReturnType<typeof committee>, id: string) => {
  const own = of.seats.find(({ member: { contact } }) => contact.id === id)?.engagement;
  if (!own || !isGiven(own)) throw new Error(id);
  return own.value;
};

describe('a person at the table', () => {
  const mixed = at([
    act({ id: 'mail', kind: 'email', by: 'buyer', at: daysAgo(19), contactIds: ['ann'] }),
    act({ id: 'ours', kind: 'email', by: 'seller', at: daysAgo(3), contactIds: ['ann', 'bob'] }),
    act({ id: 'ours too', kind: 'call', by: 'seller', at: daysAgo(8), contactIds: ['ann'] }),
    act({ id: 'meet', kind: 'meeting', by: 'both', at: daysAgo(30), contactIds: ['ann'] }),
    act({ id: 'soon', planned: true, at: daysAgo(-4), contactIds: ['ann'] }),
    act({ id: 'later', planned: true, at: daysAgo(-9), contactIds: ['ann'] }),
  ]);

  it('last in, last out, next planned, each with its days', () => {
    expect(seat(mixed, 'ann')).toMatchObject({
      lastIn: { id: 'mail', days: 19 },
      lastOut: { id: 'ours', days: 3 },
      next: { id: 'soon', days: 4 },
      counts: { in: 1, out: 2, together: 1 },
      flow: 'two-way',
    });
  });

  // (2 out - 1 in) / 4 acts
  it('the asymmetry is ours less theirs over all', () => {
    expect(seat(mixed, 'ann').asymmetry).toBe(0.25);
  });

  it('who is only written to is out only', () => {
    expect(seat(mixed, 'bob')).toMatchObject({ flow: 'out-only', asymmetry: 1, counts: { in: 0, out: 1 } });
    expect(seat(mixed, 'bob').lastIn).toBeUndefined();
  });

  it('who is in nobody’s activities has nothing, and no asymmetry', () => {
    const cyd = seat(at([], [member('cyd')]), 'cyd');
    expect(cyd).toEqual({ counts: { in: 0, out: 0, together: 0 }, flow: 'none', unsure: 0 });
  });

  it('what may belong to another deal is named and not counted', () => {
    const doubtful = at([act({ tie: 'account', otherDeals: known(2), by: 'buyer', kind: 'email' })]);
    expect(seat(doubtful, 'ann')).toMatchObject({ flow: 'none', unsure: 1 });
  });

  it('a date that cannot be right is named and counts nowhere', () => {
    const odd = at([
      act({ id: 'ahead', planned: false, at: daysAgo(-400) }),
      act({ id: 'ours ahead', by: 'seller', kind: 'email', planned: false, at: daysAgo(-400) }),
      act({ id: 'before', by: 'seller', kind: 'email', at: daysAgo(3000) }),
    ]);
    expect(odd.odd.map(({ id }) => id).sort()).toEqual(['ahead', 'before', 'ours ahead']);
    expect(seat(odd, 'ann').flow).toBe('none');
  });

  it('several rows of one person are one seat with several chairs, as primary if any row is', () => {
    const of = at([], [member('ann'), { ...member('ann', known('Champion')), primary: true }, member('ann')]);
    expect(of.seats).toHaveLength(1);
    expect(of.seats[0]).toMatchObject({ chairs: ['economic buyer', 'champion'], member: { primary: true } });
  });

  it('fifty roles, scripts and markup in names are fifty seats', () => {
    const names = Array.from({ length: 50 }, (_, n) => member(`<img src=x> 山田 ${n}`, known(`Role ${n}`)));
    expect(at([], names).seats).toHaveLength(50);
  });
});

describe('how many hold the deal', () => {
  const single = (activities: readonly Activity[]) => at(activities).threading;

  it('one person within the silence is a single thread; the silence and its source are stated', () => {
    const {
      single: one,
      active,
      within,
    } = single([act({ contactIds: ['ann'] }), act({ contactIds: ['bob'], at: daysAgo(61) })]);
    expect(isExplained(active) && active.value).toBe(1);
    expect(isExplained(one) && one.value).toBe(true);
    // 60 days: the published default of the deal room
    expect(within.value).toBe(STALLED_AFTER_DAYS);
    expect(within.sources).not.toEqual([]);
  });

  it('the last day of the silence still holds', () => {
    const { active } = single([act({ contactIds: ['ann'] }), act({ contactIds: ['bob'], at: daysAgo(60) })]);
    expect(isExplained(active) && active.value).toBe(2);
  });

  it('two people are not', () => {
    const { single: one } = single([act({ contactIds: ['ann'] }), act({ contactIds: ['bob'], at: daysAgo(59) })]);
    expect(isExplained(one) && one.value).toBe(false);
  });

  it('people outside the recorded committee hold it as well, and are named', () => {
    const of = at([act({ contactIds: ['ann'] }), act({ contactIds: ['zoe'] })]);
    expect(isExplained(of.threading.active) && of.threading.active.value).toBe(2);
    expect(of.outside.people).toEqual(['zoe']);
  });

  it('what we did holds nothing', () => {
    const { single: one } = single([
      act({ contactIds: ['ann'] }),
      act({ by: 'seller', contactIds: ['bob'], kind: 'email' }),
    ]);
    expect(isExplained(one) && one.value).toBe(true);
  });

  it('acts that name nobody may be a second person: no verdict', () => {
    const { single: one } = single([act({ contactIds: ['ann'] }), act({ contactIds: [] })]);
    expect(one).toMatchObject({ missing: 'not-recorded', because: { key: 'buyer_threads_unnamed' } });
  });

  it('nothing recorded is no silence', () => {
    expect(single([]).single).toMatchObject({ missing: 'not-recorded' });
  });

  it('hidden activities give no verdict, and say so', () => {
    const hidden = committee(deal({}, { activities: missing('hidden') }), CLOCK, longSilence());
    expect(hidden.threading.single).toMatchObject({ missing: 'hidden' });
    expect(hidden.seats.map(({ engagement }) => isGiven(engagement))).toEqual([false, false]);
  });
});

describe('laws of the table', () => {
  it('the order of activities changes nothing', () => {
    fc.assert(
      fc.property(anyActivities, (activities) => {
        expect(at([...activities].reverse())).toEqual(at(activities));
      }),
    );
  });

  it('an act that cannot be dated changes no count', () => {
    fc.assert(
      fc.property(anyActivities, (activities) => {
        const odd = act({ id: 'an odd one', planned: false, at: daysAgo(-1000) });
        const before = at(activities);
        const after = at([...activities, odd]);
        expect(after.seats).toEqual(before.seats);
        expect(after.threading).toEqual(before.threading);
      }),
    );
  });

  it('asymmetry lies between -1 and 1', () => {
    fc.assert(
      fc.property(anyActivities, (activities) => {
        for (const { engagement: own } of at(activities).seats) {
          if (isGiven(own) && own.value.asymmetry !== undefined)
            expect(Math.abs(own.value.asymmetry)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
