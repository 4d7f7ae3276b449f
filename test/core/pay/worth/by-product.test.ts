import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LineItem } from '../../../../src/core/model/opportunity';
import type { Component } from '../../../../src/core/pay/plan/component';
import type { CompPlan } from '../../../../src/core/pay/plan/plan';
import { type ProductWorth, worthByProduct } from '../../../../src/core/pay/worth/by-product';
import { nowNext } from '../../../../src/core/pay/worth/now-next';
import { isExplained } from '../../../../src/core/value/explained';
import { missing } from '../../../../src/core/value/known';
import { english } from '../../../ui/english';
import { bookOf, dealOf, goalOf, known, usd } from '../../goals/books';
import { ACCELERATED, answered, groundOfBook, TODAY } from './grounds';

const spoken = english.on({ today: TODAY, zone: 'UTC' });

function lineOf(family: string | null, amount: number, product = `${family} one`): LineItem {
  return {
    id: `${product}${amount}`,
    product,
    family: family === null ? missing('not-recorded') : known(family),
    quantity: known(1),
    amount: known(usd(amount)),
  };
}

/** A deal of 20,000: 12,000 of it GTX, 8,000 MG. */
const TWO = [lineOf('GTX', 12_000), lineOf('MG', 8_000)];

function groundWith(plan: CompPlan, lines: readonly LineItem[] = TWO, won = 90_000, share = 1) {
  const amount = lines.reduce((sum, { amount: each }) => sum + ('value' in each ? each.value.minor / 100 : 0), 0);
  const deal = dealOf('a', amount, '2026-12-10', { products: known(lines) }, share);
  return groundOfBook(bookOf([dealOf('won', won, '2026-10-10')], [deal], { goals: known([goalOf(100_000)]) }), plan);
}

const flat = (...components: Component[]): CompPlan => ({ ...ACCELERATED, components });
const FIVE: Component = { id: 'commission', name: 'Commission', kind: 'commission', pays: 'bookings', rate: '0.05' };

const told = (worth: readonly ProductWorth[]) =>
  worth.map(({ family, pays }) => [family, isExplained(pays) ? pays.value.minor / 100 : spoken.say(pays.because)]);
const behind = ({ pays }: ProductWorth) =>
  pays.terms.map(({ name, of }) => [
    spoken.say(name),
    isExplained(of) ? spoken.show(of.figure) : spoken.say(of.because),
    isExplained(of) ? of.rule.key : null,
  ]);

