import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acceptedActs } from '../../../../src/core/deal/quotes/accepted-acts';
import type { ClaimKind, Learned } from '../../../../src/core/deal/said-and-shown/claim';
import { saidAndShown } from '../../../../src/core/deal/said-and-shown/said-and-shown';
import type { Dossier } from '../../../../src/core/model/dossier';
import type { Quote } from '../../../../src/core/model/quote';
import { addDays, civilDate } from '../../../../src/core/value/civil-date';
import { explained } from '../../../../src/core/value/explained';
import { type MissingReason, missing } from '../../../../src/core/value/known';
import { moneyOf } from '../../../../src/core/value/money';
import { phrase, textFigure } from '../../../../src/core/value/phrase';
import { act, anyActivities, CLOCK, daysAgo, deal, known, row, stage } from '../evidence/a-deal';
import { quote } from '../quotes/quotes';

const claim = (kind: ClaimKind, dossier: Dossier, learned: Learned = {}) => {
  const found = saidAndShown(dossier, CLOCK, learned).claims.find((one) => one.claim === kind)!;
  return { ...found, keys: found.shown.map(({ says }) => says.key) };
};
const acts = (...ago: number[]) => known(ago.map((days) => act({ at: daysAgo(days) })));
const usd = (amount: number) => known(moneyOf(amount, 'USD'));

describe('commit', () => {
  const commit = { forecastCategory: known('commit' as const) };

  it('with a buyer who was last heard of 61 days ago is contradicted', () => {
    const silent = deal({ ...commit, createdOn: known(civilDate('2026-01-01')) }, { activities: acts(61) });
    expect(claim('forecast', silent)).toMatchObject({ verdict: 'contradicted', keys: ['deal_shown_long_silence'] });
  });

  it('at exactly 60 days the silence is not yet long', () => {
    const quiet = deal({ ...commit, createdOn: known(civilDate('2026-01-01')) }, { activities: acts(60) });
    expect(claim('forecast', quiet).verdict).toBe('supported');
  });

  it('with a meeting last week is supported, and names the meeting', () => {
    const { verdict, shown } = claim(
      'forecast',
      deal(commit, { activities: known([act({ id: 'mtg', at: daysAgo(7) })]) }),
    );
    expect({ verdict, acts: shown[0]?.acts }).toEqual({ verdict: 'supported', acts: ['mtg'] });
  });

  it('past its close date is contradicted, meeting or not', () => {
    const overdue = deal({ ...commit, closeDate: known(civilDate('2026-06-14')) });
    expect(claim('forecast', overdue)).toMatchObject({
      verdict: 'contradicted',
      keys: ['deal_shown_forecast_overdue', 'deal_shown_last_act'],
    });
  });

  it('with nothing recorded is unsupported, not contradicted: mail may live outside the CRM', () => {
    expect(claim('forecast', deal(commit, { activities: known([]) }))).toMatchObject({
      verdict: 'unsupported',
      keys: ['deal_evidence_none'],
    });
  });
});

describe('a forecast that was raised', () => {
  const raised = (from: 'pipeline' | 'commit' | 'closed', to: 'commit' | 'most-likely' | 'best-case') =>
    known([row(daysAgo(40), { forecastCategory: known(from) }), row(daysAgo(20), { forecastCategory: known(to) })]);
  const told = (to: 'commit' | 'most-likely' | 'best-case', history: Dossier['history'], ago: number) =>
    claim('forecast', deal({ forecastCategory: known(to) }, { history, activities: acts(ago) })).keys.filter((key) =>
      key.startsWith('deal_shown_forecast_raised'),
    );

  it('with an act of the buyer between the change before and then is supported', () => {
    expect(told('commit', raised('pipeline', 'commit'), 30)).toEqual(['deal_shown_forecast_raised']);
    expect(told('most-likely', raised('pipeline', 'most-likely'), 20)).toEqual(['deal_shown_forecast_raised']);
  });

  it('without one is the rep alone: what the buyer did later, or before, did not raise it', () => {
    for (const ago of [10, 50]) {
      const dossier = deal(
        { forecastCategory: known('commit') },
        { history: raised('pipeline', 'commit'), activities: acts(ago) },
      );
      expect(claim('forecast', dossier)).toMatchObject({
        verdict: 'unsupported',
        keys: ['deal_shown_forecast_raised_alone', 'deal_shown_last_act'],
      });
    }
  });

  it('is told of confident categories only, of the one the deal is in, and never of one that was lowered', () => {
    expect(told('best-case', raised('pipeline', 'best-case'), 30)).toEqual([]);
    expect(told('commit', raised('pipeline', 'most-likely'), 30)).toEqual([]);
    expect(told('most-likely', raised('commit', 'most-likely'), 30)).toEqual([]);
    expect(told('commit', raised('closed', 'commit'), 30)).toEqual([]);
    expect(told('commit', missing('feature-off'), 30)).toEqual([]);
  });
});

