import { describe, expect, it } from 'vitest';
import { disputeNote } from '../../../src/core/pay/dispute-note';
import type { PayInputs } from '../../../src/core/pay/payout/inputs';
import { payout } from '../../../src/core/pay/payout/payout';
import { payoutOver, payoutSeries } from '../../../src/core/pay/payout/series';
import { takenBack } from '../../../src/core/pay/payout/settling/clawback';
import type { Component } from '../../../src/core/pay/plan/component';
import { civilDate } from '../../../src/core/value/civil-date';
import { isExplained } from '../../../src/core/value/explained';
import { instantOf } from '../../../src/core/value/instant';
import { moneyOf } from '../../../src/core/value/money';
import { dealOf, dollars, inputsOf, planOf, Q2 } from './plan-kit';

const flat = (rate = 0.1): Component => ({ kind: 'commission', id: 'flat', pays: 'sales', rate });
const total = (...args: Parameters<typeof payout>): number => dollars(payout(...args).total.value);
const month = (number: number) => ({
  label: `2017-${number}`,
  kind: 'month' as const,
  start: civilDate(`2017-0${number}-01`),
  end: civilDate(`2017-0${number + 1}-01`),
});

describe('tiers with methods of their own', () => {
  // As in a plan with everything at 6 % once half the quota is reached, and 10 % on what lies above it.
  const mixed = planOf({
    measures: [{ id: 'sales', counts: 'credit', quota: { amount: 100000 } }],
    components: [
      {
        kind: 'commission',
        id: 'mixed',
        pays: 'sales',
        axis: { measure: 'sales', by: 'attainment' },
        tiers: [
          { from: 0, to: 0.5, rate: 0, method: 'marginal' },
          { from: 0.5, to: 1, rate: 0.06, method: 'retroactive' },
          { from: 1, rate: 0.1, method: 'marginal' },
        ],
      },
    ],
  });

  it('pays a retroactive tier on everything and the marginal one above it on the excess', () => {
    expect(total(mixed, inputsOf([49999.99]))).toBe(0);
    expect(total(mixed, inputsOf([50000]))).toBe(3000);
    expect(total(mixed, inputsOf([120000]))).toBe(6000 + 2000);
  });

  it('says that there is no attainment without a quota, and never infinity', () => {
    const none = payout(mixed, inputsOf([50000], { quotas: { sales: 0 } }));
    expect(none.complete).toBe(false);
    expect(none.lines[0]).toMatchObject({ standing: 'provisional', pay: { because: { key: 'pay_no_quota_zero' } } });
    expect(none.measures[0]!.attainment).toMatchObject({ missing: 'not-recorded' });
  });

  it('reads a threshold in both of its meanings', () => {
    const from = (pays: 'excess' | 'everything') =>
      planOf({
        components: [{ kind: 'commission', id: 'c', pays: 'sales', rate: 0.1, threshold: { at: 1000, pays } }],
      });
    expect([total(from('excess'), inputsOf([1500])), total(from('everything'), inputsOf([1500]))]).toEqual([50, 150]);
    expect([total(from('excess'), inputsOf([1000])), total(from('everything'), inputsOf([1000]))]).toEqual([0, 100]);
    expect(total(from('everything'), inputsOf([999.99]))).toBe(0);
  });

  it('puts a margin on the axis and pays on the amount', () => {
    const byMargin = planOf({
      measures: [
        { id: 'sales', counts: 'credit' },
        { id: 'margin', counts: 'margin-share' },
      ],
      components: [
        {
          kind: 'commission',
          id: 'm',
          pays: 'sales',
          axis: { measure: 'margin' },
          scope: 'transaction',
          method: 'retroactive',
          tiers: [
            { from: 0, to: 0.2, rate: 0.01 },
            { from: 0.2, rate: 0.05 },
          ],
        },
      ],
    });
    const deals = [dealOf(1000, { margin: moneyOf(100, 'USD') }), dealOf(1000, { margin: moneyOf(200, 'USD') })];
    expect(total(byMargin, { ...inputsOf([]), deals })).toBe(10 + 50);
    const unknown = payout(byMargin, { ...inputsOf([]), deals: [dealOf(1000)] });
    expect(unknown.lines[0]!.unknown.map(({ field }) => field)).toContain('margin');
  });

  it('pays a rate by count, marginal and from the first unit', () => {
    const spif = (method: 'marginal' | 'retroactive') =>
      planOf({
        measures: [{ id: 'deals', counts: 'deals' }],
        components: [
          {
            kind: 'commission',
            id: 's',
            pays: 'deals',
            method,
            boundary: 'lower-tier',
            tiers: [
              { from: 0, to: 3, rate: 200 },
              { from: 3, rate: 300 },
            ],
          },
        ],
      });
    expect(total(spif('marginal'), inputsOf([1, 1, 1, 1, 1]))).toBe(600 + 600);
    expect(total(spif('retroactive'), inputsOf([1, 1, 1, 1, 1]))).toBe(1500);
    expect(total(spif('retroactive'), inputsOf([1, 1, 1]))).toBe(600);
  });
});

