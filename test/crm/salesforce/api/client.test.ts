import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Instant, instantOf } from '../../../../src/core/value/instant';
import type { Http, HttpRequest, HttpResponse } from '../../../../src/crm/http';
import { apiClient } from '../../../../src/crm/salesforce/api/client';
import { allRows, childrenOf } from '../../../../src/crm/salesforce/api/rows';
import { NOTHING_SEEN, withDescribe } from '../../../../src/crm/salesforce/api/seen';
import { discoverVersion } from '../../../../src/crm/salesforce/api/version';
import { identify } from '../../../../src/crm/salesforce/identify';
import { fieldsOf } from '../../../../src/crm/salesforce/to-core/field';

const recorded = (name: string) => readFileSync(join(import.meta.dirname, '../recorded', `${name}.json`), 'utf8');
const SECRET = '00D000000000001!AQEAQ.secret';
const now = () => instantOf(Date.UTC(2026, 10, 24));

function answering(responses: Partial<HttpResponse>[]) {
  const sent: HttpRequest[] = [];
  const http: Http = {
    send: async (request) => {
      sent.push(request);
      const next = responses.shift();
      if (!next) throw new TypeError('Failed to fetch');
      return { status: 200, headers: {}, text: '', ...next };
    },
  };
  return { sent, client: apiClient({ host: 'acme.my.salesforce.com', secret: SECRET }, http, now) };
}
const problemOf = async (response: Partial<HttpResponse>) => {
  const answer = await answering([response]).client.get('/services/data/');
  return answer.ok ? undefined : answer.problem;
};
const fault = (errorCode: string, message: string) => JSON.stringify([{ errorCode, message }]);

describe('what an error answer means', () => {
  test('an expired session is signed out', async () => {
    expect(await problemOf({ status: 401, text: recorded('expired_session_response') })).toEqual({
      kind: 'signed-out',
    });
  });

  test('the same code for a session that may not use the API is blocked, and never taken for an expired one', async () => {
    const text = fault('INVALID_SESSION_ID', 'This session is not valid for use with the REST API');
    expect(await problemOf({ status: 401, text })).toMatchObject({ kind: 'blocked' });
  });

  test('an unknown field is hidden, an unknown object a feature that is off', async () => {
    expect(await problemOf({ status: 400, text: recorded('query_error_response') })).toEqual({ kind: 'hidden' });
    const text = fault('INVALID_TYPE', "sObject type 'ForecastingQuota' is not supported.");
    expect(await problemOf({ status: 400, text })).toEqual({ kind: 'feature-off' });
  });

  test('what is not there is not found', async () => {
    expect(await problemOf({ status: 404, text: fault('NOT_FOUND', 'The requested resource does not exist') })).toEqual(
      {
        kind: 'not-found',
      },
    );
  });

  test('the daily limit has no end that is said; a limit with Retry-After ends by the clock of the CRM', async () => {
    const text = fault('REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.');
    expect(await problemOf({ status: 403, text })).toEqual({ kind: 'rate-limited', until: null });
    const headers = { date: 'Tue, 24 Nov 2026 09:00:00 GMT', 'retry-after': '60' };
    expect(await problemOf({ status: 429, text, headers })).toEqual({
      kind: 'rate-limited',
      until: '2026-11-24T09:01:00.000Z',
    });
  });

  test('an organisation without the API is blocked', async () => {
    const text = fault('API_DISABLED_FOR_ORG', 'API is not enabled for this Organization or Partner');
    expect(await problemOf({ status: 403, text })).toMatchObject({ kind: 'blocked' });
  });

  test('HTML is not the CRM, whatever its status', async () => {
    for (const status of [200, 302, 403, 503]) {
      expect(await problemOf({ status, text: '<!doctype html><title>Login</title>' })).toEqual({ kind: 'not-the-crm' });
    }
  });

  test('an answer that was cut off on its way, or comes from a server that cannot just now, is no answer', async () => {
    const page = recorded('query_success_response');
    expect(await problemOf({ status: 200, text: page.slice(0, page.length / 2) })).toEqual({ kind: 'offline' });
    for (const code of ['SERVER_UNAVAILABLE', 'UNKNOWN_EXCEPTION', 'QUERY_TIMEOUT']) {
      expect(await problemOf({ status: code === 'QUERY_TIMEOUT' ? 400 : 503, text: fault(code, '') })).toEqual({
        kind: 'offline',
      });
    }
    expect(await problemOf({ status: 503, text: '' })).toEqual({ kind: 'offline' });
  });

  test('401 needs no words to be signed out, and 429 none to be limited', async () => {
    for (const text of ['', '<html>']) expect(await problemOf({ status: 401, text })).toEqual({ kind: 'signed-out' });
    expect(await problemOf({ status: 429, text: 'slow down' })).toEqual({ kind: 'rate-limited', until: null });
  });

  test('an answer of nothing is not the CRM, and neither is a redirect that is not followed', async () => {
    expect(await problemOf({ status: 200, text: '' })).toEqual({ kind: 'not-the-crm' });
    expect(await problemOf({ status: 0, text: '' })).toEqual({ kind: 'not-the-crm' });
  });

  test('faults in XML and as an object mean the same as in a list', async () => {
    const xml =
      '<?xml version="1.0" encoding="UTF-8"?><Errors><Error><errorCode>INVALID_SESSION_ID</errorCode>' +
      '<message>This session is not valid for use with the REST API</message></Error></Errors>';
    expect(await problemOf({ status: 401, text: xml })).toMatchObject({ kind: 'blocked' });
    const object = JSON.stringify({ errorCode: 'API_DISABLED_FOR_ORG', message: 'API is not enabled' });
    expect(await problemOf({ status: 403, text: object })).toEqual({ kind: 'blocked', words: 'API is not enabled' });
  });

  test('a byte order mark before it changes nothing', async () => {
    const { client } = answering([{ text: `\uFEFF${recorded('query_empty_response')}` }]);
    expect(await client.get('/x')).toMatchObject({ ok: true, value: { body: { totalSize: 0, records: [] } } });
  });

  test('a record by an id that nobody has is not found, a column that is not there hidden', async () => {
    expect(await problemOf({ status: 404, text: recorded('sobject_find_error_response') })).toEqual({
      kind: 'not-found',
    });
    expect(await problemOf({ status: 400, text: recorded('write_error_response') })).toEqual({ kind: 'hidden' });
  });

  test('no answer is offline', async () => {
    const answer = await answering([]).client.get('/services/data/');
    expect(answer).toEqual({ ok: false, problem: { kind: 'offline' } });
  });

  test('no words of the server carry a session id', async () => {
    const text = fault('MALFORMED_QUERY', `unexpected token: ${SECRET}`);
    const problem = await problemOf({ status: 400, text });
    expect(problem).toMatchObject({ kind: 'invalid' });
    expect(JSON.stringify(problem)).not.toContain('secret');
  });
});

