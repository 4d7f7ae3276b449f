import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSnapshot } from '../../../../src/core/deal/changes/parse-snapshot';
import { dealSnapshot } from '../../../../src/core/deal/changes/snapshot';
import { whatChanged } from '../../../../src/core/deal/changes/what-changed';
import type { Dossier } from '../../../../src/core/model/dossier';
import { civilDate } from '../../../../src/core/value/civil-date';
import { type Known, type MissingReason, missing } from '../../../../src/core/value/known';
import { moneyOf } from '../../../../src/core/value/money';
import { act, anyActivities, CLOCK, daysAgo, deal, known, member, stage } from '../evidence/a-deal';

const SAME_ACT = act();
const base = deal({}, { activities: known([SAME_ACT]) });
const as = (opportunity: Partial<Dossier['opportunity']> = {}, blocks: Partial<Dossier> = {}): Dossier => ({
  ...base,
  ...blocks,
  opportunity: { ...base.opportunity, ...opportunity },
});
const between = (before: Dossier, after: Dossier) =>
  whatChanged(dealSnapshot(before, CLOCK), dealSnapshot(after, CLOCK));
const keys = (before: Dossier, after: Dossier) => between(before, after).map(({ says }) => says.key);

describe('what changed since you last looked', () => {
  it('nothing, where nothing did', () => {
    expect(between(as(), as())).toEqual([]);
  });

  it('a stage forward is better, back is worse', () => {
    const forward = between(as(), as({ stage: known(stage('Negotiate')) }));
    expect(forward).toMatchObject([
      { part: 'stage', direction: 'better', says: { key: 'deal_changed_stage_forward' } },
    ]);
    const back = between(as(), as({ stage: known(stage('Discover')) }));
    expect(back).toMatchObject([{ part: 'stage', direction: 'worse', says: { key: 'deal_changed_stage_back' } }]);
  });

  it('a stage of unknown place is neither', () => {
    const odd = { name: 'Odd', label: 'Odd', order: missing('not-recorded') };
    expect(between(as(), as({ stage: known(odd) }))).toMatchObject([{ direction: 'neutral' }]);
  });

  it('the amount, up and down, with both figures', () => {
    expect(between(as(), as({ amount: known(moneyOf(60_000, 'USD')) }))[0]).toMatchObject({
      direction: 'better',
      says: {
        key: 'deal_changed_amount_up',
        figures: [{ money: moneyOf(50_000, 'USD') }, { money: moneyOf(60_000, 'USD') }],
      },
    });
    expect(keys(as(), as({ amount: known(moneyOf(40_000, 'USD')) }))).toEqual(['deal_changed_amount_down']);
  });

  it('in another currency it is neither up nor down', () => {
    expect(between(as(), as({ amount: known(moneyOf(7_000_000, 'JPY')) }))).toMatchObject([
      { direction: 'neutral', says: { key: 'deal_changed_amount_currency' } },
    ]);
  });

  it('a close date pushed by 47 days, or pulled in', () => {
    expect(between(as(), as({ closeDate: known(civilDate('2026-08-31')) }))[0]).toMatchObject({
      direction: 'worse',
      says: { key: 'deal_changed_close_pushed', figures: [{}, {}, { unit: 'days', days: 47 }] },
    });
    expect(keys(as(), as({ closeDate: known(civilDate('2026-07-01')) }))).toEqual(['deal_changed_close_pulled']);
  });

  it('somebody new on the committee, somebody gone, a role changed', () => {
    const after = as({}, { committee: known([member('ann', known('Decision Maker')), member('cyd')]) });
    expect(between(as(), after).map(({ says: { key, figures } }) => [key, figures])).toEqual([
      [
        'deal_changed_role',
        [
          { unit: 'text', text: 'ann' },
          { unit: 'text', text: 'Economic Buyer' },
          { unit: 'text', text: 'Decision Maker' },
        ],
      ],
      ['deal_changed_joined', [{ unit: 'text', text: 'cyd' }]],
      ['deal_changed_left', [{ unit: 'text', text: 'bob' }]],
    ]);
  });

  it('one person with two roles is one person, in whatever order the roles come', () => {
    const roles = [member('ann', known('Decision Maker')), member('ann', known('Economic Buyer'))];
    expect(between(as({}, { committee: known(roles) }), as({}, { committee: known([...roles].reverse()) }))).toEqual(
      [],
    );
  });

  it('new acts of the buyer, and only those that count', () => {
    const mail = act({ kind: 'email', by: 'buyer', tie: 'account', otherDeals: known(1) });
    const more = known([SAME_ACT, mail, act({ at: daysAgo(2) }), act({ at: daysAgo(1) })]);
    expect(between(as(), as({}, { activities: more }))).toMatchObject([
      { part: 'evidence', says: { key: 'deal_changed_acts', figures: [{ unit: 'count', count: 2 }] } },
    ]);
  });

  it('owner, next step, forecast category, probability, and how it ended', () => {
    const after = as({
      outcome: 'won',
      owner: known({ id: '006', name: 'Omar' }),
      nextStep: known('Countersign'),
      forecastCategory: known('closed'),
      probability: known(1),
    });
    expect(keys(as(), after)).toEqual([
      'deal_changed_won',
      'deal_changed_forecast',
      'deal_changed_probability',
      'deal_changed_next_step',
      'deal_changed_owner',
    ]);
  });
});

