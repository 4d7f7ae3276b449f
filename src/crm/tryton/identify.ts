import * as v from 'valibot';
import type { CrmProblem } from '../../core/model/crm-problem';
import { missing } from '../../core/value/known';
import { ok, problem, type Result } from '../../core/value/result';
import type { CrmFacts } from '../port';
import type { Client } from './api/client';
import type { SetUp } from './set-up';

const Preferences = v.looseObject({
  company: v.optional(v.nullable(v.number())),
  employee: v.optional(v.nullable(v.number())),
});

/**
 * Who is signed in. The session's own user comes with every answer that goes through the page; the preferences prove the session and
 * say which company and employee the user works as, which every later question is asked for.
 *
 * @param place - host and database: two databases of one host are two organisations
 */
export async function identify(client: Client, place: string): Promise<Result<CrmFacts, CrmProblem>> {
  const answer = await client.call('model.res.user.get_preferences', [true, {}]);
  if (!answer.ok) return answer;
  const { body, user, login } = answer.value;
  const preferences = v.safeParse(Preferences, body);
  if (!preferences.success || user === undefined) return problem({ kind: 'not-the-crm' });
  const setUp: SetUp = { place, context: preferences.output, organisation: null };
  return ok({
    organisation: place,
    user,
    ...(login !== undefined && login !== '' && { login }),
    viewer: missing('not-yet-read'),
    manages: missing('not-yet-read'),
    zone: 'UTC',
    setUp,
  });
}
