import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { positionOfBook } from '../../../src/background/records/book-position';
import type { Dossier } from '../../../src/core/model/dossier';
import { given } from '../../../src/core/value/known';
import { openDatabase } from '../../../src/store/open';
import type { StoredConnection } from '../../../src/store/schema';
import { storeIn } from '../../../src/store/store';
import { DOSSIER, NOW, REF, REP } from '../../panel/readings';

const SOURCE = { kind: 'crm', field: 'test' } as const;
const ME = { crm: 'salesforce', organisation: '00D', user: '005A' } as const;
const BEHIND = { ...ME, host: REF.host, facts: { zone: 'UTC' }, clockOffset: 0, at: NOW } as StoredConnection;

function deal(id: string, owner = REP): Dossier {
  const ref = { ...REF, id };
  return { ...DOSSIER, ref, opportunity: { ...DOSSIER.opportunity, id, owner: given(owner, SOURCE, NOW) } };
}

async function holding(all: readonly (readonly [owned: typeof ME | { user: string }, deal: Dossier])[]) {
  const store = storeIn(await openDatabase(`position-${all.length}`), () => 0);
  for (const [owned, dossier] of all) {
    await store.keepDossiers({ ...ME, ...owned }, [{ ref: dossier.ref, dossier }]);
  }
  return store;
}

describe('where a rep’s deals stand', () => {
  test('counts the deals of the owner that this user has read, and nobody else’s', async () => {
    const other = { id: '005B', name: 'Other' };
    const store = await holding([
      [ME, deal('006R00000000001AAA')],
      [ME, deal('006R00000000002AAA')],
      [ME, deal('006R00000000003AAA', other)],
      [{ user: '005Z' }, deal('006R00000000004AAA')],
    ]);
    const position = await positionOfBook(store, BEHIND, { id: '006R00000000001AAA' }, NOW);
    expect(position?.deals).toBe(2);
    // Each bought three times and lost once: a preferred supplier or more.
    expect(position?.relationships.map(({ deals }) => deals)).toEqual([0, 2, 0, 0, 0]);
  });

  test('a deal that is not here says nothing of anybody', async () => {
    const store = await holding([[ME, deal('006R00000000001AAA')]]);
    expect(await positionOfBook(store, BEHIND, { id: '006R00000000009AAA' }, NOW)).toBeNull();
  });
});
