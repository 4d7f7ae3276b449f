import type { Odds } from '../../goals/chance/open-bets';
import type { Book, BookDeal } from '../../model/book';
import type { CivilDate } from '../../value/civil-date';
import { type Currency, currency, minorDigits } from '../../value/currency';
import { type Unanswered, unanswered } from '../../value/explained';
import { ifGiven, isGiven } from '../../value/known';
import { phrase } from '../../value/phrase';
import { creditedFor, payInputsOf } from '../from-book';
import { type Counted, count, work } from '../payout/count';
import { creditItems } from '../payout/crediting/credit';
import type { CreditedDeal, PayInputs } from '../payout/inputs';
import type { Work } from '../payout/work';
import type { CompPlan } from '../plan/plan';

/** An open deal as the plan would count it. */
export type OpenDeal = {
  readonly id: string;
  readonly name: string;
  readonly deal: CreditedDeal;
  /** What it would count for this rep, whole minor units of the plan's currency. */
  readonly credit: number;
  /** Chance to be won inside the period; null where none is known. */
  readonly won: number | null;
  /** Whether the rep commits it for this period. */
  readonly commit: boolean;
};

/** What every question about the worth of deals stands on: the period counted once, and the open deals as the plan counts them. */
export type PayGround = {
  readonly plan: CompPlan;
  readonly inputs: PayInputs;
  readonly counted: Counted;
  readonly currency: Currency;
  /** Minor units in one major unit. */
  readonly unit: number;
  readonly today: CivilDate;
  readonly open: ReadonlyMap<string, OpenDeal>;
  /** Why the plan cannot say what deals pay; null where it can. */
  readonly unknown: Unanswered | null;
};

/**
 * Lays the ground from a rep's book.
 *
 * @param odds - chances to be won inside the period, by deal id
 * @param more - what a book does not know (earlier quota and pay, objectives, draw); goes before the book
 */
export function payGround(
  plan: CompPlan,
  book: Book,
  odds: Odds,
  today: CivilDate,
  more: Partial<PayInputs> = {},
): PayGround {
  const { inputs } = payInputsOf(plan, book, more);
  const counted = count(plan, inputs);
  const code = currency(plan.currency);
  const unit = 10 ** minorDigits(code);
  const deals = new Map<string, { readonly of: BookDeal; readonly deal: CreditedDeal }>();
  for (const of of ifGiven(book.open) ?? []) {
    const deal = creditedFor(plan, book, of);
    if (deal !== null) deals.set(deal.id, { of, deal: { ...deal, closeDate: dueDate(deal, inputs, today) } });
  }
  const credits = new Map<string, number>();
  const all = [...deals.values()].map(({ deal }) => deal);
  const { items, uncounted } = creditItems(plan, inputs, all);
  for (const { deal, credit } of items) credits.set(deal.id, (credits.get(deal.id) ?? 0) + credit.toNumber());
  // Without a rate for its currency nobody knows what a deal counts: it is not one that counts nothing.
  const unknown = new Set(uncounted.map(({ dealId }) => dealId));
  const open = new Map<string, OpenDeal>();
  for (const [id, { of, deal }] of deals) {
    if (unknown.has(id)) continue;
    const category = of.opportunity.forecastCategory;
    open.set(id, {
      id,
      name: of.opportunity.name,
      deal,
      credit: Math.max(0, Math.round((credits.get(id) ?? 0) * unit)),
      won: odds.get(id)?.won ?? null,
      commit: isGiven(category) && category.value === 'commit' && isDue(of.opportunity.closeDate, inputs),
    });
  }
  return { plan, inputs, counted, currency: code, unit, today, open, unknown: whyUnknown(work(counted)) };
}

/** The day that an open deal is supposed to be won: as recorded, but inside the period and not in the past. */
function dueDate({ closeDate }: CreditedDeal, { period }: PayInputs, today: CivilDate): CivilDate {
  const due = closeDate === undefined || closeDate < today ? today : closeDate;
  return due >= period.start && due < period.end ? due : today;
}

/** Whether a deal may still be won in the period by its own date; one that has passed, or that nobody wrote down, may. */
function isDue(closeDate: BookDeal['opportunity']['closeDate'], { period }: PayInputs): boolean {
  return !isGiven(closeDate) || closeDate.value < period.end;
}

/** A component that cannot be worked out makes every difference unknown - except what a person judges, which no deal changes. */
export function whyUnknown({ lines }: Work): Unanswered | null {
  for (const { component, noAnswer } of lines) {
    if (noAnswer !== null && component?.kind !== 'objectives')
      return unanswered('not-recorded', noAnswer.because, noAnswer.terms());
  }
  return null;
}

/** Why nothing can be said of an open deal's pay. */
export function noSuchDeal(): Unanswered {
  return unanswered('not-recorded', phrase('pay_worth_no_amount'));
}
