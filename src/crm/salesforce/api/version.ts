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

const Versions = v.array(v.unknown());
const Version = v.looseObject({ version: v.string() });
const VERSION = /^\d+(?:\.\d)?$/;

export const root = (version: string): string => `/services/data/v${version}`;

/**
 * The newest version that the organisation has and the adapter was written for, else its oldest that will do; where it has old ones
 * alone, the newest of those, with what that one knows.
 */
export async function discoverVersion(client: Client): Promise<Result<string, CrmProblem>> {
  const answer = await client.get('/services/data/', () => [{ object: 'versions', fields: ['version'], count: 1 }]);
  if (!answer.ok) return answer;
  const parsed = v.safeParse(Versions, answer.value.body);
  if (!parsed.success) return problem({ kind: 'not-the-crm' });
  const all = parsed.output
    .flatMap((one) => {
      const { version } = v.is(Version, one) ? one : {};
      return version !== undefined && VERSION.test(version) ? [version] : [];
    })
    .sort((a, b) => Number(a) - Number(b));
  const fit = all.filter((one) => Number(one) >= LEAST);
  const version = fit.filter((one) => Number(one) <= Number(WRITTEN_AGAINST)).at(-1) ?? fit[0] ?? all.at(-1);
  return version === undefined ? problem({ kind: 'not-the-crm' }) : ok(version);
}
