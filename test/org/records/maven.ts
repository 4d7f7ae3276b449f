import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { moveByQuarters, quarterOf } from './calendar';

/** The set's last quarter; it becomes the one that holds today. */
const LAST_QUARTER = quarterOf('2017-10-01');

export type MavenDeal = {
  /** Its place in the file: ids follow from it, so that a deal keeps its id from one day to the next. */
  readonly place: number;
  readonly id: string;
  readonly rep: string;
  /** As the pipeline writes it, `GTXPro` included. */
  readonly product: string;
  readonly account: string | null;
  readonly engagedOn: string | null;
  /** `null` while it has not happened. */
  readonly closed: { readonly on: string; readonly won: boolean; readonly value: number } | null;
};
export type MavenAccount = {
  readonly name: string;
  readonly sector: string;
  readonly year: string;
  readonly revenue: number;
  readonly employees: number;
  readonly country: string;
  readonly parent: string | null;
};
export type MavenRep = { readonly name: string; readonly manager: string; readonly region: string };
export type MavenProduct = { readonly name: string; readonly series: string; readonly price: number };

/** The set as it stands on a day: what lies after it has not happened. */
export type Maven = {
  readonly deals: readonly MavenDeal[];
  readonly accounts: readonly MavenAccount[];
  readonly reps: readonly MavenRep[];
  readonly products: readonly MavenProduct[];
  /** By how many quarters the set was moved. */
  readonly shift: number;
};

/** The text of a file of the set. */
export const fileOf = (name: string): string =>
  readFileSync(join(import.meta.dirname, '../maven', name), 'utf8').trim();

const parsed = (csv: string): readonly Record<string, string>[] =>
  Papa.parse<Record<string, string>>(csv, { header: true }).data;
const rows = (file: string) => parsed(fileOf(file));

const text = (value: string | undefined): string | null => (value === undefined || value === '' ? null : value);

const read = new Map<string, Maven>();

/** Reads the set and moves it in time. A deal that is engaged after today does not exist yet; one that closes after today is open. */
export function readMaven(today: string, pipeline?: string): Maven {
  if (pipeline !== undefined) return movedTo(today, pipeline);
  const maven = read.get(today) ?? movedTo(today, fileOf('sales_pipeline.csv'));
  read.set(today, maven);
  return maven;
}

function movedTo(today: string, pipeline: string): Maven {
  const shift = quarterOf(today) - LAST_QUARTER;
  const move = (date: string | undefined) => (text(date) === null ? null : moveByQuarters(date ?? '', shift));
  const deals = parsed(pipeline).flatMap((row, place): MavenDeal[] => {
    const engagedOn = move(row.engage_date);
    if (engagedOn !== null && engagedOn > today) return [];
    const closedOn = move(row.close_date);
    const closed =
      closedOn !== null && closedOn <= today
        ? { on: closedOn, won: row.deal_stage === 'Won', value: Number(row.close_value) }
        : null;
    return [
      {
        place,
        id: row.opportunity_id ?? '',
        rep: row.sales_agent ?? '',
        product: row.product ?? '',
        account: text(row.account),
        engagedOn,
        closed,
      },
    ];
  });
  return {
    deals,
    accounts: rows('accounts.csv').map((row) => ({
      name: row.account ?? '',
      sector: row.sector ?? '',
      year: row.year_established ?? '',
      revenue: Number(row.revenue),
      employees: Number(row.employees),
      country: row.office_location ?? '',
      parent: text(row.subsidiary_of),
    })),
    reps: rows('sales_teams.csv').map((row) => ({
      name: row.sales_agent ?? '',
      manager: row.manager ?? '',
      region: row.regional_office ?? '',
    })),
    products: rows('products.csv').map((row) => ({
      name: row.product ?? '',
      series: row.series ?? '',
      price: Number(row.sales_price),
    })),
    shift,
  };
}
