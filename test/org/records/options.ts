import type { FiscalYear } from './periods';

/** How the records of an organisation are made. What can be switched while it runs is in `Features` and `Switches`. */
export type DataOptions = {
  /**
   * `one`: everything in dollars. `many`: records of companies abroad are in their own currency. The features `multiCurrency` and
   * `datedRates` show it.
   */
  readonly currencies?: 'one' | 'many';
  /**
   * `revenue`: one amount a quarter, of what a rep owns. `splits`: one amount a quarter, of what revenue splits credit. `all`: both,
   * and by product family, and in units.
   */
  readonly quotas?: 'revenue' | 'splits' | 'all';
  readonly fiscalYear?: FiscalYear;
  /** At least so many opportunities (fewer than the set has: about so many). The set's own number unless told. */
  readonly size?: number;
  /** Of the deals that have ended only about so many, evenly taken: a short past, soon learned from. All of them unless told. */
  readonly ended?: number;
};
