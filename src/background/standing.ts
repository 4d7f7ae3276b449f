import type { CrmProblem } from '../core/model/crm-problem';
import type { Instant } from '../core/value/instant';
import type { Progress, Way } from '../messages/reading';

/** How each place stands just now. Lost when the background sleeps; the next look finds out again. */
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
  /** Whether the CRM has asked to be left alone until later. */
  readonly limited: (place: string, now: Instant) => boolean;
};

/** How long a limit without an end is kept: it is a daily one, and hours may pass. Milliseconds. */
const UNSAID = 3_600_000;

const UNKNOWN: Standing = { problem: null, live: false, way: 'session', progress: null };

export function standings(clock: () => number): Standings {
  const all = new Map<string, Standing & { readonly since: number }>();
  return {
    of: (place) => all.get(place) ?? UNKNOWN,
    now(place, change) {
      all.set(place, { ...(all.get(place) ?? UNKNOWN), ...change, since: clock() });
    },
    limited(place, now) {
      const standing = all.get(place);
      if (standing?.problem?.kind !== 'rate-limited') return false;
      const { until } = standing.problem;
      return until === null ? clock() - standing.since < UNSAID : now < until;
    },
  };
}
