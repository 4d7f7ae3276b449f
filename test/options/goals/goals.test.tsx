// @vitest-environment happy-dom
import { cleanup, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { Goals } from '../../../src/options/goals/goals';
import { goalsSession } from '../../../src/options/goals/session';
import { Speaking } from '../../../src/ui/language/speech';
import { english } from '../../ui/english';

afterEach(cleanup);

function opened() {
  const asked: unknown[] = [];
  const session = goalsSession({
    call: async (call: string, request: unknown) => {
      if (call === 'goalsFile') return null as never;
      asked.push(request);
      const file = request as { fileName: string } | null;
      return { ok: true, value: file && { fileName: file.fileName, goals: [] } } as never;
    },
  });
  render(
    <Speaking value={english}>
      <Goals session={session} />
    </Speaking>,
  );
  const choose = (text: string, name = 'goals.csv') =>
    session.choose({ name, size: text.length, text: async () => text });
  return { session, asked, choose };
}

const FILE = 'owner;measure;period;target;currency\nBea Okafor;Bookings;2026-Q4;250.000,00;USD\n';

test('a file is shown before it is used, and used on a press', async () => {
  const { session, asked, choose } = opened();
  await session.load();
  await screen.findByText('No file of goals is used.');
  await choose(FILE);
  await screen.findByText('Bea Okafor');
  await screen.findByText('$250,000');
  expect(asked).toEqual([]);
  await session.use();
  expect(asked).toMatchObject([{ fileName: 'goals.csv', rows: [{ owner: 'Bea Okafor', target: '250.000,00' }] }]);
  await waitFor(() => expect(document.body.textContent).toMatch(/from .*goals\.csv.* used/));
});

test('a fault is told by its line, and nothing is used', async () => {
  const { session, asked, choose } = opened();
  await session.load();
  await choose(FILE.replace('2026-Q4', 'soon'));
  await screen.findByText(/Line 2/);
  await screen.findByText(/is no period/);
  await session.use();
  expect(asked).toEqual([]);
});

test('what is too large to be a file of goals is not read', async () => {
  const { session, asked } = opened();
  await session.choose({ name: 'big.csv', size: 5_000_000, text: () => Promise.reject(new Error('read')) });
  await screen.findByText(/is not a table/);
  expect(asked).toEqual([]);
});
