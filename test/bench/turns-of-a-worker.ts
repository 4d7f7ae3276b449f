/** What Chromium has to record for {@link turnsIn}. */
export const TURN_CATEGORIES = ['toplevel', 'devtools.timeline', 'disabled-by-default-v8.gc', 'blink.user_timing'];

/** The turns that a worker's thread took, in ms of its own time: what other programs took from it meanwhile is not in it. */
export type Turns = {
  readonly total: number;
  readonly longest: number;
  readonly p99: number;
  /** Turns of at least one millisecond. */
  readonly n: number;
  /** The longest by the clock on the wall, which other programs of this machine stretch. */
  readonly longestOnWall: number;
};

type TraceEvent = {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
};

/** The mark that a measure leaves at the end of a turn that is no part of what is measured. */
export const ASIDE = 'aside';

/** Reads what a service worker's thread did out of a trace of Chromium's. Turns that hold the mark {@link ASIDE} are left out. */
export function turnsIn(trace: string): Turns {
  const { traceEvents } = JSON.parse(trace) as { readonly traceEvents: readonly TraceEvent[] };
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid}/${tid}`;
  const workers = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name?.startsWith('ServiceWorker'))
      .map(threadOf),
  );
  const ours = traceEvents.filter((event) => workers.has(threadOf(event)));
  const asides = ours.filter(({ name, ph }) => name === ASIDE && ph !== 'e').map(({ ts }) => ts);
  const turns = ours.filter(
    ({ name, ts, dur, tdur }) =>
      name.endsWith('RunTask') && tdur !== undefined && !asides.some((at) => at >= ts && at <= ts + (dur ?? 0)),
  );
  const times = turns.map(({ tdur }) => (tdur ?? 0) / 1000).sort((a, b) => a - b);
  const long = times.filter((time) => time >= 1);
  return {
    total: times.reduce((sum, time) => sum + time, 0),
    longest: times.at(-1) ?? Number.NaN,
    p99: long[Math.ceil(long.length * 0.99) - 1] ?? Number.NaN,
    n: long.length,
    longestOnWall: turns.reduce((most, { dur }) => Math.max(most, (dur ?? 0) / 1000), 0),
  };
}
