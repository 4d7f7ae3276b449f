import { describe, expect, test } from 'vitest';
import { isGiven } from '../../../src/core/value/known';
import { FIRST, standIn } from './stand-in';

/** Fields that an administrator may hide, and the blocks that cannot stand without them. */
const HIDDEN: readonly (readonly [field: string, lost: readonly string[]])[] = [
  ['Account.Website', []],
  ['Account.ParentId', ['family', 'lookalikes']],
  ['Contact.Email', []],
  ['Contact.AccountId', []],
  ['Opportunity.Amount', []],
  ['Opportunity.NextStep', []],
  ['OpportunityContactRole.Role', []],
  ['Task.ActivityDate', []],
  ['Event.StartDateTime', []],
  ['Event.WhoId', []],
  ['EmailMessage.MessageDate', []],
  ['EmailMessage.Incoming', []],
  ['ForecastingQuota.QuotaAmount', []],
  ['ForecastingQuota.PeriodId', []],
  ['OpportunityLineItem.TotalPrice', []],
  ['Product2.Family', []],
  ['OpportunityHistory.Amount', []],
  ['OpportunityFieldHistory.NewValue', []],
  ['OpportunityStage.SortOrder', []],
  ['OpportunityCompetitor.CompetitorName', []],
  ['User.Name', []],
];
const BLOCKS = ['account', 'family', 'lookalikes', 'credits', 'committee', 'activities', 'history', 'stages'] as const;

describe('a field that is hidden', () => {
  test.each(HIDDEN)('%s: costs its own part and no other, and is found out about once', async (field, lost) => {
    const org = standIn('Cecily Lampkin', ({ hidden }) => void hidden.add(field));
    const deal = org
      .rows('Opportunity')
      .find(({ OwnerId, IsClosed, AccountId }) => OwnerId === org.me.Id && IsClosed === false && AccountId);
    const { dossier, book, facts } = await org.look(deal!, FIRST);
    expect(BLOCKS.filter((block) => !('value' in dossier[block]))).toEqual(lost);
    expect(book && [isGiven(book.won), isGiven(book.open), isGiven(book.goals)]).toEqual([true, true, true]);
    expect(org.sent.length).toBeLessThanOrEqual(6);
    const look = async (earlier: Parameters<typeof org.reader.record>[2]) => {
      const before = org.sent.length;
      const read = await org.reader.record(org.refOf(deal!), facts, earlier);
      return { read, calls: org.sent.length - before };
    };
    const second = await look({ dossier, book, wantBook: true });
    if (!second.read.ok) throw new Error(second.read.problem.kind);
    const { value } = second.read;
    const before = org.sent.length;
    await org.reader.record(org.refOf(deal!), value.facts, {
      dossier: value.dossier,
      book: value.book,
      wantBook: true,
    });
    expect(org.sent.length - before).toBe(lost.includes('family') ? 2 : 1);
  });
});
