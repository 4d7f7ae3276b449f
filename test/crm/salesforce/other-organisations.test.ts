import { describe, expect, test } from 'vitest';
import { instantOf } from '../../../src/core/value/instant';
import { ifGiven, isGiven, missing } from '../../../src/core/value/known';
import { toOrganisation } from '../../../src/crm/salesforce/reading/organisation/organisation';
import { withRates } from '../../../src/crm/salesforce/reading/organisation/rates';
import { toRates } from '../../../src/crm/salesforce/to-core/rates';
import { ACCOUNT, ACME, DEAL } from './acme';
import { look } from './first-look';
import { ORGANISATION, type Script } from './scripted-org';

const NOW = instantOf(Date.UTC(2026, 10, 24, 9));
const off = { status: 400, errorCode: 'INVALID_TYPE' };
const sums = Array.from({ length: 2000 }, () => ({
  AccountId: ACCOUNT,
  IsClosed: false,
  IsWon: false,
  deals: 1,
  total: 1,
}));
const opportunities = ACME.rows.Opportunity as (soql: string) => readonly Record<string, unknown>[];
const record = (id: string, change: Record<string, unknown>): Script => ({
  ...ACME,
  records: { ...ACME.records, [id]: { ...ACME.records[id], ...change } },
});

describe('an organisation whose calendar cannot be read', () => {
  const without = (organisation: Record<string, unknown>): Script => ({
    ...record(ORGANISATION, organisation),
    rows: { ...ACME.rows, Period: off },
  });

  test('has the quarters of its start month, in a year that is named after its end', async () => {
    const { book } = await look(without({ FiscalYearStartMonth: 2, UsesStartDateAsFiscalYearName: false }));
    expect(book?.period).toMatchObject({ kind: 'quarter', start: '2026-11-01', end: '2027-02-01', label: 'FY2027 Q4' });
  });

  test('or after its start, where it says so', async () => {
    const { book } = await look(without({ FiscalYearStartMonth: 7, UsesStartDateAsFiscalYearName: true }));
    expect(book?.period).toMatchObject({ start: '2026-10-01', end: '2027-01-01', label: 'FY2026 Q2' });
  });

  test('and none at all where nothing tells when its year begins', async () => {
    expect((await look(without({}))).book).toBeNull();
  });
});

describe('a deal of no account', () => {
  test('still has the acts of its committee, and costs one call the second time', async () => {
    const contact = {
      Id: '003000000000001AAA',
      Name: 'Mia Orr',
      Email: 'mia@acme.example',
      AccountId: null,
      Tasks: {
        done: true,
        records: [{ Id: '00T000000000009EAA', Subject: 'Lunch', ActivityDate: '2026-11-20', IsClosed: true }],
      },
    };
    const script = record(DEAL, { AccountId: null });
    const { dossier, second, org } = await look({ ...script, rows: { ...script.rows, Contact: [contact] } });
    expect(dossier.account).toMatchObject({ missing: 'not-recorded' });
    expect((ifGiven(dossier.activities) ?? []).map(({ subject }) => ifGiven(subject))).toContain('Lunch');
    expect(second).toEqual({ calls: 1, ok: true });
    expect(org.queries.filter((soql) => soql.includes('FROM Contact')).at(-1)).not.toContain('AccountId =');
  });
});

describe('a family with more sums than an answer holds', () => {
  test('has none: some of them would be taken for all', async () => {
    const { dossier } = await look({
      ...ACME,
      rows: { ...ACME.rows, Opportunity: (soql) => (soql.includes('GROUP BY AccountId') ? sums : opportunities(soql)) },
    });
    const family = ifGiven(dossier.family);
    expect(family?.members).not.toEqual([]);
    expect(family?.standings).toEqual([]);
    expect(family?.moreDeals).toMatchObject({ missing: 'not-yet-read' });
  });
});

describe('values that other servers write otherwise', () => {
  test('a number in quotation marks is that number, to the cent', async () => {
    const { dossier } = await look(record(DEAL, { Amount: '12740.50', Probability: '90' }));
    expect(ifGiven(dossier.opportunity.amount)).toEqual({ minor: 1_274_050, currency: 'USD' });
    expect(ifGiven(dossier.opportunity.probability)).toBe(0.9);
  });

  test('a forecast category by its name alone', async () => {
    const { ForecastCategory: _, ...deal } = ACME.records[DEAL] as Record<string, unknown>;
    const { dossier } = await look({ ...ACME, records: { ...ACME.records, [DEAL]: deal } });
    expect(ifGiven(dossier.opportunity.forecastCategory)).toBe('commit');
  });
});

