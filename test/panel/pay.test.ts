import { describe, expect, test } from 'vitest';
import type { Odds } from '../../src/core/goals/chance/open-bets';
import { civilDate } from '../../src/core/value/civil-date';
import { type Answer, isExplained, unanswered } from '../../src/core/value/explained';
import { given, ifGiven } from '../../src/core/value/known';
import { moneyOf } from '../../src/core/value/money';
import { phrase, shareFigure } from '../../src/core/value/phrase';
import type { Reading } from '../../src/messages/reading';
import { goalSight } from '../../src/panel/view/goal/sight';
import { paySectionView } from '../../src/panel/view/pay/section-view';
import { paySight } from '../../src/panel/view/pay/sight';
import { pointName } from '../../src/panel/view/pay/tier-words';
import { payTile } from '../../src/panel/view/pay/tile';
import type { Line } from '../../src/ui/language/line';
import { english } from '../ui/english';
import { PLAN } from './plan';
import { BOOK, DOSSIER, NOW, READING, REF } from './readings';

const spoken = english.on({ today: READING.today, zone: READING.zone });
const said = (line: Line | null | undefined) => (line ? spoken.say(line.phrase) : '');
const SOURCE = { kind: 'crm', field: 'test' } as const;

/** Chances by deal; deals that are left out have none. */
const ODDS = (chances: Readonly<Record<string, number>>): Odds =>
  new Map(Object.entries(chances).map(([id, won]) => [id, { won }]));

function paid(odds: Odds, reading: Reading = READING) {
  const goal = goalSight(reading, REF.id, { ofBook: odds, booked: [] });
  const sight = paySight(reading, PLAN, DOSSIER, {
    standing: goal.known ? goal.standing : null,
    odds,
    noOdds: odds.size === 0 ? unanswered('not-yet-read', phrase('panel_norms_learning')) : null,
  });
  const section = paySectionView(sight, 'open');
  if (section === null) throw new Error('no section');
  const worth = section.worth.map(({ name, answer }) => [
    spoken.say(name),
    isExplained(answer) ? spoken.show(answer.figure) : spoken.say(answer.because),
  ]);
  return { tile: payTile(sight, 'open'), section, worth: Object.fromEntries(worth) as Record<string, string> };
}

// 79,400 credited of 98,000; tiers of 4, 7, 12 and 15 % from 58,800, 98,000 and 127,400; 2,500 at the quota. The deal is 12,700.
describe('what the deal is worth', () => {
  test('expected is the average over what the others bring, not the pay of the average', () => {
    // Only Isdom (7,900) has a chance, a half. With it: 10,700 x 7 % + 2,000 x 12 % + 2,500 = 3,489; without it 889.
    const { worth, tile } = paid(ODDS({ '006O1': 0.5 }));
    expect(worth['If it is the next deal won']).toBe('$889');
    expect(worth['On average over what the others may bring']).toBe('$2,189');
    expect(said(tile.lines[0])).toBe('on average $2,189');
    expect(said(tile.lines[1])).toBe('as the last deal $1,905');
    expect(said(tile.lines[2])).toBe('then $5,900 to the 12% tier');
  });

  test('last in: after 64,500 of other commits the whole deal lies in the tier of 15 %', () => {
    expect(paid(ODDS({ '006O1': 0.5 })).worth['If it is the last deal won']).toBe('$1,905');
  });

  test('this period against next: 889 now, 4 % of 12,700 as the first deal of the next', () => {
    const { thisOrNext } = paid(ODDS({ '006O1': 0.5 })).section;
    const figure = (answer: Answer | undefined) =>
      answer !== undefined && isExplained(answer) ? spoken.show(answer.figure) : 'none';
    expect(thisOrNext?.sides.map(({ answer }) => figure(answer))).toEqual(['$889', '$508']);
    expect(thisOrNext?.sides.map(({ share }) => share)).toEqual([1, 508 / 889]);
    expect(figure(thisOrNext?.difference)).toBe('$381');
  });

  test('the goal: 18,600 to go is reached without it when Zathunicon comes, with it when any of three comes', () => {
    // 20 % without it; 1 - 0.5 x 0.7 x 0.8 = 72 % with it.
    const { worth } = paid(ODDS({ [REF.id]: 0.4, '006O1': 0.5, '006O3': 0.3, '006O4': 0.2 }));
    expect(worth['What it adds to the chance of the goal']).toBe('+52 pts');
  });

  test('without odds nothing is averaged', () => {
    const { worth, tile } = paid(ODDS({}));
    expect(worth['On average over what the others may bring']).toBe('What is usual here is still being learned.');
    expect(said(tile.lines[0])).toBe('as the last deal $1,905');
  });
});

describe('the edge of a period', () => {
  const due = (closeDate: string) => {
    const open = (ifGiven(BOOK.open) ?? []).map((deal) =>
      deal.opportunity.id === REF.id
        ? { ...deal, opportunity: { ...deal.opportunity, closeDate: given(civilDate(closeDate), SOURCE, NOW) } }
        : deal,
    );
    const { edges } = paid(ODDS({}), {
      ...READING,
      book: given({ ...BOOK, open: given(open, SOURCE, NOW) }, SOURCE, NOW),
    }).section;
    return edges.map((edge) => (isExplained(edge) ? spoken.show(edge.figure) : ''));
  };

  test('a date four days before its end is worth the 381 between this period and the next', () => {
    expect(due('2026-12-28')).toEqual(['This date is worth $381 to the owner']);
  });

  test('two weeks before its end nothing is said', () => {
    expect(due('2026-12-18')).toEqual([]);
  });
});

