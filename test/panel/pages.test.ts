import { describe, expect, test } from 'vitest';
import shippedRules from '../../assets/risk-rules.json' with { type: 'json' };
import { emptyLesson, take } from '../../src/core/deal/norms/lesson';
import { summarise } from '../../src/core/deal/norms/summary/summarise';
import { civilDate } from '../../src/core/value/civil-date';
import { isExplained } from '../../src/core/value/explained';
import { given, ifGiven, missing } from '../../src/core/value/known';
import type { Reading } from '../../src/messages/reading';
import { accountView } from '../../src/panel/view/account/account-view';
import { homeView } from '../../src/panel/view/home/home-view';
import { paySight } from '../../src/panel/view/pay/sight';
import { riskRoom } from '../../src/panel/view/risks';
import { subjectOf } from '../../src/panel/view/subject';
import type { Line } from '../../src/ui/language/line';
import { madeUpClosed } from '../core/deal/norms/closed-deals';
import { english } from '../ui/english';
import { ACCOUNT, BOOK, DOSSIER, NOW, READING, REF, TODAY } from './readings';

const SOURCE = { kind: 'crm', field: 'test' } as const;
const RULES = riskRoom(shippedRules);
const spoken = english.on({ today: READING.today, zone: READING.zone });
const said = (line: Line) => spoken.say(line.phrase);
const norms = given(summarise(take(emptyLesson(), madeUpClosed(2_000, TODAY)), TODAY), SOURCE, NOW);
const ME = { ...REF, kind: 'user', id: 'me' } as const;
const HOME: Reading = { ...READING, ref: ME, dossier: missing('not-yet-read'), norms };
const home = (reading: Reading) => homeView(reading, { riskRoom: RULES, payRoom: paySight });

/** The book with its open deals changed one by one. */
function withOpen(change: (deal: (typeof OPEN)[number], n: number) => (typeof OPEN)[number]): Reading {
  return { ...HOME, book: given({ ...BOOK, open: given(OPEN.map(change), SOURCE, NOW) }, SOURCE, NOW) };
}
const OPEN = ifGiven(BOOK.open) ?? [];

describe('a rep’s own page', () => {
  test('the goal and the pay of the period, with no deal in it', () => {
    const { tiles, attained } = home(HOME);
    expect(attained).toBeCloseTo(79_400 / 98_000, 12);
    const values = tiles.map(({ big }) => (big && isExplained(big.answer) ? spoken.show(big.answer.figure) : null));
    // 4 % of 58,800 and 7 % of 20,600
    expect(values).toEqual(['81%', '$3,794']);
  });

  test('the book: six open deals of 77,200, five of them due this quarter', () => {
    // 12,700 + 7,900 + 11,200 + 9,400 + 21,000 + 15,000; the last is due in February.
    expect(home(HOME).book.map(({ answer }) => isExplained(answer) && spoken.show(answer.figure))).toEqual([
      '$77,200 in 6',
      '$62,200 in 5',
      '0',
    ]);
  });

  test('sets of deals that would close the gap are those of the plan’s room', () => {
    const { pay } = home(HOME);
    expect(pay?.closing.sets.length).toBeGreaterThan(0);
    expect(pay?.worth).toEqual([]);
  });

  test('a deal past its close date and one whose buyer is long silent need a look, the gravest first', () => {
    const reading = withOpen((deal, n) => {
      const next = { ...deal.opportunity, nextStep: given('Call on Monday', SOURCE, NOW) };
      if (n === 1) return { ...deal, opportunity: { ...next, closeDate: given(civilDate('2026-11-01'), SOURCE, NOW) } };
      if (n === 3) return { ...deal, opportunity: next, lastBuyerActOn: given(civilDate('2026-05-01'), SOURCE, NOW) };
      return { ...deal, opportunity: next };
    });
    const { attention } = home(reading);
    const named = attention.deals.map(({ name, risks }) => [name, risks.map(({ rule }) => rule)]);
    expect(Object.fromEntries(named)).toMatchObject({
      'Isdom renewal': expect.arrayContaining(['overdue']),
      Betasoloin: ['silence'],
    });
    expect(attention.deals.length + attention.quiet).toBe(6);
  });

  test('what a list does not tell is not named: no deal is called silent where no act is recorded, none without people', () => {
    const reading = withOpen((deal) => ({
      ...deal,
      opportunity: { ...deal.opportunity, nextStep: given('Call', SOURCE, NOW) },
      lastBuyerActOn: missing('not-recorded'),
    }));
    const rules = home(reading).attention.deals.flatMap(({ risks }) => risks.map(({ rule }) => rule));
    expect(rules.filter((rule) => /silen|evidence|thread|buyer|push/.test(rule))).toEqual([]);
  });

  test('stands without norms, plan, rules and goals, and says what is not known', () => {
    const bare = { ...HOME, norms: missing('too-few'), plan: missing('not-recorded') } as const;
    const view = homeView(bare, { riskRoom: null, payRoom: null });
    expect(view.pay).toBeNull();
    expect(view.tiles[1]?.offersOptions).not.toBeNull();
    expect(view.notes.map(said)).toEqual(['Chances are not known yet.']);
    expect(view.book).toHaveLength(3);
    const hidden = { ...HOME, book: given({ ...BOOK, open: missing('hidden') }, SOURCE, NOW) } as const;
    const [open] = home(hidden).book;
    expect(open && isExplained(open.answer)).toBe(false);
  });

  test('a book without an open deal lacks no chances', () => {
    const empty = {
      ...HOME,
      norms: missing('too-few'),
      book: given({ ...BOOK, open: given([], SOURCE, NOW) }, SOURCE, NOW),
    };
    const view = home(empty as Reading);
    expect(view.notes).toEqual([]);
    expect(view.attention).toMatchObject({ deals: [], quiet: 0 });
    expect(view.pay?.worth).toEqual([]);
  });

  test('is named after the rep, with the period beside it', () => {
    expect(subjectOf(HOME)).toMatchObject({ name: 'Cecily Lampkin', people: ['Q4'] });
  });
});

describe('a company’s page', () => {
  const company = { ref: { ...REF, kind: 'account', id: '001A' }, account: ACCOUNT, asOf: NOW } as const;

  test('what we have with the company itself and with its family', () => {
    const view = accountView({ ...company, family: DOSSIER.family, lookalikes: missing('not-recorded') }, READING);
    expect(view.own.map(said)).toEqual(['3 open, $61,000', '2 won, $41,000', '1 lost', 'contact 4 days ago']);
    expect(view.family.lines.map(({ name, depth }) => [name, depth])).toEqual([
      ['Sonron', 0],
      ['Dambase', 1],
      ['Hottechi', 1],
    ]);
  });

  test('hidden: no count is made up, and it is said', () => {
    const view = accountView({ ...company, family: missing('hidden'), lookalikes: missing('hidden') }, READING);
    expect(view.own).toEqual([]);
    expect(view.family.notes.map(said)).toEqual(['Your permissions hide the companies around this one.']);
    expect(view.links?.note && said(view.links.note)).toMatch(/permissions hide/);
  });
});
