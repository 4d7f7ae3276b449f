import { describe, expect, it } from 'vitest';
import { oddities } from '../../../../src/core/deal/evidence/oddities';
import { evidenceStanding } from '../../../../src/core/deal/evidence/standing';
import type { Dossier } from '../../../../src/core/model/dossier';
import { civilDate } from '../../../../src/core/value/civil-date';
import { missing } from '../../../../src/core/value/known';
import { moneyOf } from '../../../../src/core/value/money';
import { act, CLOCK, daysAgo, deal, known } from './a-deal';

const odd = (dossier: Dossier) =>
  oddities(dossier, evidenceStanding(dossier, CLOCK), CLOCK).map(({ says }) => says.key);

describe('what cannot be right is named', () => {
  it('nothing on a sound deal', () => {
    expect(odd(deal())).toEqual([]);
  });

  it('no close date; one before the deal was created; one in twenty years', () => {
    expect(odd(deal({ closeDate: missing('not-recorded') }))).toEqual(['deal_odd_no_close_date']);
    expect(odd(deal({ closeDate: known(civilDate('2026-04-15')) }))).toEqual(['deal_odd_close_before_created']);
    expect(odd(deal({ closeDate: known(civilDate('2046-06-15')) }))).toEqual(['deal_odd_close_far']);
  });

  it('a close date that is hidden is not odd', () => {
    expect(odd(deal({ closeDate: missing('hidden') }))).toEqual([]);
  });

  it('created tomorrow, a negative amount, 300 per cent', () => {
    const broken = deal({
      createdOn: known(civilDate('2026-06-16')),
      amount: known(moneyOf(-1, 'USD')),
      probability: known(3),
    });
    expect(odd({ ...broken, activities: known([]) })).toEqual([
      'deal_created_ahead',
      'deal_shown_amount_negative',
      'deal_shown_probability_impossible',
    ]);
  });

  it('acts that are dated in the future or before the deal', () => {
    const late = act({ planned: true, at: daysAgo(3) }); // not held, or not marked as held: no odd date
    const acts = [act(), act({ at: daysAgo(-2) }), act({ at: daysAgo(500) }), late];
    const dossier = deal({}, { activities: known(acts) });
    const found = oddities(dossier, evidenceStanding(dossier, CLOCK), CLOCK);
    expect(found).toMatchObject([{ part: 'activities', says: { figures: [{ unit: 'count', count: 2 }] } }]);
  });
});
