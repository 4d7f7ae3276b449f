import { type RecordRef, sameRecord } from '../../core/model/record-ref';
import type { PageServer } from '../../messages/port';
import { type Place, placeText } from '../place';

/** A page of ours, and the record it shows just now. */
export type Watcher = {
  server: PageServer | null;
  place: Place | null;
  ref: RecordRef | null;
  /** The CRM's tab that it is docked in; null for a tab of our own. */
  readonly tab: number | null;
};

/** Who watches what. A late answer reaches only those that still show its record. */
export type Watchers = {
  readonly add: (tab: number | null) => Watcher;
  readonly remove: (watcher: Watcher) => void;
  /** Every page of ours that is open, whatever it shows. */
  readonly all: () => readonly Watcher[];
  readonly of: (place: Place, ref: RecordRef) => readonly Watcher[];
  /** The records that are watched at a place, each once. */
  readonly records: (
    place?: Pick<Place, 'host' | 'container'>,
  ) => readonly { readonly place: Place; readonly ref: RecordRef }[];
};

export function watchers(): Watchers {
  const all = new Set<Watcher>();
  const at = (one: Watcher, place: Pick<Place, 'host' | 'container'>) =>
    one.place !== null && placeText(one.place) === placeText(place);
  return {
    add(tab) {
      const watcher: Watcher = { server: null, place: null, ref: null, tab };
      all.add(watcher);
      return watcher;
    },
    remove: (watcher) => void all.delete(watcher),
    all: () => [...all],
    of: (place, ref) => [...all].filter((one) => at(one, place) && one.ref !== null && sameRecord(one.ref, ref)),
    records(place) {
      const found = new Map<string, { readonly place: Place; readonly ref: RecordRef }>();
      for (const one of all) {
        if (!one.ref || !one.place || (place && !at(one, place))) continue;
        found.set(`${placeText(one.place)}/${one.ref.kind}/${one.ref.id}`, { place: one.place, ref: one.ref });
      }
      return [...found.values()];
    },
  };
}
