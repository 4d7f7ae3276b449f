import type { CrmAdapter } from '../port';
import { apiClient } from './api/client';
import { strain } from './api/strain';
import { identify } from './identify';
import { salesforceApp } from './oauth/app';
import { readBatch } from './read-batch';
import { readChanged, readTouched } from './read-changed';
import { readClosed } from './read-closed';
import { readRecord } from './read-record';
import { readCompany } from './reading/company';
import { readHome } from './reading/home';
import { hidesSession, salesforceSessions } from './session';
import { confirms, shownDossier } from './shown/to-core';

/** Salesforce through the user's own session: what the user may see and nothing else, read only. */
export const salesforce: CrmAdapter = {
  crm: 'salesforce',
  sessions: salesforceSessions,
  hidesSession,
  app: salesforceApp,
  shown: { read: shownDossier, confirms },
  reader(session, http, machineNow) {
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
  },
  strain,
};
