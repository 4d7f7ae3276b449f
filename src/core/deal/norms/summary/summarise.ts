import { type CivilDate, dayNumber } from '../../../value/civil-date';
import { type Lesson, tracesOf } from '../lesson';
import type { Norms, Tally } from '../norms';
import type { Trace } from '../trace/trace';
import { type Amounts, amountsCount } from './amounts';
import { bookedCount } from './booked';
import { committeesCount } from './committees';
import { courseCount } from './course';
import { factsCount } from './facts';
import { freshCount } from './fresh';
import { count, sideOf, sides, sidesByKey } from './tally';
import { type LastTeam, seeTeam, winsByKey } from './wins';

/** Deals counted between two breaths: about a millisecond's work. */
const BREATH = 250;

/** What norms are made from. */
export type Ended = {
  /** Gone through twice. */
  readonly traces: Iterable<Trace>;
  /** Deals that taught nothing. */
  readonly leftOut: number;
  readonly open: Lesson['open'];
};

/** The norms of a day, out of what was read. What lies after the day is left out. */
export function summarise(lesson: Lesson, asOf: CivilDate): Norms {
  const work = summarising(lesson, asOf);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** The same in breaths of about a millisecond: whoever works it out lets others have their turn after as many as he likes. */
export const summarising = (lesson: Lesson, asOf: CivilDate): Generator<void, Norms> =>
  summarisingEnded(
    {
      traces: { [Symbol.iterator]: () => tracesOf(lesson) },
      leftOut: lesson.leftOut.size,
      open: lesson.open,
    },
    asOf,
  );

/** The same for deals that were read elsewhere. */
export function* summarisingEnded({ traces, leftOut, open }: Ended, asOf: CivilDate): Generator<void, Norms> {
  const today = dayNumber(asOf);
  const known = amountsCount();
  const gaps: number[] = [];
  let first = today;
  let counted = 0;
  for (const trace of traces) {
    counted += 1;
    if (counted % BREATH === 0) yield;
    if (trace.e > today) continue;
    first = Math.min(first, trace.f);
    known.count(trace);
    if (trace.o === 'w') for (const gap of trace.g ?? []) count(gaps, gap);
  }
  yield;
  const counting = countOf(known.amounts(), gaps, first, today, open);
  yield;
  for (const trace of traces) {
    counted += 1;
    if (counted % BREATH === 0) yield;
    if (trace.e <= today) counting.count(trace);
  }
  yield;
  return { ...counting.norms(), asOf, leftOut };
}

type Counting = {
  readonly count: (trace: Trace) => void;
  readonly norms: () => Omit<Norms, 'asOf' | 'leftOut'>;
};

function countOf(amounts: Amounts, gaps: Tally, first: number, today: number, open: Lesson['open']): Counting {
  const all = { won: 0, n: 0 };
  let noDecision = 0;
  const [byProduct, byOwner, byTeam, byStage] = [winsByKey(), winsByKey(), winsByKey(), winsByKey()];
  const teams = new Map<string, LastTeam>();
  const bySize = Array.from({ length: amounts.sizeEdges.length + 1 }, () => ({ won: 0, n: 0 }));
  const [cycles, pushes] = [sides(), sides()];
  const [cyclesByProduct, stageDays] = [sidesByKey(), sidesByKey()];
  const facts = factsCount(gaps);
  const course = courseCount(first, today, open);
  const fresh = freshCount(first, today);
  const committees = committeesCount(bySize.length);
  const booked = bookedCount(today);
  return {
    count(trace) {
      const { o, u, t, p, f, e, s, k } = trace;
      const isWon = o === 'w';
      const size = amounts.sizeOf(trace);
      addTo(all, isWon);
      addTo(size === undefined ? undefined : bySize[size], isWon);
      if (o === 'n') noDecision += 1;
      byOwner.count(u, isWon);
      seeTeam(teams, trace);
      if (t !== null) byTeam.count(t, isWon);
      count(sideOf(cycles, isWon), e - f);
      if (p !== null) {
        byProduct.count(p, isWon);
        cyclesByProduct.count(p, isWon, e - f);
      }
      if (k !== null) count(sideOf(pushes, isWon), k);
      s?.forEach(([stage, days], place) => {
        stageDays.count(stage, isWon, days);
        // A deal that came back to a stage passed through it once.
        if (s.findIndex(([name]) => name === stage) === place) byStage.count(stage, isWon);
      });
      facts.count(trace);
      course.count(trace);
      fresh.count(trace, isWon ? amounts.of(trace) : null);
      if (!isWon) return;
      committees.count(trace, size);
      booked.count(e, amounts.of(trace));
    },
    norms: () => ({
      format: 1,
      all,
      noDecision,
      open: open === null ? null : open.reduce((sum, [, n]) => sum + n, 0),
      byProduct: byProduct.all(),
      byOwner: Object.fromEntries(
        Object.entries(byOwner.all()).map(([owner, wins]) => [owner, { ...wins, team: teams.get(owner)?.t ?? null }]),
      ),
      byTeam: byTeam.all(),
      byStage: byStage.all(),
      sizeEdges: amounts.sizeEdges,
      bySize,
      currency: amounts.currency,
      cycles,
      cyclesByProduct: cyclesByProduct.all(),
      stageDays: stageDays.all(),
      pushes,
      gaps,
      committees: committees.all(),
      facts: facts.all(),
      course: course.course,
      booked: booked.all(),
      usualAmount: amounts.usual,
      fresh: fresh.norms(),
    }),
  };
}

function addTo(count: { won: number; n: number } | undefined, isWon: boolean): void {
  if (!count) return;
  count.n += 1;
  if (isWon) count.won += 1;
}
