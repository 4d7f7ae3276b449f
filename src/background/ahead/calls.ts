import type { Strain } from '../../crm/port';

/** Our calls to one host of a CRM, and how it took them. Kept in the store: the worker sleeps. Times in milliseconds since 1970. */
export type Calls = {
  readonly format: 1;
  /** The day of the count, in UTC. */
  readonly day: string;
  readonly own: number;
  /** Those of `own` that nobody had asked for. */
  readonly ahead: number;
  readonly usage: { readonly used: number; readonly limit: number; readonly at: number } | null;
  /** How often in a row the CRM has asked to be left alone, and until when it is. */
  readonly strikes: number;
  readonly until: number;
};

/** Why nothing may be read ahead, and until when that holds at the least. */
export type Refusal = { readonly why: 'share' | 'organisation' | 'pressed'; readonly until: number };

/** Our share of an organisation's daily calls, unless the options say otherwise. */
export const USUAL_SHARE = 0.05;

/** Nothing is read ahead while the organisation has used more of its calls than this. */
const TOO_BUSY = 0.8;

/** Calls a day where the CRM does not tell its limit. */
const UNTOLD = 500;

/** What an organisation has used is news for so long. */
const NEWS = 3_600_000;

const SHORTEST = 30_000;
const LONGEST = 3_600_000;

const dayOf = (now: number) => new Date(now).toISOString().slice(0, 10);

/** Takes back what was kept; anything of another form is forgotten. */
export function callsOf(kept: unknown): Calls | null {
  return typeof kept === 'object' && kept !== null && (kept as Calls).format === 1 ? (kept as Calls) : null;
}

/**
 * Counts a call. Where the CRM asks to be left alone, it is: twice as long each time in a row, up to an hour, half of it up to chance
 * so that not all come back at once, and never shorter than it asked for itself.
 * After "Exponential Backoff And Jitter", https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/ ("equal jitter").
 *
 * @param strain - null where no answer came
 * @param chance - 0..1
 */
export function counted(
  before: Calls | null,
  call: { readonly now: number; readonly ahead: boolean; readonly strain: Strain | null },
  chance: number,
): Calls {
  const { now, ahead, strain } = call;
  const day = dayOf(now);
  const same = before?.day === day;
  const own = (same ? before.own : 0) + 1;
  const aheadOnes = (same ? before.ahead : 0) + (ahead ? 1 : 0);
  const usage = strain?.usage ? { ...strain.usage, at: now } : (before?.usage ?? null);
  const waits = { strikes: before?.strikes ?? 0, until: before?.until ?? 0 };
  if (strain?.busy) {
    waits.strikes += 1;
    const window = Math.min(LONGEST, SHORTEST * 2 ** (waits.strikes - 1));
    waits.until = Math.max(waits.until, now + (strain.pause ?? 0) + (window / 2) * (1 + chance));
  } else if (strain && now >= waits.until) waits.strikes = 0;
  return { format: 1, day, own, ahead: aheadOnes, usage, ...waits };
}

/** How many of the organisation's calls may be ours in a day. */
export function allowed(calls: Calls | null, share: number): number {
  return calls?.usage ? Math.floor(calls.usage.limit * share) : UNTOLD;
}

/** Whether one more call may be made that nobody has asked for; null: it may. */
export function refusal(calls: Calls | null, share: number, now: number): Refusal | null {
  if (!calls) return null;
  if (now < calls.until) return { why: 'pressed', until: calls.until };
  const { usage } = calls;
  if (usage && usage.used > usage.limit * TOO_BUSY && now - usage.at < NEWS) {
    return { why: 'organisation', until: usage.at + NEWS };
  }
  const day = dayOf(now);
  if (calls.day === day && calls.own >= allowed(calls, share)) {
    return { why: 'share', until: Date.parse(`${day}T00:00:00Z`) + 24 * NEWS };
  }
  return null;
}
