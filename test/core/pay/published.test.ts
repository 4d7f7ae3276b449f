import { describe, expect, it } from 'vitest';
import { payout } from '../../../src/core/pay/payout/payout';
import { payoutSeries } from '../../../src/core/pay/payout/series';
import type { Tier } from '../../../src/core/pay/plan/tier';
import { civilDate } from '../../../src/core/value/civil-date';
import { moneyOf } from '../../../src/core/value/money';
import { dealOf, dollars, inputsOf, planOf } from './plan-kit';

const total = (...args: Parameters<typeof payout>): number => dollars(payout(...args).total.value);

describe('payouts that their sources print', () => {
  // Oracle Fusion Incentive Compensation, "Examples of Calculating Earnings Using Step Rates"
  // https://docs.oracle.com/en/cloud/saas/sales/facmi/examples-of-calculating-earnings-using-step-rates.html
  it('WE-001 pays a step rate on every transaction by itself', () => {
    const plan = planOf({
      components: [
        {
          kind: 'commission',
          id: 'steps',
          pays: 'sales',
          scope: 'transaction',
          method: 'marginal',
          tiers: [
            { from: 0, to: 1000, rate: 0.01 },
            { from: 1000, to: 3000, rate: 0.02 },
            { from: 3000, to: 8000, rate: 0.03 },
            { from: 8000, to: 20000, rate: 0.05 },
          ],
        },
      ],
    });
    const statement = payout(plan, inputsOf([200, 300, 1500, 1200, 2000, 4500]));
    expect(statement.lines[0]!.byDeal.map(({ amount }) => dollars(amount))).toEqual([2, 3, 20, 14, 30, 95]);
    expect(dollars(statement.total.value)).toBe(164);
  });

  // Oracle, "Options for Splitting Attainment Numbers Across Rate Tiers"
  // https://docs.oracle.com/en/cloud/saas/sales/facmi/options-for-splitting-attainment-numbers-across-rate-tiers.html
  it('WE-005 pays the highest tier reached on the whole amount when the rate is not split', () => {
    const plan = planOf({
      components: [
        {
          kind: 'commission',
          id: 'whole',
          pays: 'sales',
          scope: 'transaction',
          method: 'retroactive',
          tiers: [
            { from: 0, to: 10000, rate: 0.01 },
            { from: 10000, to: 50000, rate: 0.02 },
            { from: 50000, to: 100000, rate: 0.03 },
            { from: 100000, to: 9999999, rate: 0.04 },
          ],
        },
      ],
    });
    const statement = payout(plan, inputsOf([5000, 15000, 60000]));
    expect(statement.lines[0]!.byDeal.map(({ amount }) => dollars(amount))).toEqual([50, 300, 1800]);
  });

  // Oracle, "Equal Tier Values" https://docs.oracle.com/en/cloud/saas/sales/facmi/equal-tier-values.html
  it('WE-006 gives an amount on an edge to the higher tier, or to the lower one where the plan says so', () => {
    const tiers: Tier[] = [
      { from: 0, to: 25000, rate: 0.01 },
      { from: 25000, to: 50000, rate: 0.02 },
      { from: 50000, to: 75000, rate: 0.03 },
      { from: 75000, to: 100000, rate: 0.04 },
    ];
    const plan = (boundary: 'higher-tier' | 'lower-tier') =>
      planOf({
        components: [{ kind: 'commission', id: 'edge', pays: 'sales', method: 'retroactive', boundary, tiers }],
      });
    expect(total(plan('higher-tier'), inputsOf([50000]))).toBe(1500);
    expect(total(plan('lower-tier'), inputsOf([50000]))).toBe(1000);
  });

  // ABestWeb forum thread 58442, http://www.abestweb.com/forums/showthread.php?58442-Performance-incentives
  it('WE-022, WE-023 make the dollar that reaches a retroactive step worth 10.05', () => {
    const plan = planOf({
      components: [
        {
          kind: 'commission',
          id: 'cliff',
          pays: 'sales',
          method: 'retroactive',
          tiers: [
            { from: 0, to: 1000, rate: 0.05 },
            { from: 1000, rate: 0.06 },
          ],
        },
      ],
    });
    expect(total(plan, inputsOf([999]))).toBe(49.95);
    expect(total(plan, inputsOf([1000]))).toBe(60);
  });

  // Sales Cookie KB, "How Do I Set Attainment Levels And Their Thresholds?", example 1
  // https://support2.salescookie.com/portal/en/kb/articles/kb-how-do-i-set-attainment-levels-and-their-thresholds
  it('WE-030 pays nothing on the first 100k, then bands, and a sum at 200k', () => {
    const plan = planOf({
      components: [
        {
          kind: 'commission',
          id: 'bands',
          pays: 'sales',
          tiers: [
            { from: 0, to: 100000, rate: 0 },
            { from: 100000, to: 150000, rate: 0.08 },
            { from: 150000, to: 200000, rate: 0.12 },
            { from: 200000, rate: 0.15 },
          ],
        },
        { kind: 'milestones', id: 'sum', axis: { measure: 'sales' }, levels: [{ at: 200000, amount: 1000 }] },
      ],
    });
    const statement = payout(plan, inputsOf([160000]));
    expect(statement.lines[0]!.slices.map(({ pays }) => dollars(pays.value))).toEqual([0, 4000, 1200, 0]);
    expect(dollars(statement.total.value)).toBe(5200);
    expect(total(plan, inputsOf([200000]))).toBe(4000 + 6000 + 1000);
  });

  // Universal Hospital Services / Agiliti, 2011 Executive Incentive Plan Targets, EX-10.18
  // https://contracts.justia.com/companies/agiliti-health-inc-7569/contract/672667
  it('WE-033 pays along a curve with bookends at 93 % and 110 %', () => {
    const plan = planOf({
      measures: [{ id: 'ebitda', counts: 'given' }],
      components: [
        {
          kind: 'bonus',
          id: 'curve',
          target: 100,
          axis: { measure: 'ebitda', by: 'attainment' },
          tiers: [
            { from: 0.93, to: 1, payout: { at: 0.65, to: 1 } },
            { from: 1, to: 1.1, payout: { at: 1, to: 1.5 } },
            { from: 1.1, payout: 1.5, method: 'retroactive' },
          ],
        },
      ],
    });
    const at = (attainment: number) => total(plan, inputsOf([], { measures: { ebitda: { attainment } } }));
    expect([1.1, 1.05, 1.0, 0.99, 0.98, 0.97, 0.96, 0.95, 0.94, 0.93, 0.92].map(at)).toEqual([
      150, 125, 100, 95, 90, 85, 80, 75, 70, 65, 0,
    ]);
    expect(at(1.3)).toBe(150);
  });

  // SEC EDGAR CIK 879796, EX-10.5 Management Incentive Bonus Plan, example 1
  // https://www.sec.gov/Archives/edgar/data/879796/000114036110042693/ex10_5.htm
  it('WE-037 holds one measure at 100 % while another is below target', () => {
    const plan = planOf({
      measures: [
        { id: 'income', counts: 'given' },
        { id: 'revenue', counts: 'given' },
      ],
      components: [
        { kind: 'objectives', id: 'mbo', target: 2500, objectives: [{ id: 'own', weight: 1, partial: true }] },
        {
          kind: 'bonus',
          id: 'income',
          target: 2500,
          axis: { measure: 'income', by: 'attainment' },
          gates: [{ measure: 'revenue', by: 'attainment', atLeast: 1, otherwise: { payoutAtMost: 1 } }],
          tiers: [
            { from: 0.9, to: 0.95, payout: { at: 0.15, slope: 5 } },
            { from: 0.95, to: 1, payout: { at: 0.6, slope: 5 } },
            { from: 1, payout: { at: 1, slope: 1 } },
          ],
        },
        {
          kind: 'bonus',
          id: 'revenue',
          target: 2500,
          axis: { measure: 'revenue', by: 'attainment' },
          tiers: [
            { from: 0.8, to: 0.9, payout: { at: 0.15, slope: 2.5 } },
            { from: 0.9, to: 1, payout: { at: 0.6, slope: 2.5 } },
            { from: 1, to: 1.05, payout: { at: 1, slope: 2.5 } },
            { from: 1.05, payout: { at: 1.1, slope: 5 } },
          ],
        },
      ],
    });
    const statement = payout(
      plan,
      inputsOf([], {
        objectives: { own: 1 },
        measures: { income: { attainment: 1.86 }, revenue: { attainment: 0.96 } },
      }),
    );
    expect(statement.lines.map(({ amount }) => dollars(amount))).toEqual([2500, 1875, 2500]);
    expect(dollars(statement.total.value)).toBe(6875);
  });

  // SEC EDGAR CIK 1073349, EX-10.1 (2008) executive bonus matrix
  // https://www.sec.gov/Archives/edgar/data/1073349/000107334908000004/q2ex101.htm
  it('WE-039 reads a matrix of two measures', () => {
    const plan = planOf({
      measures: [
        { id: 'revenue', counts: 'given' },
        { id: 'income', counts: 'given' },
      ],
      components: [
        {
          kind: 'matrix',
          id: 'matrix',
          target: 100,
          cell: 'payout',
          rows: { measure: 'revenue', by: 'attainment', from: [0.8, 0.85, 0.9, 0.95, 1, 1.05, 1.1] },
          // ">80" … "=100", ">100": exactly 100 % is a column of its own, so the next begins just above it.
          columns: { measure: 'income', by: 'attainment', from: [0.8, 0.9, 1, '1.000001', 1.1, 1.2] },
          cells: [
            [0.2, 0.25, 0.35, 0.45, 0.55, 0.65],
            [0.25, 0.3, 0.45, 0.55, 0.65, 0.75],
            [0.3, 0.35, 0.55, 0.65, 0.75, 0.85],
            [0.35, 0.45, 0.65, 0.75, 0.85, 0.9],
            [0.4, 0.55, 0.75, 0.85, 0.9, 0.95],
            [0.45, 0.65, 0.85, 0.9, 0.95, 1],
            [0.5, 0.75, 0.9, 0.95, 1, 1],
          ],
        },
      ],
    });
    const at = (revenue: number, income: number) =>
      total(plan, inputsOf([], { measures: { revenue: { attainment: revenue }, income: { attainment: income } } }));
    expect([at(0.8, 0.81), at(0.95, 1), at(1, 1), at(1.05, 1.21), at(1.1, 0.81)]).toEqual([20, 65, 75, 100, 50]);
    expect(at(0.79, 1)).toBe(0);
  });

  // Siebel Incentive Compensation Administration Guide, "Recoverable Draw Scenario", table 4
  // https://docs.oracle.com/cd/E05553_01/books/InCompAdm/InCompAdmPlanDesign8.html
  it('WE-044 repays a recoverable draw only from what lies above it', () => {
    const plan = planOf({
      period: 'month',
      draw: { kind: 'recoverable', amount: 2000 },
      components: [{ kind: 'commission', id: 'all', pays: 'sales', rate: 1 }],
    });
    const months = [2750, 3000, 1500, 2375, 3000, 2750].map((amount) => inputsOf([amount]));
    const statements = payoutSeries(plan, months);
    expect(statements.map(({ total: each }) => dollars(each.value))).toEqual([2750, 3000, 2000, 2000, 2875, 2750]);
    expect(
      statements.map(({ carryOver }) => carryOver.drawOwed.reduce((sum, { amount }) => sum + Number(amount), 0)),
    ).toEqual([0, 0, 500, 125, 0, 0]);
  });

  // Sean M. Masters, "Sales Compensation & Ramp Goals for New Hires"
  // https://seanmmasters.com/2019/11/03/sales-compensation-ramp-goals-for-new-hires/
  it('WE-050 prorates quota and variable pay by the days from 1 June on, that day counted', () => {
    const plan = planOf({
      period: 'year',
      targetPay: { variable: 75000 },
      proration: { startDay: 'counts' },
      measures: [{ id: 'sales', counts: 'credit', quota: { amount: 800000 } }],
      components: [
        {
          kind: 'bonus',
          id: 'variable',
          weight: 1,
          axis: { measure: 'sales', by: 'attainment' },
          tiers: [{ from: 0, payout: { at: 0, slope: 1 } }],
        },
      ],
    });
    const period = {
      label: '2019',
      kind: 'year',
      start: civilDate('2019-01-01'),
      end: civilDate('2020-01-01'),
    } as const;
    const rep = { id: 'r', startedOn: civilDate('2019-06-01') };
    const statement = payout(plan, { period, rep, deals: [dealOf('469041.10')] });
    const quota = statement.measures[0]!.quota;
    expect('value' in quota && quota.value).toEqual(moneyOf('469041.10', 'USD'));
    expect(dollars(statement.total.value)).toBe(43972.6);
    // A day less where the first day does not count: 213 of 365.
    const later = payout({ ...plan, proration: { startDay: 'does-not-count' } }, { period, rep, deals: [] });
    const less = later.measures[0]!.quota;
    expect('value' in less && less.value).toEqual(moneyOf('466849.32', 'USD'));
  });

  // Prowi glossary, "Override Commission" https://www.prowi.io/en/glossary/override-commission
  it('WE-056 pays a manager 3 % of what each of five reps sold, from the first dollar', () => {
    const plan = planOf({
      measures: [{ id: 'team', counts: 'team' }],
      components: [{ kind: 'commission', id: 'override', pays: 'team', rate: 0.03 }],
    });
    const sold = [75000, 60000, 67500, 52500, 45000];
    const statement = payout(
      plan,
      inputsOf([], { team: sold.map((amount, index) => ({ id: `rep ${index}`, amount: moneyOf(amount, 'USD') })) }),
    );
    expect(statement.lines[0]!.byDeal.map(({ amount }) => dollars(amount))).toEqual([2250, 1800, 2025, 1575, 1350]);
    expect(dollars(statement.total.value)).toBe(9000);
    const rep = planOf({ components: [{ kind: 'commission', id: 'own', pays: 'sales', rate: 0.1 }] });
    expect(sold.map((amount) => total(rep, inputsOf([amount])))).toEqual([7500, 6000, 6750, 5250, 4500]);
  });

  // Prowi glossary, "Split Commission" https://prowi.io/en/glossary/split-commission
  it('WE-058 splits a deal 60/40 at 10 %', () => {
    const plan = planOf({
      crediting: {
        splits: [
          { role: 'hunter', share: 0.6 },
          { role: 'territory', share: 0.4 },
        ],
      },
      components: [{ kind: 'commission', id: 'all', pays: 'sales', rate: 0.1 }],
    });
    const paid = (role: string) => total(plan, { ...inputsOf([]), deals: [dealOf(100000, { role })] });
    expect([paid('hunter'), paid('territory')]).toEqual([6000, 4000]);
  });

  // Bentega, "What is a SPIF" https://bentega.io/what-is-a-spif
  it('WE-064 pays a SPIF of 250 for each of four deals that qualify', () => {
    const plan = planOf({
      components: [{ kind: 'kicker', id: 'spif', perDeal: 250, where: [{ field: 'product', is: ['New'] }] }],
    });
    const deals = [1, 2, 3, 4].map(() => dealOf(1000, { product: 'New' }));
    expect(total(plan, { ...inputsOf([]), deals: [...deals, dealOf(9000, { product: 'Old' })] })).toBe(1000);
  });

  // Bentega, "Sales compensation" https://www.bentega.io/sales-compensation
  it('WE-066 pays the target variable at quota, at the rate that target and quota make', () => {
    const plan = planOf({
      period: 'year',
      targetPay: { base: 70000, variable: 30000 },
      measures: [{ id: 'sales', counts: 'credit', quota: { amount: 600000 } }],
      components: [{ kind: 'commission', id: 'base', pays: 'sales', rate: 'target / quota' }],
    });
    expect(total(plan, inputsOf([600000]))).toBe(30000);
  });

  // Sales Cookie KB, "How To Setup A Monthly Plan With YTD Attainment", approach 1 (with deductions); the rule is theirs, the
  // figures are worked out from it by hand.
  // https://support2.salescookie.com/portal/en/kb/articles/kb-recipe-how-to-setup-a-monthly-plan-with-ytd-attainment
  it('WE-078 trues up to the year and may take pay back after a credit note', () => {
    const plan = planOf({
      period: 'month',
      components: [
        {
          kind: 'commission',
          id: 'ytd',
          pays: 'sales',
          scope: 'year-to-date',
          payment: 'cumulative-less-paid',
          tiers: [
            { from: 0, to: 100000, rate: 0.05 },
            { from: 100000, rate: 0.08 },
          ],
        },
      ],
    });
    const statements = payoutSeries(plan, [inputsOf([60000]), inputsOf([70000]), inputsOf([-20000])]);
    expect(statements.map(({ total: each }) => dollars(each.value))).toEqual([3000, 4400, -1600]);
  });
});
