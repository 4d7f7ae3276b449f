import type { Dossier } from '../model/dossier';
import { type Answer, isExplained } from '../value/explained';
import type { Clock } from './evidence/clock';
import { evidenceStanding } from './evidence/standing';
import type { Norms } from './norms/norms';
import { usualSilence, wonCycles } from './norms/usual/usual';
import { factsOfDossier, mainProduct } from './odds/deal-facts';
import { type Odds, oddsOf } from './odds/odds';
import type { OddsMaker } from './odds/odds-maker';
import type { Learned } from './said-and-shown/claim';

/**
 * What an organisation's closed deals say of one deal: what its claims are held against, and its odds within the period.
 *
 * @param maker - the odds' maker of the day; null where no period is known, and then there are no odds
 */
export function learnedOf(
  norms: Norms,
  dossier: Dossier,
  clock: Clock,
  maker: OddsMaker | null,
): { readonly learned: Learned; readonly odds: Answer<Odds> | null } {
  const silence = usualSilence(norms);
  const usual = { silence, wonCycles: wonCycles(norms, mainProduct(dossier.opportunity.products)) };
  if (maker === null) return { learned: usual, odds: null };
  const standing = evidenceStanding(dossier, clock, silence);
  const odds = oddsOf(maker, factsOfDossier(dossier, standing, clock), 'period');
  return { learned: isExplained(odds) ? { ...usual, odds: odds.value.band } : usual, odds };
}
