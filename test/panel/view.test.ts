import { describe, expect, test } from 'vitest';
import { emptyLesson, take } from '../../src/core/deal/norms/lesson';
import { summarise } from '../../src/core/deal/norms/summary/summarise';
import type { Target } from '../../src/core/model/goal';
import { addDays, civilDate } from '../../src/core/value/civil-date';
import { type Answer, isExplained } from '../../src/core/value/explained';
import { parseInstant } from '../../src/core/value/instant';
import { given, ifGiven, missing } from '../../src/core/value/known';
import { moneyOf } from '../../src/core/value/money';
import type { Reading } from '../../src/messages/reading';
import { dealRoomView } from '../../src/panel/view/deal-room-view';
import { type PaceWord, paceWord } from '../../src/panel/view/goal/sight';
import { moneyRoomView } from '../../src/panel/view/money-room-view';
import { planName, planVersion } from '../../src/panel/view/pay/plan-words';
import { paySight } from '../../src/panel/view/pay/sight';
import { whose } from '../../src/panel/view/whose';
import type { Line } from '../../src/ui/language/line';
import { madeUpClosed } from '../core/deal/norms/closed-deals';
import { english } from '../ui/english';
import { panelView } from './panel-view';
import { PLAN } from './plan';
import { BOOK, DOSSIER, NOW, OPPORTUNITY, READING, REP, withDeal } from './readings';
import { STATES } from './states';

const SOURCE = { kind: 'crm', field: 'test' } as const;
const spoken = english.on({ today: READING.today, zone: READING.zone });
const said = (line: Line | undefined) => (line === undefined ? '' : spoken.say(line.phrase));
const shown = (answer: Answer | undefined) =>
  answer === undefined ? 'nothing' : isExplained(answer) ? spoken.show(answer.figure) : spoken.say(answer.because);

function viewed(reading: Reading) {
  const view = panelView(reading, { payRoom: paySight });
  if (view === null) throw new Error('no view');
  const [goal, pay, real, lacks] = view.tiles;
  if (!goal || !pay || !real || !lacks) throw new Error('four tiles');
  return {
    view,
    rooms: { ...moneyRoomView(view.sights), ...dealRoomView(reading, view.sights, null) },
    goal,
    pay,
    real,
    lacks,
    sentences: view.summary.map(said),
  };
}

const withBook = (change: Partial<typeof BOOK>): Reading => ({
  ...READING,
  book: given({ ...BOOK, ...change }, SOURCE, NOW),
});

describe('a rep at 79,400 of 98,000 on day 55 of 92, with a deal of 12,700 on the screen', () => {
  const { view, rooms, goal, pay, sentences } = viewed(READING);

  test('goal: 81 %, 18,600 to go, 37 days; with the deal 94 %', () => {
    expect(shown(goal.big?.answer)).toBe('81%');
    expect(said(goal.lines[0])).toBe('$18,600 to go · 37 days');
    expect(view.attained).toBeCloseTo(79_400 / 98_000, 12);
    expect(goal.graphic).toMatchObject({ kind: 'bar', ahead: 92_100 / 98_000 });
  });

  test('the goal’s tile and the deal’s section count the same days', () => {
    const [left] = rooms.real?.clocks ?? [];
    expect(shown(left?.answer)).toBe('37 days');
  });

  test('pay: 7 % of 12,700 is 889; then 98,000 - 92,100 = 5,900 to the tier of 12 %', () => {
    expect(shown(pay.big?.answer)).toBe('$889');
    expect(pay.lines.map(said)).toEqual(['as the last deal $1,905', 'then $5,900 to the 12% tier']);
  });

  test('the ladder: 4 % of 58,800 and 7 % of 20,600', () => {
    const rungs = rooms.pay?.ladders[0]?.rungs ?? [];
    expect(rungs.map(({ place, earned }) => [place, earned === null ? null : shown(earned)])).toEqual([
      ['past', '$2,352'],
      ['here', '$1,442'],
      ['ahead', null],
      ['ahead', null],
    ]);
  });

  test('two sentences: goal and pay, then what is real and what is missing', () => {
    expect(sentences).toEqual([
      'You are ahead of an even pace; this deal alone makes it 94% and pays $889, which leaves $5,900 to the next tier.',
      "The buyer's last act is 18 days old, and nobody is named as economic buyer.",
    ]);
  });

  test('every number of the sentences can be opened', () => {
    const openable = (line: Line): boolean =>
      line.phrase.figures.every((figure, place) => {
        const behind = line.behind[place];
        if (figure.unit === 'phrase') return behind === undefined || !('behind' in behind) || openable(behind);
        return figure.unit === 'text' || behind !== undefined;
      });
    expect(view.summary.every(openable)).toBe(true);
  });
});

