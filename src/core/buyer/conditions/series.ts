import { type CivilDate, daysBetween, earlier, later } from '../../value/civil-date';
import type { CompanyFacts, FiledAmount, TagAmounts } from './company-facts';
import { CONCEPT_TAGS, type Concept } from './concept';

/** An amount for one period after every filing about it has been read: the latest filed counts. */
export type SettledAmount = FiledAmount & {
  readonly tags: readonly string[];
  readonly restatedFrom?: { readonly amount: number; readonly filedOn: CivilDate };
};

/** How long a fiscal year may be, first and last day included: 52 or 53 weeks, or twelve months, with a little change of calendar. */
const YEAR_DAYS = { least: 350, most: 380 } as const;

/** The currency in which a company reports: that of its latest figures; the one with most of them where several are as late. */
export function reportingCurrency({ amounts }: CompanyFacts): string | undefined {
  const held = new Map<string, { end: CivilDate; rows: number }>();
  for (const { currency, amounts: rows } of amounts) {
    for (const { end } of rows) {
      const before = held.get(currency);
      held.set(currency, { end: before ? later(before.end, end) : end, rows: (before?.rows ?? 0) + 1 });
    }
  }
  const order = [...held].sort(
    ([a, x], [b, y]) => (x.end > y.end ? -1 : x.end < y.end ? 1 : y.rows - x.rows) || (a < b ? -1 : 1),
  );
  return order[0]?.[0];
}

/**
 * A figure by the last day of its period, oldest first: whole fiscal years for what flows, balance-sheet days for what stands.
 *
 * Quarters, halves and nine months that end on the same day are told apart by their length. Of several filings about one
 * period the latest counts, and says what it restates. Where tags overlap, the dearer one stands.
 */
export function series(facts: CompanyFacts, concept: Concept, currency: string): SettledAmount[] {
  const { kind, tags, parts } = CONCEPT_TAGS[concept];
  const settledBy = (tag: string) =>
    settle(
      facts.amounts.filter((one) => one.tag === tag && one.currency === currency),
      kind,
    );
  const byEnd = new Map<CivilDate, SettledAmount>();
  for (const tag of tags) for (const one of settledBy(tag)) if (!byEnd.has(one.end)) byEnd.set(one.end, one);
  for (const one of added((parts ?? []).map(settledBy))) if (!byEnd.has(one.end)) byEnd.set(one.end, one);
  return [...byEnd.values()].sort((a, b) => (a.end < b.end ? -1 : 1));
}

/** Proxy statements repeat figures, often rounded, to speak of pay: they report nothing and restate nothing. */
const IN_PASSING = /14[AC]\b/;

function settle(filed: readonly TagAmounts[], kind: 'flow' | 'balance'): SettledAmount[] {
  const byEnd = new Map<CivilDate, SettledAmount[]>();
  for (const { tag, amounts } of filed) {
    for (const row of amounts) {
      if (IN_PASSING.test(row.form) || (kind === 'flow' ? !isYear(row) : row.start !== undefined)) continue;
      const held = byEnd.get(row.end);
      if (held) held.push({ ...row, tags: [tag] });
      else byEnd.set(row.end, [{ ...row, tags: [tag] }]);
    }
  }
  return [...byEnd.values()].flatMap(latestFiled);
}

function isYear({ start, end }: FiledAmount): boolean {
  if (start === undefined) return false;
  const days = daysBetween(start, end) + 1;
  return days >= YEAR_DAYS.least && days <= YEAR_DAYS.most;
}

function latestFiled(rows: readonly SettledAmount[]): SettledAmount[] {
  const byFiling = [...rows].sort((a, b) =>
    a.filedOn !== b.filedOn ? (a.filedOn < b.filedOn ? -1 : 1) : a.filing < b.filing ? -1 : 1,
  );
  const first = byFiling[0];
  const last = byFiling.at(-1);
  if (!first || !last) return [];
  if (first.amount === last.amount) return [last];
  return [{ ...last, restatedFrom: { amount: first.amount, filedOn: first.filedOn } }];
}

/** Parts that stand on the same day, added up; a day on which one is missing has no sum. */
function added(parts: readonly (readonly SettledAmount[])[]): SettledAmount[] {
  const [first, ...rest] = parts;
  return (first ?? []).flatMap((one) => {
    const others = rest.map((part) => part.find(({ end }) => end === one.end));
    const all = [one, ...others.filter((other) => other !== undefined)];
    if (all.length < parts.length) return [];
    const filedOn = all.map((part) => part.filedOn).reduce(earlier);
    const { restatedFrom: _, ...latest } = one;
    return [
      {
        ...latest,
        filedOn,
        amount: all.reduce((sum, { amount }) => sum + amount, 0),
        tags: all.flatMap(({ tags }) => tags),
      },
    ];
  });
}