describe('what a plan pays for the parts of a deal', () => {
  // 90,000 are won and the quota is 100,000: 5 % below it, 10 % above. All of it: 10,000 x 5 % + 10,000 x 10 % = 1,500.
  // Without GTX 8,000 x 5 % = 400; without MG 10,000 x 5 % + 2,000 x 10 % = 700.
  test('each is taken off the whole as the last one: 1,500 less 400, and less 700', () => {
    const ground = groundWith(ACCELERATED);
    expect(told(worthByProduct(ground, 'a'))).toEqual([
      ['GTX', 1_100],
      ['MG', 800],
    ]);
    expect(answered(nowNext(ground, 'a')).minor).toBe(150_000);
  });

  test('a deal that was won is told by the period without it', () => {
    const won = dealOf('a', 20_000, '2026-11-10', { outcome: 'won', products: known(TWO) });
    const book = bookOf([dealOf('b', 90_000, '2026-10-10'), won], [], { goals: known([goalOf(100_000)]) });
    expect(told(worthByProduct(groundOfBook(book, ACCELERATED), 'a'))).toEqual([
      ['GTX', 1_100],
      ['MG', 800],
    ]);
  });

  test('a kicker for a family pays for that family alone', () => {
    const kicker: Component = {
      id: 'push',
      name: 'GTX push',
      kind: 'kicker',
      where: [{ field: 'family', is: ['GTX'] }],
      rate: '0.02',
    };
    const worth = worthByProduct(groundWith(flat(FIVE, kicker)), 'a');
    // 12,000 x 5 % + 12,000 x 2 %; 8,000 x 5 %
    expect(told(worth)).toEqual([
      ['GTX', 840],
      ['MG', 400],
    ]);
    expect(worth.map(behind)).toEqual([
      [
        ['Commission', '$600', 'pay_product_component_rule'],
        ['GTX push', '$240', 'pay_product_component_rule'],
      ],
      [['Commission', '$400', 'pay_product_component_rule']],
    ]);
  });

  test('rates by class say which class it is', () => {
    const classes: Component = {
      id: 'commission',
      kind: 'commission',
      pays: 'bookings',
      rates: [{ name: 'Growth', where: [{ field: 'family', is: ['GTX'] }], rate: '0.08' }, { rate: '0.03' }],
    };
    const worth = worthByProduct(groundWith(flat(classes)), 'a');
    expect(told(worth)).toEqual([
      ['GTX', 960],
      ['MG', 240],
    ]);
    expect(worth.flatMap(behind).map(([, , rule]) => rule)).toEqual([
      'pay_product_class_rule',
      'pay_product_rate_rule',
    ]);
  });

  test('what the plan leaves out, and what pays nothing now, say so', () => {
    const excluded = { ...flat(FIVE), crediting: { exclude: [[{ field: 'family', is: ['MG'] }]] } };
    const [, mg] = worthByProduct(groundWith(excluded), 'a');
    expect(mg && isExplained(mg.pays) && [mg.pays.value.minor, mg.pays.rule.key]).toEqual([0, 'pay_product_excluded']);
    const bonus: Component = {
      id: 'bonus',
      kind: 'milestones',
      axis: { measure: 'bookings', by: 'attainment' },
      levels: [{ at: 2, amount: 1_000 }],
    };
    const [gtx] = worthByProduct(groundWith(flat(bonus)), 'a');
    expect(gtx && isExplained(gtx.pays) && [gtx.pays.value.minor, gtx.pays.rule.key]).toEqual([
      0,
      'pay_product_nothing',
    ]);
  });

  test('a component that asks for the family of lines without one says what it asks for', () => {
    const kicker: Component = { id: 'push', kind: 'kicker', where: [{ field: 'family', is: ['GTX'] }], rate: '0.02' };
    const worth = worthByProduct(
      groundWith(flat(FIVE, kicker), [lineOf('GTX', 12_000), lineOf(null, 8_000, 'Set-up')]),
      'a',
    );
    expect(told(worth)).toEqual([
      ['GTX', 840],
      [null, 400],
    ]);
    expect(worth[1] && behind(worth[1]).map(([name]) => name)).toEqual(['Commission', 'push']);
  });

  test('half of the credit is half of the pay', () => {
    expect(told(worthByProduct(groundWith(flat(FIVE), TWO, 90_000, 0.5), 'a'))).toEqual([
      ['GTX', 300],
      ['MG', 200],
    ]);
  });

  test('a deal of one family is worth what the deal is worth', () => {
    const ground = groundWith(ACCELERATED, [lineOf('GTX', 20_000)]);
    expect(told(worthByProduct(ground, 'a'))).toEqual([['GTX', 1_500]]);
    const several = groundWith(ACCELERATED, [lineOf('GTX', 12_000), lineOf('GTX', 8_000)]);
    expect(told(worthByProduct(several, 'a'))).toEqual([['GTX', 1_500]]);
  });

  test('nothing is told of a deal without products, or of one that the book does not have', () => {
    const none = groundOfBook(bookOf([], [dealOf('a', 20_000, '2026-12-10')], { goals: known([goalOf(100_000)]) }));
    expect(worthByProduct(none, 'a')).toEqual([]);
    expect(worthByProduct(none, 'b')).toEqual([]);
  });

  test('a plan that cannot say what deals pay cannot say it of their parts', () => {
    const deal = dealOf('a', 20_000, '2026-12-10', { products: known(TWO) });
    const worth = worthByProduct(groundOfBook(bookOf([], [deal]), ACCELERATED), 'a');
    expect(worth.map(({ pays }) => isExplained(pays))).toEqual([false, false]);
  });
});

test('where one rate pays for everything, the parts add up to the deal', () => {
  const lines = fc.array(fc.tuple(fc.constantFrom('GTX', 'MG', null), fc.integer({ min: 1, max: 50_000 })), {
    minLength: 1,
    maxLength: 6,
  });
  fc.assert(
    fc.property(lines, fc.integer({ min: 0, max: 150_000 }), (all, won) => {
      const items = all.map(([family, amount], n) => lineOf(family, amount, `P${n}`));
      const ground = groundWith(flat(FIVE), items, won);
      const parts = worthByProduct(ground, 'a').map(({ pays }) => answered(pays).minor);
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(answered(nowNext(ground, 'a')).minor);
    }),
  );
});
