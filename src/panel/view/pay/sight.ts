import type { Book } from '../../../core/model/book';
import type { Dossier } from '../../../core/model/dossier';
import type { CrossCheck } from '../../../core/pay/cross-check/cross-check';
import { creditedFor, payInputsOf } from '../../../core/pay/from-book';
import { count } from '../../../core/pay/payout/count';
import { payout, payoutWith } from '../../../core/pay/payout/payout';
import type { Statement, ThresholdPoint } from '../../../core/pay/payout/statement';
import type { CompPlan } from '../../../core/pay/plan/plan';
import type { CivilDate } from '../../../core/value/civil-date';
import {
  type Answer,
  type Explained,
  explained,
  isExplained,
  term,
  type Unanswered,
  unanswered,
} from '../../../core/value/explained';
import { isGiven, type MissingReason } from '../../../core/value/known';
import { type Money, moneyOf, subtract } from '../../../core/value/money';
import { moneyFigure, type Phrase, phrase, phraseFigure, textFigure } from '../../../core/value/phrase';
import type { Reading } from '../../../messages/reading';
import { bookedByCrm } from './booked-by-crm';
import { pointName } from './tier-words';
import { type PayAhead, type PayBeside, payAhead } from './worth';

/** Works out what a deal pays. It is the largest part of the panel, and is loaded only where a plan is switched on. */
export type PayRoom = typeof paySight;

/** What the pay room says about this deal under the plan, worked out once for tile, summary and section. */
export type PaySight =
  | {
      readonly known: true;
      readonly plan: CompPlan;
      /** The period as it stands, without this deal where it is open. */
      readonly statement: Statement;
      /** What winning it now adds; for a deal that was won, what it added. */
      readonly now: Answer<Money>;
      /** That is what it pays in the next period: it is supposed to close then. */
      readonly paidNext?: true;
      /** From where the deal leaves the rep to the next tier, and what begins there; null at the top of the plan. */
      readonly next: { readonly toGo: Answer<Money>; readonly what: Explained } | null;
      /** Won deals that no amount is known of: in no sum. */
      readonly withoutAmount: number;
      readonly ahead: PayAhead;
      /** What the CRM itself has booked for the period; null where it books nothing. */
      readonly booked: CrossCheck | null;
    }
  | { readonly known: false; readonly because: Unanswered };

/** The little of a deal that its pay is told by. */
export type PaidDeal = { readonly opportunity: Pick<Dossier['opportunity'], 'id' | 'outcome'> };

const NO_BOOK: Readonly<Partial<Record<MissingReason, Phrase>>> = {
  'not-shown': phrase('panel_no_book_for_pay_not_shown'),
  hidden: phrase('panel_no_book_for_pay_hidden'),
};

