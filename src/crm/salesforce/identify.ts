import * as v from 'valibot';
import type { CrmProblem } from '../../core/model/crm-problem';
import { missing } from '../../core/value/known';
import { ok, problem, type Result } from '../../core/value/result';
import type { CrmFacts } from '../port';
import type { Client } from './api/client';
import { discoverVersion, root, WRITTEN_AGAINST } from './api/version';
import { recordId } from './ids';
import { newSetUp } from './set-up';

/** Whose the session is: the ids of organisation and user, nothing of any record. */
const READS = () => [{ object: 'identity', fields: ['organisation', 'user'], count: 1 }];

const Root = v.looseObject({ identity: v.string() });

/**
 * Who a session belongs to: the root of the API names the user's identity, an address that ends in the ids of organisation
 * and user. Where the version asked for is not there, the organisation is asked which ones it has.
 */
export async function identify(client: Client): Promise<Result<CrmFacts, CrmProblem>> {
  const first = await client.get(`${root(WRITTEN_AGAINST)}/`, READS);
  if (first.ok) return factsOf(first.value.body, WRITTEN_AGAINST);
  // A version that is not there yet is not found, one that is there no more is refused.
  if (first.problem.kind !== 'not-found' && first.problem.kind !== 'invalid') return first;
  const version = await discoverVersion(client);
  if (!version.ok) return version;
  const second = await client.get(`${root(version.value)}/`, READS);
  return second.ok ? factsOf(second.value.body, version.value) : second;
}

function factsOf(body: unknown, version: string): Result<CrmFacts, CrmProblem> {
  const parsed = v.safeParse(Root, body);
  const parts = parsed.success ? /\/id\/(\w+)\/(\w+)$/.exec(parsed.output.identity) : null;
  const organisation = recordId(parts?.[1]);
  const user = recordId(parts?.[2]);
  if (organisation === undefined || user === undefined) return problem({ kind: 'not-the-crm' });
  return ok({
    organisation,
    user,
    viewer: missing('not-yet-read'),
    manages: missing('not-yet-read'),
    zone: 'UTC',
    setUp: newSetUp(version),
  });
}
