// @vitest-environment happy-dom
import { cleanup, fireEvent } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { draw } from './drawn';
import { STATES } from './states';

beforeEach(() => sessionStorage.clear());
afterEach(cleanup);

/** What can be opened where it stands. */
const OPENS = '.why, .term-line, .explanation';
/** Words from the CRM; a drawing, whose figures stand in the table behind it; a field's own name and what it starts from. */
const NOT_OURS = 'bdi, .name, svg[role="img"], option, .lever';
/** What names a period or counts the lines that stand below it. */
const NAMES = '.tile h2, .aside';
const MONEY = ['Goal', 'Pay', 'Credit and products', 'What if'];

/** The parts of the panel that say how things stand: sentences, answers, goal, pay and what-if. */
function parts(panel: Element): Element[] {
  const sections = [...panel.querySelectorAll('section.section')].filter((section) =>
    MONEY.includes(section.querySelector('.section-head [id]')?.textContent ?? ''),
  );
  return [...panel.querySelectorAll('.summary, .tiles'), ...sections];
}

/** What stands below: the deal, the buyer, the brief, a company's page and a rep's own. */
const OTHERS = ['Odds and evidence', 'Buyer'];

function others(panel: Element): Element[] {
  const sections = [...panel.querySelectorAll('section.section')].filter((section) =>
    OTHERS.includes(section.querySelector('.section-head [id]')?.textContent ?? ''),
  );
  return [...panel.querySelectorAll('.room, .brief'), ...sections];
}

/**
 * Sentences of an engine, which are the explanation themselves: what is shown beside a claim, what changed, why two names are alike,
 * by what a question was chosen. Initials are no number, and a button counts the lines that it would show.
 */
const SAYS =
  '.claims .marks, .changes, .reasons, .marks .fig, .questions, .brief .note, .avatar, .more-button, label, h2, h3';

/** Numbers that no explanation stands behind: neither they nor the row that they name can be opened. */
function unexplained(panel: Element, where = parts, stands = NAMES): string[] {
  return where(panel).flatMap((part) => {
    const found: string[] = [];
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node.textContent ?? '';
      const at = node.parentElement;
      if (!/\d/.test(text) || at === null || at.closest(`${OPENS}, ${NOT_OURS}, ${stands}`) !== null) continue;
      const row = at.closest('th')?.closest('tr');
      if (row?.querySelector('.why') == null) found.push(`${at.tagName.toLowerCase()}.${at.className}: ${text.trim()}`);
    }
    return found;
  });
}

function type(panel: Element, selector: string, text: string): Promise<void> {
  const field = panel.querySelector(selector);
  if (field === null) throw new Error(`no ${selector}`);
  fireEvent.input(field, { target: { value: text } });
  return Promise.resolve();
}

const press = (panel: Element, name: string) => {
  const button = [...panel.querySelectorAll('button')].find(({ textContent }) => textContent === name);
  if (button === undefined) throw new Error(`no ${name}`);
  fireEvent.click(button);
};

const settled = () => new Promise((done) => setTimeout(done, 0));

describe.each(Object.entries(STATES))('%s', (_, shown) => {
  test('no number stands without its explanation', async () => {
    const { container } = await draw(shown);
    expect(unexplained(container)).toEqual([]);
    expect(unexplained(container, others, `${NAMES}, ${SAYS}`)).toEqual([]);
  });
});

describe.each([
  'odds',
  'no-plan',
  'no-quota',
  'no-book',
  'hidden-fields',
  'first-day',
  'made',
  'many-goals',
  'huge',
  'tiny',
  'other-currency',
])('what if, %s', (name) => {
  test('no number of a what-if, nor of two beside the record, stands without its explanation', async () => {
    const shown = STATES[name];
    if (shown === undefined) throw new Error(`no state ${name}`);
    const { container } = await draw(shown);
    fireEvent.click(container.querySelector('.what-if .section-head') ?? container);
    await settled();
    await type(container, '.lever input[type="number"]', '15000');
    await settled();
    press(container, 'Keep as A');
    await type(container, '.lever input[type="date"]', '2027-01-20');
    await settled();
    press(container, 'Keep as B');
    await settled();
    expect(container.querySelector('.what-if-banner')).not.toBeNull();
    expect(container.querySelectorAll('.comparing thead th')).toHaveLength(3);
    expect(container.textContent).not.toMatch(/NaN|Infinity|∞|undefined/);
    expect(unexplained(container)).toEqual([]);
  });
});

test('a number without its explanation would be found', async () => {
  const { container } = await draw(STATES.deal ?? (undefined as never));
  const stray = document.createElement('p');
  stray.textContent = '42 of them';
  container.querySelector('.tiles')?.append(stray);
  expect(unexplained(container)).toEqual(['p.: 42 of them']);
});
