import { type CivilDate, daysBetween } from '../../value/civil-date';
import type { DealAct } from './deal-act';

/** Who carries the conversation: nobody yet, both sides, or one of them alone. */
export type Flow = 'none' | 'two-way' | 'in-only' | 'out-only';

/** An act as it is shown beside a person: what, when, how many days from today (ago, or ahead for a plan). */
export type Touch = {
  readonly id: string;
  readonly kind: DealAct['kind'];
  readonly at: DealAct['at'];
  readonly on: CivilDate;
  readonly days: number;
};

/** What has passed between one person of the buyer's and us, on this deal. What is not recorded here may still have happened. */
export type Engagement = {
  /** The latest thing they did: wrote, joined, opened, set a date. */
  readonly lastIn?: Touch;
  /** The latest thing we did towards them. */
  readonly lastOut?: Touch;
  /** The next thing planned with them. */
  readonly next?: Touch;
  /** Acts by one side alone, and those where both took part. */
  readonly counts: { readonly in: number; readonly out: number; readonly together: number };
  /**
   * Who does the talking, -1..1: 1 when every act is ours alone, -1 when every one is theirs, 0 in balance.
   * `(out - in) / (in + out + together)`; absent where nothing has passed.
   */
  readonly asymmetry?: number;
  readonly flow: Flow;
  /** Acts of either side that may belong to another deal: shown, not counted. */
  readonly unsure: number;
};

/** @param acts - the acts on the deal that name this person, newest first */
export function engagement(acts: readonly DealAct[], today: CivilDate): Engagement {
  const counted = acts.filter(({ standing }) => standing === 'counted');
  const done = counted.filter(({ on }) => on <= today);
  const of = (direction: DealAct['direction']) => done.filter((act) => act.direction === direction).length;
  const counts = { in: of('in'), out: of('out'), together: of('together') };
  const all = counts.in + counts.out + counts.together;
  const lastIn = done.find(({ direction }) => direction !== 'out');
  const lastOut = done.find(({ direction }) => direction !== 'in');
  const next = acts.filter(({ standing }) => standing === 'planned').at(-1);
  return {
    ...(lastIn && { lastIn: touch(lastIn, today) }),
    ...(lastOut && { lastOut: touch(lastOut, today) }),
    ...(next && { next: touch(next, today) }),
    counts,
    ...(all > 0 && { asymmetry: (counts.out - counts.in) / all }),
    flow: lastIn ? (lastOut ? 'two-way' : 'in-only') : lastOut ? 'out-only' : 'none',
    unsure: acts.filter(({ standing }) => standing === 'unsure').length,
  };
}

function touch({ id, kind, at, on }: DealAct, today: CivilDate): Touch {
  return { id, kind, at, on, days: Math.abs(daysBetween(on, today)) };
}
