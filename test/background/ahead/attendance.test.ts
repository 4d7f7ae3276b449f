import { describe, expect, test } from 'vitest';
import { attendance, LOOKS_FOR } from '../../../src/background/ahead/attendance';
import type { Place } from '../../../src/background/place';

const PLACE: Place = { crm: 'salesforce', host: 'acme.lightning.force.com', container: '' };

function room() {
  const kept = new Map<string, unknown>();
  const world = { time: 1_000_000, told: [] as boolean[] };
  const memory = {
    get: async (key: string) => (kept.has(key) ? { [key]: structuredClone(kept.get(key)) } : {}),
    set: async (items: Record<string, unknown>) => {
      for (const [key, value] of Object.entries(items)) kept.set(key, structuredClone(value));
    },
    remove: async (key: string) => void kept.delete(key),
  };
  const awake = () =>
    attendance(
      memory,
      () => world.time,
      (looks) => world.told.push(looks),
    );
  return { world, awake };
}

describe('whether anybody looks', () => {
  test('nobody, before a page says so', async () => {
    expect(await room().awake().attended()).toBe(false);
  });

  test('from the moment a page comes into sight until the last one goes out of it', async () => {
    const now = room().awake();
    const [one, two] = [now.seat(), now.seat()];
    await one.sign(true);
    await two.sign(true);
    await one.sign(false);
    expect(await now.attended()).toBe(true);
    await two.leave();
    expect(await now.attended()).toBe(false);
  });

  test('a page that was never in sight takes nothing away when it is closed', async () => {
    const now = room().awake();
    const [seen, unseen] = [now.seat(), now.seat()];
    await seen.sign(true);
    await unseen.leave();
    expect(await now.attended()).toBe(true);
  });

  test('not longer than ten minutes after the last sign, however long the page stays in sight', async () => {
    const { world, awake } = room();
    const now = awake();
    const seat = now.seat();
    await seat.sign(true);
    world.time += LOOKS_FOR - 1;
    expect(await now.attended()).toBe(true);
    world.time += 1;
    expect(await now.attended()).toBe(false);
    await seat.sign(true);
    expect(await now.attended()).toBe(true);
  });

  test('outlives the worker, with where the user has been', async () => {
    const { awake } = room();
    const before = awake();
    const seat = before.seat();
    await Promise.all([seat.at(PLACE), seat.sign(true)]);
    const after = awake();
    expect(await after.attended()).toBe(true);
    expect(await after.places()).toEqual([PLACE]);
    // A page that goes out of sight says so to whoever is awake.
    await after.seat().sign(false);
    expect(await after.attended()).toBe(false);
  });

  test('the alarm is set while somebody looks and taken back with the last page', async () => {
    const { world, awake } = room();
    const seat = awake().seat();
    await seat.sign(true);
    await seat.sign(false);
    expect(world.told).toEqual([true, false]);
  });
});