describe('exchange rates by day', () => {
  const types = [{ IsoCode: 'EUR', IsCorporate: true, ConversionRate: 1 }];
  const organisation = toOrganisation(
    undefined,
    undefined,
    true,
    { ok: true, value: [] },
    { ok: true, value: [] },
    NOW,
  );
  const rates = (dated: Parameters<typeof withRates>[1]['dated']) =>
    withRates(organisation, { currencies: { ok: true, value: types }, dated }, NOW).rates;

  test('that the organisation does not keep leave those of all days', () => {
    expect(rates({ ok: false, problem: { kind: 'feature-off' } })).toMatchObject({ value: toRates(types, []) });
  });

  test('that could not be read leave none: a deal would be converted at a wrong one', () => {
    expect(rates({ ok: false, problem: { kind: 'hidden' } })).toMatchObject(missing('hidden'));
    expect(rates({ ok: false, problem: { kind: 'offline' } })).toMatchObject(missing('not-yet-read'));
  });
});

describe('what could not be told just then', () => {
  /** Answers of one object that fail so many times first. */
  const failing = (object: string, times: number, fault: { status: number; errorCode: string; message?: string }) => {
    let left = times;
    const rows = ACME.rows[object] as readonly Record<string, unknown>[];
    return { ...ACME, rows: { ...ACME.rows, [object]: () => (left-- > 0 ? fault : rows) } } satisfies Script;
  };
  const unavailable = { status: 503, errorCode: 'SERVER_UNAVAILABLE' };

  test('of the calendar is asked again within the look', async () => {
    const { book, second } = await look(failing('Period', 1, unavailable));
    expect(book?.period.label).toBe('FQ4 FY 2026');
    expect(second.calls).toBe(1);
  });

  test('and, still untold, with the next one: not only a day later', async () => {
    const { book, second, facts } = await look(failing('Period', 2, unavailable));
    expect(book).toBeNull();
    expect(second.calls).toBe(2);
    expect(facts.setUp).toMatchObject({ organisation: { untold: ['periods'] } });
  });

  test('a field of the calendar that is hidden costs its own part', async () => {
    const message = "No such column 'FullyQualifiedLabel' on entity 'Period'.";
    const { book } = await look({
      ...ACME,
      rows: {
        ...ACME.rows,
        Period: (soql) =>
          soql.includes('FullyQualifiedLabel')
            ? { status: 400, errorCode: 'INVALID_FIELD', message }
            : (ACME.rows.Period as readonly Record<string, unknown>[]).map(({ FullyQualifiedLabel: _, ...row }) => row),
      },
    });
    expect(book?.period.label).toBe('Q4 2026');
  });
});

describe('an organisation whose record cannot be had by its id', () => {
  const gone = { status: 404, errorCode: 'NOT_FOUND' };
  const told = {
    Id: ORGANISATION,
    DefaultLocaleSidKey: 'de_DE',
    TimeZoneSidKey: 'Europe/Berlin',
    FiscalYearStartMonth: 2,
  };
  const without = (rows: Script['rows']): Script => ({
    records: { ...ACME.records, [ORGANISATION]: gone },
    rows: { ...ACME.rows, ...rows },
  });

  test('is asked for what it is in, and when its year begins', async () => {
    const { dossier, book, org, second } = await look(without({ Organization: [told], Period: off }));
    expect(ifGiven(dossier.opportunity.amount)?.currency).toBe('EUR');
    expect(book?.period).toMatchObject({ start: '2026-11-01', end: '2027-02-01' });
    expect(org.sent.length - second.calls).toBe(3);
    expect(second.calls).toBe(1);
  });

  test('and tells nothing where it may not be asked either: amounts are in no currency that anybody guessed', async () => {
    const { dossier, book } = await look(without({}));
    expect(dossier.opportunity.amount).toMatchObject({ missing: 'not-readable' });
    expect(isGiven(dossier.committee)).toBe(true);
    expect(book?.period.label).toBe('FQ4 FY 2026');
  });
});

