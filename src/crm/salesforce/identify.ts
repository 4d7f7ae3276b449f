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
const UserInfo = v.looseObject({ organization_id: v.string(), user_id: v.string() });

/**
 * Who a session belongs to: the root of the API names the user's identity, an address that ends in the ids of organisation
 * and user. Where it does not, the authorisation server is asked who it is; where the version asked for is not there, the organisation
 * is asked which ones it has.
 */
export async function identify(client: Client): Promise<Result<CrmFacts, CrmProblem>> {
  const first = await client.get(`${root(WRITTEN_AGAINST)}/`, READS);
  if (first.ok) return factsOf(client, first.value.body, WRITTEN_AGAINST);
  // A version that is not there yet is not found, one that is there no more is refused.
  if (first.problem.kind !== 'not-found' && first.problem.kind !== 'invalid') return first;
  const version = await discoverVersion(client);
  if (!version.ok) return version;
  const second = await client.get(`${root(version.value)}/`, READS);
  if (!second.ok && second.problem.kind !== 'not-found') return second;
  return factsOf(client, second.ok ? second.value.body : null, version.value);
}

async function factsOf(client: Client, body: unknown, version: string): Promise<Result<CrmFacts, CrmProblem>> {
  const owner = v.is(Root, body) ? named(/\/id\/(\w+)\/(\w+)\/?$/.exec(body.identity)?.slice(1)) : undefined;
  if (owner) return ok(newFacts(owner, version));
  const info = await client.get('/services/oauth2/userinfo', READS);
  if (!info.ok) return info.problem.kind === 'not-found' ? problem({ kind: 'not-the-crm' }) : info;
  const told = v.is(UserInfo, info.value.body)
    ? named([info.value.body.organization_id, info.value.body.user_id])
    : undefined;
  return told ? ok(newFacts(told, version)) : problem({ kind: 'not-the-crm' });
}

type Owner = { readonly organisation: string; readonly user: string };

function named(ids: readonly string[] = []): Owner | undefined {
  const [organisation, user] = ids.map(recordId);
  return organisation === undefined || user === undefined ? undefined : { organisation, user };
}

function newFacts({ organisation, user }: Owner, version: string): CrmFacts {
  return {
    organisation,
    user,
    viewer: missing('not-yet-read'),
    manages: missing('not-yet-read'),
    zone: 'UTC',
    setUp: newSetUp(version),
  };
}
