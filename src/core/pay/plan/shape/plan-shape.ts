import { component, condition, modifierFields } from './component-shape';
import { choice, date, id, list, may, need, number, object, type Shape, table, text, whole, yesNo } from './shape';

const share = number({ least: 0 });
const period = choice('month', 'quarter', 'half', 'year');
const currency: Shape = { is: 'text', pattern: 'currency' };

const measure = object('measure', {
  id: need(id, 'Its name in this file'),
  name: may(text, 'As the statement calls it'),
  counts: need(choice('credit', 'margin', 'margin-share', 'deals', 'field', 'team', 'given'), 'What is counted'),
  field: may(text, 'For `field`: the numeric field that is summed'),
  where: may(
    list(() => condition),
    'Deals that count',
  ),
  quota: may(
    object('quota', {
      amount: need(share, 'The target; 0 is no quota'),
      per: may(period, "The plan's period unless told"),
    }),
    'A period quota from the CRM or the options goes before it',
  ),
});

const credited = object('role', { role: need(text, 'The part in the deal'), share: need(share, 'Share of the deal') });

const crediting = object('crediting', {
  splits: may(
    list(() => credited, 1),
    'Shares of one credit: together 1',
  ),
  overlays: may(
    list(() => credited, 1),
    'Credited beside it',
  ),
  dealCreditAtMost: may(number({ above: 0 }), 'The most that one deal counts towards quota'),
  exclude: may(
    list(() => list(() => condition, 1)),
    'Deals that never count: each list is one kind',
  ),
});

const ramp = object('ramp', {
  unit: may(choice('month', 'period'), 'What steps count: months of service unless told'),
  steps: need(
    list(
      () =>
        object(
          'ramp step',
          {
            from: need(whole(1), 'First month of service, from 1'),
            to: may(whole(1), 'Last month; the same unless told'),
            quota: may(share, 'Share of the full quota'),
            rate: may(share, 'Rates times this'),
            guarantee: may(share, 'Least variable pay for one month (or period)'),
          },
          { any: ['quota', 'rate', 'guarantee'] },
        ),
      1,
    ),
    'In order',
  ),
});

const draw = object('draw', {
  kind: need(choice('recoverable', 'non-recoverable', 'forgiven'), 'Whether the shortfall is owed'),
  amount: need(number({ above: 0 }), 'For one period of the plan'),
  forgiveAfter: may(whole(1), 'Periods after which it is forgiven'),
  forgives: may(choice('balance', 'each-shortfall'), 'The balance every n periods, or each shortfall after n'),
  periods: may(whole(1), 'How many periods the draw lasts'),
  repays: may(number({ above: 0, most: 1 }), 'Share of the earnings above the draw that repays'),
});

const clawback = object('clawback', {
  of: need(choice('earned', 'paid'), 'Of all that was earned, or only of what was paid'),
  takes: need(choice('all', 'unserved-term'), 'All of it, or the part for the term not served'),
  by: may(choice('months', 'days'), 'How the term is counted'),
  within: may(whole(1), 'Months in which a cancellation takes pay back'),
  allWithin: may(whole(1), 'Months in which all is taken even where the rest is prorated'),
});

const instalment = object('instalment', {
  share: need(number({ above: 0, most: 1 }), "Share of the deal's pay"),
  on: need(choice('booking', 'cash', 'go-live', 'months-after'), 'What releases it'),
  months: may(whole(1), 'For months-after'),
});

const figures = table(() => number());

const exampleDeal = object('deal', {
  id: may(text, 'Record id'),
  amount: need(number(), 'The whole deal'),
  currency: may(currency, "The plan's unless told"),
  share: may(share, "The rep's share"),
  role: may(text, "The rep's part, where the plan says what share it has"),
  closeDate: may(date, 'Close date'),
  product: may(text, 'Product'),
  family: may(text, 'Product family'),
  type: may(text, 'Type of deal'),
  term: may(whole(0), 'Term in months'),
  newLogo: may(yesNo, 'A new customer'),
  margin: may(number(), 'Margin'),
  rateOnDealDate: may(number({ above: 0 }), "One unit of the deal's currency in the plan's"),
  cashShare: may(number({ least: 0, most: 1 }), 'Share that the customer has paid'),
  goLiveOn: may(date, 'Go-live'),
  fields: may(
    table(() => ({ is: 'literal' })),
    'Fields of your own',
  ),
});