test('a describe that tells no relations, and one that tells no fields, take nothing away', async () => {
  const { dossier } = await look({
    ...ACME,
    describe: {
      Opportunity: { fields: [...Object.keys(ACME.records[DEAL] ?? {}), 'LeadSource'], relations: [] },
      Account: { fields: [] },
    },
  });
  expect(isGiven(dossier.committee) && isGiven(dossier.family)).toBe(true);
});

describe('stages', () => {
  const choice = (value: string, label: string, active = true) => ({ value, label, active, defaultValue: false });
  const described = (picklistValues: unknown): Script => ({
    ...ACME,
    describe: {
      Opportunity: {
        fields: [...Object.keys(ACME.records[DEAL] ?? {}), 'LeadSource'],
        more: { StageName: { picklistValues } },
      },
    },
  });

  test('have their names in the user’s language where describe tells them, in its order, the active ones', async () => {
    const { dossier, org } = await look(
      described([
        choice('Prospecting', 'Akquise'),
        choice('Old', 'Alt', false),
        choice('Negotiation/Review', 'Verhandlung'),
      ]),
    );
    expect(ifGiven(dossier.opportunity.stage)).toMatchObject({ name: 'Negotiation/Review', label: 'Verhandlung' });
    expect(ifGiven(dossier.stages)?.map(({ label, order }) => [label, ifGiven(order)])).toEqual([
      ['Akquise', 0],
      ['Verhandlung', 1],
    ]);
    expect(org.queries.filter((soql) => soql.includes('FROM OpportunityStage'))).toEqual([]);
  });

  test('are asked for where it tells none', async () => {
    for (const none of [undefined, null, [], [{ value: 7 }], 'x']) {
      const { dossier } = await look(described(none));
      expect(ifGiven(dossier.stages)?.map(({ label }) => label)).toEqual(['Prospecting', 'Negotiation', 'Closed Won']);
    }
  });
});

describe('a person who is an account', () => {
  test('has no namesakes among companies', async () => {
    const { dossier, org } = await look(record(ACCOUNT, { Name: 'Mia Orr', ParentId: null, IsPersonAccount: true }));
    expect(dossier.lookalikes).toMatchObject({ value: [] });
    expect(org.queries.filter((soql) => soql.includes('LIKE'))).toEqual([]);
  });

  test('is nobody’s company', async () => {
    const fields = ['Id', 'Name', 'ParentId', 'Website', 'IsPersonAccount'];
    const { org } = await look({ ...ACME, describe: { Account: { fields } } });
    const near = org.queries.filter((soql) => soql.includes('LIKE'));
    expect(near.length).toBeGreaterThan(0);
    for (const soql of near) expect(soql).toMatch(/LIKE .* AND IsPersonAccount = false\)/);
  });
});

describe('a meeting in the calendars of several colleagues', () => {
  test('is one, with everybody it is with', async () => {
    const event = (n: number, more: object) => ({
      Id: `00U00000000010${n}EAA`,
      Subject: 'Kick-off',
      StartDateTime: '2026-11-20T09:00:00.000+0000',
      WhoId: null,
      ...more,
    });
    const records = [
      event(1, {}),
      event(2, { WhoId: '003000000000001AAA', Subject: 'Kick-off ' }),
      event(3, { StartDateTime: '2026-11-21T09:00:00.000Z' }),
      event(4, { Subject: 'Lunch' }),
    ];
    const rows = { ...ACME.rows };
    const { dossier } = await look({
      ...ACME,
      rows: {
        ...rows,
        Opportunity: (soql) => {
          const all = (rows.Opportunity as (soql: string) => Record<string, unknown>[])(soql);
          return Array.isArray(all) ? all.map((row) => ({ ...row, Events: { done: true, records } })) : all;
        },
      },
    });
    const meetings = (ifGiven(dossier.activities) ?? []).filter(({ kind }) => kind === 'meeting');
    expect(meetings.map(({ id, by, contactIds }) => [id, by, contactIds])).toEqual([
      ['00U000000000103EAA', 'unknown', []],
      ['00U000000000101EAA', 'both', ['003000000000001AAA']],
      ['00U000000000104EAA', 'unknown', []],
    ]);
  });
});
