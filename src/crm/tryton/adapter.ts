import type { CrmAdapter } from '../port';
import { apiClient } from './api/client';
import { identify } from './identify';
import { readChanged, readTouched } from './reading/changed';
import { readClosed } from './reading/closed';
import { readCompany, readHome } from './reading/company';
import { readRecord } from './reading/record';

/**
 * Tryton 6.0 through its web client: the session stays in the client's page, and what is asked goes out from there. A session's host
 * is its place here: host and database.
 */
export const tryton: CrmAdapter = {
  crm: 'tryton',
  sessions: null,
  reader({ host: place }, http, machineNow) {
    const client = apiClient(place, http, machineNow);
    return {
      identify: () => identify(client, place),
      record: (ref, facts, earlier) => readRecord(client, ref, facts, earlier, client.now()),
      company: (ref, facts) => readCompany(client, ref, facts, client.now()),
      home: (ref, facts) => readHome(client, ref, facts, client.now()),
      closed: (facts, mark) => readClosed(client, facts, mark, client.now()),
      changed: (facts, mark, among) => readChanged(client, facts, mark, among),
      touched: (ref, facts) => readTouched(client, ref, facts),
    };
  },
};
