import type { ClosedDeal } from '../../model/closed-deal';
import type { Dossier } from '../../model/dossier';
import type { HistoryRow } from '../../model/history';
import type { Stage } from '../../model/opportunity';
import type { CivilDate } from '../../value/civil-date';
import { isGiven, type Known, mapKnown } from '../../value/known';
import type { Clock, Days } from '../evidence/clock';
import { buyerActDays } from '../evidence/evidence';
import { type StageMove, stageMoves } from '../evidence/stage-order';

/** The way a deal went through the stages, and the days on which the buyer did something. */
export type Path = {
  readonly history: Known<readonly HistoryRow[]>;
  readonly actDays: Known<readonly CivilDate[]>;
  /** A deal that has ended: its last move, into a closed stage, is no step of the process. */
  readonly ended: boolean;
};

export function pathOfDossier({ history, activities, opportunity }: Dossier, clock: Clock): Path {
  const actDays = mapKnown(activities, (all) => buyerActDays(all, opportunity.createdOn, clock));
  return { history, actDays, ended: opportunity.outcome !== 'open' };
}

export function pathOfClosed({ history, buyerActs }: ClosedDeal): Path {
  return { history, actDays: buyerActs, ended: true };
}

/** A step between two stages of known place, and whether the buyer did something on the way; undefined where nobody can say. */
export type Step = { readonly steps: number; readonly withBuyer: boolean | undefined };

/** The steps of a path. Moves between stages whose place is not known are left out. */
export function stepsOf(path: Path, stages: Known<readonly Stage[]>, days: Days): Step[] {
  if (!isGiven(path.history)) return [];
  const moves = stageMoves(path.history.value, stages);
  return (path.ended ? moves.slice(0, -1) : moves).flatMap((move): Step[] =>
    move.steps === undefined ? [] : [{ steps: move.steps, withBuyer: withBuyer(move, path.actDays, days) }],
  );
}

function withBuyer(move: StageMove, actDays: Known<readonly CivilDate[]>, days: Days): boolean | undefined {
  if (!isGiven(actDays)) return undefined;
  const from = days.on(move.since);
  const to = days.on(move.at);
  return actDays.value.some((day) => day >= from && day <= to);
}
