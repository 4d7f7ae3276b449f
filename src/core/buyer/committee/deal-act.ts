import { belonging } from '../../deal/evidence/belonging';
import { type Clock, daysBy } from '../../deal/evidence/clock';
import { EVIDENCE_KINDS, evidence } from '../../deal/evidence/evidence';
import type { Activity } from '../../model/activity';
import type { CivilDate } from '../../value/civil-date';
import type { Known } from '../../value/known';
import { isGiven } from '../../value/known';

/** Which way an act went: the buyer towards us, we towards the buyer, both in one room. */
export type Direction = 'in' | 'out' | 'together';

/** An act on a deal, by either side, and whether it counts: `unsure` may belong to another deal, `odd` cannot have its date. */
export type DealAct = {
  readonly id: string;
  readonly kind: Activity['kind'];
  readonly at: Activity['at'];
  readonly on: CivilDate;
  readonly direction: Direction;
  readonly contactIds: readonly string[];
  readonly standing: 'counted' | 'unsure' | 'planned' | 'odd';
};

/**
 * The acts of both sides on a deal, newest first, by the rules that decide what is {@link evidence}: the seller's acts are
 * held to the same ones, so that the two columns can be compared. Tasks and notes are nobody's act, save a task planned.
 */
export function dealActs(activities: readonly Activity[], createdOn: Known<CivilDate>, clock: Clock): DealAct[] {
  const days = daysBy(clock);
  const theirs = new Map(evidence(activities, createdOn, clock, 1).map((row) => [row.id, row]));
  const acts = new Map<string, DealAct>();
  for (const activity of activities) {
    const { id, kind, at, contactIds } = activity;
    const direction = DIRECTION[activity.by];
    const plan = activity.planned && at > clock.now && kind !== 'note';
    if (acts.has(id) || (!plan && (direction === undefined || !isAct(kind)))) continue;
    const on = days.on(at);
    const row = theirs.get(id);
    const early = isGiven(createdOn) && on < createdOn.value;
    const standing = plan
      ? 'planned'
      : row
        ? standingOf(row)
        : at > clock.now || early || activity.planned
          ? 'odd'
          : belonging(activity).confidence === 'unsure'
            ? 'unsure'
            : 'counted';
    acts.set(id, {
      id,
      kind,
      at,
      on,
      direction: direction ?? 'out',
      contactIds: row?.contactIds ?? contactIds,
      standing,
    });
  }
  return [...acts.values()].sort((a, b) => (a.at > b.at ? -1 : a.at < b.at ? 1 : a.id < b.id ? -1 : 1));
}

const DIRECTION: Readonly<Record<Activity['by'], Direction | undefined>> = {
  buyer: 'in',
  seller: 'out',
  both: 'together',
  unknown: undefined,
};

function isAct(kind: Activity['kind']): boolean {
  return (EVIDENCE_KINDS as readonly Activity['kind'][]).includes(kind);
}

function standingOf(row: ReturnType<typeof evidence>[number]): DealAct['standing'] {
  if (row.counted) return 'counted';
  return row.notCounted?.why === 'unsure' ? 'unsure' : 'odd';
}