describe('whose deal it is', () => {
  test('the viewer’s own, somebody else’s, nobody’s that is known', () => {
    expect(whose(READING)).toEqual({ who: 'you' });
    expect(whose({ ...READING, viewer: given({ id: '005M', name: 'M' }, SOURCE, NOW) })).toEqual({
      who: 'rep',
      name: REP.name,
    });
    expect(whose({ ...READING, viewer: missing('not-yet-read') })).toEqual({ who: 'rep', name: REP.name });
    expect(whose({ ...withDeal({ owner: missing('hidden') }), book: missing('hidden') })).toEqual({ who: 'unknown' });
  });

  test('a manager reads the rep’s name and never "you"', () => {
    const { sentences } = viewed({ ...READING, viewer: given({ id: '005M', name: 'M' }, SOURCE, NOW) });
    expect(sentences[0]).toMatch(/^Cecily Lampkin is ahead of an even pace; this deal alone makes it 94%/);
  });
});

describe('pace in a word', () => {
  const standing = (attained: number, points: number) =>
    ({
      clock: { calendar: { gone: 55 } },
      attainment: { value: attained },
      pace: { value: { points, state: points > 0.005 ? 'ahead' : points < -0.005 ? 'behind' : 'on' } },
    }) as unknown as Parameters<typeof paceWord>[0];

  test.each<[number, number, PaceWord]>([
    [1, -0.2, 'made'],
    [0.5, 0.006, 'ahead'],
    [0.5, 0, 'on'],
    [0.5, -0.04, 'just-behind'],
    [0.5, -0.1, 'behind'],
  ])('%f attained, %f points: %s', (attained, points, word) => {
    expect(paceWord(standing(attained, points))).toBe(word);
  });
});

