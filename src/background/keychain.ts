import type { CrmProblem } from '../core/model/crm-problem';
import type { Session } from '../crm/port';

/** One user of one organisation. */
export type Owner = { readonly organisation: string; readonly user: string };

/** What became of a session that was tried, and whose it is where that was found out. */
export type Tried = {
  readonly session: Session;
  readonly owner: Owner | null;
  readonly turnedOut:
    | { readonly as: 'good' }
    /** Expired, or ended by signing out. */
    | { readonly as: 'ended' }
    /** The organisation does not let it use the API: it is not tried again by itself. */
    | { readonly as: 'refused'; readonly problem: CrmProblem }
    /** Nobody answered, or the user wants it tried again. */
    | { readonly as: 'untold' };
};

/** Where tried sessions are remembered: the browser's own storage for a session, which is memory and never a disk. */
export type SessionMemory = {
  readonly get: (key: string) => Promise<Readonly<Record<string, unknown>>>;
  readonly set: (items: Record<string, unknown>) => Promise<void>;
  readonly remove: (key: string) => Promise<void>;
};

/** The sessions that were tried, for each host and container. */
export type Keychain = {
  readonly tried: (place: string) => Promise<readonly Tried[]>;
  /** Remembers what became of one session, in place of what was known of it. */
  readonly keep: (place: string, tried: Tried) => Promise<void>;
  readonly replace: (place: string, all: readonly Tried[]) => Promise<void>;
};

/** So many of a place are remembered, the last ones. */
const MOST_KEPT = 12;

export function keychain(memory: SessionMemory): Keychain {
  const key = (place: string) => `session:${place}`;
  const tried = async (place: string) =>
    ((await memory.get(key(place)))[key(place)] as readonly Tried[] | undefined) ?? [];
  const replace = (place: string, all: readonly Tried[]) => memory.set({ [key(place)]: all.slice(-MOST_KEPT) });
  return {
    tried,
    replace,
    keep: async (place, one) => {
      const others = (await tried(place)).filter(({ session }) => !sameSession(session, one.session));
      await replace(place, [...others, one]);
    },
  };
}

export function sameSession(a: Session, b: Session): boolean {
  return a.secret === b.secret && a.host === b.host;
}

export function sameOwner(a: Owner, b: Owner): boolean {
  return a.organisation === b.organisation && a.user === b.user;
}