describe('a request', () => {
  test('names us to administrators, and carries the session in its header alone', async () => {
    const { sent, client } = answering([{ text: '[]' }]);
    await client.get('/services/data/');
    expect(sent[0]?.headers).toMatchObject({
      Authorization: `Bearer ${SECRET}`,
      'Sforce-Call-Options': 'client=Goalside',
    });
    expect(sent[0]?.url).toBe('https://acme.my.salesforce.com/services/data/');
  });

  test("an answer is dated by the server's clock", async () => {
    const { client } = answering([{ text: '[]', headers: { date: 'Tue, 24 Nov 2026 09:00:00 GMT' } }]);
    expect(await client.get('/x')).toMatchObject({ value: { at: '2026-11-24T09:00:00.000Z' as Instant } });
  });
});

describe('answers longer than a page', () => {
  test('are followed to their end', async () => {
    const { sent, client } = answering([{ text: recorded('query_paginated_last_page_response') }]);
    const rows = await allRows(client, JSON.parse(recorded('query_paginated_first_page_response')));
    expect(rows).toMatchObject({ ok: true });
    expect(rows.ok && rows.value.map(({ Text_Label }) => Text_Label)).toEqual(['First Page', 'Last Page']);
    expect(sent.map(({ url }) => url)).toEqual(['https://acme.my.salesforce.com/services/data/v26.0/query/01gD']);
  });

  test('lead to the API and nowhere else', async () => {
    const { sent, client } = answering([]);
    const page = { done: false, records: [], nextRecordsUrl: '@evil.example/services/data/v26.0/query/01gD' };
    expect(await allRows(client, page)).toEqual({ ok: false, problem: { kind: 'not-the-crm' } });
    expect(sent).toEqual([]);
  });

  test('within a record are followed too', async () => {
    const { client } = answering([{ text: JSON.stringify({ done: true, records: [{ Id: '2' }] }) }]);
    const page = {
      done: true,
      records: [{ Tasks: { done: false, records: [{ Id: '1' }], nextRecordsUrl: '/services/data/v66.0/query/01g-1' } }],
    };
    const rows = await allRows(client, page, ['Tasks']);
    expect(rows).toMatchObject({ ok: true, value: [{ Tasks: { records: [{ Id: '1' }, { Id: '2' }] } }] });
  });

  test('hold parents as objects and children as answers of their own', async () => {
    const rows = await allRows(answering([]).client, JSON.parse(recorded('query_success_response')), ['Whizbangs__r']);
    const [row] = rows.ok ? rows.value : [];
    expect(childrenOf(row!, 'Whizbangs__r')).toMatchObject([{ Name: 'Child Whizbang' }]);
    const fields = fieldsOf('Whizbang', row!, { asOf: now(), currency: null });
    expect(fields.instant('DateTime_Label')).toMatchObject({ value: '2011-07-07T00:37:00.000Z' });
    expect(fields.date('Date_Label')).toMatchObject({ value: '2010-01-01' });
    expect(fields.flag('Checkbox_Label')).toMatchObject({ value: false });
    expect(fields.text('ParentWhizbang__r.Text_Label')).toMatchObject({ value: 'Hello' });
    expect(fields.text('Hidden__c')).toMatchObject({ missing: 'hidden' });
  });

  test('may have null in place of no records', async () => {
    const page = { totalSize: 0, done: true, records: null };
    expect(await allRows(answering([]).client, page)).toEqual({ ok: true, value: [] });
    expect(childrenOf({ Tasks: page }, 'Tasks')).toEqual([]);
  });

  test('hold each record once, and only records', async () => {
    const [long, short] = ['006R0000005hDFYIA2', '006R0000005hDFY'];
    const page = { done: true, records: [{ Id: long }, null, 7, [], { Id: short }, { deals: 1 }, { deals: 1 }] };
    expect(await allRows(answering([]).client, page)).toEqual({
      ok: true,
      value: [{ Id: long }, { deals: 1 }, { deals: 1 }],
    });
    expect(childrenOf({ Tasks: page }, 'Tasks')).toHaveLength(3);
  });

  test('that say nothing of an end have one where they name no further page', async () => {
    expect(await allRows(answering([]).client, { records: [{ Id: '1' }] })).toEqual({ ok: true, value: [{ Id: '1' }] });
  });

  test('that lead round in a circle, or on and on, are not taken for all there is', async () => {
    const circle = JSON.stringify({ done: false, records: [], nextRecordsUrl: '/services/data/v66.0/query/01g-1' });
    const { client, sent } = answering(Array.from({ length: 9 }, () => ({ text: circle })));
    expect(await allRows(client, JSON.parse(circle))).toMatchObject({ problem: { kind: 'not-the-crm' } });
    expect(sent).toHaveLength(1);
    const endless = Array.from({ length: 99 }, (_, n) => ({ text: circle.replace('01g-1', `01g-${n + 2}`) }));
    expect(await allRows(answering(endless).client, JSON.parse(circle))).toMatchObject({ ok: false });
  });

  test('whose further pages are named in full are asked for where the session belongs', async () => {
    const { client, sent } = answering([{ text: JSON.stringify({ done: true, records: [] }) }]);
    const nextRecordsUrl = 'https://na57.salesforce.com/services/data/v66.0/query/01gD-2000';
    await allRows(client, { done: false, records: [], nextRecordsUrl });
    expect(sent.map(({ url }) => url)).toEqual(['https://acme.my.salesforce.com/services/data/v66.0/query/01gD-2000']);
  });

  test('of another shape are not the CRM', async () => {
    const { client } = answering([]);
    for (const body of [null, [], 'x', { records: {} }, { done: true }, { done: false, records: [] }]) {
      expect(await allRows(client, body)).toEqual({ ok: false, problem: { kind: 'not-the-crm' } });
    }
  });
});

