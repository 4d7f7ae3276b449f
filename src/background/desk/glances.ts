import type { RecordKey } from '../../core/model/record-ref';
import type { Glance } from '../../messages/glance';
import type { SessionMemory } from '../reach/keychain';
import { turns } from '../turns';

/** As many records as somebody looks at in a day. */
const MOST = 200;
const KEY = 'glances';

/** What the panel last said of each record, in the memory of this session of the browser: for the closed tab. */
export type Glances = {
  readonly of: (key: RecordKey) => Promise<Glance | null>;
  readonly keep: (key: RecordKey, glance: Glance) => Promise<void>;
  /** What was said holds no longer: another plan, or all is forgotten. */
  readonly clear: () => Promise<void>;
};

export function glances(memory: SessionMemory): Glances {
  const nameOf = ({ crm, organisation, user, id }: RecordKey) => [crm, organisation, user, id].join('/');
  const all = async () => new Map(((await memory.get(KEY))[KEY] ?? []) as readonly (readonly [string, Glance])[]);
  // Two panels may say something at once.
  const inTurn = turns();
  return {
    of: async (key) => (await all()).get(nameOf(key)) ?? null,
    keep: (key, glance) =>
      inTurn(async () => {
        const kept = await all();
        kept.delete(nameOf(key));
        kept.set(nameOf(key), glance);
        await memory.set({ [KEY]: [...kept].slice(-MOST) });
      }),
    clear: () => inTurn(() => memory.remove(KEY)),
  };
}