describe('second measures', () => {
  const quarterly = planOf({
    measures: [{ id: 'sales', counts: 'credit', quota: { amount: 100000 } }],
    components: [
      {
        kind: 'commission',
        id: 'c',
        pays: 'sales',
        axis: { measure: 'sales', by: 'attainment' },
        tiers: [
          { from: 0, to: 1, rate: 0.05 },
          { from: 1, rate: 0.1 },
        ],
        gates: [
          { measure: 'sales', by: 'attainment', window: 'year-to-date', atLeast: 1, otherwise: 'no-accelerator' },
        ],
      },
    ],
  });

  it('pays quarterly accelerators only while the year is on track', () => {
    const earlier = (credit: number) => ({ earlier: { credit: { sales: credit }, quota: { sales: 100000 } } });
    expect(total(quarterly, inputsOf([120000], earlier(90000)))).toBe(5000 + 2000);
    expect(total(quarterly, inputsOf([120000], earlier(70000)))).toBe(6000);
  });

  it('does not know the attainment of a year whose earlier quota nobody has given', () => {
    const ytd = planOf({
      ...quarterly,
      components: [{ ...quarterly.components[0]!, gates: [], scope: 'year-to-date' } as Component],
    });
    const [line] = payout(ytd, inputsOf([120000], { earlier: { credit: { sales: 90000 } } })).lines;
    expect(line).toMatchObject({ amount: { minor: 0 }, pay: { because: { key: 'pay_no_quota_to_date' } } });
    // Known: 210,000 of 200,000 pays 11,000; the year had earned 4,500 before.
    const known = { earlier: { credit: { sales: 90000 }, quota: { sales: 100000 } } };
    expect(total(ytd, inputsOf([120000], known))).toBe(6500);
  });

  it('scales by a modifier and limits by deal, period and year', () => {
    const plan = planOf({
      measures: [
        { id: 'sales', counts: 'credit' },
        { id: 'csat', counts: 'given' },
      ],
      components: [
        {
          ...flat(),
          modifiers: [{ measure: 'csat', steps: [{ from: 0.8, to: 1, multiplier: { at: 1, to: 1.2 } }] }],
        } as Component,
      ],
    });
    expect(total(plan, inputsOf([1000], { measures: { csat: { value: 0.9 } } }))).toBe(110);
    const capped = (per: 'deal' | 'period' | 'year') =>
      planOf({ components: [{ ...flat(), caps: [{ amount: 150, per }] } as Component] });
    expect(total(capped('deal'), inputsOf([1000, 2000]))).toBe(100 + 150);
    expect(total(capped('period'), inputsOf([1000, 2000]))).toBe(150);
    expect(total(capped('year'), inputsOf([1000, 2000], { earlier: { paid: { flat: 90 } } }))).toBe(60);
  });

  it('moves attainment, not the amount paid on, by a credit uplift', () => {
    const plan = planOf({
      measures: [{ id: 'sales', counts: 'credit', quota: { amount: 1000 } }],
      components: [
        {
          kind: 'commission',
          id: 'c',
          pays: 'sales',
          axis: { measure: 'sales', by: 'attainment' },
          method: 'retroactive',
          tiers: [
            { from: 0, to: 1, rate: 0.1 },
            { from: 1, rate: 0.2 },
          ],
        },
        { kind: 'kicker', id: 'years', creditUplift: 0.5, where: [{ field: 'term', atLeast: 24 }] },
      ],
    });
    expect(total(plan, { ...inputsOf([]), deals: [dealOf(800, { termMonths: 36 })] })).toBe(160);
    expect(total(plan, { ...inputsOf([]), deals: [dealOf(800, { termMonths: 12 })] })).toBe(80);
    // Not known is not `no`: it is said.
    const unknown = payout(plan, { ...inputsOf([]), deals: [dealOf(800)] });
    expect(unknown.lines.find(({ id }) => id === 'years')!.unknown[0]!.field).toBe('term');
  });

  it('has rates by class of deal', () => {
    const plan = planOf({
      components: [
        {
          kind: 'commission',
          id: 'c',
          pays: 'sales',
          rates: [{ where: [{ field: 'type', is: ['Renewal'] }], rate: 0.02 }, { rate: 0.1 }],
        },
      ],
    });
    const deals = [dealOf(1000, { type: 'Renewal' }), dealOf(1000, { type: 'New' })];
    expect(total(plan, { ...inputsOf([]), deals })).toBe(20 + 100);
  });
});

