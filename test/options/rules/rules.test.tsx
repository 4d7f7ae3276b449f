// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, describe, expect, test } from 'vitest';
import shippedFile from '../../../assets/risk-rules.json' with { type: 'json' };
import { readRiskRules } from '../../../src/core/deal/risks/read-rules';
import { daysFigure, phrase, textFigure } from '../../../src/core/value/phrase';
import { ok, problem } from '../../../src/core/value/result';
import type { CalibrationCard } from '../../../src/messages/cards/calibration-card';
import type { RulesInForce, RulesTrial } from '../../../src/messages/cards/risk-rules';
import { Options } from '../../../src/options/options';
import { LARGEST_RULES } from '../../../src/options/rules/rules-trial';
import { optionsSession } from '../../../src/options/settings';
import { Speaking } from '../../../src/ui/language/speech';
import { joinedEnds } from '../../panel/ends';
import { english } from '../../ui/english';

afterEach(cleanup);

const read = readRiskRules(shippedFile);
if (!read.ok) throw new Error('the shipped rules cannot be read');
const SHIPPED: RulesInForce = { fileName: null, rules: read.value };
const OWN: RulesInForce = { fileName: 'ours.json', rules: { ...read.value, rules: read.value.rules.slice(0, 1) } };
const TRIAL: RulesTrial = {
  rules: OWN.rules,
  deals: 3,
  changed: 2,
  changes: [
    {
      name: 'Acme <b>',
      gains: [{ rule: 'own', severity: 'high', says: phrase('deal_risk_own_words', textFigure('Watch out.')) }],
      loses: [{ rule: 'overdue', severity: 'high', says: phrase('deal_risk_overdue', daysFigure(4)) }],
      altered: [],
    },
  ],
  byRule: [{ rule: 'overdue', before: 2, after: 0, undecided: 1 }],
};

async function opened(answering: Parameters<typeof joinedEnds>[0] = {}, later?: () => Promise<void>) {
  const ends = joinedEnds({
    plans: () => [],
    rules: () => SHIPPED,
    calibration: () => [],
    importRules: () => ok(TRIAL),
    activateRules: ({ file }) => ok(file ? OWN : SHIPPED),
    ...answering,
  });
  const yes = async () => true;
  const session = optionsSession(ends.client, { allowed: yes, allow: yes, takeBack: yes }, later);
  const { container } = render(
    <Speaking value={english}>
      <Options session={session} libraryUrl="library.html" />
    </Speaking>,
  );
  await session.load();
  const section = within(await screen.findByRole('region', { name: 'Risk rules' }));
  return { ...ends, session, container, section };
}
const file = (name: string, text: string, size = text.length) => ({ name, size, text: async () => text });

describe('the risk rules in force', () => {
  test('are listed with severity, sentence and version', async () => {
    const { section } = await opened();
    expect(await section.findByText('The rules that come with Goalside are in force.')).toBeTruthy();
    const rows = section.getAllByRole('listitem', { hidden: true });
    expect(rows).toHaveLength(SHIPPED.rules.rules.length);
    expect(rows[0]?.textContent).toBe(
      "High The buyer's last act is … ago; more than … is long. rule silence, version 1",
    );
    expect(section.queryByRole('button', { name: 'Use the shipped rules again' })).toBeNull();
  });

  test('of one’s own give way to the shipped ones at a press', async () => {
    const { section, asked } = await opened({ rules: () => OWN });
    fireEvent.click(await section.findByRole('button', { name: 'Use the shipped rules again' }));
    expect(await section.findByText(/^The shipped rules are in force again/)).toBeTruthy();
    expect(asked.at(-1)).toEqual({ call: 'activateRules', request: { file: null } });
  });

  test('none at all is said', async () => {
    const { section } = await opened({ rules: () => null });
    expect(await section.findByText('No rules could be read: the panel names no risks.')).toBeTruthy();
  });
});

