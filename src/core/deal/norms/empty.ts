import type { CivilDate } from '../../value/civil-date';
import { emptyLesson } from './lesson';
import type { Norms } from './norms';
import { summarise } from './summarise';

/** Norms of an organisation that has closed nothing yet. */
export function emptyNorms(asOf: CivilDate): Norms {
  return summarise(emptyLesson(), asOf);
}