describe('when something is not there', () => {
  test('no plan: the tile says so and offers the options; goal and the rest stand', () => {
    const { pay, goal, rooms } = viewed({ ...READING, plan: missing('not-recorded') });
    expect(pay.offersOptions).not.toBeNull();
    expect(said(pay.lines[0])).toMatch(/^No comp plan is switched on/);
    expect(shown(goal.big?.answer)).toBe('81%');
    expect(rooms.pay).toBeNull();
  });

  test('no quota: never 0 %, never infinity', () => {
    const { goal, view, sentences } = viewed(withBook({ goals: given([], SOURCE, NOW) }));
    expect(said(goal.lines[0])).toMatch(/^No quota is set/);
    expect(goal.big).toBeNull();
    expect(view.attained).toBeNull();
    expect(sentences.join(' ')).not.toMatch(/%|∞|NaN/);
    expect(sentences[0]).toBe('There is no quota to measure against.');
  });

  test('a plan that needs a quota pays an unknown sum without one, never $0', () => {
    const { pay, rooms } = viewed(withBook({ goals: given([], SOURCE, NOW) }));
    expect(pay.big).toBeNull();
    expect(said(pay.lines[0])).toMatch(/^No quota is set for/);
    expect(rooms.pay?.statement.every(({ answer }) => !isExplained(answer))).toBe(true);
  });

  test("a territory's quota is no goal of the rep's: beside a quota of their own it is told, alone it is the reason why", () => {
    const beside = viewed(withBook({ territoryQuotas: 2 })).rooms.goal?.notes.map(said);
    expect(beside).toContain('2 quotas of territories are on record as well: they are in no goal here.');
    expect(viewed(READING).rooms.goal?.notes.map(said).join()).not.toMatch(/territor/);
    const { goal, sentences } = viewed(withBook({ goals: given([], SOURCE, NOW), territoryQuotas: 1 }));
    expect(said(goal.lines[0])).toMatch(/^The quota on record belongs to a territory, not to this rep/);
    expect(sentences[0]).toBe('There is no quota to measure against.');
  });

  test('a quota of 0 is no quota', () => {
    const goals = given(
      [
        {
          id: 'q',
          measure: { id: 'bookings', name: 'Bookings', unit: 'money', filter: [] },
          target: given<Target>({ unit: 'money', amount: moneyOf(0, 'USD') }, SOURCE, NOW),
          period: BOOK.period,
          ownerId: REP.id,
          leads: false,
        } as const,
      ],
      SOURCE,
      NOW,
    );
    expect(viewed(withBook({ goals })).goal.big).toBeNull();
  });

  test('a worth of which nothing is known says why once, not row by row', () => {
    const { pay } = viewed(withBook({ goals: given([], SOURCE, NOW) })).rooms;
    expect(pay?.worth).toEqual([]);
    expect(said(pay?.noWorth ?? undefined)).toBe('No quota is set for bookings, so there is no attainment.');
    expect(viewed(READING).rooms.pay).toMatchObject({ noWorth: null });
  });

  test('what nothing was worked out by is not named in the footing, and there is nothing to copy of a statement without a line', () => {
    expect(said(viewed(READING).view.footing)).toBe('Estimate under Account executive plan, v3 · inputs as of 9:02 AM');
    expect(said(viewed({ ...READING, book: missing('hidden') }).view.footing)).toBe('Inputs as of 9:02 AM');
    expect(viewed(READING).rooms.pay?.disputeNote).not.toBeNull();
    expect(viewed(withBook({ goals: given([], SOURCE, NOW) })).rooms.pay?.disputeNote).toBeNull();
  });

  test('the book hidden: goal and pay say why, evidence stands', () => {
    const { goal, pay, real } = viewed({ ...READING, book: missing('hidden') });
    expect(said(goal.lines[0])).toMatch(/permissions hide/);
    expect(said(pay.lines[0])).toMatch(/permissions hide/);
    expect(real.chip).not.toBeNull();
  });

  test('a plan of another period, or of another time, is not applied', () => {
    const yearly: Reading = { ...READING, plan: given({ ...PLAN, period: 'year' }, SOURCE, NOW) };
    expect(said(viewed(yearly).pay.lines[0])).toMatch(/another period/);
    const later: Reading = { ...READING, plan: given({ ...PLAN, effective: { from: '2027-01-01' } }, SOURCE, NOW) };
    expect(said(viewed(later).pay.lines[0])).toMatch(/does not apply yet/);
    const over: Reading = {
      ...READING,
      plan: given({ ...PLAN, effective: { from: '2025-01-01', to: '2026-01-01' } }, SOURCE, NOW),
    };
    expect(said(viewed(over).pay.lines[0])).toMatch(/no longer applies/);
  });

  test.each([
    ['not-yet-read', 'What is usual here is still being learned.'],
    ['too-few', 'Too few closed deals to learn the odds from yet.'],
    ['hidden', 'Your permissions hide the closed deals that odds are learned from.'],
  ] as const)('norms %s: no chance is made up, and the tile says why', (reason, why) => {
    const { real, rooms } = viewed({ ...READING, norms: missing(reason) });
    expect(real.big).toBeNull();
    expect(real.graphic).toBeNull();
    expect(said(real.lines[0])).toBe(why);
    expect(rooms.real?.outcomes).toEqual([]);
  });

  test('hidden fields are named hidden, never missing', () => {
    const { lacks } = viewed(withDeal({ amount: missing('hidden') }, { committee: missing('hidden') }));
    const hidden = lacks.marks.filter(({ line }) => /^Hidden: /.test(said(line)));
    expect(hidden.length).toBeGreaterThan(0);
    expect(hidden.every(({ tone }) => tone === 'plain')).toBe(true);
  });

  test('acts that are hidden are not known, and never said to be none', () => {
    const unseen = viewed(withDeal({}, { activities: missing('hidden') }));
    expect(unseen.sentences[1]).toMatch(/^What the buyer did is not known here, and /);
    expect(unseen.real.lines.map(said)).toContain('What the buyer did is not known');
    const norms = given(summarise(take(emptyLesson(), madeUpClosed(2_000, READING.today)), READING.today), SOURCE, NOW);
    const withOdds = viewed({ ...withDeal({}, { activities: missing('hidden') }), norms });
    expect(withOdds.sentences[1]).toMatch(/chance of being won in the period; what the buyer did is not known, and /);
  });
});

