// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, describe, expect, test, vi } from 'vitest';
import de from '../../assets/_locales/de/messages.json' with { type: 'json' };
import { brief } from '../../src/core/brief/brief';
import { given, isGiven } from '../../src/core/value/known';
import type { Reading } from '../../src/messages/reading';
import { BriefRoom } from '../../src/panel/rooms/brief-room';
import { briefText } from '../../src/panel/view/brief/brief-text';
import { paySight } from '../../src/panel/view/pay/sight';
import { languageOf } from '../../src/ui/language/language';
import { Speaking } from '../../src/ui/language/speech';
import { english, messagesOf } from '../ui/english';
import { panelView } from './panel-view';
import { DOSSIER, NOW, READING, RICH, withDeal } from './readings';

afterEach(cleanup);

const SOURCE = { kind: 'crm', field: 'test' } as const;
const spoken = english.on({ today: READING.today, zone: READING.zone });

function parts(reading: Reading) {
  const view = panelView(reading, { payRoom: paySight });
  if (view === null || !isGiven(reading.dossier)) throw new Error('no deal');
  return { sights: view.sights, dossier: reading.dossier.value };
}

function draw(reading: Reading, pageUrl: string | null = 'panel.html?show=brief') {
  const onBack = vi.fn();
  const { container } = render(
    <Speaking value={spoken}>
      <BriefRoom reading={reading} {...parts(reading)} onBack={onBack} pageUrl={pageUrl} />
    </Speaking>,
  );
  return { container, onBack };
}

describe('the brief', () => {
  test('is one page: questions, who they are, what presses them, who is who, what they did, what is not known', async () => {
    const { container } = draw(READING);
    expect([...container.querySelectorAll('h3')].map(({ textContent }) => textContent)).toEqual([
      'Worth asking',
      'Who they are',
      'What presses them',
      'Who is who',
      'What they did',
      'What is not known',
    ]);
    expect(container.querySelectorAll('.questions li')).toHaveLength(3);
    const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });

  test('pay is in it only while it is ticked', () => {
    // 7 % of 12,700
    const { container } = draw(READING);
    const page = () => container.querySelector('article')?.textContent ?? '';
    expect(page()).not.toContain('$889');
    const tick = screen.getByRole('checkbox');
    fireEvent.click(tick);
    expect(page()).toContain('$889');
    fireEvent.click(tick);
    expect(page()).not.toContain('$889');
  });

  test('prints by the browser’s own printing, and has a page of its own where a frame cannot', () => {
    const print = vi.fn();
    vi.stubGlobal('print', print);
    draw(READING);
    fireEvent.click(screen.getByRole('button', { name: 'Print' }));
    expect(print).toHaveBeenCalledTimes(1);
    expect(screen.getByRole('link', { name: 'Open as a page' }).getAttribute('href')).toContain('show=brief');
    cleanup();
    draw(READING, null);
    expect(screen.queryByRole('link')).toBeNull();
    vi.unstubAllGlobals();
  });

  test('goes back by a button', () => {
    const { onBack } = draw(READING);
    fireEvent.click(screen.getByRole('button', { name: 'Back to the answers' }));
    expect(onBack).toHaveBeenCalledTimes(1);
  });
});

describe('the brief as text', () => {
  const of = (reading: Reading) =>
    brief(parts(reading).dossier, reading, { period: null, learned: {}, roles: undefined, pay: null });

  test('says the same as the screen, line by line', () => {
    const lines = briefText(of(RICH), spoken, READING.zone, 'text').split('\n');
    expect(lines[0]).toBe('Sonron: GTX Pro rollout, 40 seats – Sonron');
    expect(lines).toContain('- Amount: $12,700');
    // The CRM holds "US".
    expect(lines).toContain('- Country: United States');
    expect(lines).toContain('- Their fiscal year ends: Jan 31, 2027');
    expect(lines.find((line) => line.startsWith('- Maria Orr'))).toMatch(/acted: 18 days ago; we wrote: 9 days ago/);
    expect(lines).toContain('- Nov 6: Document – Proposal v2 opened');
    expect(lines.filter((line) => /^\d\. /.test(line))).toHaveLength(3);
    // It is read on some other day.
    expect(lines.at(-1)).toMatch(/^Inputs as of Nov 24, 2026, \d+:02/);
  });

  test('as Markdown has headings, and a name stays a name whatever is typed into it', () => {
    const name = '# **Deal** [x](http://evil.example) <b>';
    const hostile = withDeal({
      name,
      account: given({ id: '001A', name: 'A\n# B' }, { kind: 'crm', field: 'x' }, NOW),
    });
    const text = briefText({ ...of(hostile), company: 'A\n# B' }, spoken, READING.zone, 'markdown');
    const [title] = text.split('\n');
    expect(title).toBe('# \\# \\*\\*Deal\\*\\* \\[x\\]\\(http://evil.example\\) \\<b\\> – A \\# B');
    expect(text.split('\n').filter((line) => line.startsWith('## '))).toHaveLength(6);
  });

  test('in another language has that language’s words for a country and for the chairs of the trade', () => {
    const german = languageOf(messagesOf(de), 'de').on({ today: READING.today, zone: READING.zone });
    const lines = briefText(
      of(withDeal({}, { ...DOSSIER, committee: given([], SOURCE, NOW) })),
      german,
      READING.zone,
      'text',
    ).split('\n');
    expect(lines).toContain('- Land: Vereinigte Staaten');
    expect(lines.filter((line) => line.startsWith('- Leerer Stuhl: ')).map((line) => line.split('. ')[0])).toEqual([
      '- Leerer Stuhl: Wirtschaftlicher Entscheider',
      '- Leerer Stuhl: Anwender',
      '- Leerer Stuhl: Technischer Entscheider',
      '- Leerer Stuhl: Coach',
    ]);
  });

  test('has no pay', () => {
    expect(briefText(of(withDeal({}, DOSSIER)), spoken, READING.zone, 'text')).not.toMatch(/pays/i);
  });
});