describe('the other forecast categories', () => {
  it('pipeline and a silent buyer is unsupported: it claims little', () => {
    const quiet = { activities: acts(61) };
    const old = { createdOn: known(civilDate('2026-01-01')) };
    expect(claim('forecast', deal({ ...old, forecastCategory: known('pipeline') }, quiet)).verdict).toBe('unsupported');
    expect(claim('forecast', deal({ ...old, forecastCategory: known('omitted') }, quiet)).verdict).toBe('supported');
  });

  it('omitted, while the buyer is at it, is contradicted; so is closed, while the deal is open', () => {
    expect(claim('forecast', deal({ forecastCategory: known('omitted') })).verdict).toBe('contradicted');
    expect(claim('forecast', deal({ forecastCategory: known('closed') })).verdict).toBe('contradicted');
  });
});

describe('a stage', () => {
  const moved = known([row(daysAgo(50), { stage: known('Discover') }), row(daysAgo(20), { stage: known('Propose') })]);

  it('moved forward after an act of the buyer is supported', () => {
    expect(claim('stage', deal({}, { history: moved, activities: acts(30) }))).toMatchObject({
      verdict: 'supported',
      keys: ['deal_shown_stage_with_act'],
    });
  });

  it('moved forward with no act on the way is contradicted where other acts are recorded', () => {
    expect(claim('stage', deal({}, { history: moved, activities: acts(5, 55) }))).toMatchObject({
      verdict: 'contradicted',
      keys: ['deal_shown_stage_without_act'],
    });
  });

  it('and unsupported where none are: then the recording may be what is missing', () => {
    expect(claim('stage', deal({}, { history: moved, activities: acts() })).verdict).toBe('unsupported');
  });

  it('a mail that may belong to another deal does not support it', () => {
    const mail = act({ kind: 'email', by: 'buyer', at: daysAgo(30), tie: 'account', otherDeals: known(2) });
    const dossier = deal({}, { history: moved, activities: known([mail, act({ at: daysAgo(5) })]) });
    expect(claim('stage', dossier).verdict).toBe('contradicted');
  });

  it('a meeting logged on the day of the move counts as on the way', () => {
    const sameDay = known([act({ at: '2026-05-26T20:00:00.000Z' as never })]);
    expect(claim('stage', deal({}, { history: moved, activities: sameDay })).verdict).toBe('supported');
  });

  it('so does one on the day of the move before', () => {
    const before = known([act({ at: '2026-04-26T06:00:00.000Z' as never })]);
    expect(claim('stage', deal({}, { history: moved, activities: before })).verdict).toBe('supported');
  });

  it('entered lately is not stalled, however long the buyer has been silent', () => {
    const old = { createdOn: known(civilDate('2025-12-01')) };
    expect(claim('stage', deal(old, { history: moved, activities: acts(70) })).keys).toEqual([
      'deal_shown_stage_without_act',
    ]);
  });

  it('more than 60 days in one stage without an act of the customer is stalled', () => {
    const old = { createdOn: known(civilDate('2025-12-01')) };
    const long = known([
      row(daysAgo(150), { stage: known('Discover') }),
      row(daysAgo(80), { stage: known('Propose') }),
    ]);
    const stalled = deal(old, { history: long, activities: acts(90) });
    expect(claim('stage', stalled).keys).toEqual(['deal_shown_stage_stalled', 'deal_shown_stage_with_act']);
    expect(claim('stage', deal(old, { history: long, activities: acts(50, 90) })).verdict).toBe('supported');
  });
});

