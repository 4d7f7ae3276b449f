import type { CrmProblem } from '../../../core/model/crm-problem';
import type { RecordRef } from '../../../core/model/record-ref';
import { civilDateAt, type Instant } from '../../../core/value/instant';
import { isGiven } from '../../../core/value/known';
import { ok, problem, type Result } from '../../../core/value/result';
import type { CompanyRead, CrmFacts } from '../../port';
import { ask } from '../api/ask';
import type { Client } from '../api/client';
import { rowOf } from '../api/rows';
import { NOTHING_SEEN } from '../api/seen';
import { lineAbove } from '../queries/family';
import { isFresh, setUpOf } from '../set-up';
import { accountFrom, familyFrom, lookalikesFrom, type Rows } from '../to-core/deal/dossier';
import { chainOf, chainParts, parentsOf } from './chain';
import { companyWanted } from './company-wanted';
import { organisationOf, viewerOf } from './organisation/organisation';
import { ratesWanted, withRates } from './organisation/rates';
import { setUpParts, setUpWanted } from './organisation/set-up-round';
import { fitting } from './slots';

/** One company with its family: two calls, the second for all that stands below the top that the first has found. */
export async function readCompany(
  client: Client,
  ref: RecordRef,
  facts: CrmFacts,
  machineNow: Instant,
): Promise<Result<CompanyRead, CrmProblem>> {
  const setUp = setUpOf(facts.setUp);
  const before = isFresh(setUp.organisation, machineNow) ? setUp.organisation : null;
  const known = before ? setUp.seen : NOTHING_SEEN;
  const first = await ask<string, string>(
    client,
    setUp.version,
    known,
    fitting([['line', lineAbove(ref.id)], ...(before ? [] : setUpWanted(civilDateAt(machineNow, 'UTC')))], known),
    { ...chainParts(ref.id), ...(before ? {} : setUpParts(facts)) },
  );
  if (!first.ok) return first;
  const { at, bodies } = first.value;
  const body = bodies.account;
  if (!body?.ok) return problem(body ? body.problem : { kind: 'not-the-crm' });
  const account = rowOf(body.value);
  if (!account) return problem({ kind: 'not-the-crm' });

  const round = organisationOf(before, first.value, 'CurrencyIsoCode' in account, setUp.organisation);
  const above = first.value.rows.line?.ok ? first.value.rows.line.value[0] : undefined;
  const chain = chainOf(bodies, ref.id, above ? [ref.id, ...parentsOf(above)] : []);
  const today = civilDateAt(at, round.organisation.zone);
  const rows: Record<string, Rows | undefined> = {};
  const wanted = companyWanted({ rows, chain, carried: {}, ...round, at });
  const queries = wanted.fitted(
    [...wanted.first, ...wanted.then, ...ratesWanted(round.organisation, today)],
    round.seen,
  );
  const second = await ask<string, string>(client, setUp.version, round.seen, queries, {});
  if (!second.ok) return second;
  Object.assign(rows, second.value.rows, wanted.soundsLikeNobody ? { lookalikes: ok([]) } : {});
  const organisation = withRates(round.organisation, second.value.rows, second.value.at);

  const answers = { rows, chain, carried: {}, organisation, at, today };
  const own = accountFrom(answers);
  if (!isGiven(own)) return problem({ kind: 'not-the-crm' });
  const family = familyFrom(answers);
  return ok({
    company: { ref, account: own.value, family, lookalikes: lookalikesFrom(answers, family), asOf: at },
    facts: {
      ...facts,
      viewer: bodies.user ? viewerOf(bodies.user, facts.user, at) : facts.viewer,
      zone: organisation.zone,
      setUp: { ...setUp, seen: second.value.seen, organisation },
    },
    now: second.value.at,
  });
}
