import type { CrmProblem } from '../../core/model/crm-problem';
import type { AppGrant } from '../../crm/approved-app';
import type { SessionMemory } from '../reach/keychain';

/** A grant in hand. */
export type Held = {
  readonly grant: AppGrant;
  /** The page's own session when it was granted, where it could be read: another one may be another user's. */
  readonly page: string | null;
  /** Why the API refused the app for good; null while it does not. */
  readonly refused: CrmProblem | null;
};

/** What users granted, for each host and container: in the browser's memory for a session, and nowhere else. */
export type Grants = {
  readonly held: (place: string) => Promise<Held | null>;
  readonly hold: (place: string, held: Held) => Promise<void>;
  readonly drop: (place: string) => Promise<void>;
};

export function grants(memory: SessionMemory): Grants {
  const key = (place: string) => `app:${place}`;
  return {
    held: async (place) => ((await memory.get(key(place)))[key(place)] as Held | undefined) ?? null,
    hold: (place, held) => memory.set({ [key(place)]: held }),
    drop: (place) => memory.remove(key(place)),
  };
}
