import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { namesIn } from '../../../src/background/desk/asking/requests';
import { foldedSections } from '../../../src/background/desk/folded';
import { openDatabase } from '../../../src/store/open';
import { storeIn } from '../../../src/store/store';

describe('the sections a user keeps folded away', () => {
  test('outlive the background and everything that came from a CRM', async () => {
    const database = await openDatabase('folded');
    const store = storeIn(database, () => 0);
    expect(await foldedSections(store).all()).toEqual([]);
    await foldedSections(store).keep(['pay', 'buyer', 'pay']);
    await store.forgetAll();
    expect(await foldedSections(storeIn(database, () => 0)).all()).toEqual(['pay', 'buyer']);
    await foldedSections(store).keep([]);
    expect(await foldedSections(store).all()).toEqual([]);
  });

  test('what an older or a broken release left there is not a fault', async () => {
    const store = storeIn(await openDatabase('folded-odd'), () => 0);
    await store.keepSetting('panel-folded', { pay: true });
    expect(await foldedSections(store).all()).toEqual([]);
    await store.keepSetting('panel-folded', ['pay', 7, null]);
    expect(await foldedSections(store).all()).toEqual(['pay']);
  });

  test('a request that is no short list of names is refused', () => {
    expect(namesIn({ sections: ['goal'] })).toEqual(['goal']);
    for (const sections of [undefined, 'goal', [7], ['x'.repeat(41)], Array.from({ length: 51 }, () => 'a')]) {
      expect(() => namesIn({ sections })).toThrow();
    }
  });
});
