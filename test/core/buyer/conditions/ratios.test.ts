import { describe, expect, it } from 'vitest';
import type { Concept } from '../../../../src/core/buyer/conditions/concept';
import type { FinancialFact } from '../../../../src/core/buyer/conditions/condition-fact';
import { ratios } from '../../../../src/core/buyer/conditions/ratios';
import { civilDate } from '../../../../src/core/value/civil-date';
import type { Instant } from '../../../../src/core/value/instant';
import { moneyOf } from '../../../../src/core/value/money';
import { phrase } from '../../../../src/core/value/phrase';

const fact = (amount: number, end = '2025-12-31'): FinancialFact => ({
  amount: moneyOf(amount, 'USD'),
  period: { end: civilDate(end) },
  tags: ['us-gaap:Tag'],
  form: '10-K',
  filedOn: civilDate('2026-02-01'),
  source: { kind: 'published', by: 'SEC', year: 2026 },
  observedAt: '2026-07-10T08:00:00.000Z' as Instant,
  confidence: { level: 'high', because: phrase('buyer_fact_audited') },
});
const of = (figures: Partial<Record<Concept, readonly FinancialFact[]>>) => ratios((concept) => figures[concept] ?? []);

/** By hand: figures of one made-up company that loses cash. */
const company = of({
  revenue: [fact(800, '2024-12-31'), fact(1000)],
  'operating-income': [fact(150)],
  'net-income': [fact(-50)],
  'interest-expense': [fact(60)],
  'operating-cash-flow': [fact(-240)],
  cash: [fact(120)],
  'current-assets': [fact(300)],
  'current-liabilities': [fact(400)],
  debt: [fact(500)],
  equity: [fact(250)],
});

describe('what the figures of a company say together', () => {
  it.each([
    ['growth', 0.25],
    ['operatingMargin', 0.15],
    ['netMargin', -0.05],
    ['current', 0.75],
    ['debtToEquity', 2],
    ['interestCover', 2.5],
    // 240 a year are 20 a month; 120 last six
    ['runwayMonths', 6],
  ] as const)('%s is %f, with its two figures as terms', (ratio, value) => {
    expect(company[ratio]).toMatchObject({ value: expect.closeTo(value, 12) });
    expect(company[ratio].terms).toHaveLength(2);
    expect(company[ratio].asOf).toBe('2026-07-10T08:00:00.000Z');
  });

  it.each([[0], [-10]])('equity of %d: a ratio to it would mean nothing', (equity) => {
    expect(of({ debt: [fact(5)], equity: [fact(equity)] }).debtToEquity).toMatchObject({
      because: { key: 'buyer_ratio_no_base' },
    });
  });

  it.each([[0], [10]])('who takes in %d runs out of nothing', (flow) => {
    expect(of({ cash: [fact(5)], 'operating-cash-flow': [fact(flow)] }).runwayMonths).toMatchObject({
      because: { key: 'buyer_runway_earns' },
    });
  });

  it('figures of different days are never divided', () => {
    const apart = of({ debt: [fact(5)], equity: [fact(5, '2025-09-30')] });
    expect(apart.debtToEquity).toMatchObject({ because: { key: 'buyer_ratio_no_period' } });
  });

  it('the latest day that both have counts, while it is recent', () => {
    const both = of({ debt: [fact(4, '2025-09-30'), fact(5)], equity: [fact(2, '2025-09-30')] });
    expect(both.debtToEquity).toMatchObject({ value: 2 });
  });

  it('a gap of two years is no growth', () => {
    expect(of({ revenue: [fact(1, '2023-12-31'), fact(2)] }).growth).toMatchObject({
      because: { key: 'buyer_no_year_before' },
    });
  });

  it('nothing filed leaves every one unknown, with a reason', () => {
    for (const answer of Object.values(of({}))) expect(answer).toMatchObject({ missing: 'not-recorded' });
  });
});
