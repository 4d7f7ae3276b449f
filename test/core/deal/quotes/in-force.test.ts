import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acceptedActs } from '../../../../src/core/deal/quotes/accepted-acts';
import { isExpired, quotesInForce } from '../../../../src/core/deal/quotes/in-force';
import type { Quote, QuoteStanding } from '../../../../src/core/model/quote';
import { addDays, civilDate } from '../../../../src/core/value/civil-date';
import { missing } from '../../../../src/core/value/known';
import { moneyOf } from '../../../../src/core/value/money';
import { known } from '../evidence/a-deal';
import { quote } from './quotes';

const named = (name: string, standing: QuoteStanding, but: Partial<Quote> = {}) =>
  quote({ name, standing: known(standing), ...but });
const speak = (...quotes: readonly Quote[]) => {
  const found = quotesInForce(quotes);
  return found && [found.why, found.quotes.map(({ name }) => name).join('+'), found.total?.minor];
};
const on = (date: string) => known(civilDate(date));

describe('the offer that speaks for a deal', () => {
  it('is the newest, where the amount follows none', () => {
    const first = named('first', 'offered', { createdOn: on('2026-05-01') });
    const second = named('second', 'draft', { createdOn: on('2026-05-20') });
    expect(speak(second, first)).toEqual(['latest', 'second', 5_000_000]);
  });

  it('is the one that the amount follows, however old', () => {
    const old = named('old', 'offered', { createdOn: on('2026-01-01'), primary: true });
    expect(speak(named('new', 'offered'), old)).toEqual(['synced', 'old', 5_000_000]);
  });

  it('is the one that the buyer took, whatever the amount follows', () => {
    const taken = named('taken', 'accepted', { createdOn: on('2026-01-01') });
    expect(speak(named('ours', 'offered', { primary: true }), taken)).toEqual(['accepted', 'taken', 5_000_000]);
  });

  it('is all of them together, where the amount follows several', () => {
    // A deal that was turned into two sales, one of them ordered: its amount is both.
    const both = [named('A', 'accepted', { primary: true }), named('B', 'offered', { primary: true })];
    expect(speak(...both)).toEqual(['synced', 'A+B', 10_000_000]);
  });

  it('is none that was turned down or taken back, even where the amount still follows it', () => {
    expect(speak(named('no', 'declined', { primary: true }), named('back', 'withdrawn'))).toBeUndefined();
    expect(speak(named('no', 'declined', { primary: true }), named('next', 'draft'))?.slice(0, 2)).toEqual([
      'latest',
      'next',
    ]);
  });

  it('comes to no sum where one is hidden or in another money', () => {
    const synced = { primary: true };
    expect(
      speak(named('A', 'offered', synced), named('B', 'offered', { ...synced, amount: missing('hidden') })),
    ).toEqual(['synced', 'A+B', undefined]);
    const yen = { ...synced, amount: known(moneyOf(1, 'JPY')) };
    expect(speak(named('A', 'offered', synced), named('B', 'offered', yen))?.at(2)).toBeUndefined();
  });

  it('is the same in whatever order they come, where their days differ', () => {
    const any = fc.uniqueArray(
      fc.record({
        day: fc.integer({ min: 0, max: 400 }),
        standing: fc.constantFrom<QuoteStanding>('draft', 'offered', 'accepted', 'declined', 'withdrawn'),
        primary: fc.boolean(),
      }),
      { selector: ({ day }) => day, maxLength: 8 },
    );
    fc.assert(
      fc.property(any, (all) => {
        const quotes = all.map(({ day, standing, primary }) =>
          named(`d${day}`, standing, { primary, createdOn: known(addDays(civilDate('2026-01-01'), day)) }),
        );
        const there = quotesInForce(quotes);
        const back = quotesInForce([...quotes].reverse());
        expect(back?.why).toEqual(there?.why);
        expect(back?.quotes.map(({ name }) => name).sort()).toEqual(there?.quotes.map(({ name }) => name).sort());
        for (const { standing } of there?.quotes ?? [])
          expect('value' in standing && ['declined', 'withdrawn'].includes(standing.value)).toBe(false);
      }),
    );
  });
});

describe('the last day of an offer', () => {
  const today = civilDate('2026-07-01');

  it('is a day on which it still holds', () => {
    expect(isExpired(quote(), civilDate('2026-06-30'))).toBe(false);
    expect(isExpired(quote(), today)).toBe(true);
  });

  it('ends nothing that the buyer has taken, and nothing that is over already', () => {
    for (const standing of ['accepted', 'declined', 'withdrawn'] as const)
      expect(isExpired(named('q', standing), today)).toBe(false);
  });

  it('that is not known ends nothing', () => {
    expect(isExpired(quote({ expires: missing('not-recorded') }), today)).toBe(false);
    expect(isExpired(quote({ standing: missing('not-readable') }), today)).toBe(true);
  });
});

describe('an offer the buyer took', () => {
  const acceptedOn = on('2026-06-10');

  it('on a day that is kept is an act of the buyer’s: an order is a signature', () => {
    expect(acceptedActs([named('order', 'accepted', { acceptedOn })])).toMatchObject([
      { kind: 'document', by: 'buyer', at: '2026-06-10T12:00:00.000Z', planned: false, tie: 'deal' },
    ]);
  });

  it('without a day is our word for it; with the buyer, or a draft, is our act', () => {
    expect(
      acceptedActs([named('no day', 'accepted'), named('sent', 'offered', { acceptedOn }), named('x', 'draft')]),
    ).toEqual([]);
  });
});