describe('ramp, draw, clawback', () => {
  it('eases a new hire in by quota, by rate and by guarantee', () => {
    const plan = planOf({
      period: 'month',
      measures: [{ id: 'sales', counts: 'credit', quota: { amount: 1000 } }],
      ramp: { steps: [{ from: 1, to: 2, quota: 0.5, rate: 1.5, guarantee: 80 }] },
      components: [flat()],
    });
    const rep = { id: 'r', startedOn: civilDate('2017-04-01') };
    const first = payout(plan, { ...inputsOf([200]), period: month(4), rep });
    expect(dollars(first.total.value)).toBe(80);
    expect(first.lines.map(({ id, amount }) => [id, dollars(amount)])).toEqual([
      ['flat', 30],
      ['guarantee', 50],
    ]);
    expect(first.measures[0]!.quota).toMatchObject({ value: moneyOf(500, 'USD') });
    expect(dollars(payout(plan, { ...inputsOf([200]), period: month(6), rep }).total.value)).toBe(20);
  });

  it('forgives a draw after some periods, all at once or each shortfall by itself', () => {
    const draw = (forgives: 'balance' | 'each-shortfall') =>
      planOf({
        period: 'month',
        draw: { kind: 'forgiven', amount: 100, forgiveAfter: 2, forgives },
        components: [flat(1)],
      });
    const owed = (plan: ReturnType<typeof draw>) =>
      payoutSeries(plan, [inputsOf([60]), inputsOf([70]), inputsOf([90]), inputsOf([100])]).map(({ carryOver }) =>
        carryOver.drawOwed.reduce((sum, { amount }) => sum + Number(amount), 0),
      );
    expect(owed(draw('balance'))).toEqual([40, 0, 10, 0]);
    expect(owed(draw('each-shortfall'))).toEqual([40, 70, 40, 10]);
    const kept = planOf({ period: 'month', draw: { kind: 'non-recoverable', amount: 100 }, components: [flat(1)] });
    expect(payoutSeries(kept, [inputsOf([60]), inputsOf([150])]).map(({ total: each }) => dollars(each.value))).toEqual(
      [100, 150],
    );
  });

  it('takes pay back in full, by the term not served, or only what was paid', () => {
    const deal = {
      dealId: 'a',
      startedOn: civilDate('2017-01-01'),
      cancelledOn: civilDate('2017-05-01'),
      termMonths: 12,
      earned: 1200,
      paid: 600,
    };
    const taken = (rule: Parameters<typeof takenBack>[0]) => takenBack(rule, deal).toNumber();
    expect(taken({ of: 'earned', takes: 'all' })).toBe(1200);
    expect(taken({ of: 'paid', takes: 'all' })).toBe(600);
    expect(taken({ of: 'earned', takes: 'unserved-term' })).toBe(800);
    expect(taken({ of: 'paid', takes: 'unserved-term' })).toBe(400);
    expect(taken({ of: 'earned', takes: 'all', within: 4 })).toBe(0);
    expect(taken({ of: 'earned', takes: 'unserved-term', allWithin: 6 })).toBe(1200);
    // 245 of 365 days are not served.
    expect(takenBack({ of: 'earned', takes: 'unserved-term', by: 'days' }, { ...deal, earned: 365 }).toNumber()).toBe(
      245,
    );
    const plan = planOf({ clawback: { of: 'paid', takes: 'all' }, components: [flat()] });
    expect(total(plan, inputsOf([1000], { cancelled: [deal] }))).toBe(100 - 600);
  });

  it('holds pay back until the cash comes, and releases it then', () => {
    const plan = planOf({
      instalments: [
        { share: 0.6, on: 'booking' },
        { share: 0.4, on: 'cash' },
      ],
      components: [flat()],
    });
    const statement = payout(plan, {
      ...inputsOf([]),
      deals: [dealOf(1000, { cashShare: 0.25 }), dealOf(500, { cashShare: 1 })],
    });
    expect([dollars(statement.total.value), dollars(statement.payNow.value)]).toEqual([150, 120]);
    expect(statement.lines[0]!.parts.map(({ standing, amount }) => [standing, dollars(amount)])).toEqual([
      ['provisional', 30],
      ['earned', 120],
    ]);
    const heldBack = statement.carryOver.heldBack.map((held) => ({ ...held, releasedOn: civilDate('2017-05-01') }));
    expect(dollars(payout(plan, inputsOf([], { heldBack })).payNow.value)).toBe(30);
  });
});

