import type { ClosingDeals } from '../../../core/pay/gap/closers';
import type { Ahead } from '../../../core/pay/gap/distance';
import type { Statement } from '../../../core/pay/payout/statement';
import { type Answer, type Explained, explained, isExplained } from '../../../core/value/explained';
import { countFigure, type Phrase, phrase, phraseFigure } from '../../../core/value/phrase';
import { type Line, line, lineOf } from '../../../ui/language/line';
import { pointName } from './tier-words';
import type { PayAhead } from './worth';

/** A point still ahead: what begins there, what is to go, and how many usual deals that is. */
export type StepAhead = {
  readonly key: string;
  readonly name: Phrase;
  readonly toGo: Answer;
  readonly inDeals: Answer | null;
};

/** The points ahead of one component; none where everything that it has is reached. */
export type AheadView = { readonly id: string; readonly name: Phrase; readonly steps: readonly StepAhead[] };

export function aheadOf({ componentId, state, next }: Ahead, { lines }: Statement): AheadView {
  return {
    id: componentId,
    name: lines.find(({ id }) => id === componentId)?.name ?? phrase('panel_point_next'),
    steps:
      state === 'maxed'
        ? []
        : next.map(({ what, measure, toGo, inDeals }, index) => ({
            key: `${componentId}/${measure}/${index}`,
            name: pointName(what),
            toGo,
            inDeals: isExplained(inDeals) ? inDeals : null,
          })),
  };
}

/** A set of open deals that would close the gap together, with what that pays and leads to. */
export type ClosingSet = {
  readonly key: string;
  /** Names of all of them, and how many of them are shown. */
  readonly deals: readonly string[];
  readonly named: number;
  readonly chance: Answer;
  readonly pays: Answer;
  readonly leads: Line;
};

/** The sets, or in words why there are none. */
export type ClosingView = {
  readonly sets: readonly ClosingSet[];
  /** The point of the plan that each of several sets reaches; null where they differ, and each says its own. */
  readonly reach: Line | null;
  readonly none: Line | null;
  readonly cut: boolean;
};

/** Sets of four deals and more that are shown beside small ones; where there are no small ones, two. */
const LARGER = 1;

/** A set of more deals than these is no way to close a gap: that so many are needed is said instead. */
const MOST_DEALS = 8;

export function closingOf({ closers: setsOf, names }: PayAhead): ClosingView {
  const closers = setsOf();
  if (!isExplained(closers)) return { sets: [], reach: null, none: lineOf(closers.because), cut: false };
  const { small, larger, complete } = closers.value;
  const all = [...small, ...larger.slice(0, small.length === 0 ? 2 : LARGER)];
  const few = all.filter(({ deals }) => deals.length <= MOST_DEALS);
  const [likeliest] = all;
  const shared = sharedPoint(few);
  return {
    sets: few.map((set) => setOf(set, names, shared === null)),
    reach: shared === null ? null : line('panel_closing_reach', pointOf(shared)),
    none:
      few.length > 0
        ? null
        : likeliest === undefined
          ? line('panel_closing_none')
          : line('panel_closing_many', countFigure(likeliest.deals.length)),
    cut: !complete && few.length > 0,
  };
}

/** A point of the plan that can be opened. */
function pointOf(tier: Phrase): Explained {
  const name = pointName(tier);
  return explained(name, phraseFigure(name), phrase('panel_next_tier_rule'));
}

/** The point that several sets have in common: on every one of them it would be the same words again. */
function sharedPoint(sets: readonly ClosingDeals[]): Phrase | null {
  const [first, ...rest] = sets.map(({ tier }) => tier);
  if (first === undefined || first === null || rest.length === 0) return null;
  const said = JSON.stringify(first);
  return rest.every((tier) => JSON.stringify(tier) === said) ? first : null;
}

/** A longer list of names is nothing to act on; the rest is counted. */
const NAMED = 4;

function setOf(
  { deals, chance, credited, pay, tier }: ClosingDeals,
  names: PayAhead['names'],
  saysTier: boolean,
): ClosingSet {
  return {
    key: deals.join('\n'),
    deals: deals.map((id) => names.get(id) ?? id),
    named: deals.length <= NAMED + 1 ? deals.length : NAMED,
    chance,
    pays: pay,
    leads:
      tier === null || !saysTier
        ? line('panel_closing_leads', credited)
        : line('panel_closing_leads_tier', credited, pointOf(tier)),
  };
}
