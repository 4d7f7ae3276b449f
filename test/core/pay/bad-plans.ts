/** Deep-changeable JSON of a plan. */
// biome-ignore lint/suspicious/noExplicitAny: tests break plans in ways that no type allows
export type Json = any;

/** A plan with one of everything that the bad plans break. */
export function goodPlan(): Json {
  return {
    language: 1,
    id: 'plan',
    name: 'Plan',
    version: '1',
    currency: 'USD',
    period: 'quarter',
    targetPay: { variable: 40000 },
    measures: [
      { id: 'sales', counts: 'credit', quota: { amount: 100000 } },
      { id: 'margin', counts: 'given' },
    ],
    components: [
      {
        kind: 'commission',
        id: 'new',
        pays: 'sales',
        axis: { measure: 'sales', by: 'attainment' },
        tiers: [
          { from: 0, to: 0.5, rate: 0.04 },
          { from: 0.5, to: 1, rate: 0.07 },
          { from: 1, rate: 0.1 },
        ],
        gates: [{ measure: 'margin', atLeast: 0.2, otherwise: 'no-accelerator' }],
      },
      {
        kind: 'bonus',
        id: 'bonus',
        target: 1000,
        axis: { measure: 'sales', by: 'attainment' },
        tiers: [{ from: 0, to: 1, payout: { at: 0, to: 1 } }],
      },
      {
        kind: 'matrix',
        id: 'matrix',
        target: 1000,
        cell: 'payout',
        rows: { measure: 'sales', by: 'attainment', from: [0.8, 1] },
        columns: { measure: 'margin', from: [0.1, 0.2] },
        cells: [
          [0.5, 0.8],
          [0.8, 1],
        ],
      },
      {
        kind: 'objectives',
        id: 'mbo',
        target: 1000,
        objectives: [
          { id: 'one', weight: 0.4 },
          { id: 'two', weight: 0.6 },
        ],
      },
      {
        kind: 'milestones',
        id: 'levels',
        axis: { measure: 'sales', by: 'attainment' },
        levels: [
          { at: 0.5, amount: 100 },
          { at: 1, amount: 500 },
        ],
      },
      { kind: 'kicker', id: 'spif', where: [{ field: 'product', is: ['GTX Pro'] }], perDeal: 100 },
    ],
    crediting: {
      splits: [
        { role: 'a', share: 0.6 },
        { role: 'b', share: 0.4 },
      ],
    },
    ramp: { steps: [{ from: 1, to: 2, quota: 0.5 }] },
    draw: { kind: 'recoverable', amount: 500 },
    clawback: { of: 'paid', takes: 'unserved-term', within: 12 },
    instalments: [
      { share: 0.5, on: 'booking' },
      { share: 0.5, on: 'cash' },
    ],
    rounding: { at: 'line' },
    // 60,000: 50,000 at 4 % and 10,000 at 7 % = 2,700; 60 % of the 1,000 bonus = 600; the level at 50 % = 100.
    examples: [
      {
        name: 'At 60 %',
        given: { deals: [{ amount: 60000 }], measures: { margin: { value: 0.1 } } },
        expect: { total: 3400 },
      },
    ],
  };
}

/** What is broken, how, and where and with which sentence the plan is refused. `shape`: the JSON Schema refuses it too. */
export type BadPlan = {
  readonly what: string;
  readonly break: (plan: Json) => void;
  readonly path: string;
  readonly key: string;
  readonly shape: boolean;
};

const bad = (what: string, path: string, key: string, change: (plan: Json) => void, shape = false): BadPlan => ({
  what,
  path,
  key,
  break: change,
  shape,
});
const misshapen = (what: string, path: string, key: string, change: (plan: Json) => void) =>
  bad(what, path, key, change, true);

const tier = (plan: Json, index: number) => plan.components[0].tiers[index];

