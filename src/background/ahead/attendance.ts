import { type Place, placeText } from '../place';
import type { SessionMemory } from '../reach/keychain';
import { turns } from '../turns';

/** After the last sign of the user, somebody counts as looking for so long. Milliseconds. */
export const LOOKS_FOR = 10 * 60_000;

/** Places that are remembered: more are not worked at in one session of the browser. */
const MOST_PLACES = 5;

const NAME = 'attendance';

type Kept = { readonly visible: boolean; readonly at: number; readonly places: readonly Place[] };

/** One page of ours. */
export type Seat = {
  /** The page is looked at just now, or not any more. */
  readonly sign: (visible: boolean) => Promise<void>;
  /** The page stands beside this CRM. */
  readonly at: (place: Place) => Promise<void>;
  /** The page was closed. */
  readonly leave: () => Promise<void>;
};

/**
 * Whether anybody looks. Pages say so when they come into sight, when they go out of it, and while the user moves in them. Somebody
 * looks while a page is in sight and its last sign is not older than {@link LOOKS_FOR}: so nothing of ours keeps a session alive
 * longer than that after the user has left. It outlives the worker in memory, never on a disk.
 */
export type Attendance = {
  readonly seat: () => Seat;
  readonly attended: () => Promise<boolean>;
  /** Where the user has been since the browser was started, last first. */
  readonly places: () => Promise<readonly Place[]>;
};

export function attendance(
  memory: SessionMemory,
  clock: () => number,
  changed: (attended: boolean) => void,
): Attendance {
  const inSight = new Set<Seat>();
  const inTurn = turns();
  const kept = async (): Promise<Kept> =>
    ((await memory.get(NAME))[NAME] as Kept | undefined) ?? { visible: false, at: 0, places: [] };
  const change = (to: (before: Kept) => Kept): Promise<void> =>
    inTurn(async () => {
      const after = to(await kept());
      await memory.set({ [NAME]: after });
      changed(after.visible);
    });
  return {
    seat() {
      const gone = async () => {
        // A page that said nothing to this worker may be another's doing: only its own word is taken back.
        if (inSight.delete(seat) && inSight.size === 0) await change((before) => ({ ...before, visible: false }));
      };
      const seat: Seat = {
        async sign(visible) {
          if (!visible) {
            inSight.add(seat);
            return gone();
          }
          inSight.add(seat);
          await change(({ places }) => ({ visible: true, at: clock(), places }));
        },
        at: (place) => change((before) => ({ ...before, places: withPlace(before.places, place) })),
        leave: gone,
      };
      return seat;
    },
    async attended() {
      const { visible, at } = await kept();
      return visible && clock() - at < LOOKS_FOR;
    },
    places: async () => (await kept()).places,
  };
}

function withPlace(places: readonly Place[], place: Place): readonly Place[] {
  return [place, ...places.filter((one) => placeText(one) !== placeText(place))].slice(0, MOST_PLACES);
}
