// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { DomainError } from '../../src/core/value/domain-error';
import { errorReport, LaunchError } from '../../src/panel/frame/launch-error';

afterEach(cleanup);

const WORDS = { title: 'Could not be drawn', sentence: 'A fault of ours.', report: 'Report', copy: 'Copy' };
const FACTS = { version: '1.2.3', browser: 'Test/1' };

function Broken(): never {
  throw new DomainError('not an amount: "Sonron pays 12,700"');
}

describe('a panel that cannot be drawn', () => {
  test('says so, with a report that can be copied', () => {
    const writeText = vi.fn(async () => undefined);
    Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
    render(
      <LaunchError words={WORDS} facts={FACTS}>
        <Broken />
      </LaunchError>,
    );
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Could not be drawn');
    fireEvent.click(screen.getByRole('button', { name: 'Copy' }));
    expect(writeText).toHaveBeenCalledWith(expect.stringMatching(/^Goalside 1\.2\.3\nTest\/1\n/));
  });

  test('leaves what can be drawn alone', () => {
    render(
      <LaunchError words={WORDS} facts={FACTS}>
        <p>fine</p>
      </LaunchError>,
    );
    expect(screen.getByText('fine')).toBeTruthy();
  });
});

describe('a report', () => {
  test('names the kind of error and the places in our files, never its words, which may quote a customer', () => {
    const error = new DomainError('not an amount: "Sonron pays 12,700"');
    error.stack = [
      `DomainError: ${error.message}`,
      '    at money (chrome-extension://abcdef/assets/panel-D3r.js:12:34)',
      '    at https://acme.lightning.force.com/lightning/r/Opportunity/006A/view',
    ].join('\n');
    const report = errorReport(error, FACTS);
    expect(report.split('\n')).toEqual(['Goalside 1.2.3', 'Test/1', error.name, '  panel-D3r.js:12:34']);
  });

  test.each(['Sonron', { amount: 12_700 }, undefined])(
    'of something thrown that is no error (%j) holds its type only',
    (thrown) => {
      expect(errorReport(thrown, FACTS)).toBe(`Goalside 1.2.3\nTest/1\n${typeof thrown}`);
    },
  );
});
