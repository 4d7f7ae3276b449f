import { describe, expect, test } from 'vitest';
import { ifGiven, isGiven } from '../../../src/core/value/known';
import type { HistoryMark } from '../../../src/crm/port';
import type { Row } from '../../org/table';
import { standIn } from './stand-in';

const REP = 'Cecily Lampkin';
const cents = (rows: readonly Row[]) =>
  rows.reduce((all, { Amount }) => all + Math.round(Number(Amount ?? 0) * 100), 0);
const between = (from: string, to: string) => (row: Row) => String(row.CloseDate) >= from && String(row.CloseDate) < to;

/** An open deal of the rep's with people on it and an account. */
function openDeal(org: ReturnType<typeof standIn>): Row {
  const peopled = new Set(org.rows('OpportunityContactRole').map(({ OpportunityId }) => OpportunityId));
  const found = org
    .rows('Opportunity')
    .find(
      ({ Id, OwnerId, AccountId, IsClosed }) =>
        OwnerId === org.me.Id && AccountId && IsClosed === false && peopled.has(Id),
    );
  if (!found) throw new Error('no such deal');
  return found;
}

describe('the stand-in organisation', () => {
  test('a first look takes three calls, a second one', async () => {
    const org = standIn(REP);
    const deal = openDeal(org);
    const { dossier, book, facts } = await org.look(deal);
    expect(org.sent).toHaveLength(3);
    const again = await org.reader.record(org.refOf(deal), facts, { dossier, book, wantBook: true });
    expect(again.ok).toBe(true);
    expect(org.sent).toHaveLength(4);
  });

  test('the book adds up to what the records say', async () => {
    const org = standIn(REP);
    const { book } = await org.look(openDeal(org));
    const mine = org.rows('Opportunity').filter(({ OwnerId }) => OwnerId === org.me.Id);
    const won = mine.filter(({ IsWon }) => IsWon === true);
    const quarter = won.filter(between('2026-10-01', '2027-01-01'));
    expect(ifGiven(book!.won)).toHaveLength(quarter.length);
    const credited = ifGiven(book!.won)!.map(({ credit }) => ifGiven(credit.amount)?.minor ?? 0);
    expect(credited.reduce((all, one) => all + one, 0)).toBe(cents(quarter));
    expect(ifGiven(book!.open)).toHaveLength(mine.filter(({ IsClosed }) => IsClosed === false).length);
    expect(ifGiven(book!.yearToDate)?.minor).toBe(cents(won.filter(between('2026-01-01', '2026-10-01'))));
    const quota = org
      .rows('ForecastingQuota')
      .filter(
        ({ QuotaOwnerId, StartDate }) =>
          QuotaOwnerId === org.me.Id && String(StartDate) >= '2026-10-01' && String(StartDate) < '2027-01-01',
      );
    const target = ifGiven(ifGiven(book!.goals)![0]!.target);
    expect(target?.unit === 'money' && target.amount.minor).toBe(
      Math.round(quota.reduce((all, { QuotaAmount }) => all + Number(QuotaAmount), 0) * 100),
    );
  });

  test('all that hangs on a deal is there', async () => {
    const org = standIn(REP);
    const deal = openDeal(org);
    const { dossier } = await org.look(deal);
    const hanging = (object: string, field: string) => org.rows(object).filter((row) => row[field] === deal.Id);
    expect(ifGiven(dossier.committee)).toHaveLength(hanging('OpportunityContactRole', 'OpportunityId').length);
    expect(ifGiven(dossier.opportunity.products)).toHaveLength(hanging('OpportunityLineItem', 'OpportunityId').length);
    const mails = hanging('EmailMessage', 'RelatedToId').filter(({ Status }) => Status !== '5');
    const mailed = new Set(mails.map(({ ActivityId }) => ActivityId));
    const tasks = hanging('Task', 'WhatId').filter(({ Id }) => !mailed.has(Id));
    expect(ifGiven(dossier.activities)).toHaveLength(mails.length + tasks.length + hanging('Event', 'WhatId').length);
    expect(ifGiven(dossier.account)?.name).toBe(org.rows('Account').find(({ Id }) => Id === deal.AccountId)?.Name);
    expect(isGiven(dossier.history)).toBe(true);
  });

  test('the family has what the organisation has with each of its companies', async () => {
    const org = standIn(REP);
    const deal = openDeal(org);
    const family = ifGiven((await org.look(deal)).dossier.family);
    const standing = family?.standings.find(({ accountId }) => accountId === deal.AccountId);
    const theirs = org.rows('Opportunity').filter(({ AccountId }) => AccountId === deal.AccountId);
    const open = theirs.filter(({ IsClosed }) => IsClosed === false);
    expect(standing).toMatchObject({
      open: open.length,
      won: theirs.filter(({ IsWon }) => IsWon === true).length,
      lost: theirs.filter(({ IsClosed, IsWon }) => IsClosed === true && IsWon === false).length,
      overdue: { value: open.filter(({ CloseDate }) => String(CloseDate) < '2026-11-24').length },
    });
  });

  test('closed deals come in slices, each once', async () => {
    const org = standIn(REP);
    const facts = (await org.look(openDeal(org))).facts;
    const ids: string[] = [];
    let of: number | null = null;
    let mark: HistoryMark | null = { since: null, place: null };
    while (mark) {
      const slice = await org.reader.closed(facts, mark);
      if (!slice.ok) throw new Error(slice.problem.kind);
      ids.push(...slice.value.deals.map(({ id }) => id));
      of ??= slice.value.of;
      mark = slice.value.next;
    }
    const closed = org
      .rows('Opportunity')
      .filter((row) => row.IsClosed === true && between('2023-11-25', '2026-11-25')(row));
    expect(of).toBe(closed.length);
    expect(ids).toHaveLength(closed.length);
    expect(new Set(ids).size).toBe(closed.length);
  });
});

