import { expect, test } from 'vitest';
import { attending } from '../../src/panel/frame/attending';
import { shownStore } from '../../src/panel/frame/shown';
import { joinedEnds, settled } from './ends';
import { REF } from './readings';

/** A panel whose timers are run by hand. */
function panel(found: 'changed' | 'same' | 'not-now' = 'same') {
  const world = { inSight: true, found };
  const timers: { readonly after: number; readonly run: () => void; off: boolean }[] = [];
  let rested: () => void = () => undefined;
  const { client, asked } = joinedEnds({ present: () => null, recheck: () => world.found });
  const store = shownStore();
  store.setState({ ref: REF });
  const attends = attending({
    store,
    background: client,
    isInSight: () => world.inSight,
    later: (after, run) => {
      const timer = { after, run, off: false };
      // The one that nothing is looked at by.
      if (after === 3000) rested = run;
      else timers.push(timer);
      return () => {
        timer.off = true;
      };
    },
  });
  /** Lets the next timer run out; undefined where none is set. */
  const next = async () => {
    const timer = timers.splice(0).find(({ off }) => !off);
    timer?.run();
    await settled();
    await settled();
    return timer?.after;
  };
  const looks = () => asked.filter(({ call }) => call === 'recheck').length;
  const signs = () => asked.filter(({ call }) => call === 'present').map(({ request }) => request);
  return { attends, world, next, looks, signs, store, rest: () => rested() };
}

test('the record in view is looked after often at first, then less, and after ten minutes no more', async () => {
  const { attends, next, looks, signs } = panel();
  attends.looked();
  const waits: number[] = [];
  for (let wait = await next(); wait !== undefined; wait = await next()) waits.push(wait / 1000);
  expect(waits.slice(0, 13)).toEqual([5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 15]);
  expect(waits.at(-1)).toBe(60);
  expect(waits.reduce((all, one) => all + one, 0)).toBe(600);
  expect(looks()).toBe(33);
  expect(signs()).toEqual([{ visible: true }]);
});

test('out of sight it stops at once, and says so; coming back begins anew', async () => {
  const { attends, world, next, looks, signs } = panel();
  attends.looked();
  world.inSight = false;
  attends.looked();
  expect(await next()).toBeUndefined();
  world.inSight = true;
  attends.looked();
  expect(await next()).toBe(5000);
  expect(looks()).toBe(1);
  expect(signs()).toEqual([{ visible: true }, { visible: false }, { visible: true }]);
});

test('hidden between two looks: the next one is not made', async () => {
  const { attends, world, next, looks } = panel();
  attends.looked();
  world.inSight = false;
  await next();
  expect(looks()).toBe(0);
  expect(await next()).toBeUndefined();
});

test('who has changed something is looked after often again', async () => {
  const { attends, world, next } = panel();
  attends.looked();
  for (let n = 0; n < 13; n += 1) await next();
  world.found = 'changed';
  expect(await next()).toBe(15_000);
  expect(await next()).toBe(5000);
});

test('who comes over from the page is shown at once what was changed there, and once in three seconds at most', async () => {
  const { attends, next, looks, rest } = panel();
  attends.looked();
  for (let n = 0; n < 20; n += 1) await next();
  const before = looks();
  attends.came();
  attends.came();
  expect(await next()).toBe(300);
  expect(looks()).toBe(before + 1);
  attends.came();
  expect(await next()).toBe(5000);
  rest();
  attends.came();
  expect(await next()).toBe(300);
});

test('also where nobody has come for so long that it is not looked at any more', async () => {
  const { attends, next, looks } = panel();
  attends.looked();
  while ((await next()) !== undefined);
  const before = looks();
  attends.came();
  expect(await next()).toBe(300);
  expect(looks()).toBe(before + 1);
});

test('a move of the user is a sign and no look', async () => {
  const { attends, next, looks, signs } = panel();
  attends.moved();
  await settled();
  expect(signs()).toEqual([{ visible: true }]);
  expect(await next()).toBeUndefined();
  expect(looks()).toBe(0);
});
