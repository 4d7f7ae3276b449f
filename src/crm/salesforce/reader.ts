import type { Instant } from '../../core/value/instant';
import type { Http } from '../http';
import type { CrmReader, Session } from '../port';
import { apiClient } from './api/client';
import { identify } from './identify';
import { readBatch } from './reading/batch';
import { readChanged, readTouched } from './reading/changed';
import { readClosed } from './reading/closed';
import { readCompany } from './reading/company';
import { readHome } from './reading/home';
import { readRecord } from './reading/record/record';

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
