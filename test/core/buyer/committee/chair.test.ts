import { describe, expect, it } from 'vitest';
import { chairOf } from '../../../../src/core/buyer/committee/chair';

describe('which chair a role sits in', () => {
  // Wordings of Salesforce's default OpportunityContactRole list and of Dynamics' stakeholder roles.
  it.each([
    ['Economic Buyer', 'economic buyer'],
    ['Economic Decision Maker', 'economic buyer'],
    ['Decision Maker', 'economic buyer'],
    ['  economic   DECISION-maker ', 'economic buyer'],
    ['Business User', 'user'],
    ['End User', 'user'],
    ['Technical Buyer', 'technical buyer'],
    ['Executive Sponsor', 'executive sponsor'],
    ['Evaluator', 'evaluator'],
    ['Influencer', 'influencer'],
  ])('%s: %s', (role, chair) => {
    expect(chairOf(role)).toBe(chair);
  });

  it('a role nobody knows is a chair of its own, in any spelling', () => {
    expect(chairOf('Data Protection Officer')).toBe(chairOf('data_protection  OFFICER'));
    expect(chairOf('決裁者')).toBe('決裁者');
  });

  it.each([['Other'], ['none'], ['N/A'], ['  '], ['']])('%j says nothing', (role) => {
    expect(chairOf(role)).toBeUndefined();
  });
});
