import { describe, expect, it } from 'vitest';
import { emptyChairs, type RoleNorms } from '../../../../src/core/buyer/committee/empty-chairs';
import { isExplained } from '../../../../src/core/value/explained';
import { missing } from '../../../../src/core/value/known';
import { known, member } from '../../deal/evidence/a-deal';

const TEN_WINS: RoleNorms = {
  n: 10,
  roles: [
    { role: 'Evaluator', share: 0.3 },
    { role: 'Economic Buyer', share: 0.9 },
    { role: 'Champion', share: 0.6 },
    { role: 'Technical Buyer', share: 0.7 },
    { role: 'Other', share: 1 },
  ],
};
const empty = (of: ReturnType<typeof emptyChairs>) => {
  if (!of.known) throw new Error(of.because.key);
  return of.chairs;
};

describe('chairs that won deals of this kind had filled', () => {
  it('are ordered by how often, with n; a role that says nothing is no chair', () => {
    const chairs = empty(emptyChairs(known([]), TEN_WINS));
    expect(chairs.map(({ chair, n }) => [chair, n])).toEqual([
      ['economic buyer', 10],
      ['technical buyer', 10],
      ['champion', 10],
      ['evaluator', 10],
    ]);
    const first = chairs[0]!;
    expect(isExplained(first.share) && first.share.value).toBe(0.9);
    expect(first.because).toMatchObject({
      key: 'buyer_chair_had',
      figures: [{ count: 9 }, { count: 10 }, { text: 'Economic Buyer' }],
    });
  });

  it('what fewer than half had is not asked for', () => {
    const usual = empty(emptyChairs(known([]), TEN_WINS)).filter(({ usual }) => usual);
    expect(usual.map(({ chair }) => chair)).not.toContain('evaluator');
  });

  it('exactly half is usual, and five wins are enough to say so', () => {
    const five = { n: 5, roles: [{ role: 'Champion', share: 0.5 }] };
    expect(emptyChairs(known([]), five)).toMatchObject({ basis: 'own', chairs: [{ chair: 'champion', usual: true }] });
  });

  it('somebody in it under another name fills it', () => {
    const chairs = empty(emptyChairs(known([member('ann', known('decision maker'))]), TEN_WINS));
    expect(chairs.map(({ chair }) => chair)).not.toContain('economic buyer');
  });

  it('two wordings of one chair are not added up', () => {
    const two = {
      n: 10,
      roles: [
        { role: 'Decision Maker', share: 0.8 },
        { role: 'Economic Buyer', share: 0.7 },
      ],
    };
    const chairs = empty(emptyChairs(known([]), two));
    expect(chairs).toHaveLength(1);
    expect(isExplained(chairs[0]!.share) && chairs[0]!.share.value).toBe(0.8);
  });

  it('a person without a role fills none', () => {
    expect(empty(emptyChairs(known([member('ann', missing('not-recorded'))]), TEN_WINS))).toHaveLength(4);
  });

  it.each([[undefined], [{ n: 4, roles: [{ role: 'Economic Buyer', share: 1 }] }]])(
    'too few won deals: the trade’s four buying influences, as a prior without a share',
    (norms) => {
      const of = emptyChairs(known([member('ann', known('Coach'))]), norms);
      expect(of).toMatchObject({ known: true, basis: 'prior' });
      expect(empty(of).map(({ chair }) => chair)).toEqual(['economic buyer', 'user', 'technical buyer']);
      for (const { share, basis } of empty(of)) {
        expect(share).toMatchObject({ missing: 'too-few' });
        expect(basis).toBe('prior');
      }
    },
  );

  it('a hidden committee has no empty chairs: nobody can see them', () => {
    expect(emptyChairs(missing('hidden'), TEN_WINS)).toMatchObject({ known: false, missing: 'hidden' });
  });

  it.each([[Number.NaN], [-1], [0], [7], [Number.POSITIVE_INFINITY]])('a share of %d is none', (share) => {
    expect(empty(emptyChairs(known([]), { n: 10, roles: [{ role: 'Champion', share }] }))).toEqual([]);
  });
});
