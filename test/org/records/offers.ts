import { recordId } from '../id';
import type { Row } from '../table';
import { instant, plusDays } from './calendar';
import { chances } from './chance';
import type { Deal } from './deals';

/** So many deals have a quote, whatever becomes of them; its state is drawn in the same way, and says nothing of the end. */
const QUOTED = 0.3;
const STATES = ['Draft', 'Needs Review', 'In Review', 'Approved', 'Presented'];
const VALID_DAYS = 30;

/** A deal's quote and its one line: the set has none; derived from the deal's id, its creation and what it was thought to be worth. */
export function offersOf(deal: Deal, line: Row): { readonly quotes: Row[]; readonly lines: Row[] } {
  const next = chances(`offer ${deal.id}`);
  const isQuoted = next() < QUOTED;
  const on = plusDays(deal.createdOn, 5 + Math.floor(next() * 25));
  const state = STATES[Math.floor(next() * STATES.length)] ?? 'Draft';
  if (!isQuoted || on > deal.livedTo) return { quotes: [], lines: [] };
  const at = instant(on, 14);
  const system = { IsDeleted: false, CreatedDate: at, LastModifiedDate: at, SystemModstamp: at };
  const id = recordId('0Q0', deal.place + 1);
  return {
    quotes: [
      {
        Id: id,
        OpportunityId: deal.rowId,
        Name: `Quote for ${deal.product}`,
        QuoteNumber: String(deal.place + 1).padStart(8, '0'),
        Status: state,
        IsSyncing: false,
        ExpirationDate: plusDays(on, VALID_DAYS),
        Subtotal: deal.price,
        Discount: discount(deal.usual, deal.price),
        TotalPrice: deal.usual,
        GrandTotal: deal.usual,
        ...system,
      },
    ],
    lines: [
      {
        Id: recordId('0QL', deal.place + 1),
        QuoteId: id,
        Product2Id: line.Product2Id ?? null,
        OpportunityLineItemId: line.Id ?? null,
        Quantity: 1,
        UnitPrice: deal.usual,
        ListPrice: deal.price,
        Discount: null,
        TotalPrice: deal.usual,
        ...system,
      },
    ],
  };
}

/** Percent off list price; none where the product brings more than its list price. */
const discount = (paid: number, listed: number) =>
  listed > 0 && paid < listed ? Math.round((1 - paid / listed) * 10_000) / 100 : null;
