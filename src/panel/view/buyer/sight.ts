import { type Committee, committee } from '../../../core/buyer/committee/committee';
import { type EmptyChairs, emptyChairs, type RoleNorms } from '../../../core/buyer/committee/empty-chairs';
import { type FamilyTree, familyTree } from '../../../core/buyer/family/family-tree';
import { type BuyingProcess, buyingProcess } from '../../../core/buyer/process/buying-process';
import { isGiven } from '../../../core/value/known';
import type { DealSight } from '../deal-sight';

/** What the buyer room says about the deal that is shown, worked out once for tile, summary and section. */
export type BuyerSight = {
  readonly committee: Committee;
  readonly chairs: EmptyChairs;
  /** null where the family cannot be read, or the deal's company is not in it. */
  readonly family: FamilyTree | null;
  readonly process: BuyingProcess;
};

export function buyerSight({ dossier, clock, columns }: DealSight, norms?: RoleNorms): BuyerSight {
  const { family, account } = dossier;
  const tree = isGiven(family) && isGiven(account) ? familyTree(family.value, account.value.id) : undefined;
  return {
    committee: committee(dossier, clock, columns.standing.longSilence),
    chairs: emptyChairs(dossier.committee, norms),
    family: tree ?? null,
    process: buyingProcess(dossier, clock),
  };
}
