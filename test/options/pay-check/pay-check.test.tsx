// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, describe, expect, test } from 'vitest';
import { crossCheck } from '../../../src/core/pay/cross-check/cross-check';
import { paidLines } from '../../../src/core/pay/cross-check/statement-file';
import { payout } from '../../../src/core/pay/payout/payout';
import { currency } from '../../../src/core/value/currency';
import { instantOf } from '../../../src/core/value/instant';
import { ok, problem } from '../../../src/core/value/result';
import type { PageCalls } from '../../../src/messages/page-and-background';
import { PayChecker } from '../../../src/options/pay-check/pay-check';
import { LARGEST_STATEMENT, payNews } from '../../../src/options/pay-check/pay-news';
import { Speaking } from '../../../src/ui/language/speech';
import { dealOf, planOf, Q2 } from '../../core/pay/plan-kit';
import { joinedEnds } from '../../panel/ends';
import { english } from '../../ui/english';

afterEach(cleanup);

/** Eight per cent of 10,000 and of 5,000: 800 and 400. */
const DEALS = [dealOf(10_000, { id: 'a', name: 'Acme <b>' }), dealOf(5_000, { id: 'b', name: 'Bolt' })];
const COUNTED = new Map(DEALS.map(({ id, name, amount }) => [id, { name: name ?? '', credit: amount }]));
const PLAN = planOf({ name: 'Eight', components: [{ kind: 'commission', id: 'c', pays: 'sales', rate: 0.08 }] });

type Answer = PageCalls['checkPay'][1];
const answered = ({ fileName, rows }: PageCalls['checkPay'][0]): Answer => {
  const lines = paidLines(rows, { file: fileName, asOf: instantOf(0), currency: currency('USD'), counted: COUNTED });
  if (!lines.ok) return problem({ kind: 'not-a-statement', problems: lines.problem });
  const statement = payout(PLAN, { period: Q2, deals: DEALS });
  return ok({ rep: 'Ann', period: Q2, plan: 'Eight', check: crossCheck(statement, COUNTED, lines.value) });
};

function shown(answer: (request: PageCalls['checkPay'][0]) => Answer = answered) {
  const { client } = joinedEnds({ checkPay: answer });
  return render(
    <Speaking value={english}>
      <PayChecker check={(file) => payNews(client, file)} />
    </Speaking>,
  );
}
const choose = (text: string, name = 'payroll.csv', size = text.length) =>
  fireEvent.change(screen.getByLabelText(/Choose a statement/), {
    target: { files: [{ name, size, text: async () => text }] },
  });
const status = () => screen.getByRole('status');

describe('a commission statement', () => {
  test('of semicolons and decimal commas is held against the plan: every difference with its cause', async () => {
    const { container } = shown();
    choose('Deal;Commission;Credited\nacme <b>;600,00;10.000,00\nStranger;75,50;\n');
    await waitFor(() => screen.getByRole('heading', { level: 3 }));
    expect(screen.getByRole('heading', { level: 3 }).textContent).toBe('“payroll.csv”, Ann, Q2 2017');
    const [, each] = screen.getAllByRole('table');
    const rows = within(each!).getAllByRole('row').slice(1);
    expect(rows.map((row) => [...row.children].map(({ textContent }) => textContent))).toEqual([
      ['Bolt', 'Not on the statement', '−$400'],
      ['Acme <b>', 'Another rate', '−$200'],
      ['Stranger', 'Not among your deals', '$75.50'],
    ]);
    // 600 + 75.50 against 800 + 400.
    expect(status().textContent).toContain('−$524.50');
    fireEvent.click(within(rows[1]!).getByRole('button'));
    expect(rows[1]!.textContent).toContain('The same amount, paid at another rate.');
    const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map(({ id }) => id)).toEqual([]);
  });

  test('that agrees says so, and shows no table', async () => {
    shown();
    choose('Deal,Pay\nBolt,400\nAcme <b>,800');
    await waitFor(() => expect(status().textContent).toContain('2 deals agree to the cent.'));
    expect(screen.queryByRole('table')).toBeNull();
  });

  test('with lines that cannot be read is refused by line', async () => {
    shown();
    choose('Deal,Pay\nBolt,soon');
    await waitFor(() => expect(status().textContent).toContain('Line 2: “soon” is not an amount.'));
  });

  test.each<[Answer, string]>([
    [problem({ kind: 'no-plan' }), 'Switch on a comp plan first'],
    [problem({ kind: 'no-book' }), 'Your own deals of this period have not been read yet.'],
  ])('%o', async (answer, words) => {
    shown(() => answer);
    choose('Deal,Pay\nBolt,1');
    await waitFor(() => expect(status().textContent).toContain(words));
  });

  test('too large a file is not read', async () => {
    shown();
    choose('x', 'film.csv', LARGEST_STATEMENT + 1);
    await waitFor(() => expect(status().textContent).toContain('“film.csv” is too large'));
  });
});
