// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, describe, expect, test } from 'vitest';
import { brier } from '../../../src/core/deal/calibration/brier';
import { reliability } from '../../../src/core/deal/calibration/reliability';
import { instantOf } from '../../../src/core/value/instant';
import type { CalibrationCard } from '../../../src/messages/cards/calibration-card';
import { OddsRecord, verdict } from '../../../src/options/odds/odds-record';
import { Speaking } from '../../../src/ui/language/speech';
import { english } from '../../ui/english';

afterEach(cleanup);

const AS_OF = instantOf(Date.UTC(2026, 10, 24, 9));
const many = (n: number, said: number, won: number) =>
  Array.from({ length: n }, (_, place) => ({ said, came: place < won }));

function shown(how: CalibrationCard['how'], user: string | null = 'Cecily Lampkin') {
  const cards = [{ host: 'acme.lightning.force.com', user, how }];
  return render(
    <Speaking value={english}>
      <OddsRecord cards={cards} />
    </Speaking>,
  );
}

describe('how the odds have done', () => {
  // 25 answers of 72 %, 16 of them won: 64 %. 4 answers of 25 %, one won.
  const told = [...many(25, 0.72, 16), ...many(4, 0.25, 1)];
  // Brier by hand: (16 * .28² + 9 * .72² + 1 * .75² + 3 * .25²) / 29 = 6.67 / 29 = .23.
  const how: CalibrationCard['how'] = {
    is: 'known',
    asOf: AS_OF,
    of: { bins: reliability(told), odds: brier(told) ?? null, base: 0.25, n: 29, deals: 11, leftOut: 2 },
  };

  test('is a table of what was said beside what was won; thin rows say so in words', () => {
    shown(how);
    const rows = within(screen.getByRole('table')).getAllByRole('row').slice(1);
    expect(rows.map((row) => [...row.children].map(({ textContent }) => textContent))).toEqual([
      ['20% to 30%', '25%', '25%', '4 too few to tell'],
      ['70% to 80%', '72%', '64%', '25'],
    ]);
    expect(rows.map(({ className }) => className)).toEqual(['thin', '']);
  });

  test('stands beside always saying the base rate, and says what that means', () => {
    shown(how);
    // 1 - .23 / .25 = 8 %.
    expect(screen.getByText(/the error is/).textContent).toBe(
      'The odds were closer to what came than always saying the base rate: the error is 8% smaller.',
    );
    const section = screen.getByRole('region', { name: 'How the odds have done' });
    expect(section.textContent).toContain(
      'Brier score of the odds: 0.23. Of always saying the base rate: 0.25. Zero is perfect.',
    );
    expect(section.textContent).toMatch(/29 answers about 11 different deals, as of/);
    expect(section.textContent).toContain('2 closed deals were left out: they were closed before they were created.');
  });

  test.each<[number, number, string]>([
    [0.2, 0.25, 'options_odds_better'],
    [0.25, 0.25, 'options_odds_same'],
    [0.2495, 0.25, 'options_odds_same'],
    [0.3, 0.25, 'options_odds_worse'],
    [0.1, 0, 'options_odds_worse_perfect'],
    [0, 0, 'options_odds_same'],
  ])('odds %f against a base rate of %f', (odds, base, key) => {
    expect(verdict(odds, base).key).toBe(key);
  });

  test.each<[CalibrationCard['how'], string]>([
    [{ is: 'unread' }, 'No closed deal has been read here yet.'],
    [
      { is: 'being-read', done: 800, of: 5000 },
      '800 closed deals of 5,000 have been read so far. The table comes when all of them have been.',
    ],
    [
      { is: 'being-read', done: 1, of: null },
      'One closed deal has been read so far. The table comes when all of them have been.',
    ],
    [{ is: 'being-worked-out' }, 'Being worked out. This may take a minute.'],
    [{ is: 'failed' }, 'This could not be worked out. It is tried again when more deals have been read.'],
    [
      { is: 'too-few', deals: 12 },
      '12 closed deals have been read, and their past is too short or too thin to tell how the odds have done.',
    ],
  ])('%o says so, and shows no table', (state, words) => {
    shown(state);
    expect(screen.getByRole('status').textContent).toContain(words);
    expect(screen.queryByRole('table')).toBeNull();
  });

  test('nobody learned yet is said, and whose it is where somebody has', () => {
    render(
      <Speaking value={english}>
        <OddsRecord cards={[]} />
      </Speaking>,
    );
    expect(screen.getByText(/^Nothing has been learned yet/)).toBeTruthy();
    cleanup();
    shown(how);
    expect(screen.getByRole('heading', { level: 3 }).textContent).toBe('Cecily Lampkin at acme.lightning.force.com');
    cleanup();
    shown(how, null);
    expect(screen.getByRole('heading', { level: 3 }).textContent).toBe('acme.lightning.force.com');
  });

  test('axe finds nothing', async () => {
    const { container } = shown(how);
    const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map(({ id }) => id)).toEqual([]);
  });
});
