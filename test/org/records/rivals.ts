import { recordId } from '../id';
import type { Row } from '../table';
import { instant, plusDays } from './calendar';
import { chances } from './chance';
import type { Deal } from './deals';

const RIVALS = [
  { name: 'Brightline Systems', strong: 'Price', weak: 'Delivery times' },
  { name: 'Corvent', strong: 'Already in the house', weak: 'Support' },
  { name: 'Halden Devices', strong: 'Speed', weak: 'Power consumption' },
  { name: 'Ostermark Micro', strong: 'Service on site', weak: 'Price' },
] as const;

/** So many deals name a rival, whatever becomes of them. */
const CONTESTED = 0.3;

/** Rivals named on a deal, within its first weeks: the set has none; derived from the deal's id alone. */
export function rivalsOf(deal: Deal): Row[] {
  const next = chances(`rivals ${deal.id}`);
  const isContested = next() < CONTESTED;
  const rival = RIVALS[Math.floor(next() * RIVALS.length)];
  const on = plusDays(deal.createdOn, Math.floor(next() * 20));
  if (!isContested || rival === undefined || on > deal.livedTo) return [];
  const at = instant(on, 12);
  return [
    {
      Id: recordId('00J', deal.place + 1),
      OpportunityId: deal.rowId,
      CompetitorName: rival.name,
      Strengths: rival.strong,
      Weaknesses: rival.weak,
      IsDeleted: false,
      CreatedDate: at,
      LastModifiedDate: at,
      SystemModstamp: at,
    },
  ];
}
