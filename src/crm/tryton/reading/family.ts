import type { CrmProblem } from '../../../core/model/crm-problem';
import { ok, type Result } from '../../../core/value/result';
import type { Client, Context } from '../api/client';
import type { Row } from '../api/rows';
import { RELATION_FIELDS, type Relations, toRelations } from '../to-core/relations';

/** Steps from a company to the next that are followed: a family deeper than this is nobody's to sell to as one. */
const STEPS = 5;

/** How a party and those around it belong together: relation by relation, until no new company comes. */
export async function readRelations(
  client: Client,
  party: number,
  context: Context,
): Promise<Result<Relations, CrmProblem>> {
  const rows: Row[] = [];
  const asked = new Set<number>();
  let next = [party];
  for (let step = 0; step < STEPS && next.length > 0; step += 1) {
    const found = await client.find(
      'party.relation.all',
      { where: [['from_', 'in', next]], fields: RELATION_FIELDS },
      context,
    );
    if (!found.ok) return found;
    for (const id of next) asked.add(id);
    rows.push(...found.value);
    next = [...toRelations(rows).names.keys()].filter((id) => !asked.has(id));
  }
  return ok(toRelations(rows));
}
