import { describe, expect, test } from 'vitest';
import type { RecordRef } from '../../../src/core/model/record-ref';
import { instantOf } from '../../../src/core/value/instant';
import { ifGiven } from '../../../src/core/value/known';
import type { CrmFacts, Earlier } from '../../../src/crm/port';
import { salesforce } from '../../../src/crm/salesforce/adapter';
import { ACCOUNT, ACME, DEAL } from './acme';
import { type Script, scriptedOrg, USER } from './scripted-org';

const NOW = instantOf(Date.UTC(2026, 10, 24, 9));
const REF: RecordRef = { crm: 'salesforce', host: 'acme.lightning.force.com', kind: 'opportunity', id: DEAL };
const FIRST: Earlier = { dossier: null, book: null, wantBook: true };

async function look(script: Script) {
  const org = scriptedOrg(script);
  const reader = salesforce.reader({ host: 'acme.my.salesforce.com', secret: '00D!x' }, org.http, () => NOW);
  const facts = await reader.identify();
  if (!facts.ok) throw new Error(facts.problem.kind);
  const read = await reader.record(REF, facts.value, FIRST);
  return { org, reader, read };
}
async function seen(script: Script) {
  const { read, ...rest } = await look(script);
  if (!read.ok) throw new Error(read.problem.kind);
  return { ...rest, ...read.value };
}
const with_ = (rows: Script['rows'], more: Partial<Script> = {}): Script => ({
  ...ACME,
  rows: { ...ACME.rows, ...rows },
  ...more,
});
const OPPORTUNITY = [...Object.keys(ACME.records[DEAL] ?? {}), 'LeadSource'];
const RELATIONS = [
  'OpportunityLineItems',
  'OpportunityContactRoles',
  'OpportunityHistories',
  'Histories',
  'Tasks',
  'Events',
  'Emails',
];
const CHILDREN = {
  OpportunityLineItem: { fields: ['Id', 'Quantity', 'TotalPrice', 'ProductCode'] },
  OpportunityContactRole: { fields: ['Id', 'ContactId', 'Role', 'IsPrimary'] },
  OpportunityHistory: { fields: ['Id', 'CreatedDate', 'StageName', 'Amount', 'CloseDate'] },
  OpportunityFieldHistory: { fields: ['Id', 'CreatedDate', 'Field', 'OldValue', 'NewValue'] },
  Task: { fields: ['Id', 'Subject', 'ActivityDate', 'IsClosed', 'WhoId'] },
  Event: { fields: ['Id', 'Subject', 'StartDateTime', 'WhoId'] },
  Account: { fields: ['Id', 'Name', 'ParentId'] },
  User: { fields: ['Id', 'Name'] },
};
const split = (
  Id: string,
  SplitOwnerId: string,
  SplitPercentage: number,
  SplitAmount: number,
  DeveloperName: string,
) => ({
  Id,
  SplitOwnerId,
  SplitPercentage,
  SplitAmount,
  SplitTypeId: DeveloperName === 'Revenue' ? '149000000000001AAA' : '149000000000002AAA',
  SplitType: { DeveloperName, IsTotalValidated: DeveloperName === 'Revenue' },
});
/** The deal with these splits, as every query that asks for them gets them. */
const withSplits = (...records: readonly object[]): Script => {
  const all = ACME.rows.Opportunity as (soql: string) => Record<string, unknown>[] | typeof off;
  const OpportunitySplits = { totalSize: records.length, done: true, records };
  return with_({
    Opportunity: (soql) => {
      const rows = all(soql);
      if (!Array.isArray(rows) || !soql.includes('FROM OpportunitySplits)')) return rows;
      return rows.map((row) => ({ ...row, OpportunitySplits: row.Id === DEAL ? OpportunitySplits : null }));
    },
  });
};
const off = { status: 400, errorCode: 'INVALID_TYPE' };

