import { ownCalibration } from '../core/deal/calibration/own-past';
import { addPage, emptyLesson, type Lesson, take } from '../core/deal/norms/lesson';
import { summarising } from '../core/deal/norms/summarise';
import { dayNumber } from '../core/value/civil-date';
import type { Teacher } from './lessons';

/** Teaches the norms that the odds and the buyer's side go by. What is kept of a page is a small lesson of its own. */
export const normsTeacher: Teacher<Lesson, Lesson> = {
  page: ({ deals, open, gone }) => ({
    ...take(emptyLesson(), deals, open === null ? null : open.map(([on, count]) => [dayNumber(on), count])),
    gone,
  }),
  begin: emptyLesson,
  add: addPage,
  norms: summarising,
  calibration: ownCalibration,
};
