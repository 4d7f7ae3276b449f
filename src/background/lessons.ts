import type { Norms } from '../core/deal/norms/norms';
import type { ClosedDeal } from '../core/model/closed-deal';
import { type Instant, millisecondsBetween } from '../core/value/instant';
import { given, type Known, missing } from '../core/value/known';
import type { CrmFacts, CrmReader, HistoryMark } from '../crm/port';
import type { Progress } from '../messages/reading';
import type { Owned } from '../store/schema';
import type { Store } from '../store/store';

/** Learns the norms from closed deals, a slice at a time. `N` is plain JSON: it is kept between two slices. */
export type Teacher<L> = {
  readonly begin: () => L;
  readonly take: (lesson: L, deals: readonly ClosedDeal[]) => L;
  readonly norms: (lesson: L) => { readonly norms: Norms; readonly n: number };
};

/** How far a lesson has come. */
type Kept<L> = {
  readonly format: 1;
  readonly lesson: L;
  readonly deals: number;
  /** Where to go on; null: all is read, and `until` says up to when. */
  readonly mark: HistoryMark | null;
  readonly of: number | null;
  readonly until: Instant;
};

/** More closed deals than this teach nothing new. */
const MOST_DEALS = 5000;

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
    return stored?.format === 1 ? stored : null;
  };
  return {
    async learned(of) {
      const lesson = await kept(of);
      if (!teacher || !lesson || lesson.deals === 0) return missing('not-yet-read');
      const { norms, n } = teacher.norms(lesson.lesson);
      return given(norms, { kind: 'learned', from: 'closed deals', n }, lesson.until);
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
          format: 1,
          lesson: teacher.begin(),
          deals: 0,
          mark: { since: null, place: null },
          of: null,
          until: now,
        };
        while (lesson.mark !== null && watched()) {
          await told({ what: 'progress_norms', done: lesson.deals, of: lesson.of });
          const slice = await reader.closed(facts, lesson.mark);
          if (!slice.ok) break;
          const deals: number = lesson.deals + slice.value.deals.length;
          lesson = {
            ...lesson,
            lesson: teacher.take(lesson.lesson, slice.value.deals),
            deals,
            of: lesson.of ?? slice.value.of,
            mark: deals >= MOST_DEALS ? null : slice.value.next,
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
