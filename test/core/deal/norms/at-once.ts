import { addPage, type Lesson, type Page, pageOf } from '../../../../src/core/deal/norms/lesson';
import type { Norms } from '../../../../src/core/deal/norms/norms';
import { summarising } from '../../../../src/core/deal/norms/summary/summarise';
import type { ClosedDeal } from '../../../../src/core/model/closed-deal';
import type { CivilDate } from '../../../../src/core/value/civil-date';

/** What work in breaths comes to, without a pause. */
export function atOnce<T>(work: Generator<void, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/**
 * Takes closed deals in as one page, and changes the lesson it is given.
 *
 * @param open - the open deals by day of creation, where they were counted with these
 */
export const take = (lesson: Lesson, deals: readonly ClosedDeal[], open: Page['open'] = null): Lesson =>
  addPage(lesson, pageOf(deals, open));

/** The norms of a day, out of what was read. */
export const summarise = (lesson: Lesson, asOf: CivilDate): Norms => atOnce(summarising(lesson, asOf));
