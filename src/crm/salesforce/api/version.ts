import * as v from 'valibot';
import type { CrmProblem } from '../../../core/model/crm-problem';
import { ok, problem, type Result } from '../../../core/value/result';
import type { Client } from './client';

/**
 * The version of the API that the adapter is written against. Salesforce keeps serving a version for years, so it is asked
 * for without looking first; only where it is refused the organisation is asked which ones it has.
 */
export const WRITTEN_AGAINST = '66.0';

/** The first version with everything the adapter needs: composite requests with long queries, and incoming mail's fields. */
const LEAST = 50;

const Versions = v.array(v.looseObject({ version: v.string() }));
const VERSION = /^\d+(?:\.\d)?$/;

export const root = (version: string): string => `/services/data/v${version}`;

/** The newest version that the organisation has and the adapter was written for, else its oldest that will do. */
export async function discoverVersion(client: Client): Promise<Result<string, CrmProblem>> {
  const answer = await client.get('/services/data/', () => [{ object: 'versions', fields: ['version'], count: 1 }]);
  if (!answer.ok) return answer;
  const parsed = v.safeParse(Versions, answer.value.body);
  if (!parsed.success) return problem({ kind: 'not-the-crm' });
  const all = parsed.output
    .map(({ version }) => version)
    .filter((version) => VERSION.test(version) && Number(version) >= LEAST);
  all.sort((a, b) => Number(a) - Number(b));
  const version = all.filter((one) => Number(one) <= Number(WRITTEN_AGAINST)).at(-1) ?? all[0];
  return version === undefined ? problem({ kind: 'not-the-crm' }) : ok(version);
}
