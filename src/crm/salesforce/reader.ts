import type { Instant } from '../../core/value/instant';
import type { Http } from '../http';
import type { CrmReader, Session } from '../port';
import { apiClient } from './api/client';
import { identify } from './identify';
import { readBatch } from './read-batch';
import { readChanged, readTouched } from './read-changed';
import { readClosed } from './read-closed';
import { readRecord } from './read-record';
import { readCompany } from './reading/company';
import { readHome } from './reading/home';

/** All that can be asked of an organisation with one session. */
export function salesforceReader(session: Session, http: Http, machineNow: () => Instant): Required<CrmReader> {
  const client = apiClient(session, http, machineNow);
  return {
    identify: () => identify(client),
    record: (ref, facts, earlier) => readRecord(client, ref, facts, earlier, client.now()),
    company: (ref, facts) => readCompany(client, ref, facts, client.now()),
    home: (ref, facts) => readHome(client, ref, facts, client.now()),
    closed: (facts, mark) => readClosed(client, facts, mark, client.now()),
    changed: (facts, mark, among) => readChanged(client, facts, mark, among),
    records: (refs, facts) => readBatch(client, refs, facts, client.now()),
    touched: (ref, facts) => readTouched(client, ref, facts),
  };
}
