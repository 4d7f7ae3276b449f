import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { calibrations } from '../../../src/background/learn/calibration';
import { lessons, type Read } from '../../../src/background/learn/lessons';
import { normsTeacher } from '../../../src/background/learn/teacher';
import { instantOf } from '../../../src/core/value/instant';
import { given } from '../../../src/core/value/known';
import { openDatabase } from '../../../src/store/open';
import { storeIn } from '../../../src/store/store';
import { FIRST, standIn } from '../../crm/salesforce/stand-in';

const NOW = Date.UTC(2026, 10, 24, 15);
const AT = instantOf(NOW);
const OF = { crm: 'salesforce', organisation: '00D', user: '005' } as const;
const HOST = 'acme.lightning.force.com';
const RECORD = { bins: [], odds: 0.2, base: 0.25, n: 40, deals: 12, leftOut: 0 };

let count = 0;
async function learned(read: Partial<Read> | null) {
  count += 1;
  const store = storeIn(await openDatabase(`calibration-${count}`), () => NOW);
  const viewer = given({ id: '005', name: 'Cecily Lampkin' }, { kind: 'crm', field: 'User' }, AT);
  await store.keepConnection({
    ...OF,
    host: HOST,
    facts: { organisation: '00D', user: '005', viewer, zone: 'Europe/Berlin', setUp: null },
    clockOffset: 0,
    at: AT,
  });
  const asked: string[] = [];
  const state = { read };
  const whole = (): Read | null =>
    state.read && {
      mark: 'a/1',
      deals: 12,
      of: 12,
      complete: true,
      until: AT,
      calibration: async (quarter, today) => {
        asked.push(`${quarter.start} ${today}`);
        return RECORD;
      },
      ...state.read,
    };
  const ask = calibrations({ store, lessons: { read: async () => whole() }, clock: () => NOW });
  const how = async () => (await ask())[0]?.how;
  const settled = async () => {
    for (let tries = 0; tries < 100 && (await how())?.is === 'being-worked-out'; tries += 1) {
      await new Promise((done) => setTimeout(done, 2));
    }
    return how();
  };
  return { store, state, asked, ask, how, settled };
}

describe('how the odds have done, asked of the background', () => {
  test('nobody learned: no card', async () => {
    const store = storeIn(await openDatabase('calibration-none'), () => NOW);
    expect(await calibrations({ store, lessons: { read: async () => null }, clock: () => NOW })()).toEqual([]);
  });

  test('nothing read, or not all of it: said, and nothing is worked out', async () => {
    const none = await learned(null);
    expect(await none.ask()).toEqual([{ host: HOST, user: 'Cecily Lampkin', how: { is: 'unread' } }]);
    const some = await learned({ complete: false, deals: 400, of: 5000 });
    expect(await some.how()).toEqual({ is: 'being-read', done: 400, of: 5000 });
    expect(some.asked).toEqual([]);
  });

  test('begun at the first call, once, for the quarter that holds today; kept until more is read', async () => {
    const here = await learned({});
    expect(await here.how()).toEqual({ is: 'being-worked-out' });
    expect(await here.settled()).toEqual({ is: 'known', asOf: AT, of: RECORD });
    await here.how();
    expect(here.asked).toEqual(['2026-10-01 2026-11-24']);
    here.state.read = { mark: 'a/2' };
    expect(await here.how()).toEqual({ is: 'being-worked-out' });
    await here.settled();
    expect(here.asked).toHaveLength(2);
  });

  test('no past to score: too few', async () => {
    const here = await learned({ calibration: async () => ({ ...RECORD, odds: null, base: null, n: 0, deals: 0 }) });
    expect(await here.settled()).toEqual({ is: 'too-few', deals: 12 });
  });

  test('a fault is said and not tried again and again', async () => {
    let tries = 0;
    const here = await learned({
      calibration: async () => {
        tries += 1;
        throw new Error('no');
      },
    });
    expect(await here.settled()).toEqual({ is: 'failed' });
    await here.how();
    expect(tries).toBe(1);
  });

  test('forgotten with everything else, also what was at work meanwhile', async () => {
    const here = await learned({});
    await here.settled();
    await here.store.forgetAll();
    expect(await here.store.calibration(OF)).toBeNull();
    expect(await here.ask()).toEqual([]);

    let end: () => void = () => undefined;
    const slow = await learned({
      calibration: () =>
        new Promise((done) => {
          end = () => done(RECORD);
        }),
    });
    await slow.how();
    await slow.store.forgetAll();
    slow.state.read = null;
    end();
    await new Promise((done) => setTimeout(done, 20));
    expect(await slow.store.calibration(OF)).toBeNull();
  });
});

describe('an organisation whose closed deals were all read', () => {
  test('has a record of the odds: the bins hold every answer, and are kept', { timeout: 120_000 }, async () => {
    const org = standIn('Cecily Lampkin');
    const row = org.rows('Opportunity').find(({ OwnerId, IsClosed }) => OwnerId === org.me.Id && IsClosed === false);
    const { facts, now } = await org.look(row!, FIRST);
    const clock = () => Date.parse(now);
    const store = storeIn(await openDatabase('calibration-org'), clock);
    const of = { crm: 'salesforce', organisation: facts.organisation, user: facts.user } as const;
    await store.keepConnection({ ...of, host: HOST, facts, clockOffset: 0, at: now });
    const learning = lessons(store, normsTeacher, clock);
    await learning.learn(
      of,
      org.reader,
      facts,
      now,
      () => true,
      async () => undefined,
    );
    const ask = calibrations({ store, lessons: learning, clock });
    let how = (await ask())[0]?.how;
    while (how?.is === 'being-worked-out') {
      await new Promise((done) => setTimeout(done, 50));
      how = (await ask())[0]?.how;
    }
    if (how?.is !== 'known') throw new Error(`it is ${how?.is}`);
    const { bins, n, deals, odds, base } = how.of;
    expect(bins.reduce((sum, bin) => sum + bin.n, 0)).toBe(n);
    expect(deals).toBeGreaterThan(100);
    for (const score of [odds, base]) {
      expect(score).toBeGreaterThan(0);
      expect(score).toBeLessThan(1);
    }
    // The background that wakes again need not work it out once more.
    const awake = calibrations({ store, lessons: lessons(store, normsTeacher, clock), clock });
    expect((await awake())[0]?.how).toEqual(how);
  });
});
