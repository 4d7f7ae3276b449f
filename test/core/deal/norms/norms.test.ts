import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyNorms } from '../../../../src/core/deal/norms/empty';
import { addPage, emptyLesson, pageOf, take } from '../../../../src/core/deal/norms/lesson';
import { quantile } from '../../../../src/core/deal/norms/quantile';
import { summarise, summarising } from '../../../../src/core/deal/norms/summary/summarise';
import { tally } from '../../../../src/core/deal/norms/summary/tally';
import { bookedBefore, usualRoles, usualSilence, wonCycles } from '../../../../src/core/deal/norms/usual/usual';
import type { ClosedDeal } from '../../../../src/core/model/closed-deal';
import { addDays, civilDate } from '../../../../src/core/value/civil-date';
import { isExplained } from '../../../../src/core/value/explained';
import { ifGiven } from '../../../../src/core/value/known';
import { closed, dollars, known, madeUpClosed, roleSince, row } from './closed-deals';

const TODAY = civilDate('2026-11-20');
const learned = (...pages: readonly (readonly ClosedDeal[])[]) =>
  summarise(
    pages.reduce((lesson, page) => take(lesson, page), emptyLesson()),
    TODAY,
  );

describe('norms', () => {
  it('count wins by product, owner and team, each with its n', () => {
    const norms = learned([
      closed('1', { product: known('P'), teamId: known('west') }),
      closed('2', { product: known('P'), teamId: known('west'), outcome: 'lost' }),
      closed('3', { owner: { id: 'bob', name: 'Bob' }, outcome: 'no-decision' }),
    ]);
    expect(norms.all).toEqual({ won: 1, n: 3 });
    expect(norms.noDecision).toBe(1);
    expect(norms.byProduct).toEqual({ P: { won: 1, n: 2 } });
    expect(norms.byOwner.ann).toEqual({ won: 1, n: 2, team: 'west' });
    expect(norms.byOwner.bob).toEqual({ won: 0, n: 1, team: null });
    expect(norms.byTeam).toEqual({ west: { won: 1, n: 2 } });
  });

  it('know the stages a deal passed through, the days in each, and how often its date was pushed', () => {
    const history = known([
      row('2026-01-01', 'Discovery', '2026-01-20'),
      row('2026-01-11', 'Proposal', '2026-01-25'),
      row('2026-01-16', 'Proposal', '2026-01-31'),
      // The last day is the end of the deal, and no part of what was known before it.
      row('2026-01-31', 'Closed Won', '2026-01-31'),
    ]);
    const norms = learned([closed('1', { history })]);
    expect(norms.byStage).toEqual({ Discovery: { won: 1, n: 1 }, Proposal: { won: 1, n: 1 } });
    expect(norms.stageDays.Discovery?.won[10]).toBe(1);
    expect(norms.stageDays.Proposal?.won[20]).toBe(1);
    expect(norms.pushes.won[2]).toBe(1);
  });

  it('count a deal that is read again once, as it is now', () => {
    const norms = learned([closed('1'), closed('2')], [closed('1', { outcome: 'lost' })]);
    expect(norms.all).toEqual({ won: 1, n: 2 });
  });

  it('lose a deal that a later page says is gone, and have it again when it comes back', () => {
    const first = take(emptyLesson(), [closed('1'), closed('2')]);
    const gone = addPage(first, pageOf([], null, ['1', 'never-read']));
    expect(summarise(gone, TODAY).all).toEqual({ won: 1, n: 1 });
    const back = addPage(gone, pageOf([closed('1')]));
    expect(summarise(back, TODAY).all).toEqual({ won: 2, n: 2 });
  });

  it('are the same whatever pages the deals come in', () => {
    const deals = madeUpClosed(120, TODAY);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 120 }), (page) => {
        const pages = Array.from({ length: Math.ceil(120 / page) }, (_, n) => deals.slice(n * page, (n + 1) * page));
        expect(learned(...pages)).toEqual(learned(deals));
      }),
      { numRuns: 20 },
    );
  });

  it('are the same in slices as at once, and survive being stored', () => {
    const deals = madeUpClosed(2_000, TODAY);
    const lesson = take(emptyLesson(), deals, [[20_000, 3]]);
    const work = summarising(addPage(emptyLesson(), structuredClone(pageOf(deals, [[20_000, 3]]))), TODAY);
    let step = work.next();
    let breaths = 0;
    for (; !step.done; step = work.next()) breaths += 1;
    expect(breaths).toBeGreaterThan(10);
    expect(step.value).toEqual(summarise(lesson, TODAY));
    expect(structuredClone(JSON.parse(JSON.stringify(step.value)))).toEqual(step.value);
    expect(step.value.open).toBe(3);
  });

  it('of nobody are empty and say so', () => {
    const norms = emptyNorms(TODAY);
    expect(norms).toEqual(summarise(emptyLesson(), TODAY));
    expect(norms.all).toEqual({ won: 0, n: 0 });
    expect(wonCycles(norms)).toMatchObject({ missing: 'too-few' });
    expect(isExplained(usualSilence(norms))).toBe(false);
    expect(usualRoles(norms, undefined)).toBeUndefined();
  });
});

