import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Papa from 'papaparse';

/**
 * What the panel ought to show, worked out from the CSV files alone: no code of the product or of the stand-in organisation is
 * used, so that a mistake in either shows. Plain arithmetic, cents as whole numbers.
 */
const MAVEN = resolve(import.meta.dirname, '../org/maven');

export type Sale = {
  readonly id: string;
  readonly rep: string;
  readonly product: string;
  readonly account: string;
  readonly engaged: string | null;
  readonly closed: string | null;
  readonly won: boolean;
  /** Whole dollars; 0 unless won. */
  readonly value: number;
};

type Row = Readonly<Record<string, string>>;

function rows(file: string): readonly Row[] {
  return Papa.parse<Row>(readFileSync(join(MAVEN, file), 'utf8').trim(), { header: true }).data;
}

/** Quarters since year 0. */
const quarterOf = (date: string) => Number(date.slice(0, 4)) * 4 + Math.floor((Number(date.slice(5, 7)) - 1) / 3);

/** A date of the set moved by whole quarters: same month of the quarter, same day, or that month's last one where it is shorter. */
export function moved(date: string, quarters: number): string {
  const months = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + quarters * 3;
  const year = Math.floor(months / 12);
  const month = (months % 12) + 1;
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const day = Math.min(Number(date.slice(8, 10)), last);
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Every deal of the set, with its dates as they fall when the set's last quarter is the one that holds `today`. */
export function sales(today: string): readonly Sale[] {
  const shift = quarterOf(today) - quarterOf('2017-12-31');
  return rows('sales_pipeline.csv').map((row) => ({
    id: row.opportunity_id ?? '',
    rep: row.sales_agent ?? '',
    product: row.product === 'GTXPro' ? 'GTX Pro' : (row.product ?? ''),
    account: row.account ?? '',
    engaged: row.engage_date ? moved(row.engage_date, shift) : null,
    closed: row.close_date ? moved(row.close_date, shift) : null,
    won: row.deal_stage === 'Won',
    value: Number(row.close_value || 0),
  }));
}

/** What a rep won from one day to another, both included, in whole dollars. */
export function won(all: readonly Sale[], rep: string, from: string, to: string): number {
  return all
    .filter((sale) => sale.rep === rep && sale.won && sale.closed !== null && sale.closed >= from && sale.closed <= to)
    .reduce((sum, { value }) => sum + value, 0);
}

/** First day of the quarter that holds a day, and of the next one. */
export function quarter(today: string): { readonly start: string; readonly end: string } {
  const first = (index: number) => `${Math.floor(index / 4)}-${String((index % 4) * 3 + 1).padStart(2, '0')}-01`;
  return { start: first(quarterOf(today)), end: first(quarterOf(today) + 1) };
}

export const dayBefore = (date: string) => new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10);
export const daysFrom = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** The rep's quota as the stand-in derives it: what was won in the quarter before, and a tenth more. */
export function quota(all: readonly Sale[], rep: string, today: string): number {
  const { start } = quarter(today);
  return won(all, rep, quarter(dayBefore(start)).start, dayBefore(start)) * 1.1;
}

/** Days from engagement to close of every won deal of a product that had closed by a day, shortest first. */
export function wonCycles(all: readonly Sale[], product: string, today: string): readonly number[] {
  return all
    .filter((sale) => sale.won && sale.product === product && sale.closed !== null && sale.closed <= today)
    .map(({ engaged, closed }) => daysFrom(engaged ?? '', closed ?? ''))
    .sort((a, b) => a - b);
}

/** What the account executive's plan pays for a quarter's bookings, in cents: its tiers by attainment, and its bonus at quota. */
export function payOf(bookings: number, target: number): number {
  const edges = [0, 0.6, 1, 1.3, Number.POSITIVE_INFINITY].map((share) => share * target);
  const rates = [0.04, 0.07, 0.12, 0.15];
  const commission = rates.reduce(
    (sum, rate, tier) => sum + rate * Math.max(0, Math.min(bookings, edges[tier + 1]!) - edges[tier]!),
    0,
  );
  return Math.round((commission + (bookings >= target ? 2500 : 0)) * 100);
}
