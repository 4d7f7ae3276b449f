import type { Stage } from '../../model/opportunity';
import { type Answer, explained, isExplained, term, unanswered } from '../../value/explained';
import { isGiven, type Known } from '../../value/known';
import { countFigure, phrase, phraseFigure, shareFigure } from '../../value/phrase';
import type { Clock } from '../evidence/clock';
import { daysBy } from '../evidence/clock';
import { type Level, PROCESS_LEVELS } from './levels';
import { type Path, type Step, stepsOf } from './path';

/** Fewest stage moves from which a level is read, for one deal and for a book. */
export const FEWEST_MOVES = { deal: 3, book: 10 } as const;

/**
 * Below half of the moves in order there is no common way to speak of; from four fifths on the way is followed. Both are
 * this product's reading of the level's words: nothing is published about how often is often.
 */
const SOME = 0.5;
const MOST = 0.8;

/** How the work goes, by what was done: the level of process, and the two shares it is read from. */
export type ProcessReading = {
  readonly level: Answer<Level>;
  /** Share of stage moves that went to the next stage of the process: none skipped, none gone back over. */
  readonly inOrder: Answer<number>;
  /** Share of moves forward on whose way the buyer did something. */
  readonly withBuyer: Answer<number>;
};

/**
 * The level of process by behaviour: whether stage moves go by the order of the organisation's own stages. Formal and Dynamic
 * differ in how the process is watched and changed, which no record of a deal shows; the upper level is "Formal or above".
 */
export function processReading(
  paths: readonly Path[],
  stages: Known<readonly Stage[]>,
  clock: Clock,
  fewest: number,
): ProcessReading {
  if (!isGiven(stages)) {
    const none = unanswered(stages.missing, phrase('deal_process_no_stages'));
    return { level: none, inOrder: none, withBuyer: none };
  }
  const days = daysBy(clock);
  const steps = paths.flatMap((path) => stepsOf(path, stages, days));
  const ordered = inOrder(steps, fewest);
  return { level: levelOf(ordered, steps.length), inOrder: ordered, withBuyer: withBuyer(steps, fewest) };
}

function inOrder(steps: readonly Step[], fewest: number): Answer<number> {
  const n = steps.length;
  if (n < fewest) return unanswered('too-few', phrase('deal_process_too_few', countFigure(n), countFigure(fewest)));
  const share = steps.filter(({ steps: by }) => by === 1).length / n;
  return explained(share, shareFigure(share), phrase('deal_process_in_order_rule', countFigure(n)));
}

function withBuyer(steps: readonly Step[], fewest: number): Answer<number> {
  const forward = steps.filter(({ steps: by, withBuyer: known }) => by > 0 && known !== undefined);
  const n = forward.length;
  if (n < fewest) return unanswered('too-few', phrase('deal_process_too_few', countFigure(n), countFigure(fewest)));
  const share = forward.filter(({ withBuyer: acted }) => acted).length / n;
  return explained(share, shareFigure(share), phrase('deal_process_with_buyer_rule', countFigure(n)));
}

function levelOf(ordered: Answer<number>, n: number): Answer<Level> {
  if (!isExplained(ordered)) return ordered;
  const [random, informal, formal] = PROCESS_LEVELS;
  const level: Level =
    ordered.value < SOME
      ? { level: 1, name: random, orAbove: false }
      : ordered.value < MOST
        ? { level: 2, name: informal, orAbove: false }
        : { level: 3, name: formal, orAbove: true };
  const figure = phraseFigure(level.orAbove ? phrase('deal_level_or_above', phraseFigure(level.name)) : level.name);
  return explained(
    level,
    figure,
    phrase('deal_process_level_rule', countFigure(n), shareFigure(SOME), shareFigure(MOST)),
    [term('deal_process_in_order', ordered)],
  );
}
