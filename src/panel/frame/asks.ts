import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { BookPosition } from '../../core/deal/process-level/matrix';
import type { RecordRef } from '../../core/model/record-ref';

/** What a part of the panel may ask of the background when the user wants to know: too much to be read for every deal. */
export type Asks = {
  /** Where the deals of the deal's owner stand; null where nothing can be said. */
  readonly book: (ref: RecordRef) => Promise<BookPosition | null>;
};

const Asking = createContext<Asks>({ book: async () => null });

/** Gives the parts below it somebody to ask. */
export const Answering = Asking.Provider;

export function useAsks(): Asks {
  return useContext(Asking);
}
