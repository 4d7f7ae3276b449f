import { type CivilDate, daysBetween } from '../../value/civil-date';
import type { Instant } from '../../value/instant';
import { given, type Known, missing } from '../../value/known';
import { type Money, moneyOf } from '../../value/money';
import type { Phrase } from '../../value/phrase';
import { phrase } from '../../value/phrase';
import { ok, problem, type Result } from '../../value/result';
import type { CompanyFacts } from './company-facts';
import { CONCEPTS, type Concept } from './concept';
import type { Confidence, FinancialFact } from './condition-fact';
import { type Ratios, ratios } from './ratios';
import { reportingCurrency, type SettledAmount, series } from './series';

/** What a company's own accounts say about whether, and when, it can buy. */
export type FinancialCondition = {
  readonly company: string;
  readonly cik: string;
  /** Last day of the latest fiscal year that has been filed. */
  readonly yearEnd: Known<CivilDate>;
  /** First month of the company's fiscal year, 1..12: what the buyer's clock runs by. */
  readonly fiscalYearStartMonth: Known<number>;
  /** The latest of each figure: whole fiscal years and balance-sheet days. */
  readonly latest: Readonly<Partial<Record<Concept, FinancialFact>>>;
  /** Revenue by fiscal year, oldest first, no more than the last five. */
  readonly revenue: readonly FinancialFact[];
  readonly ratios: Ratios;
  /** Rows that made no sense and were left out. */
  readonly unreadable: number;
  readonly observedAt: Instant;
};

/** How long a figure stays news: a yearly report is due once a year, and may take some months. */
const STALE_AFTER_DAYS = 550;

const SEC = 'SEC EDGAR companyfacts';
const YEARS_SHOWN = 5;

/** Reports whose figures an auditor has signed. */
const AUDITED: ReadonlySet<string> = new Set(['10-K', '10-K/A', '10-KT', '20-F', '20-F/A', '40-F', '40-F/A']);

/**
 * What a company's filings say about its condition on a day.
 *
 * @param today - filings and periods after it are not known yet, and do not count
 * @returns a sentence where the filings hold none of the figures: a fund, a company without reports
 */
export function financialCondition(facts: CompanyFacts, today: CivilDate): Result<FinancialCondition, Phrase> {
  const known = upTo(facts, today);
  const currency = reportingCurrency(known);
  if (currency === undefined) return problem(phrase('buyer_sec_no_figures'));
  const all = new Map<Concept, readonly FinancialFact[]>(
    CONCEPTS.map((concept) => [
      concept,
      series(known, concept, currency).map((one) => factOf(one, currency, facts, today)),
    ]),
  );
  const latest: Partial<Record<Concept, FinancialFact>> = {};
  for (const [concept, facts] of all) {
    const last = facts.at(-1);
    if (last) latest[concept] = last;
  }
  const year = yearEnd(all);
  return ok({
    company: facts.company,
    cik: facts.cik,
    yearEnd: year,
    fiscalYearStartMonth: 'value' in year ? { ...year, value: startMonth(year.value) } : year,
    latest,
    revenue: (all.get('revenue') ?? []).slice(-YEARS_SHOWN),
    ratios: ratios((concept) => all.get(concept) ?? []),
    unreadable: facts.unreadable,
    observedAt: facts.observedAt,
  });
}

function upTo(facts: CompanyFacts, today: CivilDate): CompanyFacts {
  const amounts = facts.amounts
    .map((one) => ({ ...one, amounts: one.amounts.filter(({ filedOn }) => filedOn <= today) }))
    .filter((one) => one.amounts.length > 0);
  return { ...facts, amounts };
}

function factOf(
  one: SettledAmount,
  currency: string,
  { cik, observedAt }: CompanyFacts,
  today: CivilDate,
): FinancialFact {
  const amount = (of: number): Money => moneyOf(of, currency);
  return {
    amount: amount(one.amount),
    period: { ...(one.start && { start: one.start }), end: one.end },
    tags: one.tags,
    form: one.form,
    filedOn: one.filedOn,
    ...(one.restatedFrom && {
      restatedFrom: { amount: amount(one.restatedFrom.amount), filedOn: one.restatedFrom.filedOn },
    }),
    source: {
      kind: 'published',
      by: `${SEC} CIK${cik}, ${one.form} ${one.filing}, ${one.tags.join(' + ')}`,
      year: Number(one.filedOn.slice(0, 4)),
    },
    observedAt,
    confidence: confidence(one, today),
  };
}

function confidence({ form, end, restatedFrom }: SettledAmount, today: CivilDate): Confidence {
  if (daysBetween(end, today) > STALE_AFTER_DAYS) return { level: 'low', because: phrase('buyer_fact_stale') };
  if (restatedFrom) return { level: 'medium', because: phrase('buyer_fact_restated') };
  if (!AUDITED.has(form)) return { level: 'medium', because: phrase('buyer_fact_unaudited') };
  return { level: 'high', because: phrase('buyer_fact_audited') };
}

/** The end of the latest whole year among the figures that flow. */
function yearEnd(all: ReadonlyMap<Concept, readonly FinancialFact[]>): Known<CivilDate> {
  const years = [...all.values()]
    .flatMap((facts) => facts.at(-1) ?? [])
    .filter(({ period }) => period.start !== undefined);
  const last = years.sort((a, b) => (a.period.end < b.period.end ? -1 : 1)).at(-1);
  return last ? given(last.period.end, last.source, last.observedAt) : missing('not-recorded');
}

/**
 * The month after the one in which a fiscal year ends. A year of 52 or 53 weeks ends on the weekday nearest to the end of a
 * month, so that a last day in the first week of a month still belongs to the month before.
 */
function startMonth(end: CivilDate): number {
  const month = Number(end.slice(5, 7));
  const nominal = Number(end.slice(8, 10)) <= 7 ? month - 1 : month;
  return (nominal % 12) + 1;
}
