import type { BookPosition } from '../../core/deal/process-level/matrix';
import type { RecordRef } from '../../core/model/record-ref';
import type { Glance } from '../../messages/glance';
import type { PageClient } from '../../messages/port';
import { fold, foldAs, foldedIn, type SectionName, type ShownStore, takeIn, takeProgress, turnTo } from './shown';

/** A look at the panel reads the record again, but not more often than this. */
export const LOOK_AGAIN_AFTER = 30_000;

export type PanelSession = {
  /** The page's address now names this record. */
  readonly show: (fragment: string) => Promise<void>;
  /** The user asks for a new reading. */
  readonly refresh: () => Promise<void>;
  /** The user has come back to the panel. */
  readonly look: () => Promise<void>;
  /** The user pressed the button that allows the CRM's session to be used. To be called within that press. */
  readonly connect: () => Promise<void>;
  /** Opens the options in a tab. */
  readonly options: () => Promise<void>;
  /** The user wants the CRM asked once more that has refused for good: an administrator may have changed their mind. */
  readonly retry: () => Promise<void>;
  /** Opens the options where the organisation's approved app is. */
  readonly app: () => Promise<void>;
  /** Stops reading ahead, or goes on with it. */
  readonly readAhead: (goOn: boolean) => Promise<void>;
  readonly close: () => Promise<void>;
  /** Docks at the other side of the page. */
  readonly otherSide: () => Promise<void>;
  /** Tells what the closed tab may show of a record. */
  readonly glanced: (ref: RecordRef, glance: Glance) => Promise<void>;
  /** Where the deals of the deal's owner stand; null where it cannot be told. */
  readonly book: (ref: RecordRef) => Promise<BookPosition | null>;
  /** Folds as it was folded when the panel was last here. */
  readonly unfold: () => Promise<void>;
  /** Folds a section away or opens it, and remembers it. */
  readonly fold: (section: SectionName) => Promise<void>;
};

type SessionNeeds = {
  readonly store: ShownStore;
  readonly background: Pick<PageClient, 'call' | 'on'>;
  /** Asks the browser for the right to the session; false where the user says no. */
  readonly allow: () => Promise<boolean>;
  /** Milliseconds, any origin. */
  readonly clock: () => number;
};

/** Keeps what is shown in step with the record that the page names. */
export function panelSession({ store, background, allow, clock }: SessionNeeds): PanelSession {
  let lastRead = Number.NEGATIVE_INFINITY;
  background.on('reading', (reading) => takeIn(store, reading));
  background.on('progress', ({ ref, progress }) => takeProgress(store, ref, progress));

  const attempt = async (work: () => Promise<unknown>): Promise<void> => {
    try {
      await work();
      store.setState({ cutOff: false });
    } catch {
      store.setState({ cutOff: true });
    }
  };
  const refresh = async (): Promise<void> => {
    const { ref } = store.getState();
    if (ref === null) return;
    lastRead = clock();
    await attempt(() => background.call('refresh', { ref }));
  };
  return {
    show: async (fragment) => {
      const ref = turnTo(store, fragment);
      lastRead = clock();
      await attempt(async () => {
        if (ref === null) await background.call('unwatch', null);
        else takeIn(store, await background.call('watch', { ref }));
      });
    },
    refresh,
    look: async () => {
      if (clock() - lastRead >= LOOK_AGAIN_AFTER) await refresh();
    },
    connect: async () => {
      const { ref } = store.getState();
      // Asked for before anything is awaited: a browser grants rights only within the user's own press.
      const answer = askedHere(allow);
      const allowed = await answer;
      // Not every browser lets a frame inside a page ask: then the options do.
      if (allowed === 'not-here') await attempt(() => background.call('openOptions', null));
      if (ref === null || allowed !== true) return;
      await attempt(() => background.call('connect', { host: ref.host }));
    },
    options: () => attempt(() => background.call('openOptions', null)),
    retry: async () => {
      const { ref } = store.getState();
      if (ref !== null) await attempt(() => background.call('connect', { host: ref.host }));
    },
    app: async () => {
      const { ref } = store.getState();
      if (ref !== null) await attempt(() => background.call('openConnection', { host: ref.host }));
    },
    readAhead: (goOn) =>
      attempt(async () => store.setState({ ahead: (await background.call('keep', { stopped: !goOn })).ahead })),
    close: () => attempt(() => background.call('dock', { open: false })),
    glanced: (ref, glance) => attempt(() => background.call('glanced', { ref, glance })),
    otherSide: () => attempt(() => background.call('dock', { side: 'other' })),
    book: (ref) => background.call('bookPosition', { ref }).catch(() => null),
    unfold: () => attempt(async () => foldAs(store, await background.call('folded', null))),
    fold: async (section) => {
      fold(store, section);
      await attempt(() => background.call('keepFolded', { sections: foldedIn(store.getState()) }));
    },
  };
}

/** Asks at once; a browser that refuses the question itself is told from a user who says no. */
function askedHere(allow: () => Promise<boolean>): Promise<boolean | 'not-here'> {
  const refused = () => 'not-here' as const;
  try {
    return allow().catch(refused);
  } catch {
    return Promise.resolve(refused());
  }
}
