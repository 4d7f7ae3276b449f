import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEEPEST, familyTree } from '../../../../src/core/buyer/family/family-tree';
import { branch, rollUp } from '../../../../src/core/buyer/family/roll-up';
import type { Account, AccountStanding, FamilyAccounts } from '../../../../src/core/model/account';
import { civilDate } from '../../../../src/core/value/civil-date';
import { missing } from '../../../../src/core/value/known';
import { moneyOf } from '../../../../src/core/value/money';
import { account, known } from '../names/accounts';

const TODAY = civilDate('2026-06-15');
const child = (name: string, parent?: string): Account => account(name, parent ? { parentId: known(parent) } : {});
const family = (
  members: readonly Account[],
  standings: readonly AccountStanding[] = [],
  hidden = 0,
): FamilyAccounts => ({
  members,
  standings,
  hidden,
  deals: missing('not-yet-read'),
  moreDeals: missing('not-yet-read'),
});
const standing = (accountId: string, but: Partial<AccountStanding> = {}): AccountStanding => ({
  accountId,
  open: 0,
  openAmount: missing('not-recorded'),
  won: 0,
  wonAmount: missing('not-recorded'),
  lost: 0,
  overdue: known(0),
  lastContactOn: missing('not-recorded'),
  ...but,
});
const tree = (of: FamilyAccounts, id: string) => {
  const found = familyTree(of, id);
  if (!found) throw new Error(id);
  return found;
};
const names = (accounts: readonly Account[]) => accounts.map(({ name }) => name);

describe('a family', () => {
  const members = [child('Top'), child('B', 'Top'), child('A', 'Top'), child('A1', 'A'), child('Apart')];

  it('is its ultimate parent and all below, whichever company one comes from', () => {
    for (const id of ['Top', 'A', 'A1', 'B']) {
      const { root, nodes } = tree(family(members), id);
      expect(root.account.name).toBe('Top');
      expect(nodes.map(({ account: { name }, depth }) => [name, depth])).toEqual([
        ['Top', 0],
        ['A', 1],
        ['A1', 2],
        ['B', 1],
      ]);
    }
    expect(names(tree(family(members), 'A1').lineage)).toEqual(['Top', 'A', 'A1']);
    expect(names(tree(family(members), 'A1').gaps.apart)).toEqual(['Apart']);
  });

  it('a company without links is its own family', () => {
    expect(tree(family([child('Alone')]), 'Alone')).toMatchObject({ root: { children: [] }, gaps: { cycles: [] } });
  });

  it('a company that was not read has none', () => {
    expect(familyTree(family(members), 'Nobody')).toBeUndefined();
  });

  it('goes six generations down, and counts what lies deeper', () => {
    const chain = Array.from({ length: 10 }, (_, n) => child(`G${n}`, n === 0 ? undefined : `G${n - 1}`));
    const { nodes, gaps } = tree(family(chain), 'G0');
    expect(nodes).toHaveLength(DEEPEST + 1);
    expect(names(gaps.deeper)).toEqual(['G7', 'G8', 'G9']);
    expect(gaps.apart).toEqual([]);
  });

  it('a parent out of sight: the tree starts below it and says so', () => {
    const { root, gaps } = tree(family([child('A', 'Unseen'), child('A1', 'A')], [], 2), 'A1');
    expect(root.account.name).toBe('A');
    expect(names(gaps.parentUnseen)).toEqual(['A']);
    expect(gaps.hidden).toBe(2);
  });

  it.each([
    ['its own parent', [child('A', 'A'), child('B', 'A')], 1],
    ['two of each other', [child('A', 'B'), child('B', 'A'), child('C', 'B')], 2],
    ['a ring of three', [child('A', 'C'), child('B', 'A'), child('C', 'B')], 3],
  ])('%s: cut in one place, counted, and nobody lost', (_, ring, length) => {
    for (const { id } of ring) {
      const { nodes, gaps, root } = tree(family(ring), id);
      expect(gaps.cycles).toHaveLength(1);
      expect(gaps.cycles[0]?.members).toHaveLength(length);
      expect(root.account.name).toBe('A');
      expect(nodes).toHaveLength(ring.length);
    }
  });

  it('an account listed twice counts once', () => {
    expect(tree(family([child('A'), child('A'), child('B', 'A')]), 'A')).toMatchObject({ gaps: { repeated: 1 } });
  });

  it('however the links go, every member stands in exactly one place', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    const links = fc.array(fc.constantFrom(undefined, ...ids, 'unseen'), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(links, fc.constantFrom(...ids), (parents, from) => {
        const all = ids.map((id, place) => child(id, parents[place]));
        const { nodes, gaps, lineage } = tree(family(all), from);
        const placed = [...nodes.map((node) => node.account), ...gaps.deeper, ...gaps.apart];
        expect(names(placed).sort()).toEqual(ids);
        expect(lineage.at(-1)?.id).toBe(from);
        expect(tree(family([...all].reverse()), from).nodes).toEqual(nodes);
      }),
    );
  });
});

describe('what we have with a family', () => {
  const members = [child('Top'), child('A', 'Top'), child('B', 'Top'), child('C', 'B')];
  const standings = [
    standing('Top', {
      open: 1,
      openAmount: known(moneyOf(100, 'USD')),
      won: 2,
      wonAmount: known(moneyOf(10, 'USD')),
      lost: 1,
    }),
    standing('A', {
      open: 2,
      openAmount: known(moneyOf(50.5, 'EUR')),
      overdue: known(1),
      lastContactOn: known(civilDate('2026-06-01')),
    }),
    standing('B', { open: 3, openAmount: missing('hidden'), lastContactOn: known(civilDate('2027-01-01')) }),
  ];
  const { nodes } = tree(family(members, standings), 'Top');

  it('adds up counts; sums stay apart by currency, and what is unknown is counted', () => {
    expect(rollUp(nodes, TODAY)).toEqual({
      companies: 4,
      open: 6,
      openAmount: { sums: [moneyOf(50.5, 'EUR'), moneyOf(100, 'USD')], unknown: 1 },
      won: 2,
      wonAmount: { sums: [moneyOf(10, 'USD')], unknown: 0 },
      lost: 1,
      overdue: 1,
      overdueUnknown: 0,
      lastContactOn: { on: '2026-06-01', accountId: 'A' },
      uncounted: ['C'],
      contactAhead: ['B'],
    });
  });

  it('a company that is its own ancestor changes no sum', () => {
    const ring = members.map((one) => (one.name === 'Top' ? { ...one, parentId: known('C') } : one));
    const { nodes: cut, gaps } = tree(family(ring, standings), 'B');
    expect(gaps.cycles).toHaveLength(1);
    const { uncounted, contactAhead, lastContactOn, ...sums } = rollUp(cut, TODAY);
    expect(rollUp(nodes, TODAY)).toMatchObject({ ...sums, lastContactOn });
    expect([uncounted, contactAhead]).toEqual([['C'], ['B']]);
  });

  it('of a branch alone', () => {
    const b = nodes.find((node) => node.account.name === 'B')!;
    expect(rollUp(branch(b), TODAY)).toMatchObject({ companies: 2, open: 3, won: 0, uncounted: ['C'] });
  });

  it('an amount beyond all counting is left out of the sum and counted', () => {
    const huge = known(moneyOf(9e13, 'USD'));
    const absurd = ['Top', 'A'].map((id) => standing(id, { open: 1, openAmount: huge }));
    const { openAmount } = rollUp(tree(family(members, absurd), 'Top').nodes, TODAY);
    expect(openAmount).toEqual({ sums: [moneyOf(9e13, 'USD')], unknown: 1 });
  });
});