describe('a deal in a currency that nothing is known of', () => {
  const yen = STATES['other-currency']?.reading;
  if (yen == null) throw new Error('no reading');
  const { goal, pay, sentences } = viewed(yen);

  test('pays an unknown sum and adds an unknown share, never $0 and never nothing', () => {
    expect(pay.big).toBeNull();
    expect(said(pay.lines[0])).toBe('No rate is known for JPY, so nobody can tell what this deal pays.');
    expect(goal.graphic).toMatchObject({ kind: 'bar', ahead: undefined });
    expect(sentences[0]).toBe('You are ahead of the usual pace.');
  });
});

describe('the quota made', () => {
  const sure = withBook({
    won: given([...(ifGiven(BOOK.won) ?? []), wonDeal(30_000)], SOURCE, NOW),
  });

  test('says so, with what is over', () => {
    const { goal, sentences } = viewed(sure);
    // 79,400 + 30,000 - 98,000
    expect(said(goal.lines[0])).toBe('$11,400 over · 37 days');
    expect(said(goal.chip?.line)).toBe('made');
    expect(sentences[0]).toMatch(/^You have made your goal; /);
  });

  test('the next leg opens at once: 130 % of 98,000 less 122,100', () => {
    // 127,400 - (109,400 + 12,700)
    expect(said(viewed(sure).pay.lines.at(-1))).toBe('then $5,300 to the 15% tier');
  });
});

function wonDeal(amount: number) {
  return {
    opportunity: {
      ...OPPORTUNITY,
      id: '006W9',
      name: 'Late one',
      outcome: 'won' as const,
      amount: given(moneyOf(amount, 'USD'), SOURCE, NOW),
      closeDate: given(civilDate('2026-11-20'), SOURCE, NOW),
      products: missing('not-recorded'),
    },
    credit: {
      opportunityId: '006W9',
      repId: REP.id,
      amount: given(moneyOf(amount, 'USD'), SOURCE, NOW),
      share: 1,
      rule: 'owner' as const,
    },
    lastBuyerActOn: missing('not-recorded'),
  };
}

describe('the first day of a period', () => {
  test('nobody is behind: it begins', () => {
    const { goal, sentences } = viewed({
      ...withBook({ won: given([], SOURCE, NOW) }),
      today: civilDate('2026-10-01'),
    });
    expect(said(goal.chip?.line)).toBe('begins today');
    expect(shown(goal.big?.answer)).toBe('0%');
    expect(sentences[0]).toMatch(/^Q4 begins today; this deal alone makes it 13%/);
  });
});

describe('a deal that has ended', () => {
  test('won: what it paid, by the period with it and without it', () => {
    const id = '006W5';
    const won = {
      ...withDeal({ id, outcome: 'won', name: 'Cancity' }),
      dossier: given({ ...DOSSIER, opportunity: { ...OPPORTUNITY, id, outcome: 'won' as const } }, SOURCE, NOW),
    };
    const { pay, lacks, sentences } = viewed(won);
    // Of 33,400 the first 12,800 fill the tier of 4 % (46,000 to 58,800), 20,600 are paid 7 %: 512 + 1,442.
    expect(shown(pay.big?.answer)).toBe('$1,954');
    expect(lacks.marks).toEqual([]);
    expect(sentences).toEqual(['You are ahead of an even pace; this deal is won and paid $1,954.']);
  });

  test('lost: it pays nothing, and one sentence is enough', () => {
    const { pay, sentences } = viewed(withDeal({ outcome: 'lost' }));
    expect(said(pay.lines[0])).toBe('Lost: it pays nothing.');
    expect(sentences).toEqual(['You are ahead of an even pace; this deal is lost.']);
  });

  test('no section gives a worth to a deal that pays nothing, or of which nobody knows what it paid', () => {
    const { rooms: lost } = viewed(withDeal({ outcome: 'lost' }));
    expect(lost.pay?.worth).toEqual([]);
    expect(lost.shared?.sold.rows.map(({ pays }) => pays)).toEqual([null]);
    const { rooms: won } = viewed(withDeal({ outcome: 'won' }));
    expect(won.pay?.worth).toEqual([]);
    expect(said(won.pay?.noWorth ?? undefined)).toBe('This deal is not among the won deals of this period.');
    expect(won.shared?.sold.rows.map(({ pays }) => pays)).toEqual([null]);
  });
});

test('a reading without a deal has no view', () => {
  expect(panelView({ ...READING, dossier: missing('not-yet-read') }, { payRoom: null })).toBeNull();
});