describe('calls', () => {
  test('a first look takes three, also where splits are off', async () => {
    const { org } = await seen(ACME);
    expect(org.sent).toHaveLength(3);
  });

  test('a second look takes one', async () => {
    const { org, reader, dossier, book, facts } = await seen(ACME);
    const before = org.sent.length;
    const again = await reader.record(REF, JSON.parse(JSON.stringify(facts)) as CrmFacts, {
      dossier,
      book,
      wantBook: true,
    });
    expect(again.ok && again.value.book?.won).toEqual(book?.won);
    expect(org.sent.length - before).toBe(1);
  });

  test('where references within a call are not filled in, the second call asks by name', async () => {
    const { org, dossier, book } = await seen({ ...ACME, refersToNothing: true });
    expect(org.sent).toHaveLength(3);
    expect(ifGiven(dossier.account)?.name).toBe('Acme');
    expect(ifGiven(dossier.family)?.members.map(({ name }) => name)).toEqual(['Acme', 'Acme Nordic']);
    expect(ifGiven(book!.goals)).toHaveLength(1);
    expect(org.queries.filter((soql) => soql.includes('FROM ForecastingQuota')).at(-1)).toContain(USER);
  });

  test('another owner since then is one call too, and brings the book of that owner', async () => {
    const { reader, org, dossier, book, facts } = await seen(ACME);
    const other = structuredClone(dossier) as typeof dossier & { opportunity: { owner: { value: { id: string } } } };
    other.opportunity.owner.value.id = '005000000000009AAA';
    const before = org.sent.length;
    const again = await reader.record(REF, facts, { dossier: other, book, wantBook: true });
    expect(org.sent.length - before).toBe(1);
    expect(again.ok && again.value.book?.rep.id).toBe(USER);
  });
});

describe('a deal', () => {
  test('in the model, exact and with its sources', async () => {
    const { opportunity } = (await seen(ACME)).dossier;
    expect(opportunity.name).toBe('Acme - 200 seats');
    expect(opportunity.outcome).toBe('open');
    expect(opportunity.amount).toEqual({
      value: { minor: 1_274_050, currency: 'USD' },
      source: { kind: 'crm', field: 'Opportunity.Amount', record: DEAL },
      asOf: NOW,
    });
    expect(ifGiven(opportunity.probability)).toBe(0.9);
    expect(ifGiven(opportunity.forecastCategory)).toBe('commit');
    expect(ifGiven(opportunity.stage)).toMatchObject({ name: 'Negotiation/Review', label: 'Negotiation' });
    expect(ifGiven(opportunity.owner)).toEqual({ id: USER, name: 'Cecily Lampkin' });
    expect(ifGiven(opportunity.account)).toEqual({ id: ACCOUNT, name: 'Acme' });
    expect(opportunity.nextStep).toMatchObject({ missing: 'not-recorded' });
    expect(ifGiven(opportunity.products)).toMatchObject([{ product: 'GTX Pro', family: { value: 'GTX' } }]);
    expect(opportunity.fields.Region__c).toMatchObject({ value: 'North' });
  });

  test('is created on the day of the viewer, not of UTC', async () => {
    const { dossier } = await seen(ACME);
    expect(ifGiven(dossier.opportunity.createdOn)).toBe('2026-10-02');
  });

  test('a field that permissions hide is hidden, not empty', async () => {
    const { Amount: _, ...bare } = ACME.records[DEAL] as Record<string, unknown>;
    const { dossier } = await seen({ ...ACME, records: { ...ACME.records, [DEAL]: bare } });
    expect(dossier.opportunity.amount).toMatchObject({ missing: 'hidden' });
  });

  test('without splits, all of it is credited to its owner', async () => {
    const { dossier } = await seen(ACME);
    expect(ifGiven(dossier.credits)).toMatchObject([{ repId: USER, share: 1, rule: 'owner' }]);
  });

  test('with splits, each gets a part, and overlays are told from them', async () => {
    const splits = [
      split('1S1000000000001CAA', USER, 60, 7644.3, 'Revenue'),
      split('1S1000000000002CAA', '005000000000009AAA', 40, 5096.2, 'Revenue'),
      split('1S1000000000003CAA', '005000000000008AAA', 100, 12_740.5, 'Overlay'),
    ];
    const { dossier, book } = await seen(withSplits(...splits));
    expect(ifGiven(dossier.credits)).toMatchObject([
      { repId: USER, share: 0.6, rule: 'split', amount: { value: { minor: 764_430 } } },
      { share: 0.4, rule: 'split' },
      { share: 1, rule: 'overlay' },
    ]);
    expect(ifGiven(book!.open)![0]!.credit).toMatchObject({ share: 0.6, rule: 'split', repId: USER });
  });

  test('an owner who has given all of it away has it in the book, and is credited with nothing', async () => {
    const { book } = await seen(
      withSplits(split('1S1000000000002CAA', '005000000000009AAA', 100, 12_740.5, 'Revenue')),
    );
    expect(ifGiven(book!.open)![0]!.credit).toMatchObject({ share: 0, amount: { value: { minor: 0 } } });
  });

  test('its past is told oldest first, with the next step from the field history', async () => {
    const rows = ifGiven((await seen(ACME)).dossier.history) ?? [];
    expect(rows.map(({ at, stage, nextStep }) => [at.slice(0, 10), ifGiven(stage), ifGiven(nextStep)])).toEqual([
      ['2026-10-01', 'Prospecting', 'Send proposal'],
      ['2026-11-01', 'Negotiation/Review', 'Send proposal'],
      ['2026-11-10', 'Negotiation/Review', undefined],
    ]);
  });

  test('who acted is read from what Salesforce records, and a mail counts once', async () => {
    const acts = ifGiven((await seen(ACME)).dossier.activities) ?? [];
    expect(acts.map(({ kind, by, planned, at }) => [at.slice(0, 10), kind, by, planned])).toEqual([
      ['2026-12-03', 'meeting', 'unknown', true],
      ['2026-11-12', 'call', 'seller', false],
      ['2026-11-05', 'email', 'buyer', false],
      ['2026-11-03', 'meeting', 'both', false],
    ]);
    expect(acts.find(({ kind }) => kind === 'email')?.contactIds).toEqual(['003000000000001AAA']);
  });

  test('the companies around it, and one that is not shared', async () => {
    const family = ifGiven((await seen(ACME)).dossier.family);
    expect(family?.members.map(({ name }) => name)).toEqual(['Acme', 'Acme Nordic']);
    expect(family?.hidden).toBe(1);
    expect(family?.standings[0]).toMatchObject({ open: 1, won: 2, lost: 0, wonAmount: { value: { minor: 900_000 } } });
    expect(family?.standings[1]).toMatchObject({ open: 0, openAmount: { missing: 'not-recorded' } });
  });
});