describe('an amount', () => {
  const raised = known([row(daysAgo(40), { amount: usd(30_000) }), row(daysAgo(20), { amount: usd(50_000) })]);

  it('raised without an act of the buyer is contradicted; after one it is supported', () => {
    expect(claim('amount', deal({}, { history: raised, activities: acts(5) })).verdict).toBe('contradicted');
    expect(claim('amount', deal({}, { history: raised, activities: acts(25) })).verdict).toBe('supported');
  });

  it('raised while nothing at all is recorded is unsupported', () => {
    expect(claim('amount', deal({}, { history: raised, activities: acts() })).verdict).toBe('unsupported');
  });

  it('below zero, or not what the products add up to, is contradicted', () => {
    expect(claim('amount', deal({ amount: usd(-1) })).keys).toContain('deal_shown_amount_negative');
    const line = (amount: ReturnType<typeof usd>) => ({
      id: '1',
      product: 'Seats',
      family: missing('not-recorded'),
      quantity: known(1),
      amount,
    });
    const lines = claim('amount', deal({ products: known([line(usd(20_000)), line(usd(20_000))]) }));
    expect(lines).toMatchObject({ verdict: 'contradicted', keys: ['deal_shown_amount_lines'] });
    const hidden = claim('amount', deal({ products: known([line(usd(20_000)), line(missing('hidden'))]) }));
    expect(hidden.keys).not.toContain('deal_shown_amount_lines');
  });

  it('a signed document supports it; without one, nothing stands behind it', () => {
    const signed = known([act({ kind: 'document', by: 'buyer' })]);
    expect(claim('amount', deal({}, { activities: signed })).verdict).toBe('supported');
    expect(claim('amount', deal()).verdict).toBe('unsupported');
  });
});

describe('an amount beside the quotes', () => {
  const beside = (quotes: readonly Quote[], blocks: Partial<Dossier> = {}) =>
    claim('amount', deal({}, { quotes: known(quotes), ...blocks }));
  const signed = { activities: known([act({ kind: 'document', by: 'buyer' })]) };

  it('that the quote in force does not come to is contradicted, and says by which quote', () => {
    const of = (but: Partial<Quote>) => beside([quote({ amount: usd(45_000), ...but })], signed);
    expect(of({})).toMatchObject({ verdict: 'contradicted' });
    expect(of({}).keys[0]).toBe('deal_shown_quote_latest_apart');
    expect(of({ primary: true }).keys[0]).toBe('deal_shown_quote_synced_apart');
    expect(of({ standing: known('accepted') }).keys[0]).toBe('deal_shown_quote_accepted_apart');
  });

  it('is not supported by a quote that comes to the same: we wrote it', () => {
    expect(beside([quote()])).toMatchObject({ verdict: 'unsupported', keys: ['deal_shown_quote_ours'] });
    expect(beside([quote()], signed)).toMatchObject({ verdict: 'supported', keys: ['deal_shown_amount_papers'] });
  });

  it('is not supported by a status either: that the buyer accepted is our word, until there is a day', () => {
    const accepted = quote({ standing: known('accepted') });
    expect(beside([accepted])).toMatchObject({ verdict: 'unsupported', keys: ['deal_shown_quote_accepted'] });
    const ordered = { ...accepted, acceptedOn: known(civilDate('2026-06-10')) };
    expect(beside([ordered], { activities: known(acceptedActs([ordered])) }).verdict).toBe('supported');
  });

  it('is contradicted by a quote in force that has expired, and by none that something newer took the place of', () => {
    const expired = quote({
      name: 'old',
      createdOn: known(civilDate('2026-05-01')),
      expires: known(civilDate('2026-06-14')),
    });
    expect(beside([expired], signed)).toMatchObject({ verdict: 'contradicted' });
    expect(beside([expired], signed).keys[0]).toBe('deal_shown_quote_expired');
    expect(beside([expired, quote()], signed).verdict).toBe('supported');
    expect(beside([{ ...expired, primary: true }, quote()], signed).verdict).toBe('contradicted');
  });

  it('is contradicted where the buyer turned every offer down, not where we took ours back', () => {
    expect(beside([quote({ standing: known('declined') })], signed).keys[0]).toBe('deal_shown_quote_declined');
    expect(beside([quote({ standing: known('withdrawn') })], signed).verdict).toBe('supported');
  });

  it('is left alone by quotes in another money, of a hidden amount, or that may not be seen', () => {
    const blind = [
      known([quote({ amount: known(moneyOf(5_000_000, 'JPY')) })]),
      known([quote({ amount: missing('hidden') })]),
      missing('hidden'),
      missing('feature-off'),
      known([]),
    ];
    for (const quotes of blind) expect(claim('amount', deal({}, { quotes, ...signed })).verdict).toBe('supported');
  });
});

