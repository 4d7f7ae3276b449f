import { describe, expect, test } from 'vitest';
import { instantOf } from '../../../../../src/core/value/instant';
import { given, missing } from '../../../../../src/core/value/known';
import type { Row } from '../../../../../src/crm/salesforce/api/rows';
import { type Bond, toActivities } from '../../../../../src/crm/salesforce/to-core/buyer/activities';

const AS = { asOf: instantOf(Date.UTC(2026, 10, 24)), currency: 'USD' };
const MIA = '003000000000001AAA';
const ON_DEAL: Bond = { tie: 'deal', otherDeals: given(0, { kind: 'derived', rule: 'test' }, AS.asOf) };
const WITH_MIA: Bond = { tie: 'committee', otherDeals: missing('not-yet-read') };
const AT_ACCOUNT: Bond = { tie: 'account', otherDeals: missing('not-yet-read') };

const mail = (more: Row = {}): Row => ({
  Id: '00T000000000001AAA',
  Subject: 'Email: Re: proposal',
  ActivityDate: '2026-11-12',
  IsClosed: true,
  TaskSubtype: 'Email',
  WhoId: MIA,
  WhatId: null,
  ...more,
});

function read(bond: Bond, tasks: readonly Row[], emails: readonly Row[] = []) {
  return toActivities([{ rows: { tasks, events: [], emails }, bond }], new Map(), AS).map(
    ({ kind, by, tie, contactIds }) => [kind, by, tie, ...contactIds],
  );
}

describe('a mail that Salesforce keeps as a task', () => {
  test('with a person and of no deal may have come from either side', () => {
    expect(read(WITH_MIA, [mail()])).toEqual([['email', 'unknown', 'committee', MIA]]);
    expect(read(AT_ACCOUNT, [mail({ WhatId: '001000000000001AAA' })])).toEqual([['email', 'unknown', 'account', MIA]]);
  });

  test('of the deal is ours, unless the mail itself is there to say otherwise', () => {
    expect(read(ON_DEAL, [mail()])).toEqual([['email', 'seller', 'deal', MIA]]);
    const incoming = {
      Id: '02s000000000001AAA',
      ActivityId: '00T000000000001AAA',
      Incoming: true,
      Status: '1',
      MessageDate: '2026-11-12T09:00:00.000+0000',
    };
    expect(read(ON_DEAL, [mail()], [incoming])).toEqual([['email', 'buyer', 'deal']]);
  });

  test('to a list is ours, and so is a call that we made', () => {
    expect(read(WITH_MIA, [mail({ TaskSubtype: 'ListEmail' })])).toEqual([['email', 'seller', 'committee', MIA]]);
    const call = mail({ TaskSubtype: 'Call', CallType: 'Outbound' });
    expect(read(WITH_MIA, [call])).toEqual([['call', 'seller', 'committee', MIA]]);
  });

  test('found with a person and on the deal as well, it is the deal’s', () => {
    const rows = { tasks: [mail()], events: [], emails: [] };
    const acts = toActivities(
      [
        { rows, bond: WITH_MIA },
        { rows, bond: ON_DEAL },
      ],
      new Map(),
      AS,
    );
    expect(acts.map(({ by, tie }) => [by, tie])).toEqual([['seller', 'deal']]);
  });
});
