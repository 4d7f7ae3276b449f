import type { Instant } from '../../value/instant';
import type { Days } from '../evidence/clock';
import type { Evidence, EvidenceKind } from '../evidence/evidence';
import type { EvidenceStanding } from '../evidence/standing';

/** What the buyer did that counts and lies behind us, newest first. */
export function doneActs({ rows }: EvidenceStanding): Evidence[] {
  return rows.filter(({ counted, ahead }) => counted && !ahead);
}

/** The acts that count from the day of one instant to the day of another, both included: people log a meeting after moving the stage. */
export function actsBetween(
  standing: EvidenceStanding,
  days: Days,
  from: Instant,
  to: Instant,
  kinds?: readonly EvidenceKind[],
): Evidence[] {
  const first = days.on(from);
  const last = days.on(to);
  return doneActs(standing).filter(
    ({ on, kind }) => on >= first && on <= last && (kinds === undefined || kinds.includes(kind)),
  );
}

export function idsOf(acts: readonly Evidence[]): string[] {
  return acts.map(({ id }) => id);
}