describe('a close date', () => {
  it('that has passed is contradicted; today it has not', () => {
    expect(claim('close-date', deal({ closeDate: known(civilDate('2026-06-14')) }))).toMatchObject({
      verdict: 'contradicted',
      keys: ['deal_shown_close_passed'],
    });
    expect(claim('close-date', deal({ closeDate: known(civilDate('2026-06-15')) })).verdict).toBe('unsupported');
  });

  it('pushed by more than eight weeks in all is contradicted, by less it is unsupported', () => {
    const pushed = (to: string) =>
      known([
        row(daysAgo(50), { closeDate: known(civilDate('2026-05-20')) }),
        row(daysAgo(20), { closeDate: known(civilDate(to)) }),
      ]);
    expect(claim('close-date', deal({}, { history: pushed('2026-07-15') })).verdict).toBe('unsupported'); // 56 days
    expect(claim('close-date', deal({}, { history: pushed('2026-07-16') })).verdict).toBe('contradicted'); // 57 days
  });

  it('the buyer set a date before it: supported; after it: contradicted', () => {
    const set = (ahead: number) => known([act({ kind: 'date', by: 'buyer', planned: true, at: daysAgo(-ahead) })]);
    expect(claim('close-date', deal({}, { activities: set(30) })).verdict).toBe('supported');
    expect(claim('close-date', deal({}, { activities: set(31) })).verdict).toBe('contradicted');
  });

  it('sooner than nine of ten won deals of its kind and age managed is contradicted', () => {
    // Open for 60 days, due on day 90. Twenty won deals lived as long; one of them, or two, had closed by day 90.
    const won = (soon: number) => known([...Array<number>(soon).fill(85), ...Array<number>(20 - soon).fill(200), 5, 9]);
    const one = claim('close-date', deal(), { wonCycles: won(1) });
    expect(one).toMatchObject({ verdict: 'contradicted', keys: ['deal_shown_close_won'] });
    expect(one.shown[0]?.says.figures).toEqual([
      { unit: 'count', count: 1 },
      { unit: 'count', count: 20 },
    ]);
    expect(claim('close-date', deal(), { wonCycles: won(2) }).verdict).toBe('supported');
    const tomorrow = deal({ createdOn: known(civilDate('2026-06-16')) });
    expect(claim('close-date', tomorrow, { wonCycles: won(1) }).keys).not.toContain('deal_shown_close_won');
  });
});

describe('a next step', () => {
  it('that is empty is unsupported; that is hidden is unknown', () => {
    expect(claim('next-step', deal({ nextStep: missing('not-recorded') })).verdict).toBe('unsupported');
    expect(claim('next-step', deal({ nextStep: missing('hidden') })).verdict).toBe('unknown');
  });

  it('whose words stood still while the stage moved is contradicted', () => {
    const history = known([
      row(daysAgo(50), { stage: known('Qualify') }),
      row(daysAgo(30), { stage: known('Discover') }),
      row(daysAgo(10), { stage: known('Propose') }),
    ]);
    const stale = claim('next-step', deal({}, { history }));
    expect(stale.keys[0]).toBe('deal_shown_next_stale');
    expect(stale.shown[0]?.says.figures).toEqual([
      { unit: 'days', days: 50 },
      { unit: 'count', count: 2 },
    ]);
  });

  it('with a meeting agreed is supported by it', () => {
    const agreed = known([act({ id: 'next', planned: true, at: daysAgo(-4) })]);
    expect(claim('next-step', deal({}, { activities: agreed }))).toMatchObject({
      verdict: 'supported',
      shown: [{ acts: ['next'] }],
    });
  });
});

describe('something ahead', () => {
  it('that may belong to another deal, or is recorded as done, supports no next step', () => {
    for (const odd of [
      act({ planned: true, at: daysAgo(-4), tie: 'account', otherDeals: known(1) }),
      act({ planned: false, at: daysAgo(-4) }),
    ]) {
      expect(claim('next-step', deal({}, { activities: known([odd]) })).keys).toEqual(['deal_shown_next_no_act']);
    }
  });
});

describe('a probability', () => {
  const odds = explained({ low: 0.2, high: 0.4 }, textFigure(''), phrase('test'));

  it('is held against the band of the odds', () => {
    const of = (probability: number) => claim('probability', deal({ probability: known(probability) }), { odds });
    expect(of(0.9)).toMatchObject({ verdict: 'contradicted', keys: ['deal_shown_probability_high'] });
    expect(of(0.1)).toMatchObject({ verdict: 'contradicted', keys: ['deal_shown_probability_low'] });
    expect(of(0.4).verdict).toBe('supported');
  });

  it('without odds nobody can say', () => {
    expect(claim('probability', deal()).verdict).toBe('unknown');
  });
});