export const BAD_PLANS: readonly BadPlan[] = [
  misshapen('a wrong field', 'componants', 'pay_plan_field_unknown_meant', (p) => {
    p.componants = [];
  }),
  misshapen('a field that is like no other', 'xylophone', 'pay_plan_field_unknown', (p) => {
    p.xylophone = 1;
  }),
  misshapen('a wrong field in a tier', 'components[0].tiers[1].form', 'pay_plan_field_unknown_meant', (p) => {
    tier(p, 1).form = 1;
  }),
  misshapen('no currency', '', 'pay_plan_field_missing', (p) => {
    delete p.currency;
  }),
  misshapen('no examples at all', 'examples', 'pay_plan_list_empty', (p) => {
    p.examples = [];
  }),
  misshapen('a rate in words', 'components[0].tiers[0].rate', 'pay_plan_not_number', (p) => {
    tier(p, 0).rate = 'four';
  }),
  misshapen('a rate with a per cent sign', 'components[0].tiers[0].rate', 'pay_plan_not_number_percent', (p) => {
    tier(p, 0).rate = '4 %';
  }),
  misshapen('a rate in scientific text', 'components[0].tiers[0].rate', 'pay_plan_not_number', (p) => {
    tier(p, 0).rate = '4e-2';
  }),
  misshapen('null for a number', 'targetPay.variable', 'pay_plan_not_number', (p) => {
    p.targetPay.variable = null;
  }),
  misshapen('a number beyond all ledgers', 'components[4].levels[0].amount', 'pay_plan_number_huge', (p) => {
    p.components[4].levels[0].amount = '123456789012345678';
  }),
  misshapen('tiers that are no list', 'components[0].tiers', 'pay_plan_not_list', (p) => {
    p.components[0].tiers = { from: 0 };
  }),
  misshapen('a measure that is no object', 'measures[1]', 'pay_plan_not_object', (p) => {
    p.measures[1] = 'margin';
  }),
  misshapen('a name that is no text', 'name', 'pay_plan_not_text', (p) => {
    p.name = 7;
  }),
  misshapen('an empty name', 'name', 'pay_plan_text_empty', (p) => {
    p.name = '';
  }),
  misshapen('an id with a space', 'components[0].id', 'pay_plan_not_id', (p) => {
    p.components[0].id = 'new business';
  }),
  misshapen('a currency in words', 'currency', 'pay_plan_not_currency', (p) => {
    p.currency = 'Dollars';
  }),
  misshapen('a kind that nobody knows', 'components[0].kind', 'pay_plan_not_one_of_meant', (p) => {
    p.components[0].kind = 'comission';
  }),
  misshapen('a component without a kind', 'components[0]', 'pay_plan_field_missing', (p) => {
    delete p.components[0].kind;
  }),
  misshapen('a period that nobody knows', 'period', 'pay_plan_not_one_of', (p) => {
    p.period = 'fortnightly';
  }),
  misshapen('a method that nobody knows', 'components[0].method', 'pay_plan_not_one_of_meant', (p) => {
    p.components[0].method = 'retro-active';
  }),
  misshapen('a language of the future', 'language', 'pay_plan_not_one_of', (p) => {
    p.language = 2;
  }),
  misshapen('a tier that pays nothing', 'components[0].tiers[0]', 'pay_plan_one_of_missing', (p) => {
    delete tier(p, 0).rate;
  }),
  misshapen('a tier that pays twice', 'components[0].tiers[0]', 'pay_plan_one_of_several', (p) => {
    tier(p, 0).amount = 5;
  }),
  misshapen('a gate without a bound', 'components[0].gates[0]', 'pay_plan_any_of_missing', (p) => {
    delete p.components[0].gates[0].atLeast;
  }),
  misshapen('a threshold of no stated meaning', 'components[0].threshold', 'pay_plan_field_missing', (p) => {
    p.components[0].threshold = { at: 0.5 };
  }),
  misshapen('a tier below nothing', 'components[0].tiers[0].from', 'pay_plan_too_small', (p) => {
    tier(p, 0).from = -1;
  }),
  misshapen('an instalment above all', 'instalments[0].share', 'pay_plan_too_large', (p) => {
    p.instalments[0].share = 1.5;
  }),
  misshapen('a draw of nothing', 'draw.amount', 'pay_plan_not_above', (p) => {
    p.draw.amount = 0;
  }),
  misshapen('half a month', 'ramp.steps[0].from', 'pay_plan_not_whole', (p) => {
    p.ramp.steps[0].from = 1.5;
  }),
  misshapen('yes in words', 'components[3].objectives[0].partial', 'pay_plan_not_yes_no', (p) => {
    p.components[3].objectives[0].partial = 'yes';
  }),
  misshapen('a condition on a list in a list', 'components[5].where[0].is[0]', 'pay_plan_not_literal', (p) => {
    p.components[5].where[0].is = [['GTX Pro']];
  }),
  misshapen('a bound of yes or no', 'components[5].where[0].atLeast', 'pay_plan_not_bound', (p) => {
    p.components[5].where[0].atLeast = true;
  }),
  bad('a day that no calendar has', 'effective.from', 'pay_plan_not_date', (p) => {
    p.effective = { from: '2017-02-30' };
  }),
  bad('overlapping tiers', 'components[0].tiers[1].from', 'pay_plan_tiers_overlap', (p) => {
    tier(p, 1).from = 0.4;
  }),
  bad('a gap between tiers', 'components[0].tiers[1].from', 'pay_plan_tiers_gap', (p) => {
    tier(p, 1).from = 0.6;
  }),
  bad('an open tier in the middle', 'components[0].tiers[1]', 'pay_plan_tier_open_early', (p) => {
    delete tier(p, 1).to;
  }),
  bad('a tier that ends before it begins', 'components[0].tiers[2].to', 'pay_plan_tier_backwards', (p) => {
    tier(p, 2).to = 0.9;
  }),
  bad('tiers in the wrong order', 'components[0].tiers[1].from', 'pay_plan_tiers_unordered', (p) => {
    p.components[0].tiers = [
      { from: 0.5, to: 1, rate: 0.07 },
      { from: 0, to: 0.5, rate: 0.04 },
    ];
  }),
  bad('7 for 7 %', 'components[0].tiers[1].rate', 'pay_plan_rate_too_large', (p) => {
    tier(p, 1).rate = 7;
  }),
  bad('100 for 100 %', 'components[0].tiers[2].from', 'pay_plan_attainment_too_large', (p) => {
    tier(p, 1).to = 100;
    tier(p, 2).from = 100;
  }),
  bad('a measure that is not there', 'components[0].pays', 'pay_plan_no_name_meant', (p) => {
    p.components[0].pays = 'sale';
  }),
  bad('a gate on a measure that is not there', 'components[0].gates[0].measure', 'pay_plan_no_measure', (p) => {
    p.components[0].gates[0].measure = 'satisfaction';
  }),
  bad('two components of one name', 'components[1].id', 'pay_plan_name_twice', (p) => {
    p.components[1].id = 'new';
  }),
  bad('a component called draw', 'components[1].id', 'pay_plan_name_taken', (p) => {
    p.components[1].id = 'draw';
  }),
  bad('weights that are not 100 %', 'components', 'pay_plan_weights_not_whole', (p) => {
    delete p.components[1].target;
    p.components[1].weight = 0.9;
  }),
  bad('a weight of no target', 'components[1].weight', 'pay_plan_weight_of_nothing', (p) => {
    delete p.targetPay;
    delete p.components[1].target;
    p.components[1].weight = 1;
  }),
  bad('splits that are not 100 %', 'crediting.splits', 'pay_plan_splits_not_whole', (p) => {
    p.crediting.splits[0].share = 0.7;
  }),
  bad('instalments that are not 100 %', 'instalments', 'pay_plan_instalments_not_whole', (p) => {
    p.instalments[1].share = 0.4;
  }),
  bad('objectives that are not 100 %', 'components[3].objectives', 'pay_plan_objective_weights', (p) => {
    p.components[3].objectives[0].weight = 0.5;
  }),
  bad('a row of the matrix too short', 'components[2].cells[1]', 'pay_plan_matrix_columns', (p) => {
    p.components[2].cells[1] = [0.8];
  }),
  bad('a row of the matrix too few', 'components[2].cells', 'pay_plan_matrix_rows', (p) => {
    p.components[2].cells.pop();
  }),
  bad('levels that do not rise', 'components[4].levels[1].at', 'pay_plan_levels_not_rising', (p) => {
    p.components[4].levels[1].at = 0.5;
  }),
  bad('a line with only one end', 'components[0].tiers[0]', 'pay_plan_line_needs_ends', (p) => {
    tier(p, 0).method = 'interpolated';
  }),
  bad('a line without an end', 'components[1].tiers[0]', 'pay_plan_line_without_end', (p) => {
    delete p.components[1].tiers[0].to;
  }),
  bad('a component that pays nothing', 'components[0]', 'pay_plan_no_rate', (p) => {
    delete p.components[0].tiers;
    p.components[0].gates = [];
  }),
  bad('a multiplier of no rate', 'components[0].tiers', 'pay_plan_multiplier_of_nothing', (p) => {
    p.components[0].tiers = [{ from: 0, multiplier: 1.5 }];
  }),
  bad('a ramp with a hole', 'ramp.steps[1].from', 'pay_plan_ramp_gap', (p) => {
    p.ramp.steps.push({ from: 4, quota: 0.8 });
  }),
  bad('a draw forgiven nobody knows when', 'draw', 'pay_plan_draw_forgive_after', (p) => {
    p.draw.kind = 'forgiven';
  }),
  bad('a finer rounding than cents', 'rounding.digits', 'pay_plan_rounding_digits', (p) => {
    p.rounding.digits = 3;
  }),
  bad('a gate that never opens', 'components[0].gates[0]', 'pay_plan_gate_never_opens', (p) => {
    p.components[0].gates[0].below = 0.1;
  }),
  bad('an end before the start', 'effective.to', 'pay_plan_dates_backwards', (p) => {
    p.effective = { from: '2017-04-01', to: '2017-01-01' };
  }),
  bad('an example that disagrees', 'examples[0].expect.total', 'pay_plan_example_differs', (p) => {
    p.examples[0].expect.total = 3400.01;
  }),
  bad(
    'an example about a measure that is not there',
    'examples[0].given.quotas.revenue',
    'pay_plan_no_measure',
    (p) => {
      p.examples[0].given.quotas = { revenue: 1 };
    },
  ),
];
