import { addDays } from '../../../value/civil-date';
import { type Decimal, isOne, least, ONE } from '../../../value/decimal';
import { type Money, major } from '../../../value/money';
import { exact } from '../../plan/exact';
import type { RateOf } from '../../plan/pay-terms';
import type { CompPlan } from '../../plan/plan';
import type { CreditedDeal, CreditedLine, PayInputs } from '../inputs';
import { fits } from './condition';
import type { Item } from './item';

/** What could not be counted, and the fact that is missing. */
export type Uncounted = { readonly dealId: string; readonly field: string };

/** Assigns credit: share by split or overlay, exclusions, uplift, currency. Items come in order of close date, then id. */
export function creditItems(
  plan: CompPlan,
  inputs: PayInputs,
  deals: readonly CreditedDeal[],
): { readonly items: Item[]; readonly uncounted: Uncounted[] } {
  const items: Item[] = [];
  const uncounted: Uncounted[] = [];
  const lastDay = addDays(inputs.period.end, -1);
  const uplifts = plan.components.flatMap((part) =>
    part.kind === 'kicker' && part.creditUplift !== undefined
      ? [{ where: part.where, share: exact(part.creditUplift) }]
      : [],
  );
  for (const deal of deals) {
    const towards = rateFor(plan.conversion?.attainment ?? 'deal-date', deal, plan, inputs);
    const paying = rateFor(plan.conversion?.payment ?? 'deal-date', deal, plan, inputs);
    if (towards === undefined || paying === undefined) {
      uncounted.push({ dealId: deal.id, field: `rate ${deal.amount.currency}` });
      continue;
    }
    const share = shareOf(plan, deal);
    let room = plan.crediting?.dealCreditAtMost === undefined ? null : exact(plan.crediting.dealCreditAtMost);
    for (const line of deal.lines ?? [null]) {
      const of: Item = itemOf(deal, line, share, towards, paying, deal.closeDate ?? lastDay);
      if (plan.crediting?.exclude?.some((conditions) => fits(conditions, of) === 'yes')) continue;
      let credit = of.credit;
      for (const uplift of uplifts) {
        if (fits(uplift.where, of) === 'yes') credit = credit.plus(of.credit.times(uplift.share));
      }
      if (room !== null) {
        credit = least(credit, room);
        room = room.minus(credit);
      }
      items.push(credit === of.credit ? of : { ...of, credit });
    }
  }
  items.sort((a, b) => order(a.closeDate, b.closeDate) || order(a.deal.id, b.deal.id));
  return { items, uncounted };
}

function itemOf(
  deal: CreditedDeal,
  line: CreditedLine | null,
  share: Decimal,
  towards: Decimal,
  paying: Decimal,
  closeDate: Item['closeDate'],
): Item {
  const amount = worth(line?.amount ?? deal.amount, share);
  const margin = line === null ? deal.margin : line.margin;
  const whole = line === null ? amount : worth(deal.amount, share);
  return {
    deal,
    line,
    closeDate,
    credit: isOne(towards) ? amount : amount.times(towards),
    base: isOne(paying) ? amount : amount.times(paying),
    margin: margin === undefined ? null : worth(margin, share).times(paying),
    whole: isOne(paying) ? whole : whole.times(paying),
  };
}

function worth(of: Money, share: Decimal): Decimal {
  return isOne(share) ? major(of) : major(of).times(share);
}

/** The rep's share of a deal: its own, the plan's for the role, or all of it. */
function shareOf(plan: CompPlan, deal: CreditedDeal): Decimal {
  if (deal.share !== undefined) return exact(deal.share);
  if (deal.role === undefined) return ONE;
  const roles = [...(plan.crediting?.splits ?? []), ...(plan.crediting?.overlays ?? [])];
  const role = roles.find((each) => each.role === deal.role);
  return role === undefined ? ONE : exact(role.share);
}

function rateFor(of: RateOf, deal: CreditedDeal, plan: CompPlan, inputs: PayInputs): Decimal | undefined {
  const code = deal.amount.currency;
  if (code === plan.currency) return ONE;
  const table = of === 'payment-date' ? inputs.rates?.paymentDate : inputs.rates?.fixed;
  const rate = of === 'deal-date' ? deal.rateOnDealDate : table?.[code];
  return rate === undefined ? undefined : exact(rate);
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
