import type { Currency } from '../../value/currency';
import { type Decimal, ZERO } from '../../value/decimal';
import { type Answer, explained, type Term, unanswered } from '../../value/explained';
import { type Money, roundMoney, subtract, sum } from '../../value/money';
import { moneyFigure, type Phrase, phrase, textFigure } from '../../value/phrase';
import { count, countMore, work } from '../payout/count';
import { fits } from '../payout/crediting/condition';
import { nameOf } from '../payout/explaining/lines';
import type { CreditedDeal, CreditedLine } from '../payout/inputs';
import { exactShare } from '../payout/words';
import type { Work, WorkLine } from '../payout/work';
import { exact } from '../plan/exact';
import { type PayGround, whyUnknown } from './ground';

/** What a plan pays for a part of a deal; `family` is null for lines without one. */
export type ProductWorth = { readonly family: string | null; readonly pays: Answer<Money> };

/** A deal, and what the plan pays for the period with it - or with what is left of it - and without it. */
type Supposed = { readonly deal: CreditedDeal; readonly payWith: (deal: CreditedDeal | null) => Work };

/**
 * What each product family of a deal adds to the rep's pay: what the plan pays with the whole deal, less what it pays with the deal
 * without this family's lines. Where pay rises by tiers the parts need not add up to the whole: each is taken off as the last one.
 *
 * @param dealId - an open deal, supposed to be won next, or one that was won in the period
 * @returns nothing for a deal that the plan counts nothing of, or that is known by no product
 */
export function worthByProduct({ plan, counted, open, currency, inputs }: PayGround, dealId: string): ProductWorth[] {
  const next = open.get(dealId);
  const won = inputs.deals.find(({ id }) => id === dealId);
  if (next !== undefined) {
    const payWith = (deal: CreditedDeal | null) => work(deal === null ? counted : countMore(counted, [deal]));
    return byFamily({ deal: next.deal, payWith }, currency);
  }
  if (won === undefined) return [];
  const rest = inputs.deals.filter((deal) => deal !== won);
  const payWith = (deal: CreditedDeal | null) =>
    work(count(plan, { ...inputs, deals: deal === null ? rest : [...rest, deal] }));
  return byFamily({ deal: won, payWith }, currency);
}

function byFamily({ deal, payWith }: Supposed, currency: Currency): ProductWorth[] {
  const families = familiesOf(deal);
  if (families.length === 0) return [];
  const whole = payWith(deal);
  return families.map((family) => ({
    family,
    pays: added(family, deal, whole, payWith(without(deal, family)), currency),
  }));
}

/** Product families of a deal in the order of its lines. */
function familiesOf({ lines, product, family }: CreditedDeal): (string | null)[] {
  if (lines !== undefined) return [...new Set(lines.map(familyOf))];
  return product === undefined && family === undefined ? [] : [family ?? null];
}

function familyOf({ family }: CreditedLine): string | null {
  return family ?? null;
}

/** What is left of a deal without a family; null where nothing is. */
function without(deal: CreditedDeal, family: string | null): CreditedDeal | null {
  const lines = (deal.lines ?? []).filter((line) => familyOf(line) !== family);
  if (lines.length === 0) return null;
  const amounts = lines.map(({ amount }) => amount);
  return { ...deal, lines, amount: sum(amounts, deal.amount.currency) };
}

function added(family: string | null, deal: CreditedDeal, whole: Work, rest: Work, currency: Currency): Answer<Money> {
  const unknown = whyUnknown(whole) ?? whyUnknown(rest);
  if (unknown !== null) return unknown;
  const asked = whole.uncounted.find(({ dealId }) => dealId === deal.id);
  if (asked !== undefined) return unanswered('not-recorded', phrase('pay_product_uncounted'));
  const own = whole.items.filter(
    (item) => item.deal.id === deal.id && (item.line?.family ?? item.deal.family ?? null) === family,
  );
  const terms = own.length === 0 ? [] : whole.lines.flatMap((line) => componentTerm(line, rest, own, currency));
  const [more, less] = [roundMoney(total(whole), currency), roundMoney(total(rest), currency)];
  const difference = subtract(more, less);
  const rule = terms.length === 0 && difference.minor === 0 ? ruleOfNothing(own.length) : phrase('pay_product_rule');
  return explained(difference, moneyFigure(difference), rule, terms, ageOf(deal));
}

function ageOf({ asOf, source }: CreditedDeal) {
  return { ...(asOf !== undefined && { asOf }), ...(source !== undefined && { sources: [source] }) };
}

/** Nothing at all: because the plan leaves it out, or because nothing that the deal moves pays now. */
function ruleOfNothing(items: number): Phrase {
  return phrase(items === 0 ? 'pay_product_excluded' : 'pay_product_nothing');
}

function total({ lines }: Work): Decimal {
  return lines.reduce((all, { amount }) => all.plus(amount), ZERO);
}

/** What one line of the statement pays more with it, and by which rate class where it has several; nothing where it pays nothing for it. */
function componentTerm(line: WorkLine, rest: Work, own: Work['items'], currency: Currency): Term[] {
  const { component } = line;
  const before = rest.lines.find(({ id }) => id === line.id)?.amount ?? ZERO;
  const amount = roundMoney(line.amount.minus(before), currency);
  if (amount.minor === 0) return notAsked(line, rest, own);
  const rule = classRule(component, own) ?? phrase('pay_product_component_rule');
  return [{ name: nameOf(line), of: explained(amount, moneyFigure(amount), rule) }];
}

/** What a component asks for and nobody knows, so that it has left this out. */
function notAsked(line: WorkLine, rest: Work, own: Work['items']): Term[] {
  const id = own[0]?.deal.id;
  const before = rest.lines.find((each) => each.id === line.id)?.unknown ?? [];
  const open = line.unknown.find(
    ({ dealId, field }) => dealId === id && !before.some((each) => each.dealId === id && each.field === field),
  );
  if (open === undefined) return [];
  const because = phrase('pay_deal_field_unknown', textFigure(open.field));
  return [{ name: nameOf(line), of: unanswered('not-recorded', because) }];
}

function classRule(component: WorkLine['component'], own: Work['items']): Phrase | undefined {
  if (component?.kind !== 'commission' || component.rates === undefined) return undefined;
  const found = new Set(own.map((item) => component.rates?.find(({ where }) => fits(where, item) === 'yes')));
  const [only] = found;
  if (found.size !== 1 || only === undefined) return undefined;
  const rate = exactShare(exact(only.rate));
  return only.name === undefined
    ? phrase('pay_product_rate_rule', rate)
    : phrase('pay_product_class_rule', textFigure(only.name), rate);
}
