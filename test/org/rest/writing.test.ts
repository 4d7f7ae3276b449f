import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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
