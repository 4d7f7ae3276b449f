import type { Outcome } from '../../core/model/opportunity';
import type { Answer } from '../../core/value/explained';
import type { Phrase } from '../../core/value/phrase';
import type { Line } from '../../ui/language/line';
import type { PaySight } from './pay-sight';
import type { FigureRow } from './rows';

/** One rung of the ladder: a band of the plan, what it pays, and what it has earned. */
export type Rung = {
  readonly key: string;
  readonly place: 'past' | 'here' | 'ahead';
  readonly band: Line;
  readonly says: Line;
  readonly earned: Answer | null;
};

/** A set of open deals that would close the gap together. */
export type ClosingSet = { readonly deals: readonly string[]; readonly chance: Answer; readonly pays: Answer | null };

export type PaySectionView = {
  readonly aside: Phrase | undefined;
  readonly ladders: readonly { readonly name: string; readonly rungs: readonly Rung[] }[];
  readonly worth: readonly FigureRow[];
  readonly periods: readonly FigureRow[];
  readonly closing: readonly ClosingSet[];
  readonly notes: readonly Line[];
};

export function paySectionView(_sight: PaySight, _outcome: Outcome): PaySectionView | null {
  return null;
}
