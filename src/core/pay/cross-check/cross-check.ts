import { type Explained, explained, type Term, term } from '../../value/explained';
import { add, type Money, moneyOf, noMoney, subtract, sum } from '../../value/money';
import { countFigure, moneyFigure, phrase, textFigure } from '../../value/phrase';
import type { Statement } from '../payout/statement';
import { causesOf, explainedPart, type OurDeal } from './causes';
import type { Cause, Difference } from './difference';
import type { PaidLine } from './paid-line';

/** Two statements of the same pay beside each other. The differences add up, to the cent, to how far they are apart. */
export type CrossCheck = {
  readonly ours: Explained<Money>;
  readonly theirs: Explained<Money>;
  /** Theirs less ours. */
  readonly apart: Explained<Money>;
  /** Largest first. */
  readonly differences: readonly Difference[];
  /** The differences by cause, largest first. */
  readonly byCause: readonly { readonly cause: Cause; readonly amount: Money; readonly deals: number }[];
  /** Deals that both pay the same for, to the cent. */
  readonly agree: number;
  /** Their lines in another currency than the plan's: nothing is said of them. */
  readonly otherCurrency: readonly PaidLine[];
};

/** What the plan counted of a deal. */
export type Counted = { readonly name: string; readonly credit: Money | null };

/**
 * Holds a statement of the plan against what somebody else says was paid for the same period, deal by deal, and says why each pair
 * differs. What belongs to no deal is compared in one sum.
 *
 * @param counted - the deals of the statement by id: what they are called, and the amount that the plan counted
 */
export function crossCheck(
  statement: Statement,
  counted: ReadonlyMap<string, Counted>,
  paid: readonly PaidLine[],
): CrossCheck {
  const { currency } = statement.total.value;
  const [comparable, otherCurrency] = [
    paid.filter(({ pay }) => pay.currency === currency),
    paid.filter(({ pay }) => pay.currency !== currency),
  ];
  const ours = ourDeals(statement, counted);
  const theirs = grouped(comparable, ({ dealId }) => dealId);
  const elsewhere = new Set(otherCurrency.map(({ dealId }) => dealId));
  const differences: Difference[] = [];
  let agree = 0;
  for (const id of new Set([...ours.keys(), ...theirs.keys()])) {
    if (id === null || (elsewhere.has(id) && !theirs.has(id))) continue;
    const causes = causesOf(ours.get(id), theirs.get(id) ?? [], id, currency);
    if (causes.length === 0) agree += 1;
    differences.push(...causes);
  }
  differences.push(...withoutDeal(statement, ours, theirs.get(null) ?? []));
  const left = [...elsewhere].flatMap((id) => (id !== null && !theirs.has(id) ? (ours.get(id)?.pay ?? []) : []));
  const our = subtract(statement.total.value, sum(left, currency));
  const their = sum(
    comparable.map(({ pay }) => pay),
    currency,
  );
  return {
    ours: left.length === 0 ? statement.total : explained(our, moneyFigure(our), phrase('pay_check_ours_rule')),
    theirs: explained(their, moneyFigure(their), phrase('pay_check_theirs_rule', countFigure(comparable.length))),
    apart: apart(subtract(their, our), differences),
    differences: differences.sort(
      (a, b) => Math.abs(b.amount.value.minor) - Math.abs(a.amount.value.minor) || (a.name < b.name ? -1 : 1),
    ),
    byCause: byCause(differences),
    agree,
    otherCurrency,
  };
}

/** What the plan pays for each deal, and how much of it is held back. */
function ourDeals(statement: Statement, counted: ReadonlyMap<string, Counted>): Map<string | null, OurDeal> {
  const { currency } = statement.total.value;
  const deals = new Map<string | null, OurDeal>();
  for (const { dealId, amount } of statement.lines.flatMap(({ byDeal }) => byDeal)) {
    const before = deals.get(dealId);
    deals.set(dealId, {
      name: counted.get(dealId)?.name ?? dealId,
      credit: counted.get(dealId)?.credit ?? null,
      pay: before ? add(before.pay, amount) : amount,
      lines: (before?.lines ?? 0) + 1,
      held: noMoney(currency),
    });
  }
  for (const { dealId, amount } of statement.carryOver.heldBack) {
    const deal = deals.get(dealId);
    if (deal) deals.set(dealId, { ...deal, held: add(deal.held, moneyOf(amount, currency)) });
  }
  return deals;
}

function withoutDeal(
  statement: Statement,
  ours: ReadonlyMap<string | null, OurDeal>,
  theirs: readonly PaidLine[],
): readonly Difference[] {
  const { currency } = statement.total.value;
  const forDeals = sum(
    [...ours.values()].map(({ pay }) => pay),
    currency,
  );
  const our = subtract(statement.total.value, forDeals);
  const their = sum(
    theirs.map(({ pay }) => pay),
    currency,
  );
  const off = subtract(their, our);
  if (off.minor === 0) return [];
  // The pay of a line is rounded once and its parts by deal each for itself.
  const cause = theirs.length === 0 && Math.abs(our.minor) < ours.size ? 'rounding' : 'no-deal';
  const names = theirs.map(({ name }) => name).join(', ');
  return [{ cause, dealId: null, name: names, amount: explainedPart(cause, off, our, their) }];
}

function apart(off: Money, differences: readonly Difference[]): Explained<Money> {
  const terms = differences.map(
    ({ name, amount }): Term => term('pay_check_part', amount, textFigure(name === '' ? '–' : name)),
  );
  return explained(off, moneyFigure(off), phrase('pay_check_apart_rule'), terms);
}

function byCause(differences: readonly Difference[]): CrossCheck['byCause'] {
  const groups = grouped(differences, ({ cause }) => cause);
  return [...groups]
    .map(([cause, all]) => ({
      cause,
      amount: all.map(({ amount }) => amount.value).reduce(add),
      deals: new Set(all.map(({ dealId }) => dealId)).size,
    }))
    .sort((a, b) => Math.abs(b.amount.minor) - Math.abs(a.amount.minor));
}

function grouped<T, K>(all: readonly T[], keyOf: (one: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}
