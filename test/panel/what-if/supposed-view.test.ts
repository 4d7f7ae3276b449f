import { describe, expect, test } from 'vitest';
import { emptyLesson, take } from '../../../src/core/deal/norms/lesson';
import { summarise } from '../../../src/core/deal/norms/summary/summarise';
import { civilDate } from '../../../src/core/value/civil-date';
import { type Answer, isExplained } from '../../../src/core/value/explained';
import { given, missing } from '../../../src/core/value/known';
import type { Reading } from '../../../src/messages/reading';
import { paySight } from '../../../src/panel/view/pay/sight';
import { compared } from '../../../src/panel/view/what-if/compared';
import { supposedView } from '../../../src/panel/view/what-if/supposed-view';
import { boundsFor, NOTHING, read, type Wish } from '../../../src/panel/view/what-if/wish';
import { madeUpClosed } from '../../core/deal/norms/closed-deals';
import { english } from '../../ui/english';
import { panelView } from '../panel-view';
import { NOW, READING, TODAY, withDeal } from '../readings';

const SOURCE = { kind: 'crm', field: 'test' } as const;
const NORMS = given(summarise(take(emptyLesson(), madeUpClosed(2_000, TODAY)), TODAY), SOURCE, NOW);
const spoken = english.on({ today: READING.today, zone: READING.zone });
const shown = (answer: Answer | null | undefined) =>
  answer == null ? null : isExplained(answer) ? spoken.show(answer.figure) : spoken.say(answer.because);

function recorded(reading: Reading) {
  const view = panelView(reading, { payRoom: paySight });
  if (view === null) throw new Error('no view');
  return view;
}

function supposed(wish: Partial<Wish>, reading: Reading = READING) {
  const own = recorded(reading);
  const bounds = boundsFor(reading, own.sights.odds.won);
  if (bounds === null) throw new Error('no bounds');
  const would = supposedView(reading, read({ ...NOTHING, ...wish }, bounds, reading), paySight, own);
  if (would === null) throw new Error('nothing supposed');
  return { own, bounds, ...would };
}

const ends = ({ sights: { odds } }: ReturnType<typeof recorded>) =>
  [odds.won, odds.slips, odds.noDecision, odds.lost].map((end) => (isExplained(end) ? end.value : Number.NaN));

// 79,400 credited of 98,000; 4, 7, 12 and 15 % from 58,800, 98,000 and 127,400; 2,500 at the quota. The deal is 12,700.
describe('25,000 in place of 12,700', () => {
  const { view, own } = supposed({ amount: '25000' });

  test('pays 7 % of 18,600, 12 % of 6,400 and the bonus; attainment 104,400 of 98,000', () => {
    expect(shown(view.sights.pay.known ? view.sights.pay.now : null)).toBe('$4,570');
    expect(shown(view.sights.goal.known ? view.sights.goal.withDeal : null)).toBe('107%');
  });

  test('the sentence and the tiles say so; those that say something else are marked, with what is recorded', () => {
    expect(view.summary.map((line) => spoken.say(line.phrase))[0]).toContain('makes it 107% and pays $4,570');
    const [goal, pay, real] = view.tiles;
    expect(goal?.supposed).toEqual({ was: null });
    expect(shown(pay?.supposed?.was)).toBe('$889');
    expect(real?.supposed).toBeUndefined();
    expect(own.tiles.every((tile) => tile.supposed === undefined)).toBe(true);
  });

  test('what it does not touch is as it was', () => {
    expect(view.attained).toBe(own.attained);
    expect(view.sights.lacks?.map(({ what }) => what)).toEqual(own.sights.lacks?.map(({ what }) => what));
  });
});

describe('a close date after the period', () => {
  const { view, own } = supposed({ closeDate: '2027-01-20' }, { ...READING, norms: NORMS });

  test('counts nothing in it, and pays as the first deal of the next: 4 % of 12,700', () => {
    const { goal, pay } = view.sights;
    expect(goal.known && isExplained(goal.withDeal)).toBe(false);
    expect(shown(pay.known ? pay.now : null)).toBe('$508');
    expect(spoken.say(view.tiles[1]?.big?.after?.phrase ?? { key: '', figures: [] })).toMatch(/next period/);
  });

  test('cannot be won in the period: what was the chance of it slips', () => {
    const [won, slips = 0, none, lost] = ends(view);
    const [wonBefore = 0, slipsBefore = 0, noneBefore, lostBefore] = ends(own);
    expect(won).toBe(0);
    expect(slips).toBeCloseTo(wonBefore + slipsBefore, 12);
    expect([none, lost]).toEqual([noneBefore, lostBefore]);
  });

  test('a date inside the period changes neither', () => {
    const inside = supposed({ closeDate: '2026-12-02' }).view;
    expect(shown(inside.sights.pay.known ? inside.sights.pay.now : null)).toBe('$889');
    expect(shown(inside.sights.goal.known ? inside.sights.goal.withDeal : null)).toBe('94%');
  });
});

