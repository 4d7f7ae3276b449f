import type { CrmProblem } from '../../core/model/crm-problem';
import type { Instant } from '../../core/value/instant';
import type { Progress, Way } from '../../messages/reading';
import type { SessionMemory } from './keychain';

/** How each place stands just now. Lost when the background sleeps; the next look finds out again, unless it was not to. */
export type Standing = {
  readonly problem: CrmProblem | null;
  /** The CRM has answered since the background woke. */
  readonly live: boolean;
  /** By which way it answered last. */
  readonly way: Exclude<Way, 'cache'>;
  readonly progress: Progress | null;
};

export type Standings = {
  readonly of: (place: string) => Standing;
  readonly now: (place: string, change: Partial<Standing>) => void;
  /** The CRM has just asked to be left alone. Kept in the browser's memory: it is not to be asked again because the background slept. */
  readonly limit: (place: string, until: Instant | null) => Promise<void>;
  /** Whether the CRM has asked to be left alone until later, and so what stands in the way; null: nothing does. */
  readonly limited: (place: string, now: Instant) => Promise<CrmProblem | null>;
};

/** How long a limit without an end is kept: it is a daily one, and hours may pass. Milliseconds. */
const UNSAID = 3_600_000;

const UNKNOWN: Standing = { problem: null, live: false, way: 'session', progress: null };

type Limit = { readonly until: Instant | null; readonly since: number };

export function standings(clock: () => number, memory: SessionMemory): Standings {
  const all = new Map<string, Standing>();
  const nameOf = (place: string) => `limit:${place}`;
  return {
    of: (place) => all.get(place) ?? UNKNOWN,
    now(place, change) {
      all.set(place, { ...(all.get(place) ?? UNKNOWN), ...change });
    },
    limit: (place, until) => memory.set({ [nameOf(place)]: { until, since: clock() } satisfies Limit }),
    async limited(place, now) {
      const limit = (await memory.get(nameOf(place)))[nameOf(place)] as Limit | undefined;
      if (!limit) return null;
      const { until, since } = limit;
      const holds = until === null ? clock() - since < UNSAID : now < until;
      return holds ? { kind: 'rate-limited', until } : null;
    },
  };
}