const given = object('given', {
  period: may(
    object('period', { start: need(date, 'First day'), end: need(date, 'The day after the last') }),
    'The period',
  ),
  deals: may(
    list(() => exampleDeal),
    'Deals won',
  ),
  quotas: may(figures, 'Quotas of the period, by measure'),
  measures: may(
    table(() =>
      object(
        'figure',
        { value: may(number(), 'Its value'), attainment: may(number(), '1 is 100 %') },
        { one: ['value', 'attainment'] },
      ),
    ),
    'Figures of given measures',
  ),
  team: may(
    list(() => object('member', { id: need(text, 'Who'), amount: need(number(), 'Credited') })),
    'The people of a manager',
  ),
  objectives: may(figures, 'How far each objective is done, 0 to 1'),
  startedOn: may(date, 'First day of the rep'),
  leftOn: may(date, 'Last day of the rep'),
  earlier: may(
    object('earlier', {
      credit: may(figures, 'By measure'),
      quota: may(figures, 'By measure'),
      paid: may(figures, 'By component'),
    }),
    'The year before the period',
  ),
  draw: may(
    object('draw state', { owed: may(share, 'Owed before'), period: may(whole(1), 'Which period of the draw') }),
    'Draw',
  ),
  cancelled: may(
    list(() =>
      object('cancellation', {
        id: need(text, 'Record id'),
        cancelledOn: need(date, 'When'),
        startedOn: need(date, 'Start of the term'),
        term: need(whole(1), 'Term in months'),
        earned: need(number(), 'What the deal earned'),
        paid: need(number(), 'What of it was paid'),
      }),
    ),
    'Deals cancelled in the period',
  ),
  rates: may(
    object('rates', { fixed: may(figures, 'By currency'), paymentDate: may(figures, 'By currency') }),
    'Exchange rates',
  ),
});

const example = object('example', {
  name: need(text, 'What it shows'),
  given: need(given, 'The facts of one period'),
  expect: need(
    object(
      'expectation',
      {
        total: may(number(), 'Total of the statement'),
        payNow: may(number(), 'What is due now'),
        components: may(figures, 'By component'),
        attainment: may(figures, 'By measure; 1 is 100 %'),
        quota: may(figures, 'By measure'),
        drawOwed: may(number(), 'Owed after the period'),
      },
      { any: ['total', 'payNow', 'components', 'attainment', 'quota', 'drawOwed'] },
    ),
    'What the plan pays for them',
  ),
});

/** The whole file. */
export const planShape = object('plan', {
  $schema: may(text, 'Where the schema is; for editors'),
  language: need(choice(1), 'Version of the language'),
  id: need(id, 'Its name'),
  name: need(text, 'As people call it'),
  version: need(text, 'Version of the plan itself'),
  note: may(text, 'Anything worth saying'),
  currency: need(currency, 'Three capital letters'),
  period: need(period, 'How long it counts before it pays'),
  effective: may(
    object('effective', { from: need(date, 'First day'), to: may(date, 'The day after the last') }),
    'When it applies',
  ),
  targetPay: may(
    object('target pay', {
      base: may(share, 'Base pay'),
      variable: need(number({ above: 0 }), 'Target variable pay'),
      per: may(period, 'A year unless told'),
    }),
    'Pay at 100 %',
  ),
  measures: need(
    list(() => measure, 1),
    'What is counted',
  ),
  components: need(
    list(() => component, 1),
    'What is paid',
  ),
  modifiers: may(
    list(() =>
      object('modifier', {
        ...modifierFields,
        on: may(
          list(() => id, 1),
          'Components; all unless told',
        ),
      }),
    ),
    'Scale everything, but kickers only where they are named',
  ),
  caps: may(
    list(() =>
      object(
        'plan cap',
        {
          amount: may(share, 'A sum'),
          payout: may(share, 'A share of the target; of the year’s target where it limits the year'),
          per: need(choice('period', 'year'), 'What it limits'),
        },
        { any: ['amount', 'payout'] },
      ),
    ),
    'Limits on everything',
  ),
  crediting: may(crediting, 'Who is credited'),
  conversion: may(
    object('conversion', {
      attainment: may(choice('fixed', 'deal-date', 'payment-date'), 'Rate for attainment'),
      payment: may(choice('fixed', 'deal-date', 'payment-date'), 'Rate for payment'),
      paidIn: may(currency, "The currency paid in; the plan's unless told"),
    }),
    'Currency for attainment and for payment',
  ),
  windfall: may(
    object(
      'windfall',
      {
        overQuotaShare: may(number({ above: 0 }), 'Of quota'),
        overTargetShare: may(number({ above: 0 }), 'Of target pay'),
      },
      { any: ['overQuotaShare', 'overTargetShare'] },
    ),
    'Deals that go to review',
  ),
  ramp: may(ramp, 'How a new hire is eased in'),
  proration: may(
    object('proration', {
      startDay: need(choice('counts', 'does-not-count'), 'Whether the first day counts'),
      of: may(
        list(() => choice('quota', 'target', 'draw', 'guarantee', 'milestones'), 1),
        'Quota and target unless told',
      ),
      periodDays: may(whole(1), 'Days of a period; those it has unless told'),
    }),
    'Part of a period, part of the quota',
  ),
  draw: may(draw, 'An advance on commission'),
  clawback: may(clawback, 'When a deal is cancelled'),
  instalments: may(
    list(() => instalment, 1),
    'Payments of a deal: together 1',
  ),
  rounding: may(
    object('rounding', {
      mode: may(choice('half-up', 'half-even', 'down', 'up'), 'Half up unless told'),
      at: may(choice('deal', 'line', 'total'), 'Each line unless told'),
      digits: may(whole(0, 4), "Decimals; the currency's own unless told"),
    }),
    'Rounding',
  ),
  examples: need(
    list(() => example, 1),
    'Worked examples: a plan that disagrees with them is refused',
  ),
});
