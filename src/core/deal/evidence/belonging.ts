import type { Activity, Tie } from '../../model/activity';
import { isGiven } from '../../value/known';
import { countFigure, type Phrase, phrase } from '../../value/phrase';

/** How sure it is that an act belongs to this deal: recorded on it; tied to it and to no other open deal; anything less. */
export type Confidence = 'sure' | 'likely' | 'unsure';

/** Why an act is taken to belong to this deal, and how sure that is. */
export type Belonging = { readonly tie: Tie; readonly confidence: Confidence; readonly because: Phrase };

/**
 * Why an act belongs to the deal.
 *
 * A record on the deal itself is sure. A contact of its committee, or somebody at its account, is likely while no other open
 * deal would fit as well, and unsure as soon as one would or nobody knows: one mail must not count for two deals.
 */
export function belonging({ tie, otherDeals }: Pick<Activity, 'tie' | 'otherDeals'>): Belonging {
  if (tie === 'deal') return { tie, confidence: 'sure', because: phrase('deal_belongs_deal') };
  const committee = tie === 'committee';
  if (!isGiven(otherDeals)) {
    const because = committee
      ? phrase('deal_belongs_committee_others_unknown')
      : phrase('deal_belongs_account_others_unknown');
    return { tie, confidence: 'unsure', because };
  }
  if (otherDeals.value === 0) {
    return {
      tie,
      confidence: 'likely',
      because: committee ? phrase('deal_belongs_committee') : phrase('deal_belongs_account'),
    };
  }
  const others = countFigure(otherDeals.value);
  return {
    tie,
    confidence: 'unsure',
    because: committee
      ? phrase('deal_belongs_committee_others', others)
      : phrase('deal_belongs_account_others', others),
  };
}