describe('rules from a file', () => {
  test('are tried first: what each deal gains and loses, and counts by rule', async () => {
    const { section, session, asked, container } = await opened();
    await session.tryRules(file('ours.json', '{}'));
    expect(
      await section.findByText('Tried on 3 open deals; the risks of 2 would change. Nothing has taken effect yet.'),
    ).toBeTruthy();
    const cells = within(section.getByRole('table')).getAllByRole('row')[1];
    expect([...(cells?.children ?? [])].map(({ textContent }) => textContent)).toEqual(['overdue', '2', '0', '1']);
    const status = section.getByRole('status');
    expect(status.textContent).toContain('Acme <b>');
    expect(status.textContent).toContain('Gains: High – Watch out.');
    expect(status.textContent).toContain('Loses: High – The close date passed 4 days ago.');
    expect(status.textContent).toContain('One more deal would change.');
    expect(asked.some(({ call }) => call === 'activateRules')).toBe(false);
    const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });

  test('take effect only at a press', async () => {
    const { section, session, asked } = await opened();
    await session.tryRules(file('ours.json', '{}'));
    fireEvent.click(await section.findByRole('button', { name: 'Use these rules' }));
    await waitFor(() => expect(section.getByRole('status').textContent).toMatch(/^ours\.json is in force from now on/));
    expect(asked.at(-1)).toEqual({
      call: 'activateRules',
      request: { file: { fileName: 'ours.json', text: '{}' } },
    });
    expect(section.queryByRole('table')).toBeNull();
  });

  test('or not at all', async () => {
    const { section, session, asked } = await opened();
    await session.tryRules(file('ours.json', '{}'));
    fireEvent.click(await section.findByRole('button', { name: 'Keep the old ones' }));
    await waitFor(() => expect(section.queryByRole('table')).toBeNull());
    expect(asked.some(({ call }) => call === 'activateRules')).toBe(false);
  });

  test('that are refused: every problem with its place, and the old ones stay', async () => {
    const problems = [
      { path: '', because: phrase('deal_rules_not_json') },
      { path: 'rules[0].id', because: phrase('deal_rules_missing_key') },
    ];
    const { section, session } = await opened({ importRules: () => problem(problems) });
    await session.tryRules(file('ours.json', '{'));
    const status = section.getByRole('status');
    await waitFor(() =>
      expect(status.textContent).toContain('ours.json was not taken: 2 problems. The old rules stay in force.'),
    );
    expect(
      within(status)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual(['the whole file: The file is not JSON.', 'rules[0].id: This entry is missing.']);
    expect(section.queryByRole('button', { name: 'Use these rules' })).toBeNull();
  });

  test('that are too large or cannot be read are never sent', async () => {
    const { section, session, asked } = await opened();
    await session.tryRules(file('film.mp4', '', LARGEST_RULES + 1));
    expect(await section.findByText(/larger than any file of risk rules/)).toBeTruthy();
    await session.tryRules({ name: 'gone.json', size: 2, text: () => Promise.reject(new Error('gone')) });
    expect(await section.findByText(/could not be read/)).toBeTruthy();
    expect(asked.some(({ call }) => call === 'importRules')).toBe(false);
  });
});

test('the odds’ record is asked for again while it is worked out, and then no more', async () => {
  const card = (how: CalibrationCard['how']): CalibrationCard => ({ host: 'acme.example', user: null, how });
  let calls = 0;
  const { asked } = await opened(
    {
      calibration: () => {
        calls += 1;
        return [card(calls < 3 ? { is: 'being-worked-out' } : { is: 'too-few', deals: 12 })];
      },
    },
    async () => undefined,
  );
  const section = await screen.findByRole('region', { name: 'How the odds have done' });
  await waitFor(() => expect(section.textContent).toContain('12 closed deals have been read'));
  await new Promise((done) => setTimeout(done, 20));
  expect(asked.filter(({ call }) => call === 'calibration')).toHaveLength(3);
});
