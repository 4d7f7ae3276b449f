import { describe, expect, test } from 'vitest';
import { isExplained } from '../../src/core/value/explained';
import { given, missing } from '../../src/core/value/known';
import type { Reading } from '../../src/messages/reading';
import { paySight } from '../../src/panel/view/pay/sight';
import { english } from '../ui/english';
import { panelView } from './panel-view';
import { PLAN } from './plan';
import { BOOK, NOW, OPPORTUNITY, READING, withDeal } from './readings';

const SOURCE = { kind: 'crm', field: 'test' } as const;
const spoken = english.on({ today: READING.today, zone: READING.zone });

function curveOf(reading: Reading = READING) {
  const pay = panelView(reading, { payRoom: paySight })?.sights.pay;
  return pay?.known ? pay.ahead.curve() : null;
}

const PAID = 58_800 * 0.04;

/** What the plan pays for so much in all, straight from its tiers and its bonus. */
function byHand(credited: number): number {
  const part = (from: number, to: number) => Math.max(0, Math.min(credited, to) - from);
  return (
    part(0, 58_800) * 0.04 +
    part(58_800, 98_000) * 0.07 +
    part(98_000, 127_400) * 0.12 +
    part(127_400, Number.POSITIVE_INFINITY) * 0.15 +
    (credited >= 98_000 ? 2_500 : 0)
  );
}

// 79,400 credited of 98,000; the deal is 12,700.
describe('the payout curve', () => {
  const curve = curveOf();

  test('stands at what is paid and leads to what the deal makes of it', () => {
    expect(curve?.here).toEqual({ credited: 79_400, pay: PAID + 20_600 * 0.07 });
    expect(curve?.jump).toEqual({ credited: 92_100, pay: byHand(92_100) });
  });

  test('every corner of it is what the plan pays there, below a jump or above it', () => {
    for (const { credited, pay } of [...(curve?.past ?? []), ...(curve?.ahead ?? [])]) {
      const near = [byHand(credited), byHand(credited - 0.01)];
      expect(Math.min(...near.map((each) => Math.abs(each - pay)))).toBeLessThan(0.02);
    }
    expect(curve?.past?.at(0)).toEqual({ credited: 0, pay: 0 });
  });

  test('marks every point of the plan within reach, and the table says what is paid at those ahead', () => {
    expect(curve?.marks.map(({ credited, reached }) => [credited, reached])).toEqual([
      [58_800, true],
      [98_000, false],
      [127_400, false],
    ]);
    expect(
      curve?.rows.map(({ name, answer }) => [spoken.say(name), isExplained(answer) ? spoken.show(answer.figure) : '']),
    ).toEqual([
      ['Now, at $79,400', '$3,794'],
      ['With this deal, at $92,100', '$4,683'],
      ['At $98,000: the 12% tier', '$7,596'],
      ['At $98,000: the bonus of $2,500', '$7,596'],
      ['At $127,400: the 15% tier', '$11,124'],
    ]);
  });

  test('without an amount the deal leads nowhere; without a quota there is no curve, never one of nothing', () => {
    const blank = withDeal({ amount: missing('hidden') });
    const open = given(
      [
        {
          opportunity: { ...OPPORTUNITY, amount: missing('hidden') },
          credit: {
            opportunityId: READING.ref.id,
            repId: 'r',
            amount: missing('hidden'),
            share: 1,
            rule: 'owner',
          } as const,
          lastBuyerActOn: missing('not-recorded'),
        },
      ],
      SOURCE,
      NOW,
    );
    const hidden = curveOf({ ...blank, book: given({ ...BOOK, open }, SOURCE, NOW) });
    expect(hidden?.here.credited).toBe(79_400);
    expect(hidden?.jump).toBeNull();
    expect(curveOf({ ...READING, book: given({ ...BOOK, goals: missing('feature-off') }, SOURCE, NOW) })).toBeNull();
  });

  test('what is earned by a person’s judgement or by the deal does not follow from the amount: nothing is drawn of it', () => {
    const plan = {
      ...PLAN,
      components: [
        ...PLAN.components,
        {
          id: 'spif',
          kind: 'kicker',
          name: 'Each deal',
          perDeal: 1_000,
        } as unknown as (typeof PLAN.components)[number],
      ],
    };
    expect(curveOf({ ...READING, plan: given(plan, SOURCE, NOW) })?.past).toBeNull();
  });
});