describe('the buyer beside our stage', () => {
  const steps = (reading: Reading) =>
    viewed(reading).rooms.buyer?.process.steps.map(({ name, claimed, shown: seen, waiting, lag }) => [
      spoken.say(name),
      claimed === null ? null : shown(claimed),
      seen === null ? (waiting === null ? null : said(waiting)) : shown(seen),
      lag === null ? null : shown(lag),
    ]);

  test('when our stage claimed each step, and when an act of theirs showed it', () => {
    // Stages from 96, 58 and 20 days ago; first call 58 days ago, two of theirs in the demo 26 days ago, proposal opened 18 days ago.
    expect(steps(READING)?.map((row) => row.slice(1))).toEqual([
      ['Aug 20', 'Sep 27', '38 days later'],
      ['Nov 4', 'Oct 29', '6 days earlier'],
      ['Nov 4', 'Nov 6', '2 days later'],
      [null, null, null],
    ]);
  });

  test('a step that only we have claimed is waited for', () => {
    const silent = withDeal({}, { activities: given([], SOURCE, NOW) });
    expect(steps(silent)?.[0]?.slice(1)).toEqual(['Aug 20', null, '96 days so far']);
  });

  test('nothing is drawn where neither track is known', () => {
    const unseen = withDeal({}, { activities: missing('hidden'), history: missing('feature-off') });
    expect(steps(unseen)).toEqual([]);
  });
});

describe('what weighs most', () => {
  /** The first call only, so many days ago. */
  const lastActed = (days: number) => {
    const [first] = (ifGiven(DOSSIER.activities) ?? []).slice(-1);
    if (first === undefined) throw new Error('no act');
    const at = parseInstant(`${addDays(READING.today, -days)}T10:00:00Z`) ?? NOW;
    return withDeal({}, { activities: given([{ ...first, at }], SOURCE, NOW) });
  };

  test('a next step that nobody has written is said in the tile; one that is hidden is not', () => {
    expect(viewed(READING).real.lines.map(said)).toContain('Next step: none');
    expect(viewed(withDeal({ nextStep: missing('hidden') })).real.lines.map(said)).not.toContain('Next step: none');
  });

  test('long silence is named', () => {
    expect(viewed(lastActed(95)).sentences[1]).toMatch(/^The buyer has been silent for 95 days/);
    expect(viewed(lastActed(5)).sentences[1]).toMatch(/^The buyer's last act is 5 days old/);
  });

  test('no act at all is said in words, never with a dash', () => {
    const { real } = viewed(withDeal({}, { activities: given([], SOURCE, NOW) }));
    expect(real.lines.map(said)).toContain('No act of the buyer recorded');
  });

  test('older than every won deal has no number in its words, and the share behind them', () => {
    // Won deals of these norms closed after at most 177 days; this one is 96 days old, then 400.
    const norms = given(summarise(take(emptyLesson(), madeUpClosed(2_000, READING.today)), READING.today), SOURCE, NOW);
    const old = { ...withDeal({ createdOn: given(civilDate('2025-10-20'), SOURCE, NOW) }), norms };
    const { real } = viewed(old);
    expect(real.lines.map(said)).toContain('Older than every won deal');
    const behind = real.lines
      .flatMap(({ behind: of }) => of)
      .find((of) => of !== undefined && 'value' in of && of.value === 1);
    expect(behind).toBeDefined();
  });

  test('what moves the chance by nothing stands in one line, and every other row moves it', () => {
    const norms = given(summarise(take(emptyLesson(), madeUpClosed(2_000, READING.today)), READING.today), SOURCE, NOW);
    const real = viewed({ ...READING, norms }).rooms.real;
    expect(real?.contributions.length).toBeGreaterThan(0);
    expect(real?.contributions.map(({ answer }) => shown(answer))).not.toContain('0 pts');
    expect(said(real?.unmoved ?? undefined)).toMatch(/^No effect from: /);
  });
});

describe('the plan in words', () => {
  test('is called a plan once, and a bare number is a version', () => {
    const words = (name: string, version: string) => [
      spoken.show(planName({ name })),
      spoken.show(planVersion({ version })),
    ];
    expect(words('Account executive', '1')).toEqual(['Account executive plan', 'v1']);
    expect(words('Account executive plan', 'v3')).toEqual(['Account executive plan', 'v3']);
  });
});