describe('bad records', () => {
  const good = madeUpClosed(80, TODAY);

  it('closed before they were created teach nothing', () => {
    const bad = closed('bad', { createdOn: civilDate('2026-03-01'), closedOn: civilDate('2026-02-01') });
    expect(learned([...good, bad])).toEqual({ ...learned(good), leftOut: 1 });
  });

  it('closed in the future have not happened', () => {
    expect(learned([...good, closed('bad', { closedOn: civilDate('2031-01-01') })])).toEqual(learned(good));
  });

  it('of a negative amount count, without the amount', () => {
    const bad = learned([...good, closed('bad', { amount: known(dollars(-5000)) })]);
    const none = learned([...good, closed('bad')]);
    expect(bad).toEqual(none);
  });

  it('named like what every object has are names like others', () => {
    const norms = learned([
      closed('1', { product: known('constructor') }),
      closed('2', { product: known('toString') }),
    ]);
    expect(norms.byProduct.constructor).toEqual({ won: 1, n: 1 });
    expect(ifGiven(wonCycles(norms, 'hasOwnProperty'))).toEqual([30, 30]);
  });
});

const on = (day: string, ...roles: readonly string[]) => known(roles.map((role) => roleSince(role, civilDate(day))));

describe('what is usual', () => {
  it('is the cycle of the product where ten of it were won, else of all', () => {
    const of = (count: number, product: string, days: number) =>
      Array.from({ length: count }, (_, n) =>
        closed(`${product}${n}`, { product: known(product), closedOn: addDays(civilDate('2026-01-01'), days) }),
      );
    const norms = learned([...of(10, 'P', 12), ...of(9, 'Q', 50)]);
    expect(ifGiven(wonCycles(norms, 'P'))).toEqual(Array.from({ length: 10 }, () => 12));
    expect(ifGiven(wonCycles(norms, 'Q'))).toHaveLength(19);
  });

  it('is a silence that nine of ten gaps stayed below, once there are thirty', () => {
    // Won deals whose gaps are 1, 2 … 10 days, three times over: the 27th of 30 is 9.
    const deals = (times: number) =>
      Array.from({ length: 10 * times }, (_, n) => {
        const first = civilDate('2026-01-02');
        return closed(`g${n}`, { buyerActs: known([first, addDays(first, (n % 10) + 1)]) });
      });
    const silence = usualSilence(learned([...deals(3)]));
    expect(isExplained(silence) && silence.value).toBe(9);
    expect(isExplained(usualSilence(learned([...deals(2)])))).toBe(false);
  });

  it('are the roles that won deals had, as shares of them; lost deals say nothing', () => {
    const norms = learned([
      closed('1', { roles: on('2026-01-02', 'Coach', 'User') }),
      closed('2', { roles: on('2026-01-02', 'User', 'User') }),
      closed('3', { roles: on('2026-01-02', 'Blocker'), outcome: 'lost' }),
      closed('4'),
    ]);
    const usual = usualRoles(norms, undefined);
    expect(usual?.n).toBe(2);
    expect(usual?.roles).toEqual([
      { role: 'Coach', share: 0.5 },
      { role: 'User', share: 1 },
    ]);
  });

  it('is what was booked in the quarters before, by day', () => {
    const norms = learned([
      closed('1', { closedOn: civilDate('2026-07-01'), amount: known(dollars(10)) }),
      closed('2', { closedOn: civilDate('2026-07-01'), amount: known(dollars(5)) }),
      closed('3', { closedOn: civilDate('2026-09-30'), amount: known(dollars(7)) }),
      closed('4', { closedOn: civilDate('2026-10-02'), amount: known(dollars(9)) }),
      closed('5', { closedOn: civilDate('2026-08-02'), amount: known(dollars(9)), outcome: 'lost' }),
    ]);
    const period = {
      label: 'Q4',
      kind: 'quarter',
      start: civilDate('2026-10-01'),
      end: civilDate('2027-01-01'),
    } as const;
    expect(bookedBefore(norms, period).map(({ days }) => days)).toEqual([
      [
        { on: '2026-07-01', amount: dollars(15) },
        { on: '2026-09-30', amount: dollars(7) },
      ],
    ]);
  });

  it('says nothing of a quarter that the record begins inside: a part of it would look like the whole', () => {
    const period = {
      label: 'Q4',
      kind: 'quarter',
      start: civilDate('2026-10-01'),
      end: civilDate('2027-01-01'),
    } as const;
    const won = (id: string, day: string) => closed(id, { closedOn: civilDate(day), amount: known(dollars(10)) });
    const newest = [won('1', '2026-04-12'), won('2', '2026-07-20'), won('3', '2026-09-28')];
    const starts = (deals: readonly ClosedDeal[]) =>
      bookedBefore(learned(deals), period).map((one) => one.period.start);
    expect(starts(newest)).toEqual(['2026-07-01']);
    expect(starts([...newest, won('4', '2026-03-31')])).toEqual(['2026-07-01', '2026-04-01']);
  });
});

describe('a quantile', () => {
  it('is the smallest number that so many do not exceed: Hyndman and Fan, definition 1', () => {
    expect(quantile(tally([1, 2, 3, 4]), 0.5)).toBe(2);
    expect(quantile(tally([1, 2, 3, 4]), 0.51)).toBe(3);
    expect(quantile(tally([5]), 0.9)).toBe(5);
  });
});
