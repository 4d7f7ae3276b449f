import type { CrmProblem } from '../../../core/model/crm-problem';
import type { RecordRef } from '../../../core/model/record-ref';
import { VIEWER } from '../../../core/model/record-ref';
import { civilDateAt, type Instant } from '../../../core/value/instant';
import { ifGiven, isGiven } from '../../../core/value/known';
import { ok, problem, type Result } from '../../../core/value/result';
import { block } from '../../known';
import type { CompanyRead, CrmFacts, HomeRead } from '../../port';
import type { Client } from '../api/client';
import { isId } from '../api/rows';
import { numberIn } from '../ids';
import { isFresh, type Organisation, setUpOf } from '../set-up';
import { readBook } from './book';
import { readBuyer } from './buyer';
import { inTurns } from './in-turns';
import { below, readOrganisation, repOf } from './organisation';
import { factsWith, readAs } from './record';

/** One company with its family. */
export async function readCompany(
  client: Client,
  ref: RecordRef,
  facts: CrmFacts,
  machineNow: Instant,
): Promise<Result<CompanyRead, CrmProblem>> {
  const { context, place } = setUpOf(facts.setUp);
  const id = numberIn(ref.id);
  const found = await client.read('party.party', [id], ['rec_name'], context);
  if (!found.ok) return found;
  const organisation = await organisationFor(client, facts, machineNow);
  const as = readAs(organisation, place, client.now());
  const buyer = await readBuyer(client, id, civilDateAt(as.asOf, organisation.zone), context, as);
  if (!isGiven(buyer.account)) return problem({ kind: 'not-the-crm' });
  const { family, lookalikes } = buyer;
  return ok({
    company: { ref, account: buyer.account.value, family, lookalikes, asOf: as.asOf },
    facts: factsWith(organisation, facts),
    now: client.now(),
  });
}

/** The book of an employee - the viewer's own where nobody else is named - and those of the people below. */
export async function readHome(
  client: Client,
  ref: RecordRef,
  facts: CrmFacts,
  machineNow: Instant,
): Promise<Result<HomeRead, CrmProblem>> {
  const { context, place } = setUpOf(facts.setUp);
  const organisation = await organisationFor(client, facts, machineNow);
  const wanted = ref.id.split('.').at(-1) === VIEWER ? context.employee : numberIn(ref.id);
  if (!isId(wanted)) return problem({ kind: 'feature-off' });
  const as = readAs(organisation, place, client.now());
  const today = civilDateAt(as.asOf, organisation.zone);
  const employees = ifGiven(organisation.employees) ?? [];
  const rep = repOf(wanted, employees.find(({ id }) => id === wanted)?.name);
  const book = await readBook(client, rep, today, organisation, context, as);
  const team = await inTurns(
    below(wanted, employees),
    (one) => readBook(client, one, today, organisation, context, as),
    2,
  );
  return ok({
    book: team.length === 0 ? book : { ...book, team: block(team, 'company.employee', as.asOf) },
    facts: factsWith(organisation, facts),
    now: client.now(),
  });
}

async function organisationFor(client: Client, facts: CrmFacts, now: Instant): Promise<Organisation> {
  const { organisation } = setUpOf(facts.setUp);
  return isFresh(organisation, now) ? organisation : readOrganisation(client, facts);
}
