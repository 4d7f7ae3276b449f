import type { ClosedDeal } from '../../model/closed-deal';
import { type PackedTraces, pack, unpack } from './trace/packed';
import type { Trace } from './trace/trace';
import { traceOf } from './trace/trace-of';

/** What is kept of some closed deals that were read together, as the store keeps it. */
export type Page = {
  readonly traces: PackedTraces;
  /** Deals that teach nothing, for they were closed before they were created; by id, as they may be put right. */
  readonly leftOut: readonly string[];
  /** Open deals by day number of creation, as last counted; null where nobody counted them. */
  readonly open: readonly (readonly [created: number, count: number])[] | null;
  /** Deals that earlier pages may tell of and that are closed deals no more - deleted, merged, opened again. */
  readonly gone: readonly string[];
};

/**
 * What has been read so far of an organisation's deals: a deal that is read again replaces itself, so that nothing counts twice.
 */
export type Lesson = {
  readonly pages: PackedTraces[];
  /** Where each deal's trace is: `page * ROOM + place`. */
  readonly places: Map<string, number>;
  readonly leftOut: Set<string>;
  open: Page['open'];
};

/** More deals than any page has. */
const ROOM = 2 ** 20;

export function emptyLesson(): Lesson {
  return { pages: [], places: new Map(), leftOut: new Set(), open: null };
}

/** Deals whose dates cannot be right - closed before they were created - teach nothing. */
export function pageOf(deals: readonly ClosedDeal[], open: Page['open'] = null, gone: Page['gone'] = []): Page {
  const traces = new Map<string, Trace>();
  const leftOut = new Set<string>();
  for (const deal of deals) {
    const trace = traceOf(deal);
    if (trace) traces.set(deal.id, trace);
    else leftOut.add(deal.id);
  }
  return { traces: pack(traces), leftOut: [...leftOut], open, gone };
}

/**
 * Takes closed deals in, and changes the lesson it is given: copying a hundred thousand traces for each page would cost more than
 * learning them.
 *
 * @param open - the open deals by day of creation, where they were counted with these
 */
export function take(lesson: Lesson, deals: readonly ClosedDeal[], open: Page['open'] = null): Lesson {
  return addPage(lesson, pageOf(deals, open));
}

/** Adds a page, and takes out what it says is gone; it changes the lesson it is given. */
export function addPage(lesson: Lesson, { traces, leftOut, open, gone }: Page): Lesson {
  const { pages, places } = lesson;
  for (const id of gone) {
    places.delete(id);
    lesson.leftOut.delete(id);
  }
  for (const id of leftOut) {
    places.delete(id);
    lesson.leftOut.add(id);
  }
  for (const [place, id] of traces.ids.entries()) {
    lesson.leftOut.delete(id);
    places.set(id, pages.length * ROOM + place);
  }
  pages.push(traces);
  lesson.open = open ?? lesson.open;
  return lesson;
}

/** Each deal by id with its trace, made as it is asked for. */
export function* entriesOf({ pages, places }: Lesson): Generator<readonly [id: string, trace: Trace]> {
  for (const [id, at] of places) {
    const page = pages[Math.floor(at / ROOM)];
    if (page) yield [id, unpack(page, at % ROOM)];
  }
}

/** The traces alone. */
export function* tracesOf(lesson: Lesson): Generator<Trace> {
  for (const [, trace] of entriesOf(lesson)) yield trace;
}
