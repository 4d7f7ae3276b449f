import type { CrmProblem } from '../../core/model/crm-problem';
import { problem, type Result } from '../../core/value/result';
import type { CrmAdapter } from '../port';
import { strain } from './api/strain';
import { salesforceApp } from './oauth/app';
import { salesforceReader } from './reader';
import { hidesSession, salesforceSessions } from './session';
import { confirms, shownDossier } from './shown/to-core';

/** What nobody foresaw in an answer makes it none: that is said, where a failure would leave whoever waits without a word. */
function told<A extends unknown[], T>(
  ask: (...asked: A) => Promise<Result<T, CrmProblem>>,
): (...asked: A) => Promise<Result<T, CrmProblem>> {
  return async (...asked) => {
    try {
      return await ask(...asked);
    } catch {
      return problem({ kind: 'not-the-crm' });
    }
  };
}

/** Salesforce through the user's own session: what the user may see and nothing else, read only. */
export const salesforce: CrmAdapter = {
  crm: 'salesforce',
  sessions: salesforceSessions,
  hidesSession,
  app: salesforceApp,
  shown: { read: shownDossier, confirms },
  reader(session, http, machineNow) {
    const reader = salesforceReader(session, http, machineNow);
    return {
      identify: told(reader.identify),
      record: told(reader.record),
      company: told(reader.company),
      home: told(reader.home),
      closed: told(reader.closed),
      changed: told(reader.changed),
      records: told(reader.records),
      touched: told(reader.touched),
    };
  },
  strain,
};
