import type { RecordRef } from '../../../src/core/model/record-ref';
import { instantOf } from '../../../src/core/value/instant';
import type { Http, HttpRequest } from '../../../src/crm/http';
import type { CrmReader, Earlier } from '../../../src/crm/port';
import { salesforce } from '../../../src/crm/salesforce/adapter';
import { Fault } from '../../org/fault';
import type { DataOptions } from '../../org/records/options';
import { organisation } from '../../org/records/organisation';
import { Api } from '../../org/rest/api';
import { type Switches, switches } from '../../org/switches';
import type { Row } from '../../org/table';

const HOST = 'acme.my.salesforce.com';
const DAY = '2026-11-24';
const now = () => `${DAY}T15:00:00.000Z`;

export const FIRST: Earlier = { dossier: null, book: null, wantBook: true };
const made = new Map<string, ReturnType<typeof organisation>>();

/** The records, made once for each way of making them. */
function dataOf(options: DataOptions) {
  const key = JSON.stringify(options);
  const data = made.get(key) ?? organisation(DAY, undefined, undefined, options);
  made.set(key, data);
  return data;
}

/** Records for a test that changes them: nobody else may see that. */
export const ownRecords = (options: DataOptions = {}) => organisation(DAY, undefined, undefined, options);

/** The stand-in organisation as one user's session reaches it, without a network in between; calls are counted. */
export function standIn(
  user: string,
  set: (switches: Switches) => void = () => undefined,
  heard: (request: HttpRequest, text: string) => void = () => undefined,
  options: DataOptions = {},
  secret = 'x',
  DATA = dataOf(options),
) {
  const set_ = switches();
  set(set_);
  const api = new Api(DATA, set_, HOST, now);
  const rows = (object: string): readonly Row[] => DATA.tables.get(object.toLowerCase())?.rows ?? [];
  const me = rows('User').find(({ Name }) => Name === user);
  if (!me) throw new Error(`no user ${user}`);
  const sent: string[] = [];
  const http: Http = {
    send: async (request) => {
      const { method, url, body } = request;
      const path = url.slice(`https://${HOST}`.length);
      sent.push(`${method} ${path}`);
      const answer = (() => {
        try {
          return api.handle({ method, url: path, body: body && JSON.parse(body), headers: {} }, String(me.Id));
        } catch (error) {
          if (error instanceof Fault) return { status: error.status, body: error.body() };
          throw error;
        }
      })();
      const text = JSON.stringify(answer.body);
      heard(request, text);
      const headers = { date: new Date(now()).toUTCString(), 'sforce-limit-info': api.usage };
      return { status: answer.status, headers, text };
    },
  };
  const reader: CrmReader = salesforce.reader({ host: HOST, secret }, http, () => instantOf(Date.parse(now())));
  const refOf = ({ Id }: Row): RecordRef => ({
    crm: 'salesforce',
    host: 'acme.lightning.force.com',
    kind: 'opportunity',
    id: String(Id),
  });
  const facts = async () => {
    const identified = await reader.identify();
    if (!identified.ok) throw new Error(identified.problem.kind);
    return identified.value;
  };
  const look = async (deal: Row, earlier: Earlier = FIRST) => {
    const read = await reader.record(refOf(deal), await facts(), earlier);
    if (!read.ok) throw new Error(read.problem.kind);
    return read.value;
  };
  /** Changes or deletes a record as somebody else would. */
  const change = (row: Row, body: Readonly<Record<string, unknown>> | null) => {
    const url = `/services/data/v66.0/sobjects/Opportunity/${row.Id}`;
    api.handle({ method: body ? 'PATCH' : 'DELETE', url, body: body ?? undefined, headers: {} }, String(me.Id));
  };
  return { reader, http, rows, me, sent, refOf, facts, look, change, switches: set_ };
}