describe('what cannot be seen is no change to nothing', () => {
  const fields = ['stage', 'forecastCategory', 'amount', 'closeDate', 'probability', 'nextStep', 'owner'] as const;
  const without = (field: (typeof fields)[number], why: MissingReason) => as({ [field]: missing(why) });

  it.each(fields)('%s that becomes hidden is said to be hidden, and seen again when it is', (field) => {
    expect(keys(as(), without(field, 'hidden'))).toEqual(['deal_changed_hidden']);
    expect(keys(without(field, 'hidden'), as())).toEqual(['deal_changed_visible']);
  });

  it.each(fields)('%s that could not be read this time tells nothing', (field) => {
    expect(keys(as(), without(field, 'not-yet-read'))).toEqual([]);
    expect(keys(without(field, 'not-readable'), as())).toEqual([]);
  });

  it.each(fields)('%s that was emptied is said to be emptied', (field) => {
    expect(keys(as(), without(field, 'not-recorded'))[0]).toMatch(/_cleared$/);
    expect(keys(without(field, 'not-recorded'), as())[0]).toMatch(/_set$/);
  });

  it('a hidden committee has lost nobody, a hidden role has not changed to nothing', () => {
    expect(keys(as(), as({}, { committee: missing('hidden') }))).toEqual(['deal_changed_hidden']);
    const role = known([member('ann', missing('hidden')), member('bob', known('Evaluator'))]);
    expect(keys(as(), as({}, { committee: role }))).toEqual(['deal_changed_hidden']);
  });

  it('activities that can be read for the first time are not all new', () => {
    expect(keys(as({}, { activities: missing('hidden') }), as())).toEqual([]);
  });

  it('a change made while a field could not be read is told once it can be', () => {
    const first = dealSnapshot(as(), CLOCK);
    const second = dealSnapshot(as({ amount: missing('not-yet-read') }), CLOCK, first);
    const third = dealSnapshot(as({ amount: known(moneyOf(60_000, 'USD')) }), CLOCK, second);
    expect(whatChanged(first, second)).toEqual([]);
    expect(whatChanged(second, third).map(({ says }) => says.key)).toEqual(['deal_changed_amount_up']);
  });
});

describe('a stored snapshot', () => {
  it('comes back from JSON as it was', () => {
    const snapshot = dealSnapshot(as({ owner: missing('hidden') }), CLOCK);
    expect(parseSnapshot(JSON.parse(JSON.stringify(snapshot)))).toEqual(snapshot);
  });

  it('of another format, or damaged, is none', () => {
    const snapshot = dealSnapshot(as(), CLOCK);
    for (const damaged of [
      undefined,
      null,
      'x',
      {},
      { ...snapshot, format: 2 },
      { ...snapshot, closeDate: { is: 'given', value: '2026-02-30' } },
      { ...snapshot, amount: { is: 'given', value: { minor: 1.5, currency: 'USD' } } },
      { ...snapshot, amount: { is: 'given', value: { minor: 1, currency: 'dollars' } } },
    ]) {
      expect(parseSnapshot(damaged)).toBeUndefined();
    }
  });
});

describe('laws', () => {
  const reason = fc.constantFrom<MissingReason>(
    'hidden',
    'feature-off',
    'not-recorded',
    'not-yet-read',
    'not-readable',
  );
  const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<Known<T>> =>
    fc.oneof(
      { weight: 3, arbitrary: value.map(known<T>) },
      { weight: 1, arbitrary: reason.map((why) => missing(why)) },
    );
  const anyDeal = fc
    .record({
      stage: maybe(fc.constantFrom('Qualify', 'Propose', 'Negotiate').map(stage)),
      amount: maybe(fc.integer({ min: -3, max: 3 }).map((units) => moneyOf(units, 'USD'))),
      closeDate: maybe(fc.constantFrom('2026-07-01', '2026-08-01').map(civilDate)),
      nextStep: maybe(fc.constantFrom('a', 'b')),
      committee: maybe(fc.array(fc.constantFrom('ann', 'bob').map((id) => member(id)))),
      activities: maybe(anyActivities),
    })
    .map(({ committee, activities, ...opportunity }) => as(opportunity, { committee, activities }));

  it('a deal compared with itself has not changed, also after a night in the store', () => {
    fc.assert(
      fc.property(anyDeal, (one) => {
        const snapshot = dealSnapshot(one, CLOCK);
        expect(whatChanged(parseSnapshot(JSON.parse(JSON.stringify(snapshot)))!, dealSnapshot(one, CLOCK))).toEqual([]);
      }),
    );
  });

  it('what is better one way is worse the other way round', () => {
    fc.assert(
      fc.property(anyDeal, anyDeal, (a, b) => {
        const turned = { better: 'worse', worse: 'better', neutral: 'neutral' } as const;
        const told = (from: Dossier, to: Dossier) => between(from, to).filter(({ part }) => part !== 'evidence');
        const there = told(a, b).map(({ part, direction }) => `${part} ${direction}`);
        const back = told(b, a).map(({ part, direction }) => `${part} ${turned[direction]}`);
        expect(back.sort()).toEqual(there.sort());
      }),
    );
  });
});
