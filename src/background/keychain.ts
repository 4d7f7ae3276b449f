import type { CrmProblem } from '../core/model/crm-problem';
import type { Session } from '../crm/port';

/** What became of a session that was tried: whose it is, or why it may not be used. */
export type Tried = {
  readonly session: Session;
  readonly owner: { readonly organisation: string; readonly user: string } | null;
  readonly blocked: CrmProblem | null;
};

/** Where tried sessions are remembered: the browser's own storage for a session, which is memory and never a disk. */
export type SessionMemory = {
  readonly get: (key: string) => Promise<Readonly<Record<string, unknown>>>;
  readonly set: (items: Record<string, unknown>) => Promise<void>;
  readonly remove: (key: string) => Promise<void>;
};

/** The sessions that were tried, one for each host and container. */
export type Keychain = {
  readonly tried: (place: string) => Promise<Tried | null>;
  readonly keep: (place: string, tried: Tried) => Promise<void>;
  readonly drop: (place: string) => Promise<void>;
};

export function keychain(memory: SessionMemory): Keychain {
  const key = (place: string) => `session:${place}`;
  return {
    tried: async (place) => ((await memory.get(key(place)))[key(place)] as Tried | undefined) ?? null,
    keep: (place, tried) => memory.set({ [key(place)]: tried }),
    drop: (place) => memory.remove(key(place)),
  };
}
