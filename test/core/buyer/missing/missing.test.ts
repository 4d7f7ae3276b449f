import { describe, expect, it } from 'vitest';
import type { RoleNorms } from '../../../../src/core/buyer/committee/empty-chairs';
import { missing as lacking } from '../../../../src/core/buyer/missing/missing';
import { missing } from '../../../../src/core/value/known';
import { act, CLOCK, daysAgo, deal, known, member } from '../../deal/evidence/a-deal';

const NORMS: RoleNorms = {
  n: 10,
  roles: [
    { role: 'Economic Buyer', share: 0.9 },
    { role: 'Champion', share: 0.6 },
    { role: 'Legal', share: 0.2 },
  ],
};
const kinds = (of: ReturnType<typeof lacking>) => of.map(({ what, chair }) => chair?.chair ?? what);

describe('what is missing on the buyer’s side', () => {
  const bare = deal(
    { nextStep: missing('not-recorded') },
    { committee: known([member('bob', known('Evaluator'))]), activities: known([act({ contactIds: ['bob'] })]) },
  );

  it('a chair nine of ten wins had comes before their date and our next step; one that few had is not asked for', () => {
    expect(kinds(lacking(bare, CLOCK, NORMS))).toEqual([
      'economic buyer',
      'decision-date',
      'next-step',
      'second-thread',
      'champion',
      // the account has not been read: comes last, whatever it weighs
      'buyer-year',
    ]);
    expect(lacking(bare, CLOCK, NORMS)[0]).toMatchObject({
      standing: 'absent',
      importance: 0.9,
      because: { key: 'buyer_chair_had', figures: [{ count: 9 }, { count: 10 }, { text: 'Economic Buyer' }] },
    });
  });

  it('what is there is not missing', () => {
    const full = deal(
      { nextStep: known('Board on the 20th') },
      {
        committee: known([member('ann'), member('bob', known('Coach'))]),
        activities: known([
          act({ contactIds: ['ann', 'bob'] }),
          act({ kind: 'date', by: 'buyer', planned: true, at: daysAgo(-5) }),
        ]),
      },
    );
    expect(kinds(lacking(full, CLOCK, NORMS))).toEqual(['buyer-year']);
  });

  it('something planned is a next step, whatever the field says', () => {
    const planned = { ...bare, activities: known([act({ contactIds: ['bob'], planned: true, at: daysAgo(-3) })]) };
    expect(kinds(lacking(planned, CLOCK, NORMS))).not.toContain('next-step');
  });

  it('a field of spaces is no next step', () => {
    const blank = deal({ nextStep: known('  ') }, { activities: bare.activities });
    expect(kinds(lacking(blank, CLOCK, NORMS))).toContain('next-step');
  });

  it('what nobody has read yet comes last, whatever it weighs', () => {
    const unread = lacking({ ...bare, activities: missing('not-yet-read') }, CLOCK, NORMS);
    expect(unread.map(({ standing }) => standing === 'unknown').lastIndexOf(false)).toBeLessThan(
      unread.findIndex(({ what }) => what === 'activities'),
    );
  });

  it('a hidden committee is hidden and not missing, and has no empty chairs', () => {
    const hidden = lacking({ ...bare, committee: missing('hidden') }, CLOCK, NORMS);
    expect(hidden[0]).toMatchObject({ what: 'committee', standing: 'hidden' });
    expect(hidden.filter(({ what }) => what === 'chair')).toEqual([]);
  });

  it('hidden activities are one item, and make neither a single thread nor a missing date', () => {
    const blind = lacking({ ...bare, activities: missing('hidden') }, CLOCK, NORMS);
    expect(blind[0]).toMatchObject({ what: 'activities', standing: 'hidden' });
    expect(blind.find(({ what }) => what === 'second-thread')).toBeUndefined();
    expect(blind.find(({ what }) => what === 'decision-date')).toMatchObject({ standing: 'hidden' });
  });

  it('a committee nobody has recorded comes first', () => {
    expect(lacking({ ...bare, committee: known([]) }, CLOCK, NORMS)[0]).toMatchObject({
      what: 'committee',
      standing: 'absent',
    });
  });

  it('a field the organisation has not is not asked for; one it has and that is empty is', () => {
    const asked = deal({ fields: { Budget_Confirmed__c: missing('not-recorded'), Pain__c: missing('hidden') } });
    expect(lacking(asked, CLOCK, NORMS)).toContainEqual(
      expect.objectContaining({ what: 'budget', standing: 'absent' }),
    );
    expect(lacking(asked, CLOCK, NORMS)).toContainEqual(expect.objectContaining({ what: 'pain', standing: 'hidden' }));
    expect(kinds(lacking(asked, CLOCK, NORMS))).not.toContain('timeline');
  });

  it('without norms the chairs of the trade are asked for, as a prior', () => {
    const prior = lacking(bare, CLOCK).filter(({ what }) => what === 'chair');
    expect(prior.map(({ chair }) => chair?.basis)).toEqual(['prior', 'prior', 'prior', 'prior']);
  });

  it.each([['won'], ['lost']] as const)('a deal that is %s lacks nothing any more', (outcome) => {
    expect(lacking(deal({ outcome }), CLOCK, NORMS)).toEqual([]);
  });
});