describe('the year and currencies', () => {
  it('lets the year decide the rate and pays only the deals of the period', () => {
    const ytd = (method: 'marginal' | 'retroactive') =>
      planOf({
        components: [
          {
            kind: 'commission',
            id: 'c',
            pays: 'sales',
            scope: 'year-to-date',
            payment: 'period-only',
            method,
            tiers: [
              { from: 0, to: 1000, rate: 0.05 },
              { from: 1000, rate: 0.1 },
            ],
          },
        ],
      });
    const inputs: PayInputs = inputsOf([500], { earlier: { credit: { sales: 800 } } });
    expect([total(ytd('marginal'), inputs), total(ytd('retroactive'), inputs)]).toEqual([10 + 30, 50]);
  });

  it('counts at one rate of exchange and pays at another', () => {
    const plan = planOf({
      measures: [{ id: 'sales', counts: 'credit', quota: { amount: 1000 } }],
      conversion: { attainment: 'fixed', payment: 'payment-date' },
      components: [flat()],
    });
    const inputs = {
      ...inputsOf([]),
      deals: [dealOf(0, { amount: moneyOf(1000, 'EUR') })],
      rates: { fixed: { EUR: '1.1' }, paymentDate: { EUR: '1.2' } },
    };
    const statement = payout(plan, inputs);
    expect(dollars(statement.total.value)).toBe(120);
    expect(statement.measures[0]!.attainment).toMatchObject({ value: 1.1 });
    const without = payout(plan, { ...inputs, rates: {} });
    expect([without.complete, dollars(without.total.value)]).toEqual([false, 0]);
  });

  it('prorates a plan change in the middle of a period by days', () => {
    const before = planOf({ id: 'old', components: [flat(0.1)] });
    const after = planOf({ id: 'new', components: [flat(0.2)] });
    const deals = [
      dealOf(1000, { closeDate: civilDate('2017-04-30') }),
      dealOf(1000, { closeDate: civilDate('2017-05-01') }),
    ];
    const { total: sum } = payoutOver(
      [
        { plan: before, from: Q2.start },
        { plan: after, from: civilDate('2017-05-01') },
      ],
      { ...inputsOf([]), deals },
    );
    expect(dollars(sum)).toBe(100 + 200);
    // What is cancelled on one day is taken back once, and a debt is repaid once: 300 less 120, less the 50 that were owed.
    const terms = { clawback: { of: 'paid', takes: 'all' }, draw: { kind: 'recoverable', amount: 0 } } as const;
    const cancelled = [
      {
        dealId: 'a',
        startedOn: civilDate('2017-01-01'),
        cancelledOn: civilDate('2017-05-10'),
        termMonths: 12,
        earned: 120,
        paid: 120,
      },
    ];
    const once = payoutOver(
      [
        { plan: { ...before, ...terms }, from: Q2.start },
        { plan: { ...after, ...terms }, from: civilDate('2017-05-01') },
      ],
      { ...inputsOf([]), deals, cancelled, draw: { owed: [{ amount: 50, periodsAgo: 1 }], period: 2 } },
    );
    expect(once.statements.map(({ total: each }) => dollars(each.value))).toEqual([100 - 50, 200 - 120]);
    // 30 and 61 of 91 days of the same quota.
    const quota = { measures: [{ id: 'sales', counts: 'credit', quota: { amount: 9100 } }] } as const;
    const { statements } = payoutOver(
      [
        { plan: { ...before, ...quota }, from: Q2.start },
        { plan: { ...after, ...quota }, from: civilDate('2017-05-01') },
      ],
      { ...inputsOf([]), deals },
    );
    expect(statements.map(({ measures: [one] }) => one!.quota)).toMatchObject([
      { value: moneyOf(3000, 'USD') },
      { value: moneyOf(6100, 'USD') },
    ]);
  });

  it('rounds by deal, by line or in total as the plan declares, and the lines still add up', () => {
    const rounding = (at: 'deal' | 'line' | 'total') =>
      planOf({ rounding: { at }, components: [flat(0.5), { ...flat(0.5), id: 'again' } as Component] });
    const cents = (at: 'deal' | 'line' | 'total') =>
      payout(rounding(at), inputsOf(['0.01', '0.01', '0.01'])).total.value.minor;
    // Each deal pays half a cent: 3 + 3 by deal; 1.5 -> 2 twice by line; 3 in total.
    expect([cents('deal'), cents('line'), cents('total')]).toEqual([6, 4, 3]);
  });
});

