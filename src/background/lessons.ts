import type { Norms } from '../core/deal/norms/norms';
import type { ClosedDeal } from '../core/model/closed-deal';
import type { CivilDate } from '../core/value/civil-date';
import { civilDateAt, type Instant, millisecondsBetween } from '../core/value/instant';
import { given, type Known, missing } from '../core/value/known';
import type { CrmFacts, CrmReader, HistoryMark, HistorySlice } from '../crm/port';
import type { Progress } from '../messages/reading';
import type { Owned } from '../store/schema';
import type { Store } from '../store/store';

/** Learns the norms from closed deals, a page at a time. `L` is plain JSON: it is kept between two pages. */
export type Teacher<L> = {
  readonly begin: () => L;
  /** May change the lesson it is given. */
  readonly take: (lesson: L, deals: readonly ClosedDeal[], open: HistorySlice['open']) => L;
  /** What the lesson comes to, worked out in slices: the background lets others have their turn after each. */
  readonly norms: (lesson: L, asOf: CivilDate) => Generator<void, Norms>;
};

/** How far a lesson has come. */
type Kept<L> = {
  readonly format: 2;
  readonly lesson: L;
  readonly deals: number;
  /** What the lesson came to when it was last kept. */
  readonly norms: Norms | null;
  /** Where to go on; null: all is read, and `until` says up to when. */
  readonly mark: HistoryMark | null;
  readonly of: number | null;
  readonly until: Instant;
};

/** More closed deals than this teach nothing new. */
const MOST_DEALS = 100_000;

/** A lesson is kept, and summed up, each time it has grown by this share: writing a large one after every page would cost more than reading it. */
const GROWN_BY = 0.25;

/** Norms move slowly: they are brought up to date once a day. Milliseconds. */
const FRESH_FOR = 24 * 3_600_000;

export type Lessons = {
  readonly learned: (of: Owned) => Promise<Known<Norms>>;
  /**
   * Goes on learning while somebody watches: from the beginning, from where it was left, or from what changed since.
   *
   * @param told - after each slice; null at the end
   */
  readonly learn: (
    of: Owned,
    reader: CrmReader,
    facts: CrmFacts,
    now: Instant,
    watched: () => boolean,
    told: (progress: Progress | null) => Promise<void>,
  ) => Promise<void>;
};

export function lessons<L>(store: Store, teacher: Teacher<L> | null): Lessons {
  const running = new Set<string>();
  const kept = async (of: Owned): Promise<Kept<L> | null> => {
    const stored = (await store.norms(of))?.norms as Kept<L> | undefined;
    return stored?.format === 2 ? stored : null;
  };
  return {
    async learned(of) {
      const lesson = await kept(of);
      if (!teacher || !lesson?.norms) return missing('not-yet-read');
      return given(lesson.norms, { kind: 'learned', from: 'closed deals', n: lesson.norms.all.n }, lesson.until);
    },
    async learn(of, reader, facts, now, watched, told) {
      const name = [of.crm, of.organisation, of.user].join('/');
      if (!teacher || running.has(name)) return;
      running.add(name);
      let lesson = await kept(of);
      if (lesson?.mark === null && millisecondsBetween(lesson.until, now) < FRESH_FOR) {
        running.delete(name);
        return;
      }
      try {
        if (lesson?.mark === null) {
          lesson = { ...lesson, mark: { since: lesson.until, place: null }, until: now };
        }
        lesson ??= {
          format: 2,
          lesson: teacher.begin(),
          deals: 0,
          norms: null,
          mark: { since: null, place: null },
          of: null,
          until: now,
        };
        let keptAt = lesson.deals;
        let goesOn = watched();
        while (lesson.mark !== null && goesOn) {
          await told({ what: 'progress_norms', done: lesson.deals, of: lesson.of });
          const slice = await reader.closed(facts, lesson.mark);
          if (!slice.ok) break;
          const deals: number = lesson.deals + slice.value.deals.length;
          lesson = {
            ...lesson,
            lesson: teacher.take(lesson.lesson, slice.value.deals, slice.value.open),
            deals,
            of: lesson.of ?? slice.value.of,
            mark: deals >= MOST_DEALS ? null : slice.value.next,
          };
          goesOn = watched();
          if (goesOn && lesson.mark !== null && deals < keptAt * (1 + GROWN_BY)) continue;
          keptAt = deals;
          lesson = {
            ...lesson,
            norms: await worked(teacher.norms(lesson.lesson, civilDateAt(lesson.until, facts.zone))),
          };
          const { crm, organisation, user } = of;
          await store.keepNorms({ crm, organisation, user, norms: lesson, asOf: lesson.until });
        }
      } finally {
        running.delete(name);
        await told(null);
      }
    },
  };
}

/** Works a calculation out in slices, with a turn for everybody else after each. */
async function worked<T>(work: Generator<void, T>): Promise<T> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    await new Promise((others) => setTimeout(others, 0));
  }
}