/** What this deal pays the one who owns it. */
export function paySight(reading: Reading, plan: CompPlan, dossier: PaidDeal, beside: PayBeside): PaySight {
  const { book, today } = reading;
  if (!isGiven(book)) {
    return without(book.missing, NO_BOOK[book.missing] ?? phrase('panel_no_book_for_pay'));
  }
  const unfit = whyUnfit(plan, book.value, today);
  if (unfit !== null) return without('feature-off', unfit);
  const { inputs, withoutAmount } = payInputsOf(plan, book.value);
  const { id, outcome } = dossier.opportunity;
  if (outcome === 'won') {
    const all = payout(plan, inputs);
    const rest = payout(plan, { ...inputs, deals: inputs.deals.filter((deal) => deal.id !== id) });
    const counted = inputs.deals.some((deal) => deal.id === id);
    return {
      known: true,
      plan,
      statement: all,
      now: counted ? paidBy(all, rest, plan) : unanswered('not-recorded', phrase('panel_won_elsewhere')),
      next: nextTier(all, plan),
      withoutAmount: withoutAmount.length,
      ahead: payAhead(reading, plan, all, null, beside),
      booked: bookedByCrm(book.value, all),
    };
  }
  const statement = payout(plan, inputs);
  const ahead = payAhead(reading, plan, statement, outcome === 'open' ? id : null, beside);
  const booked = bookedByCrm(book.value, statement);
  const common = { known: true, plan, statement, withoutAmount: withoutAmount.length, ahead, booked } as const;
  const deal = isGiven(book.value.open)
    ? book.value.open.value.find(({ opportunity }) => opportunity.id === id)
    : undefined;
  const credited = deal === undefined ? null : creditedFor(plan, book.value, deal);
  if (credited === null || ahead.worth === null) {
    const because =
      deal === undefined
        ? phrase('panel_deal_not_in_book')
        : credited !== null && credited.amount.currency !== plan.currency
          ? phrase('panel_pay_no_rate', textFigure(credited.amount.currency))
          : phrase('panel_pay_no_amount');
    return { ...common, now: unanswered('not-recorded', because), next: nextTier(statement, plan) };
  }
  const won = payoutWith(count(plan, inputs), [{ ...credited, closeDate: today }]);
  return { ...common, now: ahead.worth.nowNext, next: nextTier(won, plan) };
}

function without(missing: MissingReason, because: Unanswered['because']): PaySight {
  return { known: false, because: unanswered(missing, because) };
}

/** A plan for other times, or for another stretch of time than the book's, says nothing about this book. */
function whyUnfit({ period, effective }: CompPlan, book: Book, today: CivilDate): Unanswered['because'] | null {
  if (effective !== undefined && today < effective.from) return phrase('panel_plan_not_yet');
  if (effective?.to !== undefined && today >= effective.to) return phrase('panel_plan_over');
  return book.period.kind === period ? null : phrase('panel_plan_other_period');
}

function paidBy(withIt: Statement, withoutIt: Statement, plan: CompPlan): Answer<Money> {
  const unknown = unknownLine(withIt, plan) ?? unknownLine(withoutIt, plan);
  if (unknown !== undefined) return unanswered(unknown.missing, unknown.because, unknown.terms);
  const more = subtract(withIt.total.value, withoutIt.total.value);
  return explained(more, moneyFigure(more), phrase('panel_paid_rule'), [
    term('panel_pay_with_it', withIt.total),
    term('panel_pay_without_it', withoutIt.total),
  ]);
}

/** A line that no deal can be told from. What a person judges is the same with a deal and without it. */
function unknownLine({ lines }: Statement, plan: CompPlan): Unanswered | undefined {
  const judged = new Set(plan.components.filter(({ kind }) => kind === 'objectives').map(({ id }) => id));
  for (const { id, pay } of lines) if (!isExplained(pay) && !judged.has(id)) return pay;
  return undefined;
}

/** What comes next on the way up: of the points where more is paid, the nearest that is not reached. */
function nextTier({ thresholds }: Statement, plan: CompPlan): Extract<PaySight, { known: true }>['next'] {
  const inMoney = new Set(plan.measures.filter(({ counts }) => counts === 'credit').map(({ id }) => id));
  const next = thresholds.find(({ reached, measure, kind }) => !reached && inMoney.has(measure) && RISES.has(kind));
  if (next === undefined) return null;
  const toGo = moneyOf(next.toGo, plan.currency);
  const at = moneyOf(next.value, plan.currency);
  const name = pointName(next.what);
  const what = explained(name, phraseFigure(name), phrase('panel_next_tier_rule'));
  return {
    what,
    toGo: explained(toGo, moneyFigure(toGo), phrase('panel_to_next_rule'), [
      term('panel_next_tier_at', explained(at, moneyFigure(at), phrase('panel_next_tier_at_rule'))),
      term('panel_next_tier', what),
    ]),
  };
}

const RISES: ReadonlySet<ThresholdPoint['kind']> = new Set(['tier', 'accelerator', 'threshold', 'milestone']);
