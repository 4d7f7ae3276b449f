// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, within } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Shown } from '../../src/panel/frame/shown';
import { CATALOGUE } from '../ui/english';
import { draw } from './drawn';
import { STATES } from './states';

afterEach(cleanup);

const state = (name: string): Shown => {
  const found = STATES[name];
  if (!found) throw new Error(`no state ${name}`);
  return found;
};

const LOOKED_AT = new Set([
  'rich',
  'brief',
  'account',
  'home',
  'no-plan',
  'not-connected',
  'blocked',
  'made',
  'bare',
  'many-goals',
]);

describe.each(Object.entries(STATES))('%s', (name, shown) => {
  test('is drawn, every word of it from the catalogue', async () => {
    const { container } = await draw(shown);
    expect(container.querySelector('.launch-error')).toBeNull();
    const unsaid = [
      ...(container.textContent ?? '').matchAll(/\b(?:ui|panel|pay|goals|deal|buyer|value|progress)_[a-z_]+/g),
    ];
    expect(unsaid.map(([key]) => key)).toEqual([]);
  });

  // Every state is put through axe in a real browser by `npm run screens`, colours included; here those that differ most.
  if (LOOKED_AT.has(name))
    test('axe finds nothing', async () => {
      const { container } = await draw(shown);
      const { violations } = await axe.run(container, {
        resultTypes: ['violations'],
        preload: false,
        // Colours need a real browser: they are looked at there.
        rules: { 'color-contrast': { enabled: false } },
      });
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    });

  test('has one main part, one heading of the first rank, and a line that says how fresh it is', async () => {
    await draw(shown);
    expect(screen.getAllByRole('main')).toHaveLength(1);
    expect(screen.getAllByRole('heading', { level: 1 })).toHaveLength(1);
    expect(screen.getByRole('banner').querySelector('[role=status]')).not.toBeNull();
  });
});

describe('a deal', () => {
  test('shows four answers, named, before anything else that can be folded', async () => {
    const { container } = await draw(state('deal'));
    const titles = [...container.querySelectorAll('.tile h2')].map((title) => title.textContent);
    expect(titles).toEqual(['Q4 goal', 'This deal pays', 'Is it real?', 'Missing']);
  });

  test('its answers are painted before anything behind them is drawn', async () => {
    const drawn = draw(state('deal'));
    expect(document.querySelectorAll('.tile')).toHaveLength(4);
    expect(screen.queryByRole('button', { name: /^Buyer/ })).toBeNull();
    await drawn;
    expect(screen.getByRole('button', { name: /^Buyer/ })).toBeTruthy();
  });

  test('the next record’s answers come first too', async () => {
    const { store } = await draw(state('deal'));
    const { ref, reading } = store.getState();
    const next = { ...ref!, id: '006R0000009zzzzIAA' };
    await act(() => store.setState({ ref: next, reading: null }));
    await act(() => store.setState({ reading: { ...reading!, ref: next } }));
    expect(document.querySelectorAll('.tile')).toHaveLength(4);
    expect(screen.queryByRole('button', { name: /^Buyer/ })).toBeNull();
    expect(await screen.findByRole('button', { name: /^Buyer/ })).toBeTruthy();
  });

  test('a name with markup in it is text, whole in the title', async () => {
    const { container } = await draw(state('long-names'));
    expect(container.querySelector('h1 b')).toBeNull();
    expect(container.querySelector('h1')?.getAttribute('title')).toMatch(/^<b>Überlange<\/b>/);
  });

  test('folding a section hides it and leaves the others', async () => {
    await draw(state('deal'));
    const buyer = screen.getByRole('button', { name: /^Buyer/ });
    expect(screen.getByText('Maria Orr')).toBeTruthy();
    fireEvent.click(buyer);
    expect(buyer.getAttribute('aria-expanded')).toBe('false');
    expect(screen.queryByText('Maria Orr')).toBeNull();
    expect(screen.getByRole('button', { name: /^Odds and evidence/ }).getAttribute('aria-expanded')).toBe('true');
  });

  test('another record takes nothing of this one with it', async () => {
    const { container, store } = await draw(state('deal'));
    expect(container.textContent).toContain('Sonron');
    store.setState({ ref: { ...store.getState().ref!, id: '006R0000009zzzzIAA' }, reading: null });
    return Promise.resolve().then(() => expect(container.textContent).not.toContain('Sonron'));
  });
});

