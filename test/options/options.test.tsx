// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, describe, expect, test } from 'vitest';
import { phrase } from '../../src/core/value/phrase';
import { ok, problem } from '../../src/core/value/result';
import type { PlanCard } from '../../src/messages/cards/plan-card';
import { Options } from '../../src/options/options';
import { LARGEST_PLAN, optionsSession } from '../../src/options/settings';
import { Speaking } from '../../src/ui/language/speech';
import { joinedEnds } from '../panel/ends';
import { english } from '../ui/english';

afterEach(cleanup);

const EXAMPLE: PlanCard = {
  id: 'ae',
  name: 'Account executive',
  version: '3',
  active: true,
  shipped: true,
  warnings: [],
};
const OWN: PlanCard = {
  id: 'own',
  name: 'Own <plan>',
  version: '2026.1',
  active: false,
  shipped: false,
  warnings: [{ path: 'components[0].tiers[1]', because: phrase('deal_fact_empty') }],
};

function opened(answering: Parameters<typeof joinedEnds>[0] = {}, allowed = false) {
  let plans: readonly PlanCard[] = [EXAMPLE, OWN];
  let right = allowed;
  const ends = joinedEnds({
    plans: () => plans,
    activatePlan: ({ id }) => {
      plans = plans.map((plan) => ({ ...plan, active: plan.id === id }));
      return plans;
    },
    removePlan: ({ id }) => {
      plans = plans.filter((plan) => plan.id !== id);
      return plans;
    },
    forgetAll: () => null,
    rules: () => null,
    calibration: () => [],
    ...answering,
  });
  const session = optionsSession(ends.client, {
    allowed: async () => right,
    allow: async () => {
      right = true;
      return true;
    },
    takeBack: async () => {
      right = false;
      return true;
    },
  });
  const { container } = render(
    <Speaking value={english}>
      <Options session={session} libraryUrl="library.html" />
    </Speaking>,
  );
  return { ...ends, session, container };
}

const file = (name: string, text: string, size = text.length) => ({ name, size, text: async () => text });

describe('the shelf of comp plans', () => {
  test('shows which one is used, and which are examples', async () => {
    const { session } = opened();
    await session.load();
    const cards = await screen.findAllByRole('listitem');
    expect(cards[0]?.textContent).toContain('Version 3 · example · used now');
    expect(screen.queryByRole('button', { name: 'Remove Account executive' })).toBeNull();
  });

  test('one press uses another, one press uses none', async () => {
    const { session, asked } = opened();
    await session.load();
    fireEvent.click(await screen.findByRole('button', { name: 'Use Own <plan>' }));
    await waitFor(() => expect(screen.getByRole('button', { name: 'Use Account executive' })).toBeTruthy());
    fireEvent.click(screen.getByRole('button', { name: 'Use none' }));
    expect(await screen.findByText('No plan is used now: the panel says nothing about pay.')).toBeTruthy();
    expect(asked.filter(({ call }) => call === 'activatePlan').map(({ request }) => request)).toEqual([
      { id: 'own' },
      { id: null },
    ]);
  });

  test('what the linter found is there to be opened, with its place', async () => {
    const { session } = opened();
    await session.load();
    const summary = await screen.findByText('1 thing to look at');
    const details = summary.closest('details') as HTMLElement;
    expect(details.textContent).toContain('components[0].tiers[1]: The field is empty or cannot be read.');
  });

  test('a plan of one’s own is removed only after a yes', async () => {
    const { session, asked } = opened();
    await session.load();
    fireEvent.click(await screen.findByRole('button', { name: 'Remove Own <plan>' }));
    fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Remove' }));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Use Own <plan>' })).toBeNull());
    expect(asked.at(-1)).toEqual({ call: 'removePlan', request: { id: 'own' } });
  });
});

describe('a plan from a file', () => {
  test('that is refused: every problem with its place and a sentence, and the plans stay as they are', async () => {
    const problems = [
      { path: '', because: phrase('deal_rules_too_deep') },
      { path: 'components[0].tiers[2].from', because: phrase('deal_rules_missing_key') },
    ];
    const { session, asked } = opened({ importPlan: () => problem(problems) });
    await session.load();
    await session.importFile(file('mine.json', '{}'));
    const status = await screen.findByText(/^mine\.json was not taken: 2 problems\./);
    const alarm = status.parentElement as HTMLElement;
    expect(
      within(alarm)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual([
      'the whole file: The file is nested too deeply.',
      'components[0].tiers[2].from: This entry is missing.',
    ]);
    expect(screen.getByRole('button', { name: 'Use none' })).toBeTruthy();
    expect(asked.at(-1)).toEqual({ call: 'importPlan', request: { fileName: 'mine.json', text: '{}' } });
  });

  test('that is taken: said, and on the shelf', async () => {
    const taken = { ...OWN, id: 'new', name: 'New plan', warnings: [] };
    const { session } = opened({ importPlan: () => ok(taken), plans: () => [EXAMPLE, taken] });
    await session.load();
    await session.importFile(file('new.json', '{}'));
    expect(await screen.findByText(/was read from/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Use New plan' })).toBeTruthy();
  });

  test('that is larger than any plan is not even read', async () => {
    const { session, asked } = opened();
    await session.importFile(file('film.mp4', '', LARGEST_PLAN + 1));
    expect(await screen.findByText(/larger than any comp plan/)).toBeTruthy();
    expect(asked).toEqual([]);
  });

  test('that cannot be read is said', async () => {
    const { session } = opened();
    await session.importFile({ name: 'gone.json', size: 2, text: () => Promise.reject(new Error('gone')) });
    expect(await screen.findByText(/could not be read/)).toBeTruthy();
  });
});

describe('connection and privacy', () => {
  test('the session may be allowed, and taken back', async () => {
    const { session } = opened();
    await session.load();
    fireEvent.click(await screen.findByRole('button', { name: 'Let Goalside use my session' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Take it back' }));
    expect(await screen.findByText(/may not be used/)).toBeTruthy();
  });

  test('everything is forgotten after a yes, and it says so', async () => {
    const { session, asked } = opened();
    await session.load();
    fireEvent.click(screen.getByRole('button', { name: 'Forget all deals' }));
    fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Forget' }));
    expect(await screen.findByText('Forgotten.')).toBeTruthy();
    expect(asked.at(-1)).toEqual({ call: 'forgetAll', request: null });
  });

  test('axe finds nothing', async () => {
    const { session, container } = opened();
    await session.load();
    await screen.findAllByRole('listitem');
    const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
});
