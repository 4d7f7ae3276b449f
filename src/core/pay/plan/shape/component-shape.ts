import { choice, id, list, may, need, number, object, type Shape, text, whole, yesNo } from './shape';

const money = number();
const positive = number({ above: 0 });
const share = number({ least: 0 });

/** A literal of a condition: text, a number, yes or no. */
const literal: Shape = { is: 'literal' };

export const condition = object(
  'condition',
  {
    field: need(
      text,
      'product, family, type, term, newLogo, amount, margin, marginShare, closeDate, role, or a field of your own by API name',
    ),
    is: may(
      list(() => literal, 1),
      'The field is one of these',
    ),
    isNot: may(
      list(() => literal, 1),
      'The field is none of these',
    ),
    atLeast: may({ is: 'literal', bound: true }, 'A number or a date: this or more'),
    above: may({ is: 'literal', bound: true }, 'A number or a date: more than this'),
    atMost: may({ is: 'literal', bound: true }, 'A number or a date: this or less'),
    below: may({ is: 'literal', bound: true }, 'A number or a date: less than this'),
  },
  { any: ['is', 'isNot', 'atLeast', 'above', 'atMost', 'below'] },
);

const by = may(choice('value', 'attainment'), 'The value counted, or its share of the quota; value unless told');
const window = may(choice('period', 'year-to-date'), 'The period unless told');
const boundary = may(
  choice('higher-tier', 'lower-tier'),
  'Who owns an amount exactly on an edge; the higher tier unless told',
);

const axis = object('axis', { measure: need(id, 'A measure of this plan'), by, window });

const line = object(
  'line',
  {
    at: need(number(), 'The figure at the lower edge'),
    to: may(number(), 'The figure at the upper edge'),
    slope: may(number(), 'What it rises by a unit of the axis (by 100 % for attainment)'),
  },
  { one: ['to', 'slope'] },
);
const figure = (plain: Shape): Shape => ({ is: 'either', plain, object: line });

const method = may(
  choice('marginal', 'retroactive', 'interpolated'),
  'Only what lies in the tier, everything, or a straight line',
);

const tier = object(
  'tier',
  {
    name: may(text, 'As the statement calls it'),
    from: need(number({ least: 0 }), 'Lower edge'),
    to: may(number({ above: 0 }), 'Upper edge; absent in the last tier'),
    method,
    boundary,
    rate: may(figure(number()), 'Share of the amount paid on (0.07 is 7 %), or money a unit of a count'),
    multiplier: may(figure(number()), "Times the component's base rate"),
    payout: may(figure(number()), 'Share of the target'),
    amount: may(figure(number()), 'A fixed sum'),
    part: may(choice('whole', 'proportional'), 'For a marginal sum: all of it on entering the tier, or in proportion'),
  },
  { one: ['rate', 'multiplier', 'payout', 'amount'] },
);

const threshold = object('threshold', {
  at: need(positive, 'Where pay begins'),
  pays: need(choice('excess', 'everything'), 'Only what lies above pays, or everything once it is reached'),
  reachedAt: may(choice('exactly', 'above'), 'Whether exactly the threshold has reached it'),
});

const gate = object(
  'gate',
  {
    measure: need(id, 'The second measure'),
    by,
    window,
    atLeast: may(number(), 'Open from this on'),
    above: may(number(), 'Open above this'),
    atMost: may(number(), 'Open up to this'),
    below: may(number(), 'Open below this'),
    otherwise: need(
      {
        is: 'either',
        plain: choice('nothing', 'no-accelerator'),
        object: object(
          'otherwise',
          {
            payoutAtMost: may(share, 'At most this share of the target'),
            amountAtMost: may(share, 'At most this sum'),
            multipliedBy: may(share, 'The earnings times this'),
          },
          { one: ['payoutAtMost', 'amountAtMost', 'multipliedBy'] },
        ),
      },
      'What is left while the gate is closed',
    ),
    acceleratesFrom: may(number({ above: 0 }), 'Where accelerators begin on the axis; 100 % of quota unless told'),
  },
  { any: ['atLeast', 'above', 'atMost', 'below'] },
);

export const modifierFields = {
  measure: need(id, 'The second measure'),
  by,
  window,
  boundary,
  steps: need(
    list(
      () =>
        object('step', {
          from: need(number(), 'Lower edge'),
          to: may(number(), 'Upper edge'),
          multiplier: need(figure(share), 'The earnings times this'),
        }),
      1,
    ),
    'Outside its steps a modifier changes nothing',
  ),
} as const;

const cap = object(
  'cap',
  {
    amount: may(share, 'A sum'),
    payout: may(share, 'A share of the target; of the year’s target where it limits the year'),
    rate: may(share, 'A share of what is paid on'),
    per: need(choice('deal', 'period', 'year'), 'What it limits'),
  },
  { any: ['amount', 'payout', 'rate'] },
);

