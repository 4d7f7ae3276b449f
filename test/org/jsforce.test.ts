import jsforce from 'jsforce';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Org, startOrg } from './start';

/** A client that nobody here wrote, against the stand-in: what it understands is the API. */
let org: Org;
let connection: InstanceType<typeof jsforce.Connection>;

const connect = (accessToken: string) =>
  new jsforce.Connection({ instanceUrl: `http://127.0.0.1:${org.port}`, accessToken, version: '67.0' });
const refusal = async (work: () => PromiseLike<unknown>) => {
  try {
    await work();
  } catch (error) {
    return error as { readonly errorCode: string; readonly message: string };
  }
  throw new Error('was not refused');
};

beforeAll(async () => {
  org = await startOrg({ today: '2026-12-31' });
});
afterAll(() => org.close());
beforeEach(() => {
  connection = connect(org.sessions.open(org.userId('Cecily Lampkin'), true));
});

describe('jsforce against the stand-in organisation', () => {
  test('queries, with parents and children', async () => {
    const answer = await connection.query<{
      Name: string;
      Account: { Name: string };
      OpportunityContactRoles: { records: unknown[] } | null;
    }>(
      "SELECT Name, Account.Name, (SELECT Role FROM OpportunityContactRoles) FROM Opportunity WHERE Owner.Name = 'Cecily Lampkin' AND IsWon = true ORDER BY Amount DESC LIMIT 3",
    );
    expect(answer).toMatchObject({ totalSize: 3, done: true });
    expect(answer.records[0]?.Account.Name).toBeTypeOf('string');
  });

  test('fetches every batch of a long answer', async () => {
    const first = await connection.query('SELECT Id FROM Opportunity');
    expect(first).toMatchObject({ totalSize: 8800, done: false });
    expect(first.records).toHaveLength(2000);
    let seen = first.records.length;
    let next = first.nextRecordsUrl;
    while (next !== undefined) {
      const more = await connection.queryMore(next);
      seen += more.records.length;
      next = more.done ? undefined : more.nextRecordsUrl;
    }
    expect(seen).toBe(8800);
  });

  test('describes an object', async () => {
    const described = await connection.describe('Opportunity');
    expect(described.keyPrefix).toBe('006');
    expect(described.fields.find(({ name }) => name === 'OwnerId')).toMatchObject({
      type: 'reference',
      referenceTo: ['User'],
      relationshipName: 'Owner',
    });
  });

  // Won deals of the set: 4,238, worth 10,005,534 dollars.
  test('aggregates', async () => {
    const answer = await connection.query<{ n: number; total: number }>(
      'SELECT COUNT(Id) n, SUM(Amount) total FROM Opportunity WHERE IsWon = true',
    );
    expect(answer.records[0]).toMatchObject({ n: 4238, total: 10005534 });
  });

  test('updates a record, and reads it back', async () => {
    const [deal] = (await connection.query<{ Id: string }>('SELECT Id FROM Opportunity WHERE IsClosed = false LIMIT 1'))
      .records;
    const id = deal?.Id ?? '';
    expect(await connection.sobject('Opportunity').update({ Id: id, NextStep: 'Call the CFO' })).toMatchObject({
      success: true,
    });
    expect(await connection.sobject('Opportunity').retrieve(id)).toMatchObject({ Id: id, NextStep: 'Call the CFO' });
    const refused = await refusal(() => connection.sobject('Opportunity').update({ Id: id, IsWon: true }));
    expect(refused.errorCode).toBe('INVALID_FIELD_FOR_INSERT_UPDATE');
  });

  test('sends a composite request, in which one part refers to another and one fails alone', async () => {
    const root = '/services/data/v67.0';
    const answer = await connection.request<{
      compositeResponse: { httpStatusCode: number; body: unknown; referenceId: string }[];
    }>({
      method: 'POST',
      url: `${root}/composite`,
      body: JSON.stringify({
        compositeRequest: [
          {
            method: 'GET',
            url: `${root}/query?q=${encodeURIComponent("SELECT AccountId FROM Opportunity WHERE Account.Name = 'Isdom' LIMIT 1")}`,
            referenceId: 'deal',
          },
          {
            method: 'GET',
            url: `${root}/sobjects/Account/@{deal.records[0].AccountId}?fields=Name`,
            referenceId: 'account',
          },
          {
            method: 'GET',
            url: `${root}/query?q=${encodeURIComponent('SELECT Id FROM OpportunitySplit')}`,
            referenceId: 'splits',
          },
        ],
      }),
      headers: { 'content-type': 'application/json' },
    });
    expect(answer.compositeResponse).toMatchObject([
      { httpStatusCode: 200, referenceId: 'deal' },
      { httpStatusCode: 200, referenceId: 'account', body: { Name: 'Isdom' } },
      { httpStatusCode: 400, referenceId: 'splits', body: [{ errorCode: 'INVALID_TYPE' }] },
    ]);
  });

  test('is refused a sixth query and a twenty-sixth part', async () => {
    const part = (n: number, url: string) => ({ method: 'GET', url, referenceId: `r${n}` });
    const send = (parts: unknown[]) =>
      refusal(() =>
        connection.request({
          method: 'POST',
          url: '/services/data/v67.0/composite',
          body: JSON.stringify({ compositeRequest: parts }),
          headers: { 'content-type': 'application/json' },
        }),
      );
    expect(
      (
        await send(
          Array.from({ length: 6 }, (_, n) => part(n, '/services/data/v67.0/query?q=SELECT+Id+FROM+User+LIMIT+1')),
        )
      ).errorCode,
    ).toBe('INVALID_INPUT');
    expect((await send(Array.from({ length: 26 }, (_, n) => part(n, '/services/data/v67.0/limits')))).errorCode).toBe(
      'INVALID_INPUT',
    );
  });

  test.each([
    ['SELECT Nothing__c FROM Opportunity', 'INVALID_FIELD'],
    ['SELECT Id FROM OpportunitySplit', 'INVALID_TYPE'],
    ['SELECT Id FROM', 'MALFORMED_QUERY'],
  ])('%s is refused with %s', async (soql, code) => {
    expect((await refusal(() => connection.query(soql))).errorCode).toBe(code);
  });

  test('a record that is not there is NOT_FOUND', async () => {
    expect((await refusal(() => connection.sobject('Opportunity').retrieve('006gL00000zzzzzAAA'))).errorCode).toBe(
      'NOT_FOUND',
    );
  });

  test('is refused with a Lightning session, an expired one, and when the administrator or the day’s limit says so', async () => {
    const soql = 'SELECT Id FROM User LIMIT 1';
    const lightning = connect(org.sessions.open(org.userId('Cecily Lampkin'), false));
    expect(await refusal(() => lightning.query(soql))).toMatchObject({
      errorCode: 'INVALID_SESSION_ID',
      message: 'This session is not valid for use with the REST API',
    });
    org.switches.apiBlocked = true;
    expect((await refusal(() => connection.query(soql))).message).toContain('not valid for use with the REST API');
    org.switches.apiBlocked = false;
    org.switches.limitReached = true;
    expect((await refusal(() => connection.query(soql))).errorCode).toBe('REQUEST_LIMIT_EXCEEDED');
    org.switches.limitReached = false;
    org.sessions.expire();
    expect(await refusal(() => connection.query(soql))).toMatchObject({
      errorCode: 'INVALID_SESSION_ID',
      message: 'Session expired or invalid',
    });
  });

  test('sees neither a feature that is off nor a field hidden from its user; others do', async () => {
    const user = org.userId('Cecily Lampkin');
    org.switches.off.add('ForecastingQuota');
    org.switches.hidden.add(`${user}/Opportunity.Amount`);
    expect((await refusal(() => connection.query('SELECT Id FROM ForecastingQuota'))).errorCode).toBe('INVALID_TYPE');
    expect((await connection.describeGlobal()).sobjects.some(({ name }) => name === 'ForecastingQuota')).toBe(false);
    expect((await refusal(() => connection.query('SELECT Amount FROM Opportunity LIMIT 1'))).errorCode).toBe(
      'INVALID_FIELD',
    );
    expect(
      (await connect(org.sessions.open(user, true)).describe('Opportunity')).fields.some(
        ({ name }) => name === 'Amount',
      ),
    ).toBe(false);
    const other = connect(org.sessions.open(org.userId('Darcel Schlecht'), true));
    expect((await other.query('SELECT Amount FROM Opportunity LIMIT 1')).totalSize).toBe(1);
    org.switches.off.clear();
    org.switches.hidden.clear();
  });

  test('gets a page of HTML, another shape, or nothing at all, as the switches say', async () => {
    const get = (path: string) =>
      fetch(`http://127.0.0.1:${org.port}${path}`, { headers: { authorization: `Bearer ${connection.accessToken}` } });
    const path = '/services/data/v67.0/query?q=SELECT+Id+FROM+Task+LIMIT+1';
    org.switches.html = true;
    expect((await get(path)).headers.get('content-type')).toContain('text/html');
    org.switches.html = false;
    org.switches.wrongShape = { object: 'Task', records: 'none today' };
    expect(await (await get(path)).json()).toMatchObject({ records: 'none today' });
    org.switches.wrongShape = null;
    org.switches.dropped = true;
    await expect(get(path)).rejects.toThrow();
    org.switches.dropped = false;
    expect((await get(path)).headers.get('sforce-limit-info')).toMatch(/^api-usage=\d+\/\d+$/);
  });
});
