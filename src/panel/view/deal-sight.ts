import type { Clock } from '../../core/deal/evidence/clock';
import { type Oddity, oddities } from '../../core/deal/evidence/oddities';
import { pushes } from '../../core/deal/evidence/pushes';
import type { Learned } from '../../core/deal/said-and-shown/claim';
import { saidAndShown, type TwoColumns } from '../../core/deal/said-and-shown/said-and-shown';
import type { Dossier } from '../../core/model/dossier';
import type { Answer } from '../../core/value/explained';
import type { Reading } from '../../messages/reading';

/** What the deal room says about the deal that is shown, worked out once for tile, summary and section. */
export type DealSight = {
  readonly dossier: Dossier;
  readonly clock: Clock;
  readonly learned: Learned;
  readonly columns: TwoColumns;
  readonly pushes: Answer<number>;
  readonly oddities: readonly Oddity[];
};

export function dealSight(dossier: Dossier, { now, zone }: Pick<Reading, 'now' | 'zone'>, learned: Learned): DealSight {
  const clock = { now, zone };
  const columns = saidAndShown(dossier, clock, learned);
  return {
    dossier,
    clock,
    learned,
    columns,
    pushes: pushes(dossier.history),
    oddities: oddities(dossier, columns.standing, clock),
  };
}