describe('the book of its owner', () => {
  test('holds the quarter that today is in, by the calendar of the organisation', async () => {
    const { book } = await seen(ACME);
    expect(book?.period).toEqual({ label: 'FQ4 FY 2026', kind: 'quarter', start: '2026-10-01', end: '2027-01-01' });
    expect(ifGiven(book!.won)?.map(({ opportunity }) => opportunity.name)).toEqual(['Won 2026-10-20']);
    expect(ifGiven(book!.open)?.map(({ opportunity }) => opportunity.id)).toEqual([DEAL]);
    expect(ifGiven(book!.yearToDate)).toEqual({ minor: 400_000, currency: 'USD' });
  });

  test('has the quota of that quarter as its goal, and no other', async () => {
    const { book } = await seen(ACME);
    expect(ifGiven(book!.goals)).toMatchObject([
      { measure: { name: 'Opportunity Revenue', unit: 'money' }, target: { value: { amount: { minor: 9_800_000 } } } },
    ]);
  });

  test('quotas by month add up to the quarter', async () => {
    const [quota] = ACME.rows.ForecastingQuota as Record<string, unknown>[];
    const months = ['2026-10-01', '2026-11-01', '2026-12-01'].map((StartDate, n) => ({
      ...quota,
      Id: `0J900000000010${n}CAA`,
      StartDate,
      QuotaAmount: 30_000.1,
    }));
    const { book } = await seen(with_({ ForecastingQuota: months }));
    expect(ifGiven(book!.goals)).toMatchObject([{ target: { value: { amount: { minor: 9_000_030 } } } }]);
  });

  test('knows when the buyer last did something', async () => {
    const { book } = await seen(ACME);
    expect(ifGiven(ifGiven(book!.open)![0]!.lastBuyerActOn)).toBe('2026-12-03');
    expect(ifGiven(book!.won)![0]!.lastBuyerActOn).toMatchObject({ missing: 'not-recorded' });
  });

  test('one amount that is hidden leaves the year to date unknown, not short', async () => {
    const { rows } = ACME;
    const { book } = await seen(
      with_({
        Opportunity: (soql) => {
          const all = (rows.Opportunity as (q: string) => Record<string, unknown>[] | typeof off)(soql);
          return Array.isArray(all) && soql.includes('OwnerId IN') ? all.map(({ Amount: _, ...bare }) => bare) : all;
        },
      }),
    );
    expect(book?.yearToDate).toMatchObject({ missing: 'hidden' });
  });
});

