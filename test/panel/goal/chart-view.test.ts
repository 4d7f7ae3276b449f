import { describe, expect, test } from 'vitest';
import type { Odds } from '../../../src/core/goals/chance/open-bets';
import { civilDate } from '../../../src/core/value/civil-date';
import { type Answer, explained, isExplained, unanswered } from '../../../src/core/value/explained';
import { given, missing } from '../../../src/core/value/known';
import { phrase, probabilityFigure } from '../../../src/core/value/phrase';
import { paceChartView } from '../../../src/panel/view/goal/chart-view';
import { ghostOf } from '../../../src/panel/view/goal/ghost';
import { goalSight } from '../../../src/panel/view/goal/sight';
import { english } from '../../ui/english';
import { BOOK, NOW, OPPORTUNITY, READING, REF } from '../readings';

const SOURCE = { kind: 'crm', field: 'test' } as const;
const spoken = english.on({ today: READING.today, zone: READING.zone });
const shown = (answer: Answer | null) =>
  answer === null ? null : isExplained(answer) ? spoken.show(answer.figure) : spoken.say(answer.because);
const UNKNOWN = unanswered('not-yet-read', phrase('panel_norms_learning'));

function standing(odds: Odds = new Map(), book = BOOK) {
  const sight = goalSight({ ...READING, book: given(book, SOURCE, NOW) }, REF.id, { ofBook: odds, booked: [] });
  if (!sight.known) throw new Error('no goal');
  return sight;
}

// Won: 4,000 on 6 October, 9,000 on the 14th, 9,000 on the 24th, 24,000 on 7 November, 33,400 on the 21st. Quota 98,000.
describe('the table behind the pace chart', () => {
  const chart = paceChartView(standing().standing, null);
  const rows = (chart?.byDay ?? []).map(({ on, booked, usual }) => [on, shown(booked), shown(usual)]);

  test('says week by week what is booked, up to today, and what an even pace would be', () => {
    expect(rows.slice(0, 3)).toEqual([
      ['2026-10-07', '4%', '8%'],
      ['2026-10-14', '13%', '15%'],
      ['2026-10-21', '13%', '23%'],
    ]);
    // 79,400 of 98,000 on day 55 of 92.
    expect(rows.find(([on]) => on === '2026-11-24')).toEqual(['2026-11-24', '81%', '60%']);
    expect(rows.at(-1)).toEqual(['2026-12-31', null, '100%']);
    expect(rows.filter(([on, booked]) => String(on) > READING.today && booked !== null)).toEqual([]);
  });

  test('what is usual by now is read off at today, as the table does', () => {
    const now = chart?.byDay.find(({ on }) => on === READING.today)?.usual;
    const drawn = chart?.usual.find(({ at }) => at === chart.today);
    expect(drawn?.share).toBe(now && isExplained(now) ? now.value : undefined);
    // Day 55 of 92.
    expect(drawn?.share).toBeCloseTo(55 / 92, 12);
  });

  test('every share is what came since the line before it, deal by deal', () => {
    const second = chart?.byDay[1]?.booked;
    const terms = second != null && isExplained(second) ? second.terms : [];
    expect(terms.map(({ name, of }) => [spoken.say(name), shown(of)])).toEqual([
      ['Booked before', '4%'],
      ['Bubba Gump expansion', '$9,000'],
      ['Quota', '$98,000'],
    ]);
  });

  test('a year goes by months', () => {
    const period = {
      label: '2026',
      kind: 'year',
      start: civilDate('2026-01-01'),
      end: civilDate('2027-01-01'),
    } as const;
    const goals = given(
      [
        {
          id: 'q',
          measure: { id: 'bookings', name: 'Bookings', unit: 'money', filter: [] },
          target: given({ unit: 'money', amount: { minor: 98_000_00, currency: 'USD' } } as never, SOURCE, NOW),
          period,
          ownerId: BOOK.rep.id,
          leads: false,
        } as const,
      ],
      SOURCE,
      NOW,
    );
    const view = paceChartView(standing(new Map(), { ...BOOK, period, goals }).standing, null);
    expect(view?.byDay.map(({ on }) => on)).toEqual([
      ...['01-31', '02-28', '03-31', '04-30', '05-31', '06-30', '07-31', '08-31', '09-30', '10-31'].map(
        (d) => `2026-${d}`,
      ),
      '2026-11-24',
      '2026-11-30',
      '2026-12-31',
    ]);
  });

  test('without a quota there is no chart, and without odds no landing', () => {
    expect(chart?.landing).toBeNull();
    expect(chart?.ends).toEqual([]);
    expect(() => standing(new Map(), { ...BOOK, goals: missing('feature-off') })).toThrow('no goal');
  });

  test('the landing: one deal of 21,000 with an even chance ends the period at 79,400 or 100,400', () => {
    const view = paceChartView(standing(new Map([['006O4', { won: 0.5 }]])).standing, null);
    expect(view?.ends.map(({ answer }) => shown(answer))).toEqual(['$79,400', '$79,400', '$100,400']);
    expect(view?.landing?.high).toBeCloseTo(100_400 / 98_000, 12);
  });
});

describe('the ghost of a deal of 12,700, due on 18 December', () => {
  const chance = explained(0.4, probabilityFigure(0.4), phrase('deal_odds_end_rule'));
  const deal = OPPORTUNITY;

  test('won, weighed by its chance, and slipped', () => {
    const ghost = ghostOf(standing(), deal, chance);
    expect([ghost?.won, ghost?.expected, ghost?.slips].map((each) => shown(each ?? null))).toEqual([
      '94%',
      '86%',
      '81%',
    ]);
    // 18 December is day 79 of 92.
    expect(ghost?.at).toBeCloseTo(79 / 92, 12);
    // 79,400 + 0.4 x 12,700
    expect(ghost?.expected?.value).toBeCloseTo(84_480 / 98_000, 12);
  });

  test('an unknown chance weighs nothing', () => {
    expect(ghostOf(standing(), deal, UNKNOWN)?.expected).toBeNull();
  });

  test('a deal that is overdue may still come today; one that is due later has no ghost here', () => {
    const due = (on: string) => ({ ...deal, closeDate: given(civilDate(on), SOURCE, NOW) });
    expect(ghostOf(standing(), due('2026-11-01'), chance)?.at).toBeCloseTo(55 / 92, 12);
    expect(ghostOf(standing(), due('2027-01-01'), chance)).toBeNull();
    expect(ghostOf(standing(), { ...deal, outcome: 'lost' }, chance)).toBeNull();
  });
});
