// @vitest-environment happy-dom
import { afterEach, describe, expect, test, vi } from 'vitest';
import { keepPlace } from '../../src/ui/kept-place';

const told = () => new Promise((later) => setTimeout(later, 0));
function page(): HTMLElement {
  document.body.innerHTML = `<div id="root"><main><h1>All</h1>
    <section><h2>Deals</h2><ul><li><button id="one">One</button></li><li><button id="two">Two</button></li></ul></section>
    <p><button id="elsewhere">Elsewhere</button></p></main></div>`;
  const root = at('root');
  vi.spyOn(document, 'hasFocus').mockReturnValue(true);
  keepPlace(root);
  return root;
}
const at = (id: string) => document.getElementById(id)!;
const isOn = () => document.activeElement?.textContent;
afterEach(() => {
  vi.restoreAllMocks();
  document.body.innerHTML = '';
});

describe('the keyboard', () => {
  test('goes to the heading of what a button stood in, when the button is taken away', async () => {
    page();
    at('two').focus();
    at('two').parentElement?.remove();
    await told();
    expect(isOn()).toBe('Deals');
    at('elsewhere').focus();
    at('elsewhere').remove();
    await told();
    expect(isOn()).toBe('All');
  });

  test('stays where it is, when something else is taken away or it was led on', async () => {
    page();
    at('two').focus();
    at('one').parentElement?.remove();
    await told();
    expect(isOn()).toBe('Two');
    at('elsewhere').focus();
    at('two').remove();
    await told();
    expect(isOn()).toBe('Elsewhere');
  });

  test('is not taken from a page around', async () => {
    page();
    at('two').focus();
    vi.spyOn(document, 'hasFocus').mockReturnValue(false);
    at('two').remove();
    await told();
    expect(document.activeElement).toBe(document.body);
  });
});
