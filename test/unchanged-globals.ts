import { afterAll, expect, vi } from 'vitest';

/**
 * Test files share one worker, and with it its globals. What a file replaced by vitest's own means is put back here once it has ended;
 * one that replaced a function or a class by other means fails, lest another file fail for it on some other day.
 */
const before = functions();

afterAll(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  const after = functions();
  const changed = [...before.keys()].filter((name) => before.get(name) !== after.get(name));
  expect(changed, 'globals that this file changed and did not put back').toEqual([]);
});

/** Read, not looked at: Node loads many of them only when they are first asked for. */
function functions(): ReadonlyMap<string, unknown> {
  const all: Readonly<Record<string, unknown>> = { ...console, ...entriesOf(globalThis) };
  return new Map(Object.entries(all).filter(([, value]) => typeof value === 'function'));
}

function entriesOf(object: object): Record<string, unknown> {
  const names = Object.getOwnPropertyNames(object).filter((name) => !name.endsWith('Storage'));
  return Object.fromEntries(names.map((name) => [name, (object as Record<string, unknown>)[name]]));
}
