import { describe, expect, test } from 'vitest';
import { aheadAnswers } from '../../src/background/ahead/answers';
import { clients } from '../../src/background/app/clients';
import { keychain } from '../../src/background/reach/keychain';
import { sites } from '../../src/background/sites/sites';
import { turns } from '../../src/background/turns';
import type { Store } from '../../src/store/store';

/** A store of settings that takes its time, as the real one does. */
function slowSettings() {
  const kept = new Map<string, unknown>();
  const later = () => new Promise((done) => setTimeout(done, 1));
  return {
    kept,
    setting: async (name: string) => {
      await later();
      return structuredClone(kept.get(name));
    },
    keepSetting: async (name: string, value: unknown) => {
      await later();
      kept.set(name, structuredClone(value));
    },
  };
}

describe('turns', () => {
  test('are taken in the order they were asked for, and one that fails keeps nobody waiting', async () => {
    const inTurn = turns();
    const done: number[] = [];
    const work = (n: number, ms: number) => async () => {
      await new Promise((over) => setTimeout(over, ms));
      done.push(n);
      if (n === 2) throw new Error('two');
      return n;
    };
    const [one, two, three] = await Promise.allSettled([inTurn(work(1, 9)), inTurn(work(2, 4)), inTurn(work(3, 0))]);
    expect(done).toEqual([1, 2, 3]);
    expect(one).toMatchObject({ value: 1 });
    expect(two).toMatchObject({ reason: { message: 'two' } });
    expect(three).toMatchObject({ value: 3 });
  });
});

describe('two pages that change something at the same time', () => {
  test('lose neither client id', async () => {
    const store = slowSettings();
    const book = clients(store, async () => undefined);
    const [one, two] = ['one.my.salesforce.com', 'two.my.salesforce.com'] as const;
    await Promise.all([book.enter(one, 'client-id-one'), book.enter(two, 'client-id-two')]);
    expect(await book.of(one)).toMatchObject({ clientId: 'client-id-one' });
    expect(await book.of(two)).toMatchObject({ clientId: 'client-id-two' });
  });

  test('lose neither site', async () => {
    const rights = { granted: async () => true, giveBack: async () => undefined };
    const connected = sites(slowSettings(), {
      ...rights,
      register: async () => undefined,
      startIn: async () => undefined,
    });
    await Promise.all([connected.connect('https://erp.example'), connected.connect('http://crm.example:8069')]);
    expect(await connected.all()).toEqual(['https://erp.example', 'http://crm.example:8069']);
    await Promise.all([connected.disconnect('https://erp.example'), connected.connect('https://third.example')]);
    expect(await connected.all()).toEqual(['http://crm.example:8069', 'https://third.example']);
  });

  test('lose no wish about what is kept fresh', async () => {
    const store = slowSettings();
    const none = async () => [];
    const whole = {
      ...store,
      connections: none,
      roomMade: async () => null,
      reads: { allCalls: none, count: async () => 0 },
      lines: { pinned: none, count: async () => 0, tendedInAll: async () => 0 },
    } as unknown as Store;
    const idle = { go: async () => undefined, again: async () => undefined, back: async () => undefined, state: none };
    const answers = aheadAnswers({
      store: whole,
      ahead: idle,
      attendance: { places: none },
      tellAll: async () => undefined,
      clock: () => 0,
    });
    await Promise.all([answers.keep({ share: 0.1 }), answers.keep({ on: false }), answers.keep({ stopped: true })]);
    expect(store.kept.get('ahead')).toEqual({ on: false, share: 0.1, stopped: true });
  });

  test('two records of one host that find out about its sessions at once remember both', async () => {
    const memory = slowSettings();
    const chain = keychain({
      get: async (key) => ({ [key]: await memory.setting(key) }),
      set: async (items) => {
        for (const [key, value] of Object.entries(items)) await memory.keepSetting(key, value);
      },
      remove: async (key) => void memory.kept.delete(key),
    });
    const tried = (secret: string) => ({
      session: { host: 'acme.my.salesforce.com', secret },
      owner: null,
      turnedOut: { as: 'untold' } as const,
    });
    await Promise.all([chain.keep('a', tried('x')), chain.keep('a', tried('y')), chain.keep('b', tried('z'))]);
    expect((await chain.tried('a')).map(({ session }) => session.secret)).toEqual(['x', 'y']);
    await chain.clear(null);
    expect([...memory.kept]).toEqual([]);
    expect(await chain.tried('b')).toEqual([]);
  });
});
