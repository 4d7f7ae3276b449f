import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { forgottenLocator, lockedRow, queryTimeout, tooManyRequests, unavailable } from '../failures';
import { type Org, startOrg } from '../start';

const ROOT = '/services/data/v67.0';
let org: Org;
let sid: string;

const send = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
  fetch(`http://127.0.0.1:${org.port}${path}`, {
    method,
    headers: { authorization: `Bearer ${sid}`, 'content-type': 'application/json', ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
const json = async (answer: Promise<Response>) => (await (await answer).json()) as Record<string, never>;
const openDeal = async () => {
  const soql = 'SELECT Id, NextStep FROM Opportunity WHERE IsClosed = false AND NextStep != null LIMIT 1';
  const { records } = (await json(send('GET', `${ROOT}/query?q=${encodeURIComponent(soql)}`))) as unknown as {
    records: { Id: string; NextStep: string }[];
  };
  return records[0]!;
};

beforeAll(async () => {
  org = await startOrg({ today: '2026-11-24' });
  sid = org.sessions.open(org.userId('Cecily Lampkin'), true);
});
afterAll(() => org.close());

describe('writing back', () => {
  test('a task is made, found by its deal, and deleted', async () => {
    const { Id } = await openDeal();
    const made = await send('POST', `${ROOT}/sobjects/Task`, { Subject: 'Call', WhatId: Id, Status: 'Not Started' });
    expect(made.status).toBe(201);
    const { id } = (await made.json()) as { id: string };
    expect(id).toMatch(/^00T\w{15}$/);
    const soql = encodeURIComponent(`SELECT Subject FROM Task WHERE WhatId = '${Id}' AND Subject = 'Call'`);
    expect(await json(send('GET', `${ROOT}/query?q=${soql}`))).toMatchObject({ totalSize: 1 });
    expect((await send('DELETE', `${ROOT}/sobjects/Task/${id}`)).status).toBe(204);
    expect(await json(send('GET', `${ROOT}/query?q=${soql}`))).toMatchObject({ totalSize: 0 });
    expect(await json(send('GET', `${ROOT}/queryAll?q=${soql}`))).toMatchObject({ totalSize: 1 });
    expect((await send('GET', `${ROOT}/sobjects/Task/${id}`)).status).toBe(404);
  });

  test('a change made meanwhile is a conflict: 412', async () => {
    const { Id } = await openDeal();
    const path = `${ROOT}/sobjects/Opportunity/${Id}`;
    const seen = (await send('GET', path)).headers.get('last-modified') ?? '';
    const guard = { 'if-unmodified-since': seen };
    expect((await send('PATCH', path, { NextStep: 'First' }, guard)).status).toBe(204);
    expect((await send('PATCH', path, { NextStep: 'Second' }, guard)).status).toBe(412);
    expect(await json(send('GET', `${path}?fields=NextStep`))).toMatchObject({ NextStep: 'First' });
  });

  test('all or none: one part that fails takes back what the others wrote', async () => {
    const { Id, NextStep } = await openDeal();
    const parts = (allOrNone: boolean) => ({
      allOrNone,
      compositeRequest: [
        { method: 'PATCH', url: `${ROOT}/sobjects/Opportunity/${Id}`, referenceId: 'a', body: { NextStep: 'Changed' } },
        { method: 'POST', url: `${ROOT}/sobjects/Task`, referenceId: 'b', body: { Subject: 'Never', WhatId: Id } },
        { method: 'PATCH', url: `${ROOT}/sobjects/Opportunity/${Id}`, referenceId: 'c', body: { Nothing__c: 1 } },
      ],
    });
    const soql = encodeURIComponent(`SELECT Id FROM Task WHERE WhatId = '${Id}' AND Subject = 'Never'`);
    const read = () => json(send('GET', `${ROOT}/sobjects/Opportunity/${Id}?fields=NextStep`));

    expect(await json(send('POST', `${ROOT}/composite`, parts(true)))).toMatchObject({
      compositeResponse: [
        { httpStatusCode: 400, body: [{ errorCode: 'PROCESSING_HALTED' }] },
        { httpStatusCode: 400, body: [{ errorCode: 'PROCESSING_HALTED' }] },
        { httpStatusCode: 400, body: [{ errorCode: 'INVALID_FIELD' }] },
      ],
    });
    expect(await read()).toMatchObject({ NextStep });
    expect(await json(send('GET', `${ROOT}/query?q=${soql}`))).toMatchObject({ totalSize: 0 });

    expect(await json(send('POST', `${ROOT}/composite`, parts(false)))).toMatchObject({
      compositeResponse: [{ httpStatusCode: 204 }, { httpStatusCode: 201 }, { httpStatusCode: 400 }],
    });
    expect(await read()).toMatchObject({ NextStep: 'Changed' });
    expect(await json(send('GET', `${ROOT}/query?q=${soql}`))).toMatchObject({ totalSize: 1 });
  });

  test('a composite request counts once against the limit of the day, a batch of 26 is refused', async () => {
    const used = async () => {
      const { headers } = await send('GET', `${ROOT}/limits`);
      return Number(/api-usage=(\d+)/.exec(headers.get('sforce-limit-info') ?? '')?.[1]);
    };
    const before = await used();
    const parts = Array.from({ length: 5 }, (_, n) => ({ method: 'GET', url: `${ROOT}/limits`, referenceId: `r${n}` }));
    await send('POST', `${ROOT}/composite`, { compositeRequest: parts });
    expect((await used()) - before).toBe(2);
    const batchRequests = Array.from({ length: 26 }, () => ({ method: 'GET', url: 'v67.0/limits' }));
    expect((await send('POST', `${ROOT}/composite/batch`, { batchRequests })).status).toBe(400);
    expect(
      await json(
        send('POST', `${ROOT}/composite/batch`, {
          batchRequests: [...batchRequests.slice(0, 1), { method: 'GET', url: 'v67.0/query?q=SELECT+Id+FROM+No' }],
        }),
      ),
    ).toMatchObject({ hasErrors: true, results: [{ statusCode: 200 }, { statusCode: 400 }] });
  });
});

describe('what a write brings with it', () => {
  const rows = (object: string, id: string) => org.organisation.tables.get(object)?.where('OpportunityId', id) ?? [];

  test('a stage brings its probability, its forecast category, and a row of each history', async () => {
    const { Id } = await openDeal();
    const before = {
      stages: rows('opportunityhistory', Id).length,
      fields: rows('opportunityfieldhistory', Id).length,
    };
    expect((await send('PATCH', `${ROOT}/sobjects/Opportunity/${Id}`, { StageName: 'Closed Won' })).status).toBe(204);
    expect(await json(send('GET', `${ROOT}/sobjects/Opportunity/${Id}`))).toMatchObject({
      IsClosed: true,
      IsWon: true,
      Probability: 100,
      ForecastCategory: 'Closed',
      ForecastCategoryName: 'Closed',
    });
    expect(rows('opportunityhistory', Id).length).toBe(before.stages + 1);
    const changed = rows('opportunityfieldhistory', Id)
      .slice(before.fields)
      .map(({ Field }) => Field);
    expect(changed).toEqual(expect.arrayContaining(['StageName', 'ForecastCategoryName']));
  });

  // Salesforce Help 004052228: the update is answered with 204, and the amount stays the sum of the products.
  test('the amount of a deal with products is their sum, whatever is written to it', async () => {
    const { Id } = await openDeal();
    const path = `${ROOT}/sobjects/Opportunity/${Id}`;
    const [line] = org.organisation.tables.get('opportunitylineitem')!.where('OpportunityId', Id);
    const { Amount } = (await json(send('GET', path))) as unknown as { Amount: number };
    expect((await send('PATCH', path, { Amount: 1 })).status).toBe(204);
    expect(await json(send('GET', path))).toMatchObject({ Amount });
    org.organisation.remove(String(line?.Id));
    expect((await send('PATCH', path, { Amount: 1 })).status).toBe(204);
    expect(await json(send('GET', path))).toMatchObject({ Amount: 1, HasOpportunityLineItem: false });
  });

  test.each([
    ['Opportunity', { StageName: 'Nowhere' }, 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST'],
    ['Opportunity', { NextStep: 'x'.repeat(256) }, 'STRING_TOO_LONG'],
    ['Opportunity', { Name: '' }, 'REQUIRED_FIELD_MISSING'],
    ['Opportunity', { AccountId: '003gL0000000001AAA' }, 'MALFORMED_ID'],
  ])('%s %o is refused with %s', async (object, body, code) => {
    const { Id } = await openDeal();
    const answer = await send('PATCH', `${ROOT}/sobjects/${object}/${Id}`, body);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject([{ errorCode: code }]);
  });

  test('a validation rule speaks the administrator’s words; a record may be read-only; a row may be locked once', async () => {
    const { Id } = await openDeal();
    const write = async () => {
      const answer = await send('PATCH', `${ROOT}/sobjects/Opportunity/${Id}`, { NextStep: 'Call' });
      return answer.status === 204 ? 'written' : ((await answer.json()) as { errorCode: string; message: string }[])[0];
    };
    const message = 'Say who does it.';
    org.switches.validation = { object: 'Opportunity', fields: ['NextStep'], message };
    expect(await write()).toMatchObject({ errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message });
    org.switches.validation = null;
    org.switches.readOnly.add(Id);
    expect(await write()).toMatchObject({ errorCode: 'INSUFFICIENT_ACCESS_OR_READONLY' });
    org.switches.readOnly.clear();
    org.switches.failures.push(lockedRow());
    expect(await write()).toMatchObject({ errorCode: 'UNABLE_TO_LOCK_ROW' });
    expect(await write()).toBe('written');
  });

  test('what is deleted elsewhere takes along what hangs on it; queryAll still has it, until the bin is emptied', async () => {
    const { Id } = await openDeal();
    const count = async (resource: string) => {
      const soql = encodeURIComponent(`SELECT Id FROM OpportunityLineItem WHERE OpportunityId = '${Id}'`);
      return ((await json(send('GET', `${ROOT}/${resource}?q=${soql}`))) as unknown as { totalSize: number }).totalSize;
    };
    org.organisation.remove(Id);
    expect((await send('GET', `${ROOT}/sobjects/Opportunity/${Id}`)).status).toBe(404);
    expect([await count('query'), await count('queryAll')]).toEqual([0, 1]);
    org.organisation.remove(Id, true);
    expect(await count('queryAll')).toBe(0);
  });

  test('two accounts merged: the deals of one are the other’s, and it names its master', async () => {
    const accounts = org.organisation.tables.get('account')!;
    const [into, from] = ['Initech', 'Isdom'].map((name) =>
      String(accounts.rows.find(({ Name }) => Name === name)?.Id),
    );
    const deals = org.organisation.tables.get('opportunity')!;
    const both = deals.where('AccountId', into!).length + deals.where('AccountId', from!).length;
    org.organisation.merge(into!, from!);
    expect(deals.where('AccountId', into!).length).toBe(both);
    const soql = encodeURIComponent(`SELECT MasterRecordId FROM Account WHERE Id = '${from}'`);
    expect(await json(send('GET', `${ROOT}/queryAll?q=${soql}`))).toMatchObject({
      records: [{ MasterRecordId: into }],
    });
  });
});

describe('several at once', () => {
  test('a collection of records is written, each by itself or all or none', async () => {
    const { Id } = await openDeal();
    const task = (Subject: string, more = {}) => ({ attributes: { type: 'Task' }, Subject, WhatId: Id, ...more });
    const some = [task('One'), task('Two', { Nothing__c: 1 })];
    expect(await json(send('POST', `${ROOT}/composite/sobjects`, { records: some }))).toMatchObject([
      { success: true, errors: [] },
      { success: false, errors: [{ statusCode: 'INVALID_FIELD' }] },
    ]);
    expect(await json(send('POST', `${ROOT}/composite/sobjects`, { allOrNone: true, records: some }))).toMatchObject([
      { success: false, errors: [{ statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK' }] },
      { success: false },
    ]);
    const many = Array.from({ length: 201 }, () => task('Many'));
    expect((await send('POST', `${ROOT}/composite/sobjects`, { records: many })).status).toBe(400);
  });

  test('a graph is written as a whole, and is at most 500 nodes', async () => {
    const { Id } = await openDeal();
    const node = (n: number) => ({
      method: 'POST',
      url: `${ROOT}/sobjects/Task`,
      referenceId: `t${n}`,
      body: { Subject: 'Node', WhatId: Id },
    });
    const graphs = (count: number) => ({
      graphs: [{ graphId: 'one', compositeRequest: Array.from({ length: count }, (_, n) => node(n)) }],
    });
    expect(await json(send('POST', `${ROOT}/composite/graph`, graphs(3)))).toMatchObject({
      graphs: [{ graphId: 'one', isSuccessful: true }],
    });
    expect((await send('POST', `${ROOT}/composite/graph`, graphs(501))).status).toBe(400);
  });

  // REST API Developer Guide, "Composite Graph Limits".
  test('a graph is at most 15 references deep and of 15 kinds of nodes, and ends after 14 that fail', async () => {
    const { Id } = await openDeal();
    const task = (n: number, more: object = {}) => ({
      method: 'POST',
      url: `${ROOT}/sobjects/Task`,
      referenceId: `t${n}`,
      body: { Subject: 'Node', WhatId: Id, ...more },
    });
    const chain = (deep: number) => ({
      graphs: [
        {
          graphId: 'chain',
          compositeRequest: Array.from({ length: deep }, (_, n) =>
            task(n, n === 0 ? {} : { Description: `@{t${n - 1}.id}` }),
          ),
        },
      ],
    });
    const answer = async (body: unknown) => send('POST', `${ROOT}/composite/graph`, body);
    expect(await json(answer(chain(15)))).toMatchObject({ graphs: [{ isSuccessful: true }] });
    expect((await answer(chain(16))).status).toBe(400);

    const kinds = (count: number) => ({
      graphs: [
        {
          graphId: 'kinds',
          compositeRequest: Array.from({ length: count }, (_, n) => ({ ...task(n), url: `${ROOT}/sobjects/Kind${n}` })),
        },
      ],
    });
    expect((await answer(kinds(15))).status).toBe(200);
    expect((await answer(kinds(16))).status).toBe(400);

    const failing = Array.from({ length: 14 }, (_, n) => ({
      graphId: `bad${n}`,
      compositeRequest: [task(0, { Nothing__c: 1 })],
    }));
    const good = { graphId: 'good', compositeRequest: [task(0)] };
    const last = async (bad: number) => {
      const told = await json(answer({ graphs: [...failing.slice(0, bad), good] }));
      return (told as { readonly graphs?: readonly unknown[] }).graphs?.slice(-1) ?? [];
    };
    expect((await last(13))[0]).toMatchObject({ isSuccessful: true });
    expect((await last(14))[0]).toMatchObject({ isSuccessful: false });
  });
});

describe('when the organisation is unwell', () => {
  const path = `${ROOT}/query?q=${encodeURIComponent('SELECT Id FROM Opportunity')}`;

  test('busy, down, slow and forgetful: each as often as told, then well again', async () => {
    org.switches.failures.push(tooManyRequests(7), unavailable(null), queryTimeout());
    const busy = await send('GET', path);
    expect([busy.status, busy.headers.get('retry-after')]).toEqual([429, '7']);
    expect((await send('GET', path)).status).toBe(503);
    expect(await json(send('GET', path))).toMatchObject([{ errorCode: 'QUERY_TIMEOUT' }]);
    const { nextRecordsUrl } = (await json(send('GET', path))) as unknown as { nextRecordsUrl: string };
    org.switches.failures.push(forgottenLocator());
    expect(await json(send('GET', nextRecordsUrl))).toMatchObject([{ errorCode: 'INVALID_QUERY_LOCATOR' }]);
    expect((await send('GET', nextRecordsUrl)).status).toBe(200);
  });

  test('one part of a composite request fails by itself', async () => {
    org.switches.failures.push(queryTimeout(/FROM Period/));
    const query = (soql: string, referenceId: string) => ({
      method: 'GET',
      url: `${ROOT}/query?q=${encodeURIComponent(soql)}`,
      referenceId,
    });
    const compositeRequest = [query('SELECT Id FROM Period', 'a'), query('SELECT Id FROM User', 'b')];
    expect(await json(send('POST', `${ROOT}/composite`, { compositeRequest }))).toMatchObject({
      compositeResponse: [{ httpStatusCode: 400 }, { httpStatusCode: 200 }],
    });
  });

  test('an address beyond 16,384 bytes is too long', async () => {
    expect((await send('GET', `${ROOT}/query?q=${'x'.repeat(16_384)}`)).status).toBe(414);
  });
});

describe('answers in batches', () => {
  test('children that do not fit wait for their own address', async () => {
    org.switches.childBatch = 2;
    const soql = "SELECT Id, (SELECT Id FROM Opportunities LIMIT 5) FROM Account WHERE Name = 'Initech'";
    const { records } = (await json(send('GET', `${ROOT}/query?q=${encodeURIComponent(soql)}`))) as unknown as {
      records: { Opportunities: { totalSize: number; done: boolean; nextRecordsUrl: string; records: unknown[] } }[];
    };
    org.switches.childBatch = 2000;
    const children = records[0]!.Opportunities;
    expect(children).toMatchObject({ totalSize: 5, done: false });
    expect(children.records).toHaveLength(2);
    const more = (await json(send('GET', children.nextRecordsUrl))) as unknown as { records: unknown[]; done: boolean };
    expect(more).toMatchObject({ totalSize: 5, done: false });
    expect(more.records).toHaveLength(2);
  });

  test('describe is not told again to who knows it, until it changes', async () => {
    const path = `${ROOT}/sobjects/Opportunity/describe`;
    const since = (await send('GET', path)).headers.get('last-modified') ?? '';
    const again = () => send('GET', path, undefined, { 'if-modified-since': since });
    expect((await again()).status).toBe(304);
    org.switches.hidden.add('Opportunity.NextStep');
    const changed = await again();
    org.switches.hidden.clear();
    expect(changed.status).toBe(200);
    const { fields } = (await changed.json()) as { fields: { name: string; picklistValues: { value: string }[] }[] };
    expect(fields.some(({ name }) => name === 'NextStep')).toBe(false);
    const stage = fields.find(({ name }) => name === 'StageName');
    expect(stage?.picklistValues.map(({ value }) => value)).toContain('Closed Won');
  });
});