describe('a block that cannot be had is missing by itself', () => {
  test('no quotas: the goals are off, the deals stand', async () => {
    const { book, dossier } = await seen(with_({ ForecastingQuota: off }));
    expect(book?.goals).toMatchObject({ missing: 'feature-off' });
    expect(ifGiven(book!.won)).toHaveLength(1);
    expect(ifGiven(dossier.committee)).toHaveLength(1);
  });

  test('mail that is off leaves the rest of what hangs on a deal', async () => {
    const around = ACME.rows.Opportunity as (soql: string) => Record<string, unknown>[];
    const { dossier, org, reader, facts, book } = await seen(
      with_(
        {
          Opportunity: (soql) =>
            soql.includes('FROM Emails')
              ? { status: 400, errorCode: 'INVALID_TYPE' }
              : around(soql).map(({ Emails: _, ...rest }) => rest),
        },
        {
          describe: { ...CHILDREN, Opportunity: { fields: OPPORTUNITY, relations: RELATIONS } },
        },
      ),
    );
    expect(ifGiven(dossier.committee)).toHaveLength(1);
    expect(ifGiven(dossier.activities)?.map(({ id }) => id.slice(0, 3))).toEqual(['00U', '00T', '00T', '00U']);
    expect(org.queries.at(-1)).not.toContain('FROM Emails');
    const before = org.sent.length;
    await reader.record(REF, facts, { dossier, book, wantBook: true });
    expect(org.sent.length - before).toBe(1);
  });

  test('mail that is there and may not be queried this way costs its own rows alone', async () => {
    const around = ACME.rows.Opportunity as (soql: string) => Record<string, unknown>[];
    const { dossier, org } = await seen(
      with_(
        {
          Opportunity: (soql) =>
            soql.includes('FROM Emails')
              ? { status: 400, errorCode: 'MALFORMED_QUERY' }
              : around(soql).map(({ Emails: _, ...rest }) => rest),
        },
        {
          describe: {
            ...CHILDREN,
            EmailMessage: { fields: ['Id', 'Subject', 'FromAddress', 'Incoming', 'Status', 'MessageDate'] },
            Opportunity: { fields: OPPORTUNITY, relations: RELATIONS },
          },
        },
      ),
    );
    expect(ifGiven(dossier.committee)).toHaveLength(1);
    expect(ifGiven(dossier.activities)?.map(({ id }) => id.slice(0, 3))).toEqual(['00U', '00T', '00T', '00U']);
    // Refused, described, refused again, then asked without: two calls more than where mail is off.
    expect(org.sent.length).toBeLessThanOrEqual(6);
  });

  test('stages in another shape are not readable, and the deal still has its own', async () => {
    const { dossier } = await seen(with_({ OpportunityStage: { status: 500, errorCode: 'UNKNOWN_EXCEPTION' } }));
    expect(dossier.stages).toMatchObject({ missing: 'not-yet-read' });
    expect(ifGiven(dossier.opportunity.stage)).toMatchObject({
      name: 'Negotiation/Review',
      order: { missing: 'not-yet-read' },
    });
  });

  test('an account that is not shared leaves the deal', async () => {
    const { [ACCOUNT]: _, ...records } = ACME.records;
    const { dossier } = await seen({ ...ACME, records });
    expect(dossier.account).toMatchObject({ missing: 'hidden' });
    expect(dossier.opportunity.name).toBe('Acme - 200 seats');
  });
});

describe('a record that cannot be had at all', () => {
  test.each([
    [
      'deleted or not shared',
      { records: { ...ACME.records, [DEAL]: { status: 404, errorCode: 'NOT_FOUND' } } },
      'not-found',
    ],
    ['of another shape', { records: { ...ACME.records, [DEAL]: { Id: DEAL } } }, 'not-the-crm'],
  ] as const)('%s', async (_why, change, kind) => {
    const { read } = await look({ ...ACME, ...change });
    expect(read).toMatchObject({ ok: false, problem: { kind } });
  });

  test('signed out, blocked, offline and HTML are told apart at the first call', async () => {
    const body = (message: string) => JSON.stringify([{ errorCode: 'INVALID_SESSION_ID', message }]);
    await expect(look({ ...ACME, always: { status: 401, text: body('Session expired or invalid') } })).rejects.toThrow(
      'signed-out',
    );
    await expect(
      look({ ...ACME, always: { status: 401, text: body('This session is not valid for use with the REST API') } }),
    ).rejects.toThrow('blocked');
    await expect(look({ ...ACME, always: 'offline' })).rejects.toThrow('offline');
    await expect(look({ ...ACME, always: { text: '<html>' } })).rejects.toThrow('not-the-crm');
  });
});
