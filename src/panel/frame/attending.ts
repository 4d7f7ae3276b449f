import type { PageClient } from '../../messages/port';
import type { ShownStore } from './shown';

/** What a panel tells of the user, so that nothing is asked of the CRM when nobody looks. */
export type Attending = {
  /** A record was shown, or the panel has come into sight or out of it. */
  readonly looked: () => void;
  /** The user comes to the panel from the page beside it, where they may have changed something a moment ago. */
  readonly came: () => void;
  /** The user moves in the panel. */
  readonly moved: () => void;
};

type AttendingNeeds = {
  readonly store: ShownStore;
  readonly background: Pick<PageClient, 'call' | 'on'>;
  readonly isInSight: () => boolean;
  /** Calls once, so many milliseconds later; returns how to call it off. */
  readonly later: (milliseconds: number, call: () => void) => () => void;
};

/**
 * When the record in view is looked at again after the user has come to it, in seconds: often while they are likely to change it, then
 * less and less, and after ten minutes not at all until they are back. It comes to 33 looks at most.
 */
const LOOKS: readonly number[] = [
  ...Array.from({ length: 12 }, () => 5),
  ...Array.from({ length: 16 }, () => 15),
  ...Array.from({ length: 5 }, () => 60),
];

/** How soon after the user has come over it is looked at again, and how long then not for the same reason. Milliseconds. */
const SOON = 300;
const REST = 3000;

/** Tells the background that somebody looks, and has it look after the record in view while they do. */
export function attending({ store, background, isInSight, later }: AttendingNeeds): Attending {
  let callOff: () => void = () => undefined;
  const sign = () => {
    background.call('present', { visible: isInSight() }).catch(() => undefined);
  };
  let rests = false;
  const lookFrom = (place: number): void => lookAfter(LOOKS[place], place);
  const lookAfter = (seconds: number | undefined, place: number): void => {
    callOff();
    if (seconds === undefined || !isInSight()) return;
    callOff = later(seconds * 1000, () => {
      const { ref } = store.getState();
      if (ref === null || !isInSight()) return;
      background.call('recheck', { ref }).then(
        // Who has changed something may change more.
        (found) => lookFrom(found === 'changed' ? 0 : place + 1),
        () => undefined,
      );
    });
  };
  background.on('ahead', (ahead) => store.setState({ ahead }));
  return {
    looked() {
      sign();
      lookFrom(0);
    },
    came() {
      sign();
      if (rests) return;
      rests = true;
      later(REST, () => {
        rests = false;
      });
      lookAfter(SOON / 1000, -1);
    },
    moved: sign,
  };
}