describe('who is spoken of', () => {
  test('a rep is "you" on the own deal only; a manager reads the rep’s name', async () => {
    const own = (await draw(state('deal'))).container.querySelector('.summary')?.textContent ?? '';
    cleanup();
    const managed = (await draw(state('manager'))).container.querySelector('.summary')?.textContent ?? '';
    expect(managed).not.toMatch(/\byou\b/i);
    expect(own).not.toContain('Cecily');
  });
});

describe('what is in the way', () => {
  test('not connected: a button that says what the right is for, and asks within the press', async () => {
    const connect = vi.fn(async () => undefined);
    await draw(state('not-connected'), { connect });
    expect(screen.getByText(CATALOGUE.panel_connect_why?.message ?? '')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Use my Salesforce session' }));
    expect(connect).toHaveBeenCalledTimes(1);
  });

  test('blocked by the administrator: their words, and one button that asks once when it is pressed', async () => {
    const retry = vi.fn(async () => undefined);
    const refresh = vi.fn(async () => undefined);
    await draw(state('blocked'), { retry, refresh });
    const main = screen.getByRole('main');
    expect(main.textContent).toContain('API access is not enabled for this user.');
    expect(retry).not.toHaveBeenCalled();
    fireEvent.click(within(main).getByRole('button', { name: 'Ask once more' }));
    expect(retry).toHaveBeenCalledTimes(1);
    expect(refresh).not.toHaveBeenCalled();
  });

  test('blocked by the administrator: the approved app is one press away', async () => {
    const app = vi.fn(async () => undefined);
    await draw(state('blocked'), { app });
    fireEvent.click(within(screen.getByRole('main')).getByRole('button', { name: 'Use the approved app' }));
    expect(app).toHaveBeenCalledTimes(1);
  });

  test.each(['signed-out', 'offline'])('%s: one line, and what is known stays', async (name) => {
    const refresh = vi.fn(async () => undefined);
    const { container } = await draw(state(name), { refresh });
    expect(container.querySelectorAll('.tile')).toHaveLength(4);
    expect(screen.getByRole('banner').textContent).toContain('From the cache');
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(refresh).toHaveBeenCalledTimes(1);
  });

  test('the first reading says how far it has come', async () => {
    await draw(state('first-reading'));
    const bar = screen.getByRole('progressbar');
    expect([bar.getAttribute('value'), bar.getAttribute('max')]).toEqual(['400', '2100']);
    expect(screen.getByRole('main').textContent).toContain('400 of 2,100');
  });

  test('no record, a deal not found, an extension that was updated: a sentence each', async () => {
    await draw(state('not-a-record'));
    expect(screen.getByText(CATALOGUE.panel_no_record?.message ?? '')).toBeTruthy();
    cleanup();
    await draw(state('not-found'));
    expect(screen.getByText(CATALOGUE.panel_problem_not_found?.message ?? '')).toBeTruthy();
    cleanup();
    await draw(state('cut-off'));
    expect(screen.getByText(CATALOGUE.panel_cut_off?.message ?? '')).toBeTruthy();
  });

  test('without a plan there is a way to one', async () => {
    const options = vi.fn(async () => undefined);
    await draw(state('no-plan'), { options });
    fireEvent.click(screen.getByRole('button', { name: 'Choose or add a plan' }));
    expect(options).toHaveBeenCalledTimes(1);
  });

  test('inside the library there is nothing to close and no second library', async () => {
    await draw(state('deal'), {}, true);
    expect(screen.queryByRole('button', { name: 'Close the panel' })).toBeNull();
    expect(screen.queryByRole('link')).toBeNull();
  });
});
