import type { CrmProblem } from '../../core/model/crm-problem';
import type { Session } from '../../crm/port';
import { hostOfPlace } from '../place';
import { turns } from '../turns';

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
  /** Puts what is now known of those that were tried in place of what was. */
  readonly change: (place: string, to: (tried: Tried) => Tried) => Promise<void>;
  /** Forgets every session of a host's places; null: of every place. */
  readonly clear: (host: string | null) => Promise<void>;
};

const NAME = 'sessions';

/** So many of a place are remembered, the last ones. */
const MOST_KEPT = 12;

export function keychain(memory: SessionMemory): Keychain {
  // Two records of one place may find out about its sessions at once.
  const inTurn = turns();
  const all = async () =>
    new Map(((await memory.get(NAME))[NAME] ?? []) as readonly (readonly [string, readonly Tried[]])[]);
  const tried = async (place: string) => (await all()).get(place) ?? [];
  const change = (place: string, to: (before: readonly Tried[]) => readonly Tried[]) =>
    inTurn(async () => {
      const kept = await all();
      kept.set(place, to(kept.get(place) ?? []).slice(-MOST_KEPT));
      await memory.set({ [NAME]: [...kept] });
    });
  return {
    tried,
    keep: (place, one) =>
      change(place, (before) => [...before.filter(({ session }) => !sameSession(session, one.session)), one]),
    change: (place, to) => change(place, (before) => before.map(to)),
    clear: (host) =>
      inTurn(async () => {
        const left = [...(await all())].filter(([place]) => host !== null && hostOfPlace(place) !== host);
        await (left.length === 0 ? memory.remove(NAME) : memory.set({ [NAME]: left }));
      }),
  };
}

export function sameSession(a: Session, b: Session): boolean {
  return a.secret === b.secret && a.host === b.host;
}

export function sameOwner(a: Owner, b: Owner): boolean {
  return a.organisation === b.organisation && a.user === b.user;
}