describe('a describe', () => {
  test('tells the fields, and the relations that have a name', () => {
    const body: unknown = JSON.parse(recorded('sobject_describe'));
    const seen = withDescribe(NOTHING_SEEN, 'Whizbang', { ok: true, value: body });
    expect(seen.fields.Whizbang).toContain('Picklist_Multiselect_Field');
    expect(seen.relations.Whizbang).toContain('Attachments');
    expect(seen.relations.Whizbang).not.toContain(null);
  });

  test('without relations says nothing of them', () => {
    const seen = withDescribe(NOTHING_SEEN, 'Task', { ok: true, value: { fields: [{ name: 'Id' }] } });
    expect(seen).toEqual({ fields: { Task: ['Id'] }, relations: {}, off: [] });
  });
});

describe('the versions of the API', () => {
  test('one that is gone is asked past', async () => {
    const gone = { status: 410, text: fault('UNSUPPORTED_API_VERSION', 'The requested API version is not supported') };
    const list = { text: JSON.stringify([{ version: '58.0' }, { version: 'next' }]) };
    const root = { text: JSON.stringify({ identity: 'https://x/id/00D000000000001EAA/005000000000001AAA' }) };
    const { client, sent } = answering([gone, list, root]);
    expect(await identify(client)).toMatchObject({ value: { setUp: { version: '58.0' } } });
    expect(sent).toHaveLength(3);
  });

  test('the newest that the adapter was written for, else the oldest that will do', async () => {
    const versions = (...all: string[]) => [{ text: JSON.stringify(all.map((version) => ({ version }))) }];
    expect(await discoverVersion(answering(versions('31.0', '58.0', '66.0', '67.0')).client)).toMatchObject({
      value: '66.0',
    });
    expect(await discoverVersion(answering(versions('31.0', '58.0')).client)).toMatchObject({ value: '58.0' });
    const ancient = [{ text: recorded('services_data_success_response') }];
    expect(await discoverVersion(answering(ancient).client)).toMatchObject({ value: '100' });
    expect(await discoverVersion(answering(versions('20.0', '31.0')).client)).toMatchObject({ value: '31.0' });
    expect(await discoverVersion(answering(versions('next')).client)).toMatchObject({
      problem: { kind: 'not-the-crm' },
    });
  });
});
