import { expect, test } from 'vitest';
import { instantOf } from '../../../../src/core/value/instant';
import type { Http } from '../../../../src/crm/http';
import { ask } from '../../../../src/crm/salesforce/api/ask';
import { apiClient } from '../../../../src/crm/salesforce/api/client';
import { NOTHING_SEEN } from '../../../../src/crm/salesforce/api/seen';

const SELECT = { object: 'Opportunity', fields: ['Id'], rest: '' };

/** An API where the place in a long answer is lost so many times. */
function losing(times: number) {
  const paths: string[] = [];
  const http: Http = {
    send: async ({ url }) => {
      const path = new URL(url).pathname;
      paths.push(path);
      const page = {
        totalSize: 2,
        done: false,
        nextRecordsUrl: '/services/data/v66.0/query/01gD-2000',
        records: [{ Id: '1' }],
      };
      if (path.endsWith('/composite')) {
        const referenceId = paths.length === 1 ? 'deals' : 'again';
        const body = { compositeResponse: [{ body: page, httpStatusCode: 200, referenceId }] };
        return { status: 200, headers: {}, text: JSON.stringify(body) };
      }
      const lost = paths.filter((one) => one === path).length <= times;
      const body = lost
        ? [{ errorCode: 'INVALID_QUERY_LOCATOR', message: 'invalid query locator' }]
        : { done: true, records: [{ Id: '2' }] };
      return { status: lost ? 400 : 200, headers: {}, text: JSON.stringify(body) };
    },
  };
  const client = apiClient({ host: 'acme.my.salesforce.com', secret: 'x' }, http, () => instantOf(0));
  return { paths, round: ask(client, '66.0', NOTHING_SEEN, { deals: SELECT }, {}) };
}

test('a long answer whose place is lost is asked once more from the start', async () => {
  const { paths, round } = losing(1);
  expect(await round).toMatchObject({ value: { rows: { deals: { ok: true, value: [{ Id: '1' }, { Id: '2' }] } } } });
  expect(paths).toHaveLength(4);
});

test('and no more than once: what was found is not taken for all there is', async () => {
  const { paths, round } = losing(9);
  expect(await round).toMatchObject({ value: { rows: { deals: { ok: false, problem: { kind: 'invalid' } } } } });
  expect(paths).toHaveLength(4);
});

test('what is asked again is asked for what it referred to: the record is not read a second time', async () => {
  const sent: string[][] = [];
  const http: Http = {
    send: async ({ body }) => {
      const { compositeRequest } = JSON.parse(body ?? '') as {
        compositeRequest: { url: string; referenceId: string }[];
      };
      sent.push(compositeRequest.map(({ url }) => decodeURIComponent(url)));
      const compositeResponse = compositeRequest.map(({ url, referenceId }) => {
        if (url.includes('/sobjects/Opportunity/006'))
          return { body: { Id: '006', OwnerId: '005000000000001AAA' }, httpStatusCode: 200, referenceId };
        if (url.includes('/describe'))
          return { body: { fields: [{ name: 'Id' }, { name: 'OwnerId' }] }, httpStatusCode: 200, referenceId };
        const refused = url.includes('Gone__c') || url.includes('@{');
        const message = "No such column 'Gone__c' on entity 'Opportunity'.";
        return refused
          ? { body: [{ errorCode: 'INVALID_FIELD', message }], httpStatusCode: 400, referenceId }
          : { body: { done: true, records: [{ Id: '1' }] }, httpStatusCode: 200, referenceId };
      });
      return { status: 200, headers: {}, text: JSON.stringify({ compositeResponse }) };
    },
  };
  const client = apiClient({ host: 'acme.my.salesforce.com', secret: 'x' }, http, () => instantOf(0));
  const own = { object: 'Opportunity', fields: ['Id', 'Gone__c'], rest: "WHERE OwnerId IN ('@{deal.OwnerId}')" };
  const round = await ask(client, '66.0', NOTHING_SEEN, { own }, { deal: '/sobjects/Opportunity/006' });
  expect(round).toMatchObject({ value: { rows: { own: { ok: true, value: [{ Id: '1' }] } } } });
  expect(sent.at(-1)).toEqual([
    "/services/data/v66.0/query?q=SELECT Id FROM Opportunity WHERE OwnerId IN ('005000000000001AAA')",
  ]);
});
