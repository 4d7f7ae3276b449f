import type { RecordKey } from '../core/model/record-ref';
import type { Glance } from '../messages/glance';
import type { SessionMemory } from './keychain';

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
  // One after the other: two panels may say something at once.
  const queue: { last: Promise<unknown> } = { last: Promise.resolve() };
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = queue.last.then(work, work);
    queue.last = next.catch(() => undefined);
    return next;
  };
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