describe('a note for a dispute', () => {
  it('holds the rule, every record with its id and time, and what each pays', () => {
    const deals = [
      dealOf(1000, {
        id: '006A',
        asOf: instantOf(Date.UTC(2017, 4, 1)),
        source: { kind: 'crm', field: 'Opportunity.Amount', record: '006A' },
      }),
    ];
    const note = disputeNote(payout(planOf({ components: [flat()] }), { ...inputsOf([]), deals }), 'flat');
    const text = JSON.stringify(note);
    for (const part of [
      'pay_dispute_head',
      'pay_rule_base_rate',
      '006A',
      '2017-05-01T00:00:00.000Z',
      'pay_dispute_deal',
    ]) {
      expect(text).toContain(part);
    }
  });

  it('carries the age of the oldest record up to the total', () => {
    const deals = [dealOf(1, { asOf: instantOf(2_000) }), dealOf(1, { asOf: instantOf(1_000) })];
    const { total: all } = payout(planOf({ components: [flat()] }), { ...inputsOf([]), deals });
    expect(isExplained(all) && all.asOf).toBe(instantOf(1_000));
  });
});

describe('an axis that the rep does not move alone', () => {
  it('pays own deals at the rate of the team, or of a figure that is given', () => {
    const by = (measure: 'team' | 'company') =>
      planOf({
        measures: [
          { id: 'sales', counts: 'credit' },
          { id: 'team', counts: 'team', quota: { amount: 1000 } },
          { id: 'company', counts: 'given' },
        ],
        components: [
          {
            kind: 'commission',
            id: 'c',
            pays: 'sales',
            axis: { measure, by: 'attainment' },
            tiers: [
              { from: 0, to: 1, rate: 0.1 },
              { from: 1, rate: 0.2 },
            ],
          },
        ],
      });
    const with_ = (amount: number, attainment: number): PayInputs =>
      inputsOf([500], {
        team: [{ id: 'r', amount: moneyOf(amount, 'USD') }],
        measures: { company: { attainment } },
      });
    expect([total(by('team'), with_(900, 0)), total(by('team'), with_(1100, 0))]).toEqual([50, 100]);
    expect([total(by('company'), with_(0, 0.9)), total(by('company'), with_(0, 1.1))]).toEqual([50, 100]);
  });
});
