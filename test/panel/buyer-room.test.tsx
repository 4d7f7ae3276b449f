// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import type { Account, FamilyAccounts } from '../../src/core/model/account';
import { given, ifGiven, missing } from '../../src/core/value/known';
import type { Reading } from '../../src/messages/reading';
import { Family } from '../../src/panel/sections/buyer/family';
import { treeMove, visibleLines } from '../../src/panel/sections/buyer/tree';
import { linksView } from '../../src/panel/view/buyer/links-view';
import { dealRoomView } from '../../src/panel/view/deal-room-view';
import type { Line } from '../../src/ui/language/line';
import { Speaking } from '../../src/ui/language/speech';
import { english } from '../ui/english';
import { OFFERED } from './offered';
import { panelView } from './panel-view';
import { ACCOUNT, COMMITTEE, DOSSIER, NOW, READING, RICH, withDeal } from './readings';

afterEach(cleanup);

const SOURCE = { kind: 'crm', field: 'test' } as const;
const spoken = english.on({ today: READING.today, zone: READING.zone });
const said = (line: Line) => spoken.say(line.phrase);
const read = <T,>(value: T) => given(value, SOURCE, NOW);

function buyer(reading: Reading) {
  const view = panelView(reading, { payRoom: null });
  const section = view && dealRoomView(reading, view.sights, null).buyer;
  if (!section) throw new Error('no section');
  return section;
}

describe('the buyer’s people', () => {
  test('last in, last out, next, and who does the talking, counted by hand from the acts', () => {
    const people = Object.fromEntries(buyer(RICH).people.map(({ name, touches }) => [name, touches.map(said)]));
    expect(people).toEqual({
      // Proposal opened 18 days ago; reference customers sent 9 days ago; the board's date in 16 days.
      'Maria Orr': ['acted 18 days ago', 'we acted 9 days ago', 'next Dec 10', 'both write'],
      // The demo, 26 days ago; the mail on licences may belong to another deal and counts nowhere.
      'Tim Lind': ['acted 26 days ago', 'we acted 26 days ago', 'both write'],
      'Jun Sato': ['we acted 4 days ago', 'next Nov 30', 'only we write'],
    });
  });

  test('weight and support are said where they are recorded, hidden where they are hidden, and else not asked for', () => {
    const traits = (reading: Reading) =>
      buyer(reading).people.map((person) => person.traits.map(({ line }) => said(line)));
    expect(traits(RICH)[0]).toEqual(['influence 60%', 'for us']);
    expect(traits(READING)[0]).toEqual([]);
    const hidden = COMMITTEE.map((one) => ({ ...one, influence: missing('hidden'), support: missing('hidden') }));
    expect(traits(withDeal({}, { committee: read(hidden) }))[0]).toEqual(['influence hidden', 'support hidden']);
  });

  test('where to write to them: only a plain address is a link, and hidden ones are told of once', () => {
    const { people, outside } = buyer(OFFERED);
    expect(people.map(({ name, mail }) => [name, mail])).toEqual([
      ['Maria Orr', { address: 'maria.orr@sonron.example', link: 'mailto:maria.orr@sonron.example' }],
      ['Tim Lind', { address: 'tim@x.example?bcc=eve@y.example', link: null }],
      ['Jun Sato', null],
    ]);
    const hidden = 'Mail addresses are hidden by your permissions, so mail cannot be told apart by person.';
    expect(outside.map(said)).toContain(hidden);
  });

  test('somebody of another company says so, by its name where it is of the family', () => {
    const where = buyer(OFFERED).people.map(({ name, company }) => [name, company && said(company)]);
    expect(Object.fromEntries(where)).toEqual({
      'Maria Orr': null,
      'Tim Lind': 'at Hottechi',
      'Jun Sato': 'at another company',
    });
  });

  test('the strip has what passed in the last 120 days, today at its end', () => {
    const maria = buyer(RICH).people.find(({ name }) => name === 'Maria Orr');
    expect(maria?.marks.map(({ at, whose, hollow }) => [Math.round((1 - at) * 120), whose, hollow])).toEqual([
      [9, 'seller', false],
      [18, 'buyer', false],
      [19, 'buyer', false],
      [26, 'both', false],
      [58, 'both', false],
    ]);
  });

  test('activities that cannot be read say so, and nobody is called silent', () => {
    const unread = buyer(withDeal({}, { activities: missing('hidden') }));
    expect(unread.people.every(({ marks }) => marks.length === 0)).toBe(true);
    expect(unread.people.flatMap(({ touches }) => touches.map(said)).join(' ')).not.toMatch(/no contact|ago/);
  });
});

describe('the family', () => {
  test('adds up: 3 companies, 4 open of 69,000, 3 won of 59,000, 1 lost, last contact 4 days ago', () => {
    expect(buyer(RICH).family.total.map(said)).toEqual([
      '3 companies',
      '$69,000 in 4 open',
      '$59,000 in 3 won',
      '1 lost',
      'contact 4 days ago',
    ]);
  });

  test('each member has its own deals, one that is overdue says so, and what is hidden is counted', () => {
    const { lines, notes } = buyer(RICH).family;
    expect(lines.map(({ name, deals }) => [name, deals.map(({ name: deal }) => deal)])).toEqual([
      ['Sonron', ['Sonron: GTX Pro rollout, 40 seats', 'Sonron: renewal']],
      ['Dambase', ['Dambase: pilot']],
      ['Hottechi', []],
    ]);
    expect(lines[0]?.deals[1]?.says.map(said)).toEqual(['$9,300', 'Proposal', 'was due Nov 12', 'Cecily Lampkin']);
    expect(notes.map(said)).toEqual([
      '2 companies of the family are hidden from you.',
      'One more open deal of the family is smaller than those listed.',
    ]);
  });
});

