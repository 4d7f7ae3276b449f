// @vitest-environment happy-dom
import { afterEach, describe, expect, test } from 'vitest';
import { pageInset, undoLeft } from '../../../src/content/dock/inset';

const root = document.documentElement;

/** A page with a bar fixed over its whole width and a docked window at its right edge, as Lightning has them. */
function page(): readonly [bar: HTMLElement, chat: HTMLElement] {
  document.body.innerHTML = '<div id="bar"></div><div id="chat"></div>';
  const [bar, chat] = [document.querySelector<HTMLElement>('#bar')!, document.querySelector<HTMLElement>('#chat')!];
  bar.style.cssText = 'position: fixed; max-width: 90% !important;';
  chat.style.cssText = 'position: fixed; left: 900px;';
  Object.defineProperty(root, 'clientWidth', { configurable: true, value: 1000 });
  bar.getBoundingClientRect = () => new DOMRect(0, 0, 1000, 40);
  chat.getBoundingClientRect = () => new DOMRect(900, 600, 100, 100);
  // What lies under the panel; once it has given way, nothing does.
  document.elementsFromPoint = () => [bar, chat].filter((node) => !node.hasAttribute('data-goalside-was'));
  return [bar, chat];
}
const styles = () => [...document.querySelectorAll('html, #bar, #chat')].map((node) => node.getAttribute('style'));

afterEach(() => {
  undoLeft();
  root.removeAttribute('style');
  document.body.innerHTML = '';
});

describe('room made for the panel', () => {
  test.each(['left', 'right'] as const)('at the %s is given back as it was, to the last declaration', (side) => {
    page();
    root.style.marginRight = '3px';
    const before = styles();
    const inset = pageInset(document.createElement('div'));
    expect(inset.apply(380, side)).toBe(true);
    expect(styles()).not.toEqual(before);
    inset.undo();
    expect(styles()).toEqual(before);
    expect(document.querySelector('[data-goalside-was]')).toBeNull();
  });

  test('is given back by the next script too, where the one that made it was taken away', () => {
    page();
    const before = styles();
    pageInset(document.createElement('div')).apply(380, 'right');
    expect(root.style.marginRight).toBe('380px');
    undoLeft();
    expect(styles()).toEqual(before);
  });

  test('is given back by a node that was out of the page meanwhile', () => {
    const [bar] = page();
    const before = styles();
    const inset = pageInset(document.createElement('div'));
    inset.apply(380, 'right');
    bar.remove();
    inset.undo();
    document.body.prepend(bar);
    expect(styles()).toEqual(before);
  });
});

test('what a page writes where ours would stand changes nothing of it but that', () => {
  const [bar] = page();
  const before = styles();
  for (const lie of ['', 'max-width', '\n\n\n', 'no such\nthing\nimportant', '--x;y:z']) {
    bar.setAttribute('data-goalside-was', lie);
    undoLeft();
    expect(bar.hasAttribute('data-goalside-was')).toBe(false);
  }
  // A name alone says that there was nothing.
  bar.style.setProperty('max-width', '90%', 'important');
  expect(styles()).toEqual(before);
});
