import type { Activity, ActivityKind } from '../../model/activity';
import { type CivilDate, daysBetween } from '../../value/civil-date';
import type { Instant } from '../../value/instant';
import { isGiven, type Known } from '../../value/known';
import { type Phrase, phrase } from '../../value/phrase';
import type { Source } from '../../value/source';
import { type Belonging, belonging } from './belonging';
import { type Clock, type Days, daysBy } from './clock';

/** What the buyer can do that somebody else can check: join, write, open or sign, set a date. A task or a note is the seller's word. */
export const EVIDENCE_KINDS = [
  'meeting',
  'call',
  'email',
  'document',
  'date',
] as const satisfies readonly ActivityKind[];
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** Why an act is shown and not counted. */
export type NotCounted =
  /** It may belong to another deal. */
  | 'unsure'
  /** A mail with somebody of the buyer's, related to no deal, that does not say which side wrote it. */
  | 'unsaid'
  /** Planned with the buyer, still to come. */
  | 'planned'
  /** Planned for a day that has passed; nothing says that it took place. */
  | 'planned-past'
  /** Recorded as done on a day that has not come yet. */
  | 'future'
  /** Older than the deal itself. */
  | 'before-deal';

/** A dated, checkable act of the buyer's, why it belongs to this deal, and what it still weighs. */
export type Evidence = {
  /** Id of the activity. */
  readonly id: string;
  readonly kind: EvidenceKind;
  readonly subject: Known<string>;
  /** The record it was read from. */
  readonly source: Source;
  readonly at: Instant;
  /** The day it happened on, or the day set, in the time zone asked for. */
  readonly on: CivilDate;
  /** Whole days of the calendar since then; 0 for what is still ahead. */
  readonly ageDays: number;
  /** What is left of its weight, 0..1: 1 on the day, half after one half-life. */
  readonly weight: number;
  readonly contactIds: readonly string[];
  readonly belongs: Belonging;
  readonly counted: boolean;
  /** Present where it is not counted. */
  readonly notCounted?: { readonly why: NotCounted; readonly because: Phrase };
  /** The day lies ahead: a date the buyer has set, a meeting agreed. */
  readonly ahead: boolean;
};

/**
 * The buyer's acts among a deal's activities, newest first; the order of the activities does not matter.
 *
 * Everything of the buyer's is shown; what is unsure, planned or oddly dated is shown and not counted. A date that the buyer
 * has set and that is still ahead counts: setting it was an act. A mail of which nobody can say who wrote it may be theirs: it is
 * shown where it is with one of them and of the deal's own time.
 *
 * @param createdOn - the day the deal was created; what is older is named and not counted
 * @param halfLifeDays - days after which an act weighs half; positive
 */
export function evidence(
  activities: readonly Activity[],
  createdOn: Known<CivilDate>,
  clock: Clock,
  halfLifeDays: number,
): Evidence[] {
  const days = daysBy(clock);
  const shown: Evidence[] = [];
  for (const activity of once(activities)) {
    const { kind } = activity;
    const unsaid = isUnsaid(activity);
    if (!isEvidenceKind(kind) || (activity.by !== 'buyer' && activity.by !== 'both' && !unsaid)) continue;
    const row = weigh({ ...activity, kind }, createdOn, days, clock.now, halfLifeDays);
    if (!unsaid || row.notCounted?.why === 'unsaid') shown.push(row);
  }
  return shown.sort((a, b) => (a.at > b.at ? -1 : a.at < b.at ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** The days on which the buyer did something that counts, oldest first: what {@link ClosedDeal} keeps of an ended deal. */
export function buyerActDays(activities: readonly Activity[], createdOn: Known<CivilDate>, clock: Clock): CivilDate[] {
  return evidence(activities, createdOn, clock, 1)
    .filter(({ counted, ahead }) => counted && !ahead)
    .map(({ on }) => on)
    .reverse();
}

/** The latest thing the buyer did that counts; `undefined` where nothing is recorded, which proves nothing. */
export function lastBuyerAct(
  activities: readonly Activity[],
  createdOn: Known<CivilDate>,
  clock: Clock,
): Evidence | undefined {
  return evidence(activities, createdOn, clock, 1).find(({ counted, ahead }) => counted && !ahead);
}

/** Each activity once, by its closest tie: one meeting with five contacts is one meeting. */
function once(activities: readonly Activity[]): Iterable<Activity> {
  const byId = new Map<string, Activity>();
  for (const activity of activities) {
    const seen = byId.get(activity.id);
    if (!seen || CLOSENESS[activity.tie] < CLOSENESS[seen.tie]) byId.set(activity.id, activity);
  }
  return byId.values();
}

const CLOSENESS: Readonly<Record<Activity['tie'], number>> = { deal: 0, committee: 1, account: 2 };

/** A mail recorded with a person alone, of which nobody can say who wrote it. On the deal itself that is ours to have recorded. */
function isUnsaid({ kind, by, tie }: Activity): boolean {
  return kind === 'email' && by === 'unknown' && tie !== 'deal';
}

function isEvidenceKind(kind: ActivityKind): kind is EvidenceKind {
  return (EVIDENCE_KINDS as readonly ActivityKind[]).includes(kind);
}

function weigh(
  activity: Activity & { readonly kind: EvidenceKind },
  createdOn: Known<CivilDate>,
  days: Days,
  now: Instant,
  halfLifeDays: number,
): Evidence {
  const { id, kind, subject, at, contactIds } = activity;
  const on = days.on(at);
  const ahead = at > now;
  const ageDays = Math.max(0, daysBetween(on, days.today));
  const belongs = belonging(activity);
  const why = whyNot(activity, belongs, ahead, isGiven(createdOn) && on < createdOn.value);
  return {
    id,
    kind,
    subject,
    source: subject.source ?? { kind: 'crm', field: 'Activity', record: id },
    at,
    on,
    ageDays,
    weight: 0.5 ** (ageDays / halfLifeDays),
    contactIds,
    belongs,
    counted: why === undefined,
    ...(why && { notCounted: { why, because: BECAUSE[why] } }),
    ahead,
  };
}

function whyNot(
  activity: Activity,
  { confidence }: Belonging,
  ahead: boolean,
  beforeDeal: boolean,
): NotCounted | undefined {
  const { kind, planned } = activity;
  if (ahead && !planned) return 'future';
  if (beforeDeal) return 'before-deal';
  if (planned && !ahead) return 'planned-past';
  if (!planned && isUnsaid(activity)) return 'unsaid';
  if (confidence === 'unsure') return 'unsure';
  if (planned && kind !== 'date') return 'planned';
  return undefined;
}

const BECAUSE: Readonly<Record<NotCounted, Phrase>> = {
  unsure: phrase('deal_not_counted_unsure'),
  unsaid: phrase('deal_not_counted_unsaid'),
  planned: phrase('deal_not_counted_planned'),
  'planned-past': phrase('deal_not_counted_planned_past'),
  future: phrase('deal_not_counted_future'),
  'before-deal': phrase('deal_not_counted_before_deal'),
};
