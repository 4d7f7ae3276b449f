import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { shelf } from '../../../src/background/shelf/shelf';
import type { CompPlan } from '../../../src/core/pay/plan/plan';
import { ifGiven } from '../../../src/core/value/known';
import { phrase } from '../../../src/core/value/phrase';
import { ok, problem } from '../../../src/core/value/result';
import { openDatabase } from '../../../src/store/open';
import { storeIn } from '../../../src/store/store';

let count = 0;
async function shelved() {
  count += 1;
  const store = storeIn(await openDatabase(`shelf-${count}`), () => 0);
  const checks: string[] = [];
  const plans = shelf({
    store,
    shipped: async () => [
      { fileName: 'account-executive.json', text: '{"id":"ae","name":"Account executive","version":"1"}' },
    ],
    check: (text) => {
      checks.push(text);
      try {
        return ok({ plan: JSON.parse(text) as CompPlan, warnings: [] });
      } catch {
        return problem([{ path: '', because: phrase('pay_plan_not_json') }]);
      }
    },
    clock: () => Date.UTC(2026, 10, 24),
  });
  return { plans, store, checks };
}
const MINE = '{"id":"mine","name":"Mine","version":"2"}';

describe('the shelf of comp plans', () => {
  test('holds the shipped ones, and uses none unasked', async () => {
    const { plans } = await shelved();
    expect(await plans.cards()).toMatchObject([{ id: 'ae', shipped: true, active: false }]);
    expect(await plans.active()).toMatchObject({ missing: 'not-recorded' });
  });

  test('a plan that was put there can be used, and stays used', async () => {
    const { plans } = await shelved();
    expect(await plans.put('mine.json', MINE)).toMatchObject({
      ok: true,
      value: { id: 'mine', shipped: false, active: false },
    });
    await plans.activate('mine');
    expect(ifGiven(await plans.active())).toMatchObject({ name: 'Mine' });
    expect(await plans.cards()).toMatchObject([
      { id: 'mine', active: true },
      { id: 'ae', active: false },
    ]);
    await plans.activate(null);
    expect(await plans.active()).toMatchObject({ missing: 'not-recorded' });
  });

  test('a refused plan changes nothing', async () => {
    const { plans, store } = await shelved();
    expect(await plans.put('broken.json', '{')).toMatchObject({ ok: false });
    expect(await store.plans()).toEqual([]);
  });

  test('one that does not exist cannot be used', async () => {
    const { plans } = await shelved();
    await plans.activate('ae');
    await plans.activate('nobody');
    expect(ifGiven(await plans.active())).toMatchObject({ id: 'ae' });
  });

  test("the user's own takes the place of a shipped one with its id, and gives it back when removed", async () => {
    const { plans } = await shelved();
    await plans.put('ae.json', '{"id":"ae","name":"Ours","version":"9"}');
    expect(await plans.cards()).toMatchObject([{ name: 'Ours', shipped: false }]);
    await plans.remove('ae');
    expect(await plans.cards()).toMatchObject([{ name: 'Account executive', shipped: true }]);
  });

  test('a text is checked once, however often it is looked at', async () => {
    const { plans, checks } = await shelved();
    await plans.activate('ae');
    for (let times = 0; times < 5; times += 1) await plans.active();
    expect(checks).toHaveLength(1);
  });
});
