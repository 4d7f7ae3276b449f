// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import { explained, read, term, unanswered } from '../../src/core/value/explained';
import { type Instant, parseInstant } from '../../src/core/value/instant';
import { given } from '../../src/core/value/known';
import { moneyOf } from '../../src/core/value/money';
import { moneyFigure, phrase, shareFigure, textFigure } from '../../src/core/value/phrase';
import { Explain } from '../../src/ui/explain/explain';
import { languageOf } from '../../src/ui/language/language';
import { Speaking } from '../../src/ui/language/speech';
import { CATALOGUE, messagesOf } from './english';

afterEach(cleanup);

const words = {
  rule: { message: 'Credited divided by quota.' },
  credited: { message: 'Credited' },
  quota: { message: 'Quota' },
  deal: { message: 'Deal $1' },
  no_amount: { message: 'Its amount is hidden.' },
  attainment: { message: 'Attainment' },
};
const language = languageOf(messagesOf({ ...CATALOGUE, ...words }), 'en-US');
const at = parseInstant('2026-11-24T14:02:00Z') as Instant;
const usd = (amount: number) => moneyFigure(moneyOf(amount, 'USD'));
const field = (amount: number, name: string) => read(given(amount, { kind: 'crm', field: name }, at), usd(amount));

const credited = explained(79_400, usd(79_400), phrase('rule'), [
  term('deal', field(33_400, 'Opportunity.Amount'), textFigure('Cancity')),
  term('deal', unanswered('hidden', phrase('no_amount')), textFigure('Konex')),
]);
const attainment = explained(0.81, shareFigure(0.81), phrase('rule'), [
  term('credited', credited),
  term('quota', field(98_000, 'ForecastingQuota.QuotaAmount')),
]);

function shown(answer = <Explain answer={attainment} name={phrase('attainment')} />) {
  render(
    <Speaking value={language}>
      {answer}
      <button type="button">elsewhere</button>
    </Speaking>,
  );
  return screen.getAllByRole('button')[0] as HTMLElement;
}

describe('a number', () => {
  test('says what it is and that it can be opened', () => {
    const button = shown();
    expect(button.textContent).toBe('81%');
    expect(button.getAttribute('aria-label')).toBe('Attainment: 81%');
    expect(button.getAttribute('aria-expanded')).toBe('false');
  });

  test('opens its rule, its terms, their sources and its age', () => {
    const button = shown();
    fireEvent.click(button);
    expect(button.getAttribute('aria-expanded')).toBe('true');
    const region = screen.getByRole('region', { name: 'Attainment' });
    expect(region.id).toBe(button.getAttribute('aria-controls'));
    expect(region.textContent).toContain('Credited divided by quota.');
    expect(region.textContent).toMatch(/Oldest input read Nov 24/);
    expect(within(region).getByText('Quota')).toBeTruthy();
    expect(within(region).queryByText(/Opportunity\.Amount/)).toBeNull();
  });

  test('opens term by term down to the field of the CRM, and says why a term is missing', () => {
    fireEvent.click(shown());
    fireEvent.click(screen.getByRole('button', { name: /^Credited/ }));
    fireEvent.click(screen.getByRole('button', { name: /^Deal Cancity/ }));
    expect(screen.getByText('From the CRM: Opportunity.Amount')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: /^Deal Konex/ }));
    expect(screen.getByText('Its amount is hidden.')).toBeTruthy();
    expect(screen.getByText('Your permissions hide it.')).toBeTruthy();
  });

  test('Escape closes the innermost term first, then the explanation, and gives the keyboard back each time', () => {
    const button = shown();
    fireEvent.click(button);
    const line = screen.getByRole('button', { name: /^Credited/ });
    fireEvent.click(line);
    fireEvent.keyDown(screen.getByRole('button', { name: /^Deal Cancity/ }), { key: 'Escape' });
    expect(line.getAttribute('aria-expanded')).toBe('false');
    expect(document.activeElement).toBe(line);
    fireEvent.keyDown(line, { key: 'Escape' });
    expect(screen.queryByRole('region')).toBeNull();
    expect(document.activeElement).toBe(button);
  });

  test('the cross closes it, and so do a press and a step of the keyboard elsewhere', () => {
    const button = shown();
    fireEvent.click(button);
    fireEvent.click(screen.getByRole('button', { name: 'Close the explanation' }));
    expect(screen.queryByRole('region')).toBeNull();
    expect(document.activeElement).toBe(button);
    fireEvent.click(button);
    fireEvent.pointerDown(screen.getByText('elsewhere'));
    expect(screen.queryByRole('region')).toBeNull();
    fireEvent.click(button);
    fireEvent.focusIn(screen.getByText('elsewhere'));
    expect(screen.queryByRole('region')).toBeNull();
  });
});

describe('a number that cannot be given', () => {
  const none = unanswered('hidden', phrase('no_amount'), [
    term('quota', field(98_000, 'ForecastingQuota.QuotaAmount')),
  ]);

  test('is a dash that says why to those who hear it, and opens the reason and what is there', () => {
    const button = shown(<Explain answer={none} />);
    expect(button.textContent).toBe('–');
    expect(button.getAttribute('aria-label')).toBe('Its amount is hidden.');
    fireEvent.click(button);
    const region = screen.getByRole('region');
    expect(region.textContent).toContain('Its amount is hidden.');
    expect(region.textContent).toContain('$98,000');
  });

  test('or words, where there is room for them', () => {
    expect(shown(<Explain answer={none} otherwise={phrase('ui_not_known')} />).textContent).toBe('not known');
  });
});
