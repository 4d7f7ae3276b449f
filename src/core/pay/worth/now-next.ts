import type { Answer } from '../../value/explained';
import type { Money } from '../../value/money';
import { countFigure, type Phrase, phrase } from '../../value/phrase';
import { noSuchDeal, type PayGround } from './ground';
import { payDifference, payWith } from './pay-of';

/** What a deal adds to pay if it is the next one won: P(x + a) - P(x). */
export function nowNext(ground: PayGround, dealId: string): Answer<Money> {
  const open = ground.open.get(dealId);
  if (ground.unknown !== null) return ground.unknown;
  if (open === undefined) return noSuchDeal();
  return payDifference(ground, payWith(ground, [open.deal]), payWith(ground, []), phrase('pay_worth_now_next_rule'));
}

/** Chance from which a deal is reckoned with where nothing is committed. */
const LIKELY = 0.5;

/**
 * What a deal adds if it is the last one won: P(x + S* + a) - P(x + S*), with S* the other deals that the rep commits - or, where
 * none is committed, those that are likelier won than not.
 */
export function lastIn(ground: PayGround, dealId: string): Answer<Money> {
  const open = ground.open.get(dealId);
  if (ground.unknown !== null) return ground.unknown;
  if (open === undefined) return noSuchDeal();
  const others = [...ground.open.values()].filter(({ id }) => id !== dealId);
  const committed = others.filter(({ commit }) => commit);
  const before = committed.length > 0 ? committed : others.filter(({ won }) => won !== null && won >= LIKELY);
  const rule = lastInRule(before.length, committed.length > 0);
  const deals = before.map(({ deal }) => deal);
  return payDifference(ground, payWith(ground, [...deals, open.deal]), payWith(ground, deals), rule);
}

function lastInRule(others: number, committed: boolean): Phrase {
  if (others === 0) return phrase('pay_worth_last_in_none_rule');
  return committed
    ? phrase('pay_worth_last_in_commit_rule', countFigure(others))
    : phrase('pay_worth_last_in_likely_rule', countFigure(others));
}