describe('the way up', () => {
  test('names every point ahead with what is to go from today', () => {
    const { ahead } = paid(ODDS({})).section;
    expect(
      ahead.flatMap(({ steps }) =>
        steps.map(({ name, toGo }) => [spoken.say(name), isExplained(toGo) ? spoken.show(toGo.figure) : '']),
      ),
    ).toEqual([
      ['the 12% tier', '$18,600'],
      ['the 15% tier', '$48,000'],
      ['the bonus of $2,500', '$18,600'],
    ]);
  });

  test('is over for a component that is maxed', () => {
    const won = (ifGiven(BOOK.won) ?? []).flatMap((deal) => [
      deal,
      { ...deal, opportunity: { ...deal.opportunity, id: `${deal.opportunity.id}b` } },
    ]);
    // Twice 79,400 is 158,800, beyond all tiers.
    const { section, tile } = paid(ODDS({}), {
      ...READING,
      book: given({ ...BOOK, won: given(won, SOURCE, NOW) }, SOURCE, NOW),
    });
    expect(section.ahead.map(({ steps }) => steps)).toEqual([[], []]);
    expect(said(tile.lines.at(-1))).toBe("the plan's highest tier is reached");
  });

  test('a point that has no words of its own is still a point', () => {
    expect(spoken.say(pointName(phrase('pay_point_rate', shareFigure(0.07))))).toBe('the 7% tier');
    expect(spoken.say(pointName(phrase('pay_plan_language')))).toBe('the next point of the plan');
  });
});

describe('deals that close the gap', () => {
  test('minimal sets by their joint chance, with pay and tier', () => {
    // 18,600 to go. Zathunicon 21,000 alone; this deal and Isdom 20,600; this deal and Betasoloin 22,100; 17,300 is short.
    const { sets, none, reach } = paid(ODDS({ [REF.id]: 0.4, '006O1': 0.5, '006O3': 0.3, '006O4': 0.2 })).section
      .closing;
    expect(none).toBeNull();
    expect(
      sets.map(({ deals, chance, pays }) => [
        [...deals].sort(),
        isExplained(chance) ? spoken.show(chance.figure) : '',
        isExplained(pays) ? spoken.show(pays.figure) : '',
      ]),
    ).toEqual([
      // 2,352 + 2,744 + 2,400 x 12 % + 2,500
      [['Zathunicon'], '20%', '$7,884'],
      [['Isdom renewal', 'Sonron: GTX Pro rollout, 40 seats'], '20%', '$7,836'],
      [['Betasoloin', 'Sonron: GTX Pro rollout, 40 seats'], '12%', '$8,016'],
    ]);
    // Tier and bonus begin at one point; the plan names the bonus last. All three reach it, so it is said once.
    expect(said(reach)).toBe('Each of these reaches the bonus of $2,500.');
    expect(sets.map(({ leads }) => said(leads))).toEqual([
      'comes to $100,400',
      'comes to $100,000',
      'comes to $101,500',
    ]);
  });

  test('sets that reach different points of the plan say so each for itself', () => {
    // Zathunicon of 60,000 takes 79,400 to 139,400: beyond 127,400, where 15 % begin.
    const open = (ifGiven(BOOK.open) ?? []).map((deal) =>
      deal.opportunity.name !== 'Zathunicon'
        ? deal
        : {
            ...deal,
            opportunity: { ...deal.opportunity, amount: given(moneyOf(60_000, 'USD'), SOURCE, NOW) },
            credit: { ...deal.credit, amount: given(moneyOf(60_000, 'USD'), SOURCE, NOW) },
          },
    );
    const { sets, reach } = paid(ODDS({ [REF.id]: 0.4, '006O1': 0.5, '006O4': 0.3 }), {
      ...READING,
      book: given({ ...BOOK, open: given(open, SOURCE, NOW) }, SOURCE, NOW),
    }).section.closing;
    expect(reach).toBeNull();
    expect(sets.map(({ leads }) => said(leads))).toEqual([
      'comes to $139,400 and reaches the 15% tier',
      'comes to $100,000 and reaches the bonus of $2,500',
    ]);
  });

  test('a set of very many deals is said as such, not listed', () => {
    // Twelve deals of 1,600 make 19,200; eleven make 17,600 and leave a gap of 18,600 open.
    const [like] = ifGiven(BOOK.open) ?? [];
    if (like === undefined) throw new Error('no deal');
    const amount = given(moneyOf(1_600, 'USD'), SOURCE, NOW);
    const open = Array.from({ length: 12 }, (_, n) => ({
      ...like,
      opportunity: { ...like.opportunity, id: `006S${n}`, amount },
      credit: { ...like.credit, opportunityId: `006S${n}`, amount },
    }));
    const odds = ODDS(Object.fromEntries(open.map(({ opportunity: { id } }) => [id, 0.5])));
    const { sets, none } = paid(odds, {
      ...READING,
      book: given({ ...BOOK, open: given(open, SOURCE, NOW) }, SOURCE, NOW),
    }).section.closing;
    expect(sets).toEqual([]);
    expect(said(none)).toBe('No few deals close the gap: the likeliest set has 12.');
  });

  test('none: said in words, never an empty table', () => {
    const { sets, none } = paid(ODDS({ '006O1': 0.5 })).section.closing;
    expect(sets).toEqual([]);
    expect(said(none)).toMatch(/^No open deals with a chance/);
    expect(said(paid(ODDS({})).section.closing.none)).toBe('What is usual here is still being learned.');
  });
});
