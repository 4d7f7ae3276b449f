import { addDays, addMonths, type CivilDate, civilDate } from '../value/civil-date';
import { Decimal, ZERO } from '../value/decimal';
import { DomainError } from '../value/domain-error';
import { major, moneyOf } from '../value/money';
import { moneyFigure, type Phrase, phrase, textFigure } from '../value/phrase';
import { count } from './payout/count';
import type { CreditedDeal, PayInputs } from './payout/inputs';
import { payout } from './payout/payout';
import type { Statement } from './payout/statement';
import { exactShare } from './payout/words';
import { type Exact, exact } from './plan/exact';
import type { ExampleDeal, ExampleGiven } from './plan/example';
import { MONTHS } from './plan/measure';
import type { CompPlan } from './plan/plan';
import type { PlanProblem } from './plan/problem';

/**
 * Works every example of a plan out with the engine and says which of them disagree: the place of the figure, what the plan says and
 * what the engine pays. Empty: they all agree.
 */
export function checkExamples(plan: CompPlan): readonly PlanProblem[] {
  return plan.examples.flatMap((example, index) => {
    const inputs = exampleInputs(plan, example.given);
    try {
      return compare(plan, example.expect, inputs, payout(plan, inputs), `examples[${index}].expect`);
    } catch (error) {
      // Amounts that no ledger can hold: a slip in the file, not in the engine.
      if (!(error instanceof DomainError)) throw error;
      return [{ path: `examples[${index}].given`, because: phrase('pay_plan_example_too_large') }];
    }
  });
}

function compare(
  plan: CompPlan,
  expect: CompPlan['examples'][number]['expect'],
  inputs: PayInputs,
  statement: Statement,
  here: string,
): PlanProblem[] {
  const problems: PlanProblem[] = [];
  const code = statement.total.value.currency;
  const sums = (path: string, said: Exact | undefined, minor: number): void => {
    if (said === undefined) return;
    const stated = moneyOf(said, code);
    if (stated.minor === minor && exact(said).eq(major(stated))) return;
    const paid = { minor, currency: code };
    problems.push({
      path: `${here}.${path}`,
      because: phrase('pay_plan_example_differs', exactText(said), moneyFigure(paid)),
    });
  };
  sums('total', expect.total, statement.total.value.minor);
  sums('payNow', expect.payNow, statement.payNow.value.minor);
  for (const [id, said] of Object.entries(expect.components ?? {})) {
    sums(`components.${id}`, said, statement.lines.find((line) => line.id === id)?.amount.minor ?? 0);
  }
  if (expect.drawOwed !== undefined) {
    const owed = statement.carryOver.drawOwed.reduce((all, debt) => all.plus(exact(debt.amount)), ZERO);
    if (!owed.eq(exact(expect.drawOwed))) {
      problems.push({ path: `${here}.drawOwed`, because: differs(exactText(expect.drawOwed), owed) });
    }
  }
  const { measures } = count(plan, inputs);
  for (const [id, said] of Object.entries(expect.attainment ?? {})) {
    const state = measures.get(id);
    const quota = state?.quota.amount;
    const is = state === undefined || quota === null || quota === undefined ? null : state.axis.div(quota);
    const digits = decimals(said);
    if (is?.round(digits, Decimal.roundHalfUp).eq(exact(said))) continue;
    problems.push({
      path: `${here}.attainment.${id}`,
      because:
        is === null
          ? phrase('pay_plan_example_no_quota')
          : phrase('pay_plan_example_attainment', exactShare(exact(said)), exactShare(is)),
    });
  }
  for (const [id, said] of Object.entries(expect.quota ?? {})) {
    const quota = measures.get(id)?.quota.amount ?? ZERO;
    if (!quota.round(decimals(said), Decimal.roundHalfUp).eq(exact(said))) {
      problems.push({ path: `${here}.quota.${id}`, because: differs(exactText(said), quota) });
    }
  }
  return problems;
}

