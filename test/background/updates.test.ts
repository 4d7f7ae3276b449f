import { describe, expect, test } from 'vitest';
import { updates } from '../../src/background/updates';

/** A browser with a newer version ready, and somebody at work or nobody. */
function browserWith(inUse: boolean) {
  const at = { inUse, restarts: 0, isSet: false };
  const newer = updates({
    isInUse: async () => at.inUse,
    restart: () => {
      at.restarts += 1;
    },
    alarm: {
      set: () => {
        at.isSet = true;
      },
      clear: () => {
        at.isSet = false;
      },
    },
  });
  return { at, newer };
}

describe('a newer version of the extension', () => {
  test('is taken up at once where nobody is at work', async () => {
    const { at, newer } = browserWith(false);
    await newer.offered();
    expect(at.restarts).toBe(1);
  });

  test('waits while somebody is, however often it is asked, and is taken up once they have left', async () => {
    const { at, newer } = browserWith(true);
    await newer.offered();
    await newer.rung();
    await newer.offered();
    await newer.rung();
    expect(at).toEqual({ inUse: true, restarts: 0, isSet: true });
    at.inUse = false;
    await newer.rung();
    expect(at.restarts).toBe(1);
  });

  test('once it has begun, nothing waits any more', async () => {
    const { at, newer } = browserWith(true);
    await newer.offered();
    newer.begun();
    expect(at.isSet).toBe(false);
  });

  test('is not lost where it cannot be told whether anybody is at work', async () => {
    const { at } = browserWith(true);
    const newer = updates({
      isInUse: () => Promise.reject(new Error('no answer')),
      restart: () => {
        at.restarts += 1;
      },
      alarm: {
        set: () => {
          at.isSet = true;
        },
        clear: () => undefined,
      },
    });
    await expect(newer.offered()).rejects.toThrow('no answer');
    expect(at).toEqual({ inUse: true, restarts: 0, isSet: true });
  });
});
