import { emptyLesson, type Lesson, take } from '../core/deal/norms/lesson';
import { summarising } from '../core/deal/norms/summarise';
import { dayNumber } from '../core/value/civil-date';
import type { Teacher } from './lessons';

/** Teaches the norms that the odds and the buyer's side go by. */
export const normsTeacher: Teacher<Lesson> = {
  begin: emptyLesson,
  take: (lesson, deals, open) =>
    take(lesson, deals, open === null ? null : open.map(([on, count]) => [dayNumber(on), count])),
  norms: summarising,
};