const exactText = (of: Exact) => textFigure(exact(of).toFixed());

function differs(said: ReturnType<typeof textFigure>, is: Decimal): Phrase {
  return phrase('pay_plan_example_differs_plain', said, textFigure(is.round(6).toFixed()));
}

const decimals = (of: Exact): number => exact(of).toFixed().split('.')[1]?.length ?? 0;

/** The inputs that an example's facts stand for. */
function exampleInputs(plan: CompPlan, given: ExampleGiven): PayInputs {
  const start = civilDate(given.period?.start ?? plan.effective?.from ?? '2024-01-01');
  const end = given.period === undefined ? addMonths(start, MONTHS[plan.period]) : civilDate(given.period.end);
  const { earlier, draw, cancelled, heldBack } = settled(given);
  return {
    period: { label: `${start} – ${addDays(end, -1)}`, kind: plan.period, start, end },
    deals: (given.deals ?? []).map((deal, index) => exampleDeal(deal, index, plan)),
    ...(given.quotas && { quotas: given.quotas }),
    ...(given.measures && { measures: given.measures }),
    ...(given.team && {
      team: given.team.map(({ id, amount }) => ({ id, amount: moneyOf(amount, plan.currency) })),
    }),
    ...(given.objectives && { objectives: given.objectives }),
    ...((given.startedOn !== undefined || given.leftOn !== undefined) && {
      rep: {
        id: 'rep',
        ...(given.startedOn !== undefined && { startedOn: civilDate(given.startedOn) }),
        ...(given.leftOn !== undefined && { leftOn: civilDate(given.leftOn) }),
      },
    }),
    ...(earlier && { earlier }),
    ...(draw && { draw }),
    ...(cancelled && { cancelled }),
    ...(heldBack && { heldBack }),
    ...(given.rates && { rates: given.rates }),
  };
}

function settled(given: ExampleGiven): Pick<PayInputs, 'earlier' | 'draw' | 'cancelled' | 'heldBack'> {
  return {
    ...(given.earlier && { earlier: given.earlier }),
    ...(given.draw && {
      draw: {
        owed:
          given.draw.owed === undefined || exact(given.draw.owed).eq(0)
            ? []
            : [{ amount: given.draw.owed, periodsAgo: 0 }],
        period: given.draw.period ?? 1,
      },
    }),
    ...(given.cancelled && {
      cancelled: given.cancelled.map(({ id, cancelledOn, startedOn, term, earned, paid }) => ({
        dealId: id,
        cancelledOn: civilDate(cancelledOn),
        startedOn: civilDate(startedOn),
        termMonths: term,
        earned,
        paid,
      })),
    }),
  };
}

function exampleDeal(deal: ExampleDeal, index: number, plan: CompPlan): CreditedDeal {
  const code = deal.currency ?? plan.currency;
  const date = (text: string): CivilDate => civilDate(text);
  return {
    id: deal.id ?? `deal ${index + 1}`,
    amount: moneyOf(deal.amount, code),
    ...(deal.share !== undefined && { share: deal.share }),
    ...(deal.role !== undefined && { role: deal.role }),
    ...(deal.closeDate !== undefined && { closeDate: date(deal.closeDate) }),
    ...(deal.product !== undefined && { product: deal.product }),
    ...(deal.family !== undefined && { family: deal.family }),
    ...(deal.type !== undefined && { type: deal.type }),
    ...(deal.term !== undefined && { termMonths: deal.term }),
    ...(deal.newLogo !== undefined && { newLogo: deal.newLogo }),
    ...(deal.margin !== undefined && { margin: moneyOf(deal.margin, code) }),
    ...(deal.rateOnDealDate !== undefined && { rateOnDealDate: deal.rateOnDealDate }),
    ...(deal.cashShare !== undefined && { cashShare: deal.cashShare }),
    ...(deal.goLiveOn !== undefined && { goLiveOn: date(deal.goLiveOn) }),
    ...(deal.fields && { fields: deal.fields }),
  };
}
