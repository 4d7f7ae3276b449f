import type { HistoryRow } from '../../model/history';
import type { Stage } from '../../model/opportunity';
import type { Instant } from '../../value/instant';
import { isGiven, type Known } from '../../value/known';
import { type Course, course } from './moves';

/** A move from one stage to another, by their places in the organisation's process. */
export type StageMove = {
  readonly at: Instant;
  readonly since: Instant;
  readonly from: string;
  readonly to: string;
  /** Places forward; negative for a move back; undefined where a stage has no known place. */
  readonly steps: number | undefined;
};

/** Where a stage stands in the organisation's process, counted from 0 by rank; a history may hold its name or its label. */
function stagePlace(stages: Known<readonly Stage[]>, stage: string): number | undefined {
  if (!isGiven(stages)) return undefined;
  const at = stages.value.find(({ name, label }) => name === stage || label === stage)?.order;
  if (at === undefined || !isGiven(at)) return undefined;
  const lower = new Set<number>();
  for (const { order } of stages.value) if (isGiven(order) && order.value < at.value) lower.add(order.value);
  return lower.size;
}

/** The stage moves that a deal's history shows, oldest first. */
export function stageMoves(rows: readonly HistoryRow[], stages: Known<readonly Stage[]>): StageMove[] {
  return stageCourse(rows).moves.map(({ at, since, from, to }) => {
    const before = stagePlace(stages, from);
    const after = stagePlace(stages, to);
    return { at, since, from, to, steps: before === undefined || after === undefined ? undefined : after - before };
  });
}

/** How a deal's stage went, and since when it is where it is. */
export function stageCourse(rows: readonly HistoryRow[]): Course<string> {
  return course(
    rows,
    ({ stage }) => stage,
    (a, b) => a === b,
  );
}
