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
  const { events, threadOf, workers } = threadsIn(trace);
  return turnsOf(events.filter((event) => workers.has(threadOf(event))));
}

/** What the frames and pages of an extension did beside its service worker, in the same process. */
export function turnsBeside(trace: string): Turns {
  const { events, threadOf, workers } = threadsIn(trace);
  const processes = new Set([...workers].map((thread) => thread.split('/')[0]));
  const mains = new Set(
    events
      .filter(
        ({ name, args, pid }) => name === 'thread_name' && args?.name === 'CrRendererMain' && processes.has(`${pid}`),
      )
      .map(threadOf),
  );
  return turnsOf(events.filter((event) => mains.has(threadOf(event))));
}

function threadsIn(trace: string) {
  const { traceEvents: events } = JSON.parse(trace) as { readonly traceEvents: readonly TraceEvent[] };
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid}/${tid}`;
  const named = events.filter(({ name, args }) => name === 'thread_name' && args?.name?.startsWith('ServiceWorker'));
  return { events, threadOf, workers: new Set(named.map(threadOf)) };
}

function turnsOf(ours: readonly TraceEvent[]): Turns {
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
