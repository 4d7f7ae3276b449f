import { ownCalibration } from '../../core/deal/calibration/own-past';
import { addPage, emptyLesson, type Lesson, type Page, pageOf } from '../../core/deal/norms/lesson';
import { summarising } from '../../core/deal/norms/summary/summarise';
import { dayNumber } from '../../core/value/civil-date';
import type { Teacher } from './lessons';

/** Teaches the norms that the odds and the buyer's side go by. */
export const normsTeacher: Teacher<Page, Lesson> = {
  page: ({ deals, open, gone }) =>
    pageOf(deals, open === null ? null : open.map(([on, count]) => [dayNumber(on), count]), gone),
  begin: emptyLesson,
  add: addPage,
  norms: summarising,
  calibration: ownCalibration,
};
