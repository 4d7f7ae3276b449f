import type { Credit } from '../../../core/model/book';
import type { Opportunity } from '../../../core/model/opportunity';
import { isGiven, type Known, missing } from '../../../core/value/known';
import type { Row } from '../api/rows';
import { recordId } from '../ids';
import { block, fieldsOf, type ReadAs } from './field';
import { share } from './opportunity';

/** All of a deal for its owner: the rule of an organisation without splits. */
export function ownerCredit({ id, amount }: Opportunity, repId: string): Credit {
  return { opportunityId: id, repId, amount, share: 1, rule: 'owner' };
}

/** Who is credited for a deal: its splits where the organisation has them, else its owner. */
export function toCredits(deal: Opportunity, splits: readonly Row[] | undefined, as: ReadAs): Known<readonly Credit[]> {
  const credits = (splits ?? []).flatMap((row) => {
    const fields = fieldsOf('OpportunitySplit', row, as);
    const repId = recordId(row.SplitOwnerId);
    const part = share(fields.number('SplitPercentage'));
    if (repId === undefined || !isGiven(part)) return [];
    const rule = overlays(row) ? 'overlay' : 'split';
    return [{ opportunityId: deal.id, repId, amount: fields.money('SplitAmount'), share: part.value, rule } as const];
  });
  if (credits.length > 0) return block(credits, 'OpportunitySplit', as.asOf);
  return isGiven(deal.owner)
    ? block([ownerCredit(deal, deal.owner.value.id)], 'Opportunity.OwnerId', as.asOf)
    : missing(deal.owner.missing, { kind: 'crm', field: 'Opportunity.OwnerId' }, as.asOf);
}

/** A split type whose parts need not add up to the whole is an overlay. */
function overlays(row: Row): boolean {
  const type = row.SplitType;
  return typeof type === 'object' && type !== null && (type as Row).IsTotalValidated === false;
}