/** A parent with so many companies below it, each tenth of which has one more below it. */
function large(count: number): Reading {
  const company = (id: string, name: string, parent: string | null): Account => ({
    ...ACCOUNT,
    id,
    name,
    parentId: parent === null ? missing('not-recorded') : read(parent),
  });
  const below = Array.from({ length: count }, (_, n) =>
    company(`001n${n}`, `Branch ${String(n).padStart(4, '0')}`, n % 10 === 9 ? `001n${n - 1}` : '001A'),
  );
  const family = ifGiven(DOSSIER.family) as FamilyAccounts;
  return withDeal({}, { family: read({ ...family, members: [ACCOUNT, ...below] }) });
}

function drawFamily(reading: Reading) {
  return render(
    <Speaking value={spoken}>
      <Family view={buyer(reading).family} />
    </Speaking>,
  );
}

describe('the tree by keyboard', () => {
  test('arrows, Home and End go where the practice for tree views says, and one item alone is in the order of tabs', () => {
    drawFamily(RICH);
    const items = () => screen.getAllByRole('treeitem');
    expect(items().map((item) => item.getAttribute('aria-level'))).toEqual(['1', '2', '2']);
    const press = (key: string) => fireEvent.keyDown(document.activeElement as Element, { key });
    items()[0]?.focus();
    press('ArrowRight');
    expect(document.activeElement).toBe(items()[1]);
    press('End');
    expect(document.activeElement).toBe(items()[2]);
    press('ArrowLeft');
    expect(document.activeElement).toBe(items()[0]);
    press('ArrowLeft');
    expect(items()).toHaveLength(1);
    expect(items()[0]?.getAttribute('aria-expanded')).toBe('false');
    press('Enter');
    expect(items()).toHaveLength(3);
    expect(items().filter((item) => item.tabIndex === 0)).toHaveLength(1);
  });

  test('from right to left the arrows change places', () => {
    const { lines } = buyer(RICH).family;
    const open = new Set(['001A']);
    const seen = visibleLines(lines, open);
    expect(treeMove('ArrowLeft', '001A', seen, open, true)).toEqual({ to: '001B' });
    expect(treeMove('ArrowRight', '001B', seen, open, true)).toEqual({ to: '001A' });
    expect(treeMove('ArrowRight', '001A', seen, open, true)).toEqual({ close: '001A' });
    expect(treeMove('Tab', '001A', seen, open)).toBeUndefined();
  });

  test('a number inside an item keeps its own keys', () => {
    drawFamily(RICH);
    const [first] = screen.getAllByRole('treeitem');
    const number = within(first as HTMLElement).getAllByRole('button')[1] as HTMLElement;
    number.focus();
    fireEvent.keyDown(number, { key: 'ArrowDown' });
    expect(document.activeElement).toBe(number);
  });

  test('of a thousand companies forty are drawn, and the rest are one press away', () => {
    drawFamily(large(1_000));
    expect(screen.getAllByRole('treeitem')).toHaveLength(40);
    const [first] = screen.getAllByRole('treeitem');
    expect(first?.getAttribute('aria-expanded')).toBe('true');
    // 1,000 companies and the parent; a hundred of them lie deeper and are folded away: 901 can be seen.
    fireEvent.click(screen.getByRole('button', { name: 'Show 861 more' }));
    expect(screen.getAllByRole('treeitem')).toHaveLength(90);
  });
});

describe('missing links', () => {
  test('come in three bands with what speaks for each, and nothing is linked', () => {
    const { links } = buyer(RICH);
    // One web domain is enough to suggest; one rare word and another trade to look at; common words to dismiss.
    expect(links?.suggested.map(({ name, like }) => [name, like])).toEqual([['Sonron Nordic AB', 'Sonron']]);
    expect(links?.suggested[0]?.reasons[0]?.key).toBe('buyer_link_same_domain');
    expect(links?.review.map(({ name }) => name)).toEqual(['Hottechi Bau']);
    expect(links?.dismissed && said(links.dismissed)).toMatch(/Nordic Services/);
  });

  test('an account that is in the family already is not suggested to it', () => {
    const view = linksView([ACCOUNT], read([ACCOUNT]));
    expect(view.suggested).toEqual([]);
    expect(view.note && said(view.note)).toMatch(/^No other account/);
  });

  test('where nobody looked, that is said', () => {
    const none = linksView([ACCOUNT], missing('not-yet-read'));
    expect(none.note && said(none.note)).toMatch(/have not been looked at/);
    const hidden = linksView([ACCOUNT], missing('hidden'));
    expect(hidden.note && said(hidden.note)).toMatch(/permissions hide/);
  });
});

describe('what presses them', () => {
  test('is what the record holds, with where it was read; and no source is said to be none', () => {
    const { rows, notes } = buyer(RICH).conditions;
    expect(rows.map(({ answer }) => ('value' in answer ? answer.sources : []))).not.toContainEqual([]);
    expect(notes.map(said).join(' ')).toMatch(/No public source/);
  });

  test('a field that is hidden is named, one that nobody filled in is not', () => {
    const account: Account = { ...ACCOUNT, employees: missing('hidden'), industry: missing('not-recorded') };
    const names = buyer(withDeal({}, { account: read(account) })).conditions.rows.map(({ name }) => spoken.say(name));
    expect(names).toContain('Employees');
    expect(names).not.toContain('Industry');
  });
});
