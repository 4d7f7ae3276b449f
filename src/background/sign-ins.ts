import type { RecordRef } from '../core/model/record-ref';
import type { Telling } from './desk/telling';
import type { Watchers } from './desk/watchers';
import { type Place, placeText } from './place';
import type { Reach } from './reach/reach';
import type { Standings } from './reach/standing';
import type { Refresh } from './records/refresh';
import type { ShownPages } from './records/shown-pages';

export type SignInParts = {
  readonly reach: Pick<Reach, 'who'>;
  readonly refresh: Pick<Refresh, 'record'>;
  readonly standings: Pick<Standings, 'of'>;
  readonly shown: Pick<ShownPages, 'forget'>;
  readonly watchers: Pick<Watchers, 'records'>;
  readonly tell: Telling['tell'];
};

/** What is read again because the user has done something about a session. */
export type SignIns = {
  /** A session appeared on a host: what is watched there and could not be read is read again. */
  readonly signedIn: (cookieHost: string) => void;
  /** The user has just allowed the sessions to be used: what is watched and waits for that is read. */
  readonly allowed: () => void;
};

/** Signing in sets one cookie after another, on one host after another: milliseconds after the last of them. */
const SETTLES_AFTER = 300;

export function signIns({ reach, refresh, standings, shown, watchers, tell }: SignInParts): SignIns {
  /** A sign-in may end a wait, and it may be somebody else's: then nothing of the one before stays on the screen. */
  const lookAgain = async (place: Place, ref: RecordRef) => {
    const isAnother = (await reach.who(place)) === 'unknown';
    if (!isAnother && standings.of(placeText(place)).problem?.kind !== 'signed-out') return;
    shown.forget(place);
    await tell(place, ref);
    await refresh.record(place, ref);
    // The read that was under way may have been the other user's.
    if ((await reach.who(place)) === 'unknown') await refresh.record(place, ref);
  };
  const settling = new Map<string, ReturnType<typeof setTimeout>>();
  return {
    signedIn(cookieHost) {
      clearTimeout(settling.get(cookieHost));
      settling.set(
        cookieHost,
        setTimeout(() => {
          settling.delete(cookieHost);
          for (const { place, ref } of watchers.records()) {
            if (related(cookieHost, place.host)) lookAgain(place, ref).catch(() => undefined);
          }
        }, SETTLES_AFTER),
      );
    },
    allowed() {
      for (const { place, ref } of watchers.records()) {
        if (standings.of(placeText(place)).problem?.kind === 'not-connected')
          refresh.record(place, ref).catch(() => undefined);
      }
    },
  };
}

/** Whether a cookie's host and a page's may be the same organisation's: they begin with the same name. */
function related(cookieHost: string, pageHost: string): boolean {
  return firstName(cookieHost) === firstName(pageHost);
}

function firstName(host: string): string | undefined {
  return host.split(/[.#]/)[0];
}
