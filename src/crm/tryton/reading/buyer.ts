import type { Dossier } from '../../../core/model/dossier';
import type { CivilDate } from '../../../core/value/civil-date';
import { isGiven, type Known, mapKnown, missing } from '../../../core/value/known';
import { block, missingBlock } from '../../known';
import type { Client, Context } from '../api/client';
import { isId, type Row } from '../api/rows';
import { PARTY_FIELDS, parentOf, toAccount, toFamily, toLookalikes } from '../to-core/account';
import { MECHANISM_FIELDS } from '../to-core/committee';
import { DEAL_FIELDS, type ReadDeals } from '../to-core/opportunity';
import type { Relations } from '../to-core/relations';
import { readRelations } from './family';
import { asKnown } from './record';

/** What is known of the company behind a deal. */
export type Buyer = Pick<Dossier, 'account' | 'family' | 'lookalikes'> & { readonly mechanisms: Known<readonly Row[]> };

/** Parties whose name begins alike that are looked at. */
const MOST_ALIKE = 50;

/** @param party - a link to one; anything else: the deal names none */
export async function readBuyer(
  client: Client,
  party: unknown,
  today: CivilDate,
  context: Context,
  as: ReadDeals,
): Promise<Buyer> {
  if (!isId(party)) {
    const none = missing('not-recorded', { kind: 'crm', field: 'sale.opportunity.party' }, as.asOf);
    return { account: none, family: none, lookalikes: none, mechanisms: none };
  }
  const ofParty = (model: string, fields: readonly string[]) =>
    client.find(model, { where: [['party', '=', party]], fields }, context);
  const [parties, mechanisms, addresses, relations] = await Promise.all([
    client.read('party.party', [party], PARTY_FIELDS, context),
    ofParty('party.contact_mechanism', MECHANISM_FIELDS),
    ofParty('party.address', ['country', 'country.rec_name']),
    readRelations(client, party, context),
  ]);
  const known = asKnown(mechanisms, 'party.contact_mechanism', as.asOf);
  const related: Known<Relations> = relations.ok
    ? block(relations.value, 'party.relation.all', as.asOf)
    : missingBlock(relations.problem, 'party.relation.all', as.asOf);
  const around = {
    mechanisms: known,
    addresses: asKnown(addresses, 'party.address', as.asOf),
    parent: isGiven(related) ? parentOf(party, related.value, as.database, as) : related,
  };
  const [row] = parties.ok ? parties.value : [];
  const own = row && toAccount(row, as.database, around, as);
  if (!own) {
    const none = missingBlock(parties.ok ? { kind: 'not-the-crm' } : parties.problem, 'party.party', as.asOf);
    return { account: none, family: none, lookalikes: none, mechanisms: known };
  }
  const family = isGiven(related) ? new Set([party, ...related.value.names.keys()]) : new Set([party]);
  const [deals, alike] = await Promise.all([
    client.find('sale.opportunity', { where: [['party', 'in', [...family]]], fields: DEAL_FIELDS }, context),
    client.find(
      'party.party',
      {
        where: [
          ['name', 'ilike', `${beginning(own.name)}%`],
          ['id', 'not in', [...family]],
        ],
        fields: ['name'],
        most: MOST_ALIKE,
      },
      context,
    ),
  ]);
  return {
    account: block(own, 'party.party', as.asOf),
    family: mapKnown(related, (all) => toFamily(own, all, asKnown(deals, 'sale.opportunity', as.asOf), today, as)),
    lookalikes: mapKnown(asKnown(alike, 'party.party', as.asOf), (rows) => toLookalikes(rows, as.database, as)),
    mechanisms: known,
  };
}

/** The first word of a name, or the first letters of a long one, with nothing in it that a search takes for a pattern. */
function beginning(name: string): string {
  const word = name.split(/[^\p{L}\p{N}]+/u).find((part) => part.length > 2) ?? name;
  return word.slice(0, 12).replace(/[\\%_]/g, '');
}
