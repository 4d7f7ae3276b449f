import { acceptedActs } from '../../../core/deal/quotes/accepted-acts';
import type { CrmProblem } from '../../../core/model/crm-problem';
import type { Dossier } from '../../../core/model/dossier';
import type { RecordRef } from '../../../core/model/record-ref';
import { civilDateAt, type Instant } from '../../../core/value/instant';
import { ifGiven, type Known, mapKnown } from '../../../core/value/known';
import { ok, problem, type Result } from '../../../core/value/result';
import { block, missingBlock } from '../../known';
import type { CrmFacts, Earlier, RecordRead } from '../../port';
import type { Client } from '../api/client';
import { idsIn, type Row } from '../api/rows';
import { databaseIn, numberIn } from '../ids';
import { isFresh, type Organisation, setUpOf } from '../set-up';
import { NOTE_FIELDS, toActivities } from '../to-core/activities';
import { ownerCredit } from '../to-core/book';
import { toCommittee } from '../to-core/committee';
import { unkept } from '../to-core/field';
import { DEAL_FIELDS, LINE_FIELDS, type ReadDeals, toOpportunity } from '../to-core/opportunity';
import { SALE_FIELDS, toQuotes } from '../to-core/quotes';
import { readBook } from './book';
import { readBuyer } from './buyer';
import { dealHistory, revisions } from './history';
import { managedBy, readOrganisation, viewerIn } from './organisation';

type Rows = Result<readonly Row[], CrmProblem>;

/**
 * One opportunity with all around it, and its owner's book. Tryton answers one question at a time about one kind of record: first
 * what hangs on the deal, then what hangs on its party and its owner, side by side.
 */
export async function readRecord(
  client: Client,
  ref: RecordRef,
  facts: CrmFacts,
  earlier: Earlier,
  machineNow: Instant,
): Promise<Result<RecordRead, CrmProblem>> {
  const setUp = setUpOf(facts.setUp);
  const { context, place } = setUp;
  const id = numberIn(ref.id);
  const known = isFresh(setUp.organisation, machineNow) ? setUp.organisation : null;
  const [found, lines, notes, changes, organisation] = await Promise.all([
    client.read('sale.opportunity', [id], [...DEAL_FIELDS, 'contact'], context),
    client.find('sale.opportunity.line', { where: [['opportunity', '=', id]], fields: LINE_FIELDS }, context),
    client.find('ir.note', { where: [['resource', '=', `sale.opportunity,${id}`]], fields: NOTE_FIELDS }, context),
    revisions(client, [id], context),
    known ?? readOrganisation(client, facts),
  ]);
  if (!found.ok) return found;
  const [row] = found.value;
  if (!row) return problem({ kind: 'not-found' });
  const at = client.now();
  const as = readAs(organisation, place, at);
  const today = civilDateAt(at, organisation.zone);
  const opportunity = toOpportunity(row, as, asKnown(lines, 'sale.opportunity.line', at));
  if (!opportunity) return problem({ kind: 'not-the-crm' });

  const rep = ifGiven(opportunity.owner);
  const [buyer, history, sales, book] = await Promise.all([
    readBuyer(client, row.party, today, context, as),
    changes.ok ? dealHistory(client, changes.value, context, as) : changes,
    client.read('sale.sale', idsIn(row.sales), SALE_FIELDS, context),
    rep && earlier.wantBook ? readBook(client, rep, today, organisation, context, as) : null,
  ]);
  const committee = mapKnown(buyer.mechanisms, (rows) => toCommittee(rows, row.contact, as.database, as));
  const quotes = mapKnown(asKnown(sales, 'sale.sale', at), (rows) => toQuotes(rows, as.database, as));
  const dossier: Dossier = {
    ref,
    opportunity,
    account: buyer.account,
    family: buyer.family,
    lookalikes: buyer.lookalikes,
    credits: mapKnown(opportunity.owner, ({ id: repId }) => [ownerCredit(opportunity, repId)]),
    committee,
    activities: mapKnown(asKnown(notes, 'ir.note', at), (rows) =>
      [...acceptedActs(ifGiven(quotes) ?? []), ...toActivities(rows, ifGiven(committee) ?? [], as.database, as)].sort(
        (a, b) => (a.at > b.at ? -1 : 1),
      ),
    ),
    history: history.ok
      ? block(history.value, 'sale.opportunity.history_revisions', at)
      : missingBlock(history.problem, 'sale.opportunity.history_revisions', at),
    competitors: unkept('competitors', at),
    quotes,
    team: unkept('team of a deal', at),
    stages: organisation.stages,
    asOf: at,
  };
  return ok({
    dossier,
    book,
    facts: factsWith(organisation, facts),
    now: client.now(),
  });
}

/** The facts with what was read of the company. */
export function factsWith(organisation: Organisation, facts: CrmFacts): CrmFacts {
  return {
    ...facts,
    viewer: viewerIn(organisation, facts),
    manages: managedBy(organisation, facts),
    zone: organisation.zone,
    setUp: { ...setUpOf(facts.setUp), organisation },
  };
}

/** How this company's records are read. */
export function readAs(organisation: Organisation, place: string, asOf: Instant): ReadDeals {
  return {
    asOf,
    currencies: organisation.currencies,
    currency: organisation.currency,
    database: databaseIn(place),
    zone: organisation.zone,
    stages: organisation.stages,
  };
}

export function asKnown(rows: Rows, model: string, at: Instant): Known<readonly Row[]> {
  return rows.ok ? block(rows.value, model, at) : missingBlock(rows.problem, model, at);
}
