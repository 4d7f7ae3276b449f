import type { ClosedDeal } from '../../model/closed-deal';
import { type CivilDate, dayNumber, daysBetween } from '../../value/civil-date';
import { ifGiven, isGiven } from '../../value/known';
import { pushesIn } from '../evidence/pushes';
import { dayOf, type Moment, momentsOf } from './moment';

/** The little of a closed deal that norms are made of. Short names: there may be a hundred thousand of them in the store. */
export type Trace = {
  /** w won, l lost, n no decision. */
  readonly o: 'w' | 'l' | 'n';
  readonly u: string;
  readonly t: string | null;
  readonly p: string | null;
  /** Amount in minor units, and its currency. */
  readonly a: number | null;
  readonly c: string | null;
  /** Day numbers of creation and close. */
  readonly f: number;
  readonly e: number;
  /** Stages with the days spent in each, in order; null where there is no history. */
  readonly s: readonly (readonly [stage: string, days: number])[] | null;
  readonly k: number | null;
  readonly r: readonly string[] | null;
  /** Days between the buyer's acts. */
  readonly g: readonly number[] | null;
  /** The deal at each landmark of its life, see `momentsOf`. */
  readonly m: readonly Moment[];
};

/**
 * What has been read so far of an organisation's deals, by id: a deal that is read again replaces itself, so that nothing
 * counts twice. Plain JSON.
 */
export type Lesson = {
  readonly traces: Readonly<Record<string, Trace>>;
  /** Deals that teach nothing, for they were closed before they were created; by id, as they may be put right. */
  readonly leftOut: Readonly<Record<string, true>>;
  /** Open deals by day number of creation, as last counted; null where nobody counted them. */
  readonly open: readonly (readonly [created: number, count: number])[] | null;
  /** Of a page: deals that earlier pages may tell of and that are closed deals no more - deleted, merged, opened again. */
  readonly gone?: readonly string[];
};

export function emptyLesson(): Lesson {
  return { traces: {}, leftOut: {}, open: null };
}

/**
 * Takes a page of closed deals in, and changes the lesson it is given: copying a hundred thousand traces for each page would cost
 * more than learning them. Deals whose dates cannot be right - closed before they were created - teach nothing.
 *
 * @param open - the open deals by day of creation, where they were counted with this page
 */
export function take(lesson: Lesson, deals: readonly ClosedDeal[], open: Lesson['open'] = null): Lesson {
  const page: { traces: Record<string, Trace>; leftOut: Record<string, true> } = { traces: {}, leftOut: {} };
  for (const deal of deals) {
    const trace = traceOf(deal);
    if (trace) page.traces[deal.id] = trace;
    else page.leftOut[deal.id] = true;
  }
  return addPage(lesson, { ...page, open });
}

/** Adds a page that was taken in before, and takes out what it says is gone; it changes the lesson it is given. */
export function addPage(lesson: Lesson, page: Lesson): Lesson {
  const traces = lesson.traces as Record<string, Trace>;
  const leftOut = lesson.leftOut as Record<string, true>;
  for (const id of page.gone ?? []) {
    delete traces[id];
    delete leftOut[id];
  }
  for (const id of Object.keys(page.leftOut)) delete traces[id];
  for (const id of Object.keys(page.traces)) delete leftOut[id];
  Object.assign(traces, page.traces);
  Object.assign(leftOut, page.leftOut);
  return { traces, leftOut, open: page.open ?? lesson.open };
}

function traceOf(deal: ClosedDeal): Trace | undefined {
  const [from, end] = [dayNumber(deal.createdOn), dayNumber(deal.closedOn)];
  if (end < from) return undefined;
  const said = ifGiven(deal.amount);
  const amount = said && said.minor >= 0 ? said : undefined;
  const roles = ifGiven(deal.roles);
  const acts = ifGiven(deal.buyerActs);
  const history = ifGiven(deal.history);
  return {
    o: deal.outcome === 'won' ? 'w' : deal.outcome === 'lost' ? 'l' : 'n',
    u: deal.owner.id,
    t: ifGiven(deal.teamId) ?? null,
    p: ifGiven(deal.product) ?? null,
    a: amount?.minor ?? null,
    c: amount?.currency ?? null,
    f: from,
    e: end,
    s: history ? stages(history, deal) : null,
    k: history ? pushesBefore(history, deal) : null,
    r: roles ? [...new Set(roles.flatMap(({ role }) => (isGiven(role) ? [role.value] : [])))] : null,
    g: acts ? gaps(acts, deal) : null,
    m: momentsOf(deal),
  };
}

type History = Extract<ClosedDeal['history'], { readonly value: unknown }>['value'];

/** Only what was so before the deal ended: the rows of its last day are its end. */
function before(history: History, { closedOn }: ClosedDeal): History {
  return history.filter(({ at }) => dayOf(at) < closedOn);
}

function stages(history: History, deal: ClosedDeal): Trace['s'] {
  const path: [string, number][] = [];
  const rows = before(history, deal).filter(({ stage }) => isGiven(stage));
  rows.forEach((row, index) => {
    const stage = ifGiven(row.stage);
    const next = rows[index + 1];
    const until = next ? dayOf(next.at) : deal.closedOn;
    const days = Math.max(0, daysBetween(dayOf(row.at), until));
    const last = path.at(-1);
    if (stage === undefined) return;
    if (last?.[0] === stage) last[1] += days;
    else path.push([stage, days]);
  });
  return path;
}

function pushesBefore(history: History, deal: ClosedDeal): number | null {
  const rows = before(history, deal);
  return rows.some(({ closeDate }) => isGiven(closeDate)) ? pushesIn(rows).length : null;
}

function gaps(acts: readonly CivilDate[], { createdOn, closedOn }: ClosedDeal): number[] {
  const within = acts.filter((on) => on >= createdOn && on <= closedOn).sort();
  return within.slice(1).map((on, index) => daysBetween(within[index] ?? on, on));
}
