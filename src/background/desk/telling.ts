import type { RecordRef } from '../../core/model/record-ref';
import { type Place, placeText } from '../place';
import { type ReadingForParts, readingFor } from './reading-for';
import type { Watchers } from './watchers';

/** Tells pages of ours what has become of the records they watch. */
export type Telling = {
  readonly tell: (place: Place, ref: RecordRef) => Promise<void>;
  /** The same for all that is watched, at one place or anywhere. */
  readonly tellPlace: (place?: Pick<Place, 'host' | 'container'>) => Promise<void>;
  /** How far a long read has come, and nothing else. */
  readonly tellProgress: (place: Pick<Place, 'host' | 'container'>) => void;
};

export function telling(parts: ReadingForParts & { readonly watchers: Watchers }): Telling {
  const { watchers, standings } = parts;
  const tell: Telling['tell'] = async (place, ref) => {
    if (watchers.of(place, ref).length === 0) return;
    const reading = await readingFor(parts, place, ref);
    for (const { server } of watchers.of(place, ref)) server?.push('reading', reading);
  };
  return {
    tell,
    async tellPlace(at) {
      await Promise.all(watchers.records(at).map(({ place, ref }) => tell(place, ref)));
    },
    tellProgress(at) {
      for (const { place, ref } of watchers.records(at)) {
        const { progress } = standings.of(placeText(place));
        for (const { server } of watchers.of(place, ref)) server?.push('progress', { ref, progress });
      }
    },
  };
}
