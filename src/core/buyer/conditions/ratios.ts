import { daysBetween } from '../../value/civil-date';
import { type Answer, type Explained, explained, term, unanswered } from '../../value/explained';
import { type Money, ratio as moneyRatio, noMoney } from '../../value/money';
import {
  dateFigure,
  type Figure,
  moneyFigure,
  numberFigure,
  type Phrase,
  phrase,
  shareFigure,
} from '../../value/phrase';
import type { Concept } from './concept';
import type { FinancialFact } from './condition-fact';

/** What the figures of a company say together. Each compares amounts of one period; amounts of different periods are never divided. */
export type Ratios = {
  /** Revenue of the latest fiscal year against the year before: 0.1 is a tenth more. */
  readonly growth: Answer<number>;
  /** Operating income / revenue. */
  readonly operatingMargin: Answer<number>;
  /** Net income / revenue. */
  readonly netMargin: Answer<number>;
  /** Current assets / current liabilities: below 1, what falls due within a year exceeds what can be turned into cash. */
  readonly current: Answer<number>;
  /** Long-term debt / equity. */
  readonly debtToEquity: Answer<number>;
  /** Operating income / interest expense: below 1, the business does not earn its interest. */
  readonly interestCover: Answer<number>;
  /** Months for which the cash lasts, for a company that loses it: cash / cash used a month. */
  readonly runwayMonths: Answer<number>;
};

type Series = (concept: Concept) => readonly FinancialFact[];

/** @param of - a figure by period, oldest first */
export function ratios(of: Series): Ratios {
  return {
    growth: growth(of('revenue')),
    operatingMargin: over(of, 'operating-income', 'revenue', percent, phrase('buyer_operating_margin_rule')),
    netMargin: over(of, 'net-income', 'revenue', percent, phrase('buyer_net_margin_rule')),
    current: over(of, 'current-assets', 'current-liabilities', times, phrase('buyer_current_ratio_rule')),
    debtToEquity: over(of, 'debt', 'equity', times, phrase('buyer_debt_to_equity_rule')),
    interestCover: over(of, 'operating-income', 'interest-expense', times, phrase('buyer_interest_cover_rule')),
    runwayMonths: runway(of),
  };
}

export const CONCEPT_NAMES: Readonly<Record<Concept, string>> = {
  revenue: 'buyer_revenue',
  'gross-profit': 'buyer_gross_profit',
  'operating-income': 'buyer_operating_income',
  'net-income': 'buyer_net_income',
  'interest-expense': 'buyer_interest_expense',
  'operating-cash-flow': 'buyer_operating_cash_flow',
  cash: 'buyer_cash',
  'current-assets': 'buyer_current_assets',
  'current-liabilities': 'buyer_current_liabilities',
  assets: 'buyer_assets',
  liabilities: 'buyer_liabilities',
  equity: 'buyer_equity',
  debt: 'buyer_debt',
};

const percent = (share: number): Figure => shareFigure(share, 1);
const times = (ratio: number): Figure => numberFigure(ratio, 2);

/** A fiscal year before another ends about a year before it: 52 or 53 weeks, or twelve months. */
const YEAR_BEFORE = { least: 350, most: 380 } as const;

function growth(revenue: readonly FinancialFact[]): Answer<number> {
  const now = revenue.at(-1);
  if (!now) return unanswered('not-recorded', phrase('buyer_no_revenue'));
  const before = revenue.findLast(({ period: { end } }) => {
    const days = daysBetween(end, now.period.end);
    return days >= YEAR_BEFORE.least && days <= YEAR_BEFORE.most;
  });
  if (!before) return unanswered('not-recorded', phrase('buyer_no_year_before'), [asTerm('revenue', now)]);
  const terms = [
    asTerm('revenue', now),
    term('buyer_revenue_before', factAnswer(before), dateFigure(before.period.end)),
  ];
  if (before.amount.minor <= 0) return unanswered('not-recorded', phrase('buyer_no_year_before'), terms);
  const share = Number(moneyRatio(now.amount, before.amount)) - 1;
  return explained(share, percent(share), phrase('buyer_growth_rule'), terms);
}

/** One figure over another, at the latest period for which both are there and neither is older than the other's successor. */
function over(
  of: Series,
  upper: Concept,
  lower: Concept,
  figure: (value: number) => Figure,
  rule: Phrase,
): Answer<number> {
  const pair = latestPair(of, upper, lower);
  if (pair === undefined) {
    const terms = [of(upper).at(-1), of(lower).at(-1)].flatMap((fact, place) =>
      fact ? [asTerm(place === 0 ? upper : lower, fact)] : [],
    );
    return unanswered('not-recorded', phrase('buyer_ratio_no_period'), terms);
  }
  const terms = [asTerm(upper, pair.upper), asTerm(lower, pair.lower)];
  if (pair.lower.amount.minor <= 0) return unanswered('not-recorded', phrase('buyer_ratio_no_base'), terms);
  const value = Number(moneyRatio(pair.upper.amount, pair.lower.amount));
  return explained(value, figure(value), rule, terms);
}

function latestPair(
  of: Series,
  upper: Concept,
  lower: Concept,
): { upper: FinancialFact; lower: FinancialFact } | undefined {
  const newest = [of(upper), of(lower)]
    .flatMap((facts) => facts.at(-1)?.period.end ?? [])
    .sort()
    .at(-1);
  for (const top of [...of(upper)].reverse()) {
    const bottom = of(lower).findLast(({ period }) => period.end === top.period.end);
    if (!bottom || newest === undefined) continue;
    // What both tags last showed together may be years old by the time one of them is dropped: then it says nothing about today.
    return daysBetween(top.period.end, newest) <= YEAR_BEFORE.most ? { upper: top, lower: bottom } : undefined;
  }
  return undefined;
}

function runway(of: Series): Answer<number> {
  const flow = of('operating-cash-flow').at(-1);
  const cash = of('cash').at(-1);
  if (!flow || !cash) return unanswered('not-recorded', phrase('buyer_ratio_no_period'));
  const terms = [asTerm('cash', cash), asTerm('operating-cash-flow', flow)];
  if (Math.abs(daysBetween(flow.period.end, cash.period.end)) > YEAR_BEFORE.most) {
    return unanswered('not-recorded', phrase('buyer_ratio_no_period'), terms);
  }
  if (flow.amount.minor >= 0) return unanswered('not-recorded', phrase('buyer_runway_earns'), terms);
  const used: Money = { ...noMoney(flow.amount.currency), minor: -flow.amount.minor };
  const months = Number(moneyRatio(cash.amount, used)) * 12;
  return explained(months, numberFigure(months, 0), phrase('buyer_runway_rule'), terms);
}

function asTerm(concept: Concept, fact: FinancialFact) {
  return term(CONCEPT_NAMES[concept], factAnswer(fact), dateFigure(fact.period.end));
}

/** A figure as it was filed: its explanation is the filing, and how far it can be leant on. */
function factAnswer(fact: FinancialFact): Explained<Money> {
  return explained(fact.amount, moneyFigure(fact.amount), fact.confidence.because, [], {
    asOf: fact.observedAt,
    sources: [fact.source],
  });
}