describe('what the organisation keeps from a user', () => {
  test('a hidden amount is hidden everywhere, and costs calls once', async () => {
    const org = standIn(REP, ({ hidden }) => hidden.add('Opportunity.Amount'));
    const deal = openDeal(org);
    const { dossier, book, facts } = await org.look(deal);
    expect(dossier.opportunity.amount).toMatchObject({ missing: 'hidden' });
    expect(ifGiven(book!.won)!.every(({ credit }) => !isGiven(credit.amount))).toBe(true);
    expect(book!.yearToDate).toMatchObject({ missing: 'hidden' });
    expect(ifGiven(dossier.family)?.standings[0]?.openAmount).toMatchObject({ missing: 'hidden' });
    const before = org.sent.length;
    await org.reader.record(org.refOf(deal), facts, { dossier, book, wantBook: true });
    expect(org.sent.length - before).toBe(1);
  });

  test('no forecasting: goals are off, the deals stand, in three calls', async () => {
    const org = standIn(REP, ({ off }) => off.add('Forecasting'));
    const { book } = await org.look(openDeal(org));
    expect(book!.goals).toMatchObject({ missing: 'feature-off' });
    expect(isGiven(book!.won)).toBe(true);
    expect(org.sent).toHaveLength(3);
  });

  test('no mail in the organisation: meetings and calls stand', async () => {
    const org = standIn(REP, ({ off }) => off.add('EmailMessage'));
    const { dossier, book } = await org.look(openDeal(org));
    expect(isGiven(dossier.activities)).toBe(true);
    expect(isGiven(dossier.committee)).toBe(true);
    expect(isGiven(book!.open)).toBe(true);
  });

  test('an answer of the wrong shape is not readable, the rest stands', async () => {
    const org = standIn(REP, (switches) => {
      switches.wrongShape = { object: 'ForecastingQuota', records: 'nonsense' };
    });
    const { dossier, book } = await org.look(openDeal(org));
    expect(book!.goals).toMatchObject({ missing: 'not-readable' });
    expect(isGiven(dossier.account)).toBe(true);
  });

  test('no calls left: nothing but that is said', async () => {
    const org = standIn(REP, (switches) => {
      switches.limitReached = true;
    });
    await expect(org.facts()).rejects.toThrow('rate-limited');
  });
});