const base = {
  id: need(id, 'Its name in this file'),
  name: may(text, 'As the statement calls it'),
  gates: may(
    list(() => gate),
    'Second measures that must be met',
  ),
  modifiers: may(
    list(() => object('modifier', modifierFields)),
    'Second measures that scale the earnings',
  ),
  caps: may(
    list(() => cap),
    'Limits',
  ),
  weight: may(number({ above: 0, most: 1 }), 'Share of the target variable pay; all weights together are 1'),
  target: may(share, 'Target pay for one period of the plan, where there is no weight'),
} as const;

const curve = {
  scope: may(choice('transaction', 'period', 'year-to-date'), 'What moves through the tiers; the period unless told'),
  payment: may(
    choice('cumulative-less-paid', 'period-only'),
    "For the year to date: the year's pay less what was paid, or this period's deals at the year's rates",
  ),
  method,
  boundary,
  threshold: may(threshold, 'Where pay begins'),
  tiers: may(
    list(() => tier, 1),
    'Stretches of the axis, lowest first',
  ),
  withoutQuota: may(choice('unknown', 'base-rate'), 'What happens when there is no quota'),
} as const;

const rateClass = object('rate class', {
  name: may(text, 'As the statement calls it'),
  where: may(
    list(() => condition),
    'Deals of the class; absent: every deal',
  ),
  rate: need(number(), 'Their base rate'),
});

const commission = object('commission', {
  kind: need(choice('commission'), 'Pays a share of amounts, or a sum a unit'),
  ...base,
  pays: need(id, 'The measure that is paid on'),
  axis: may(axis, 'What moves through the tiers; the measure paid on unless told'),
  rate: may({ is: 'number', or: 'target / quota' }, 'Base rate, or "target / quota"'),
  rates: may(
    list(() => rateClass, 1),
    'Base rates by class of deals; the first that fits counts',
  ),
  ...curve,
});

const bonus = object('bonus', {
  kind: need(choice('bonus'), 'Pays shares of a target, or fixed sums, by level'),
  ...base,
  axis: need(axis, 'What moves through the tiers'),
  ...curve,
});

const side = object('side', {
  measure: need(id, 'A measure of this plan'),
  by,
  from: need(
    list(() => number(), 1),
    'Where each row or column begins',
  ),
  boundary,
});

const matrix = object('matrix', {
  kind: need(choice('matrix'), 'Payout from two measures at once'),
  ...base,
  rows: need(side, 'Rows'),
  columns: need(side, 'Columns'),
  cells: need(
    list(() => list(() => number(), 1), 1),
    'One list a row',
  ),
  cell: need(choice('payout', 'rate', 'amount'), 'What a cell is'),
  of: may(id, 'The measure that a rate is paid on'),
  between: may(choice('step', 'linear'), 'Between edges: the last one reached, or a straight line'),
});

const milestones = object('milestones', {
  kind: need(choice('milestones'), 'Fixed sums at levels'),
  ...base,
  axis: need(axis, 'What is looked at'),
  pay: may(choice('each', 'highest'), 'Every level reached, or the highest'),
  boundary,
  levels: need(
    list(
      () =>
        object('level', {
          at: need(positive, 'The level'),
          amount: need(money, 'The sum'),
          name: may(text, 'Its name'),
        }),
      1,
    ),
    'Lowest first',
  ),
});

const objectives = object('objectives', {
  kind: need(choice('objectives'), 'Sums for results that a person judges (MBO)'),
  ...base,
  objectives: need(
    list(
      () =>
        object(
          'objective',
          {
            id: need(id, 'Its name in this file'),
            name: may(text, 'As the statement calls it'),
            weight: may(number({ above: 0, most: 1 }), "Share of the component's target"),
            amount: may(share, 'A sum'),
            partial: may(yesNo, 'Whether half done pays half'),
          },
          { one: ['weight', 'amount'] },
        ),
      1,
    ),
    'What is to be done',
  ),
});

const kicker = object(
  'kicker',
  {
    kind: need(choice('kicker'), 'Extra pay for deals of a kind: a SPIF, a kicker'),
    ...base,
    where: may(
      list(() => condition),
      'Deals that qualify',
    ),
    rate: may(number(), 'Extra share of the credited amount'),
    perDeal: may(money, 'A sum a deal'),
    once: may(money, 'A sum once'),
    creditUplift: may(number({ above: 0 }), 'More credit towards quota, as a share of the amount'),
    ofPay: may(
      object('share of pay', {
        components: need(
          list(() => id, 1),
          'Components of this plan',
        ),
        share: need(number(), 'Extra share of what the deal earns in them'),
      }),
      'Extra share of pay',
    ),
    atLeastDeals: may(whole(1), 'Deals needed before any pays'),
    atMostDeals: may(whole(1), 'Deals that pay at most'),
    fromDeal: may(whole(1), 'The first deal that pays, by number'),
  },
  { any: ['rate', 'perDeal', 'once', 'creditUplift', 'ofPay'] },
);

/** Components, told apart by `kind`. */
export const component: Shape = {
  is: 'kinds',
  by: 'kind',
  of: { commission, bonus, matrix, milestones, objectives, kicker },
};
