import type { MissingItem } from '../../core/buyer/missing/missing-item';
import type { Dossier } from '../../core/model/dossier';
import { isExplained, unanswered } from '../../core/value/explained';
import { ifGiven, isGiven } from '../../core/value/known';
import { instantFigure, phrase } from '../../core/value/phrase';
import type { Reading } from '../../messages/reading';
import { type Line, line } from '../../ui/language/line';
import { type DealSight, dealSight } from './deal-sight';
import { type GoalSight, goalSight } from './goal/sight';
import { goalTile } from './goal/tile';
import { guarded } from './guarded';
import { missingItems, missingTile } from './missing-tile';
import { type OddsSight, oddsSight, unknownOdds } from './odds-sight';
import { planName, planVersion } from './pay/plan-words';
import type { PayRoom, PaySight } from './pay/sight';
import { payTile } from './pay/tile';
import { realTile } from './real-tile';
import { type Sights, summary } from './summary';
import { type TileView, tileView } from './tile-view';
import { whose } from './whose';

/** All that the panel draws of a deal. */
export type PanelView = {
  /** Attainment for the ring, where it is known. */
  readonly attained: number | null;
  /** Two sentences. */
  readonly summary: readonly Line[];
  /** Goal, pay, is it real, missing. */
  readonly tiles: readonly TileView[];
  /** What the rooms below the answers go on from. */
  readonly sights: Sights;
  readonly footing: Line;
};

/** What is read or loaded after the panel has opened. */
export type Loaded = {
  readonly payRoom: PayRoom | null;
};

/** What stands of a reading whatever has been loaded: all but the pay. */
export type Ground = { readonly reading: Reading; readonly dossier: Dossier; readonly sights: Omit<Sights, 'pay'> };

const FAULT = phrase('panel_could_not_work_out');

/**
 * Works out all but the pay; null where there is no deal to answer for.
 *
 * @param bend - what is supposed of the odds, before anything rests on them
 */
export function groundOf(reading: Reading, bend: (odds: OddsSight) => OddsSight = (odds) => odds): Ground | null {
  if (!isGiven(reading.dossier)) return null;
  const dossier = reading.dossier.value;
  const { id, outcome } = dossier.opportunity;
  const fault = unanswered('not-readable', FAULT);
  const odds = bend(guarded<OddsSight>(() => oddsSight(reading, dossier), unknownOdds(fault)));
  const goal = guarded<GoalSight>(() => goalSight(reading, outcome === 'open' ? id : null, odds), {
    known: false,
    period: null,
    because: fault,
  });
  const deal = guarded<DealSight | null>(() => dealSight(dossier, reading, odds.learned), null);
  const lacks = guarded<readonly MissingItem[] | null>(
    () => (deal === null ? null : missingItems(deal, odds.roles)),
    null,
  );
  return {
    reading,
    dossier,
    sights: { who: whose(reading), viewerId: ifGiven(reading.viewer)?.id ?? null, outcome, goal, deal, odds, lacks },
  };
}

/**
 * Adds the pay, and says it all. A part that fails says so in its own place and takes no other with it.
 *
 * @param payRoom - null while it has not been loaded: the view stands without it
 */
export function viewOn({ reading, dossier, sights: without }: Ground, { payRoom }: Loaded): PanelView {
  const { goal, odds, deal, lacks, outcome } = without;
  const fault = unanswered('not-readable', FAULT);
  const pay = guarded<PaySight>(() => payOf(reading, dossier, payRoom, goal, odds), { known: false, because: fault });
  const sights: Sights = { ...without, pay };
  return {
    attained: goal.known && isExplained(goal.standing.attainment) ? goal.standing.attainment.value : null,
    summary: guarded(() => summary(sights), []),
    tiles: [
      guarded(() => goalTile(goal), faulty(phrase('panel_tile_goal_period'))),
      guarded(() => payTile(pay, outcome), faulty(phrase('panel_tile_pay'))),
      deal === null ? faulty(phrase('panel_tile_real')) : realTile(deal, odds),
      lacks === null ? faulty(phrase('panel_tile_missing')) : missingTile(lacks, outcome === 'open'),
    ],
    sights,
    footing: footing(reading, dossier, pay),
  };
}

/** Without a plan the pay room is not asked, so that it need not be loaded. */
function payOf(
  reading: Reading,
  dossier: Dossier,
  payRoom: PayRoom | null,
  goal: GoalSight,
  { ofBook, won }: OddsSight,
): PaySight {
  const { plan } = reading;
  if (!isGiven(plan)) return { known: false, because: unanswered(plan.missing, phrase('panel_no_plan')) };
  if (payRoom === null) return { known: false, because: unanswered('not-yet-read', phrase('panel_pay_loading')) };
  return payRoom(reading, plan.value, dossier, {
    standing: goal.known ? goal.standing : null,
    odds: ofBook,
    noOdds: ofBook.size === 0 && !isExplained(won) ? won : null,
  });
}

/** A plan that nothing was worked out by is not named as what the estimates are under. */
function footing({ plan }: Reading, { asOf }: Dossier, pay: PaySight): Line {
  const when = instantFigure(asOf);
  return isGiven(plan) && pay.known
    ? line('panel_as_of_plan', planName(plan.value), planVersion(plan.value), when)
    : line('panel_as_of', when);
}

function faulty(title: TileView['title']): TileView {
  return tileView(title, { lines: [line('panel_could_not_work_out')] });
}