describe('a chance', () => {
  test('takes the place of the odds; the other ends make room and all four add up to 1', () => {
    const { view, own } = supposed({ chance: '60' }, { ...READING, norms: NORMS });
    const [won, ...rest] = ends(view);
    const [before = 0, ...restBefore] = ends(own);
    expect(won).toBe(0.6);
    expect(rest.reduce((sum, each) => sum + each, 0.6)).toBeCloseTo(1, 12);
    rest.forEach((each, index) => {
      expect(each).toBeCloseTo(((restBefore[index] ?? 0) * 0.4) / (1 - before), 12);
    });
  });

  test('moves the chance of the goal: alone, a deal that closes the gap makes it as likely as itself', () => {
    const { view } = supposed({ amount: '18600', chance: '35' });
    const { goal } = view.sights;
    expect(goal.known && isExplained(goal.standing.chance) && goal.standing.chance.value.chance).toBeCloseTo(0.35, 12);
  });

  test('where nothing was learned the other ends stay unknown', () => {
    const { odds } = supposed({ chance: '35' }).view.sights;
    expect([odds.slips, odds.noDecision, odds.lost].some(isExplained)).toBe(false);
  });
});

describe('what cannot be supposed', () => {
  test.each([
    [{ amount: '-5' }, 'amount'],
    [{ amount: '1e9' }, 'amount'],
    [{ amount: '99999999999999' }, 'amount'],
    [{ chance: '101' }, 'chance'],
    [{ closeDate: '2026-02-30' }, 'closeDate'],
    [{ term: '1.5' }, 'term'],
    [{ term: '0' }, 'term'],
  ] as const)('%j changes nothing and is named', (wish, field) => {
    const bounds = boundsFor(READING, recorded(READING).sights.odds.won);
    if (bounds === null) throw new Error('no bounds');
    expect(read({ ...NOTHING, ...wish }, bounds, READING)).toEqual({ supposition: {}, won: null, unread: [field] });
  });

  test('a deal that has ended has no what-if', () => {
    const won = withDeal({ outcome: 'won' });
    expect(supposedView(won, { supposition: {}, won: 1, unread: [] }, paySight, null)).toBeNull();
  });

  test('an amount that is hidden can be supposed, in the money of the goal', () => {
    const hidden = withDeal({ amount: missing('hidden') });
    const { bounds, view } = supposed({ amount: '12700' }, hidden);
    expect([bounds.amount, bounds.currency]).toEqual([null, 'USD']);
    expect(shown(view.sights.pay.known ? view.sights.pay.now : null)).toBe('$889');
  });
});

describe('side by side', () => {
  test('the record, 25,000 now, and the same in the next period', () => {
    const a = supposed({ amount: '25000' });
    const b = supposed({ amount: '25000', closeDate: '2027-01-20' });
    const rows = compared([a.own, a.view, b.view]).map(({ name, answers }) => [
      spoken.say(name),
      ...answers.map(shown),
    ]);
    const later = 'Supposed to close after the period: it counts nothing in it.';
    expect(Object.fromEntries(rows.map(([name, ...cells]) => [name, cells]))).toMatchObject({
      Pays: ['$889', '$4,570', '$1,000'],
      'Attainment with it': ['94%', '107%', later],
      // 3,794 so far.
      'Pay of the period': ['$4,683', '$8,364', '$3,794'],
    });
  });

  test('where there is no plan every cell of pay says so', () => {
    const reading: Reading = { ...READING, plan: missing('not-recorded') };
    const [pays] = compared([supposed({ closeDate: civilDate('2026-12-01') }, reading).view]);
    expect(shown(pays?.answers[0])).toMatch(/^No comp plan is switched on/);
  });
});
