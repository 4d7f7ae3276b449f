import type { OwnCalibration } from '../../core/deal/calibration/own-past';
import type { Norms } from '../../core/deal/norms/norms';
import type { CivilDate } from '../../core/value/civil-date';
import { civilDateAt, type Instant, millisecondsBetween } from '../../core/value/instant';
import { given, type Known, missing } from '../../core/value/known';
import type { CrmFacts, CrmReader, HistoryMark, HistorySlice } from '../../crm/port';
import type { Progress } from '../../messages/reading';
import type { BegunStore } from '../../store/forgetting';
import type { Owned } from '../../store/schema';
import type { Store } from '../../store/store';
import { worked } from './slices';

/**
 * Learns the norms from closed deals, a page at a time. `P` is what is kept of a page, fit to be cloned; `L` is all pages together, in
 * memory only while somebody learns.
 */
export type Teacher<P, L> = {
  readonly page: (slice: Pick<HistorySlice, 'deals' | 'open' | 'gone'>) => P;
  readonly begin: () => L;
  /** Adds a page; what a later page says of a deal replaces what an earlier one said. */
  readonly add: (lesson: L, page: P) => L;
  /** What the lesson comes to, a breath every millisecond or so. */
  readonly norms: (lesson: L, asOf: CivilDate) => Generator<void, Norms>;
  /** How the odds would have done on the deals of the lesson, in breaths too; `quarter` holds `today`. */
  readonly calibration: (
    lesson: L,
    quarter: { readonly start: CivilDate },
    today: CivilDate,
  ) => Generator<void, OwnCalibration>;
};

/** How far the reading of closed deals has come, and what can be done with what was read. */
export type Read = {
  /** Changes whenever more was read. */
  readonly mark: string;
  readonly deals: number;
  readonly of: number | null;
  /** All there were have been read once. What was read before that is only the newest, and tells too little of the past. */
  readonly complete: boolean;
  readonly until: Instant;
  readonly calibration: (quarter: { readonly start: CivilDate }, today: CivilDate) => Promise<OwnCalibration>;
};

/** How far a lesson has come, and what it came to. */
type Kept = {
  readonly format: 6;
  readonly norms: Norms | null;
  readonly pages: number;
  readonly deals: number;
  /** Where to go on; null: all is read, and `until` says up to when. */
  readonly mark: HistoryMark | null;
  readonly of: number | null;
  readonly until: Instant;
};

/** More closed deals than this teach nothing new. */
const MOST_DEALS = 100_000;

/** The norms are worked out anew each time the lesson has grown by this share, and at its end. */
const GROWN_BY = 0.5;

/** Norms move slowly: they are brought up to date once a day. Milliseconds. */
const FRESH_FOR = 24 * 3_600_000;

export type Lessons = {
  readonly learned: (of: Owned) => Promise<Known<Norms>>;
  /** What was read so far; null: nothing yet. */
  readonly read: (of: Owned) => Promise<Read | null>;
  /**
   * Goes on learning while somebody watches: from the beginning, from where it was left, or from what changed since.
   *
   * @param told - before each slice, null at the end; and whether the norms are others than when it was told before
   */
  readonly learn: (
    of: Owned,
    reader: CrmReader,
    facts: CrmFacts,
    now: Instant,
    watched: () => boolean,
    told: (progress: Progress | null, isNew: boolean) => Promise<void>,
  ) => Promise<void>;
};

/** @param clock - milliseconds from any moment on: how long others wait for their turn goes by it, and nothing else */
export function lessons<P, L>(store: Store, teacher: Teacher<P, L> | null, clock: () => number): Lessons {
  const running = new Set<string>();
  const kept = async (of: Owned): Promise<Kept | null> => {
    const stored = (await store.norms(of))?.norms as Kept | undefined;
    return stored?.format === 6 ? stored : null;
  };
  const keep = (into: BegunStore, { crm, organisation, user }: Owned, norms: Kept) =>
    into.keepNorms({ crm, organisation, user, norms, asOf: norms.until });
  const lessonOf = async (of: Owned, pages: number, { begin, add }: Teacher<P, L>): Promise<{ readonly lesson: L }> => {
    let lesson = begin();
    for (let page = 0; page < pages; page++) {
      const content = (await store.lessonPage(of, page)) as P | null;
      if (content !== null) lesson = add(lesson, content);
    }
    return { lesson };
  };
  return {
    async read(of) {
      const head = await kept(of);
      if (!teacher || !head || head.pages === 0) return null;
      const { pages, deals, mark, until } = head;
      return {
        mark: `${until}/${pages}`,
        deals,
        of: head.of,
        complete: mark === null || mark.since !== null,
        until,
        async calibration(quarter, today) {
          const { lesson } = await lessonOf(of, pages, teacher);
          return worked(teacher.calibration(lesson, quarter, today), clock);
        },
      };
    },
    async learned(of) {
      const head = await kept(of);
      if (!teacher || !head?.norms) return missing('not-yet-read');
      return given(head.norms, { kind: 'learned', from: 'closed deals', n: head.norms.all.n }, head.until);
    },
    async learn(of, reader, facts, now, watched, told) {
      const name = [of.crm, of.organisation, of.user].join('/');
      if (!teacher || running.has(name)) return;
      running.add(name);
      const into = store.begun(null);
      const isWanted = () => watched() && !into.isForgotten(of);
      let isNew = false;
      try {
        let head: Kept = (await kept(of)) ?? {
          format: 6,
          norms: null,
          pages: 0,
          deals: 0,
          mark: { since: null, place: null },
          of: null,
          until: now,
        };
        if (head.mark === null) {
          if (millisecondsBetween(head.until, now) < FRESH_FOR) return;
          head = { ...head, mark: { since: head.until, place: null }, until: now };
        }
        let { lesson } = await lessonOf(of, head.pages, teacher);
        let workedAt = head.norms === null ? 0 : head.deals;
        let goesOn = isWanted();
        while (head.mark !== null && goesOn) {
          await told({ what: 'progress_norms', done: head.deals, of: head.of }, isNew);
          isNew = false;
          const slice = await reader.closed(facts, head.mark);
          if (!slice.ok) break;
          const page = teacher.page(slice.value);
          lesson = teacher.add(lesson, page);
          await into.keepLessonPage(of, head.pages, page, head.until);
          const deals: number = head.deals + slice.value.deals.length;
          head = {
            ...head,
            pages: head.pages + 1,
            deals,
            of: head.of ?? slice.value.of,
            mark: deals >= MOST_DEALS ? null : slice.value.next,
          };
          goesOn = isWanted();
          if (!goesOn || head.mark === null || deals >= workedAt * (1 + GROWN_BY)) {
            workedAt = deals;
            head = { ...head, norms: await worked(teacher.norms(lesson, civilDateAt(head.until, facts.zone)), clock) };
          }
          await keep(into, of, head);
          isNew = isNew || workedAt === deals;
        }
      } finally {
        running.delete(name);
        await told(null, isNew);
      }
    },
  };
}