describe('the two columns', () => {
  it('put contradictions first', () => {
    const { claims } = saidAndShown(deal({ closeDate: known(civilDate('2026-06-01')) }), CLOCK);
    const order = ['contradicted', 'unsupported', 'unknown', 'supported'];
    expect(claims[0]).toMatchObject({ claim: 'close-date', verdict: 'contradicted' });
    expect(claims.map(({ verdict }) => order.indexOf(verdict))).toEqual(
      claims.map(({ verdict }) => order.indexOf(verdict)).sort((a, b) => a - b),
    );
  });

  it('keep the words of the record as they are, markup and script included', () => {
    const wording = '<img src=x onerror=alert(1)> إرسال العرض';
    expect(claim('next-step', deal({ nextStep: known(wording) })).said).toMatchObject({
      figure: { unit: 'text', text: wording },
    });
  });

  it('say nothing of a deal that has ended', () => {
    expect(saidAndShown(deal({ outcome: 'won' }), CLOCK).claims).toEqual([]);
  });

  it('with the activities hidden contradict nothing for want of an act', () => {
    const blind = deal({ forecastCategory: known('commit') }, { activities: missing('hidden') });
    expect(saidAndShown(blind, CLOCK).claims.map(({ verdict }) => verdict)).not.toContain('contradicted');
  });
});

describe('bad data changes no other claim', () => {
  it('a negative amount, an impossible probability, no close date, a hidden next step', () => {
    const sound = deal();
    const before = saidAndShown(sound, CLOCK);
    for (const [bad, kind] of [
      [{ amount: usd(-5) }, 'amount'],
      [{ probability: known(-3) }, 'probability'],
      [{ closeDate: missing('not-recorded') }, 'close-date'],
      [{ nextStep: missing('hidden') }, 'next-step'],
    ] as const) {
      const after = saidAndShown({ ...sound, opportunity: { ...sound.opportunity, ...bad } }, CLOCK);
      const others = after.claims.filter(({ claim: one }) => one !== kind);
      expect(others).toHaveLength(5);
      for (const other of others) expect(before.claims).toContainEqual(other);
      expect(after.standing).toEqual(before.standing);
    }
  });

  it('whatever is on the record, there is an answer', () => {
    const reason = fc.constantFrom<MissingReason>(
      'hidden',
      'feature-off',
      'not-recorded',
      'not-yet-read',
      'not-readable',
    );
    const maybe = <T>(value: fc.Arbitrary<T>) =>
      fc.oneof(
        value.map(known<T>),
        reason.map((why) => missing(why)),
      );
    const date = fc.integer({ min: -700_000, max: 2_900_000 }).map((days) => addDays(civilDate('1970-01-01'), days));
    const amount = fc.integer({ min: -1e12, max: 1e12 }).map((minor) => ({ ...moneyOf(0, 'USD'), minor }));
    const stages = fc.constantFrom('Qualify', 'Discover', 'Propose', 'Negotiate');
    const rows = fc.array(
      fc.record({
        ago: fc.integer({ min: -50, max: 3_000 }),
        stage: maybe(stages),
        closeDate: maybe(date),
        amount: maybe(amount),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(
        fc.record({
          closeDate: maybe(date),
          createdOn: maybe(date),
          amount: maybe(amount),
          probability: maybe(fc.double()),
          nextStep: maybe(fc.string()),
          stage: maybe(stages.map(stage)),
          forecastCategory: maybe(
            fc.constantFrom('pipeline', 'best-case', 'most-likely', 'commit', 'closed', 'omitted'),
          ),
        }),
        maybe(anyActivities),
        maybe(rows.map((all) => all.map(({ ago, ...but }) => row(daysAgo(ago), but)))),
        maybe(fc.array(fc.double({ noNaN: false }), { maxLength: 30 })),
        (opportunity, activities, history, wonCycles) => {
          const dossier = deal(opportunity as Partial<Dossier['opportunity']>, { activities, history });
          const { claims } = saidAndShown(dossier, CLOCK, { wonCycles });
          expect(claims).toHaveLength(6);
          for (const { shown, verdict } of claims) expect(shown[0]?.verdict).toBe(verdict);
        },
      ),
      { numRuns: 300 },
    );
  });
});
