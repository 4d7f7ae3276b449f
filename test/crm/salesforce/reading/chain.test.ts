import { describe, expect, test } from 'vitest';
import { ok, problem } from '../../../../src/core/value/result';
import { chainOf, chainParts, namedAbove } from '../../../../src/crm/salesforce/reading/chain';

const id = (n: number) => `00100000000000${n}AAA`;
const row = (n: number, parent: number | null) => ok({ Id: id(n), ParentId: parent === null ? null : id(parent) });
const hidden = problem({ kind: 'not-found' } as const);

describe('the companies above an account', () => {
  test('are asked for each by the one before, six of them, in one call without a query', () => {
    const parts = chainParts(id(1));
    expect(Object.entries(parts).slice(0, 2)).toEqual([
      ['account', `/sobjects/Account/${id(1)}`],
      ['up1', '/sobjects/Account/@{account.ParentId}'],
    ]);
    expect(Object.keys(parts)).toHaveLength(7);
  });

  test('end where a company has no parent', () => {
    const chain = chainOf({ account: row(1, 2), up1: row(2, null), up2: hidden }, id(1), []);
    expect(chain.ids).toEqual([id(1), id(2)]);
    expect(chain.rows).toHaveLength(2);
  });

  test('go past one that is not shared, by what the deal’s own row names', () => {
    const around = {
      Account: { ParentId: id(2), Parent: { ParentId: id(3), Parent: { ParentId: id(4), Parent: null } } },
    };
    const named = namedAbove({ AccountId: id(1) }, around);
    const chain = chainOf({ account: row(1, 2), up1: row(2, 3), up2: hidden }, id(1), named);
    expect(chain.rows).toHaveLength(2);
    expect(chain.ids).toEqual([id(1), id(2), id(3), id(4)]);
  });

  test('that run in a ring are each there once', () => {
    const chain = chainOf({ account: row(1, 2), up1: row(2, 1), up2: row(1, 2), up3: row(2, 1) }, id(1), []);
    expect(chain.ids).toEqual([id(1), id(2)]);
  });

  test('of an account that is not shared are those that are named', () => {
    expect(chainOf({ account: hidden }, id(1), [id(1), id(2)])).toEqual({
      rows: [],
      ids: [id(1), id(2)],
      account: hidden,
    });
  });

  test('of no account are none', () => {
    expect(chainOf({ account: row(1, 2) }, undefined, []).ids).toEqual([]);
  });
});
