import { describe, expect, test } from 'vitest';
import { afterPages } from '../../src/background/after-pages';

/** Chromium ends an extension's worker after 30 s in which nothing happened to it: developer.chrome.com, "Extension service worker lifecycle". */
const IDLE_LIMIT = 30_000;

describe('what a closed tab is answered', () => {
  test('is whether there is something to show, in a life of the worker that has served no page', () => {
    const after = afterPages(true);
    expect([after.answer(true), after.answer(false)]).toEqual([true, false]);
  });

  test('is to ask later, once a page was served: later than the worker lives', () => {
    const after = afterPages(true);
    after.served();
    expect(after.answer(true)).toBeGreaterThan(IDLE_LIMIT);
  });

  test('is not to ask again where there is nothing to show', () => {
    const after = afterPages(true);
    after.served();
    expect(after.answer(false)).toBe(false);
  });

  test('does not wait in a browser whose process of extensions stays', () => {
    const after = afterPages(false);
    after.served();
    expect(after.answer(true)).toBe(true);
  });
});
