import { type CivilDate, parseCivilDate } from '../../value/civil-date';
import type { Instant } from '../../value/instant';
import { type Phrase, phrase } from '../../value/phrase';
import { ok, problem, type Result } from '../../value/result';
import { TAGS_READ } from './concept';

/** One amount as a filing states it. */
export type FiledAmount = {
  /** Major units of the currency. */
  readonly amount: number;
  /** Absent for a balance. */
  readonly start?: CivilDate;
  readonly end: CivilDate;
  readonly filedOn: CivilDate;
  readonly form: string;
  /** Accession number: names the filing. */
  readonly filing: string;
};

/** What was filed under one tag in one currency. */
export type TagAmounts = { readonly tag: string; readonly currency: string; readonly amounts: readonly FiledAmount[] };

/** A company's filed figures, as far as they are used here: a few kilobytes of a body of some megabytes. */
export type CompanyFacts = {
  readonly company: string;
  /** Ten digits. */
  readonly cik: string;
  readonly amounts: readonly TagAmounts[];
  /** Rows that made no sense and were left out. */
  readonly unreadable: number;
  readonly observedAt: Instant;
};

/**
 * Reads an answer of the SEC's `companyfacts` (https://data.sec.gov/api/xbrl/companyfacts/CIK##########.json).
 *
 * Whatever the body holds, the answer is figures that make sense, or one sentence. A row without a date, a number or a filing is left
 * out and counted; a `fy` is not read at all, because it names the year of the filing and not of the figure.
 */
export function readCompanyFacts(body: string, observedAt: Instant): Result<CompanyFacts, Phrase> {
  let answer: unknown;
  try {
    answer = JSON.parse(body);
  } catch {
    return problem(
      /<Code>\s*NoSuchKey\s*<\/Code>/.test(body) ? phrase('buyer_sec_no_such_company') : phrase('buyer_sec_not_json'),
    );
  }
  if (!isRecord(answer)) return problem(phrase('buyer_sec_other_shape'));
  const cik = cikOf(answer.cik);
  const { entityName: company, facts } = answer;
  if (cik === undefined || typeof company !== 'string' || !isRecord(facts)) {
    return problem(phrase('buyer_sec_other_shape'));
  }
  const amounts: TagAmounts[] = [];
  let unreadable = 0;
  for (const tag of TAGS_READ) {
    const [taxonomy = '', name = ''] = tag.split(':');
    const units = at(at(at(facts, taxonomy), name), 'units');
    for (const [currency, rows] of isRecord(units) ? Object.entries(units) : []) {
      if (!/^[A-Z]{3}$/.test(currency) || !Array.isArray(rows)) continue;
      const read = rows.map(filedAmount);
      const good = read.filter((row) => row !== undefined);
      unreadable += read.length - good.length;
      if (good.length > 0) amounts.push({ tag, currency, amounts: good });
    }
  }
  return ok({ company, cik, amounts, unreadable, observedAt });
}

function filedAmount(row: unknown): FiledAmount | undefined {
  if (!isRecord(row)) return undefined;
  const { val, form, accn } = row;
  const end = parseCivilDate(row.end);
  const start = parseCivilDate(row.start);
  const filedOn = parseCivilDate(row.filed);
  if (typeof val !== 'number' || !Number.isFinite(val) || Math.abs(val) > LARGEST) return undefined;
  if (end === undefined || filedOn === undefined || typeof form !== 'string' || typeof accn !== 'string')
    return undefined;
  if (row.start !== undefined && (start === undefined || start > end)) return undefined;
  // A period that ends after the day on which it was filed is a forecast or a slip, and no result.
  if (end > filedOn) return undefined;
  return { amount: val, ...(start && { start }), end, filedOn, form: form.slice(0, 20), filing: accn.slice(0, 25) };
}

/** The largest amount that is exact to the cent; the largest company's assets stay far below it. */
const LARGEST = Math.floor(Number.MAX_SAFE_INTEGER / 1000);

function cikOf(cik: unknown): string | undefined {
  const text = typeof cik === 'number' ? String(cik) : cik;
  return typeof text === 'string' && /^\d{1,10}$/.test(text) ? text.padStart(10, '0') : undefined;
}

function isRecord(of: unknown): of is Readonly<Record<string, unknown>> {
  return typeof of === 'object' && of !== null && !Array.isArray(of);
}

function at(of: unknown, key: string): unknown {
  return isRecord(of) && Object.hasOwn(of, key) ? of[key] : undefined;
}
