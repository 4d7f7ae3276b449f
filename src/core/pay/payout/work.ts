import { type Decimal, isOne, isZero, ONE, ZERO } from '../../value/decimal';
import type { Term } from '../../value/explained';
import type { Phrase } from '../../value/phrase';
import type { Component } from '../plan/component';
import type { CompPlan } from '../plan/plan';
import type { Uncounted } from './crediting/credit';
import type { Item } from './crediting/item';
import type { MeasureState } from './crediting/measure-state';
import type { Band, Pays } from './earning/band';
import type { PayInputs } from './inputs';
import type { LineKind, Standing } from './statement';

/** One tier's part of a line, before rounding. */
export type Part = {
  readonly band: Band;
  readonly index: number;
  readonly portion: Decimal;
  readonly rate: Decimal | null;
  /** Before the line's own factors (weights, modifiers, caps). */
  readonly amount: Decimal;
};

/** How a line's tiers stand, for the panel's ladder. */
export type Ladder = {
  readonly measure: MeasureState;
  readonly by: 'value' | 'attainment';
  /** Edges as the plan states them. */
  readonly plan: readonly Band[];
  readonly current: number;
  readonly parts: readonly Part[];
  readonly pays: Pays['by'] | null;
};

/** Why a component cannot be worked out. */
export type NoAnswer = { readonly because: Phrase; readonly terms: () => readonly Term[] };

/** A line of the statement while the steps work on it. Explanations are kept as functions: nobody pays for what nobody reads. */
export class WorkLine {
  amount: Decimal;
  noAnswer: NoAnswer | null = null;
  ladder: Ladder | null = null;
  /** Pay for what lies below the first tier, where a tier above pays on everything. */
  underPay = ZERO;
  /** What has come off for pay of earlier periods: the year is rounded, and what was paid of it taken off. */
  paidBefore = ZERO;
  /** Whether the line brings everything so far to a stated sum. */
  settles = false;
  /** Standing of the whole line, where it has one of its own. */
  standing: { readonly standing: Standing; readonly because: Phrase } | null = null;
  readonly notes: (() => Term)[] = [];
  readonly unknown: Uncounted[] = [];
  private deals: Map<string, Decimal> | null = null;
  private factor = ONE;

  constructor(
    readonly id: string,
    readonly kind: LineKind,
    readonly component: Component | null,
    amount: Decimal,
    public rule: () => Phrase,
    private readonly attribute: (() => Map<string, Decimal>) | null = null,
  ) {
    this.amount = amount;
  }

  /** Pay of the line by deal; null where a sum belongs to no deal. What deals leave over belongs to none. */
  byDeal(): Map<string, Decimal> | null {
    if (this.attribute === null) return null;
    if (this.deals === null) {
      this.deals = this.attribute();
      if (!isOne(this.factor)) for (const [id, pay] of this.deals) this.deals.set(id, pay.times(this.factor));
    }
    return this.deals;
  }

  /** Scales the line and what each deal earns in it. */
  scale(by: Decimal): void {
    this.amount = this.amount.times(by);
    if (this.deals === null) this.factor = this.factor.times(by);
    else for (const [id, pay] of this.deals) this.deals.set(id, pay.times(by));
  }

  /** Brings the line down (or up) to an amount, each deal in proportion. */
  bringTo(amount: Decimal): void {
    if (isZero(this.amount)) this.amount = amount;
    else {
      this.scale(amount.div(this.amount));
      this.amount = amount;
    }
  }
}

/** All that the steps share. */
export type Work = {
  readonly plan: CompPlan;
  readonly inputs: PayInputs;
  readonly items: readonly Item[];
  readonly uncounted: readonly Uncounted[];
  readonly measures: ReadonlyMap<string, MeasureState>;
  readonly lines: WorkLine[];
  /** Draw: what is owed after this period. */
  drawOwed: readonly { readonly amount: Decimal; readonly periodsAgo: number }[];
};

/** The pay of component lines so far. */
export function earnedSoFar(work: Work): Decimal {
  return work.lines.reduce((sum, line) => sum.plus(line.amount), ZERO);
}
