import { learnedOf } from '../../core/deal/learned';
import type { Norms } from '../../core/deal/norms/norms';
import { type OddsMaker, oddsMaker } from '../../core/deal/odds/odds-maker';
import type { Judged } from '../../core/deal/risks/facts';
import type { Period } from '../../core/model/goal';
import { addMonths } from '../../core/value/civil-date';
import { civilDateAt } from '../../core/value/instant';
import { ifGiven } from '../../core/value/known';
import type { CrmFacts } from '../../crm/port';
import { ownedText, type StoredConnection, type StoredDossier } from '../../store/schema';
import type { Store } from '../../store/store';
import { crmTime } from '../clock';
import type { Lessons } from '../learn/lessons';

export type JudgedParts = {
  readonly store: Store;
  readonly lessons: Pick<Lessons, 'learned'>;
  readonly clock: () => number;
};

/** The deals in the cache as the risk rules look at them: each by its own CRM's clock, norms and fiscal period. */
export async function judgedDeals({ store, lessons, clock }: JudgedParts): Promise<readonly Judged[]> {
  const [deals, connections] = await Promise.all([store.dossiers(), store.connections()]);
  const byOwner = new Map(connections.map((connection) => [ownedText(connection), connection]));
  const norms = new Map<string, Norms | undefined>();
  const makers = new Map<string, OddsMaker>();
  const judged: Judged[] = [];
  for (const deal of deals) {
    const owner = ownedText(deal.key);
    const behind = byOwner.get(owner);
    if (!behind) continue;
    if (!norms.has(owner)) norms.set(owner, ifGiven(await lessons.learned(behind)));
    judged.push(await asJudged(deal, behind, norms.get(owner)));
  }
  return judged;

  async function asJudged({ dossier }: StoredDossier, behind: StoredConnection, learned?: Norms): Promise<Judged> {
    const { zone } = behind.facts as CrmFacts;
    const now = crmTime(clock(), behind.clockOffset);
    const today = civilDateAt(now, zone);
    const rep = ifGiven(dossier.opportunity.owner);
    const book = rep ? await store.book(behind, rep.id) : null;
    const period = book && book.period.start <= today && today < book.period.end ? book.period : null;
    const seen = { dossier, clock: { now, zone }, ...(period && { periods: [period] }) };
    if (!learned) return seen;
    const maker = period ? makerFor(behind, learned, period) : null;
    return { ...seen, learned: learnedOf(learned, dossier, seen.clock, maker).learned };

    function makerFor(of: StoredConnection, from: Norms, within: Period): OddsMaker {
      const name = `${ownedText(of)}/${within.start}/${within.end}`;
      const maker = makers.get(name) ?? oddsMaker(from, today, within, addMonths(within.end, 3));
      makers.set(name, maker);
      return maker;
    }
  }
}
