import type { FamilyAccounts, FamilyDeal } from '../../../core/model/account';
import type { CivilDate } from '../../../core/value/civil-date';
import { read } from '../../../core/value/explained';
import { isGiven } from '../../../core/value/known';
import { countFigure, dateFigure, moneyFigure, textFigure } from '../../../core/value/phrase';
import { type Line, line } from '../../../ui/language/line';

/** An open deal of a company: its name, and what is known of it. */
export type FamilyDealView = { readonly id: string; readonly name: string; readonly says: readonly Line[] };

/** The open deals of each company, in the order in which they were read. */
export function dealsByAccount(
  known: FamilyAccounts['deals'],
  today: CivilDate,
): ReadonlyMap<string, readonly FamilyDealView[]> {
  const all = new Map<string, FamilyDealView[]>();
  for (const deal of isGiven(known) ? known.value : []) {
    const view = { id: deal.id, name: deal.name, says: dealLines(deal, today) };
    const held = all.get(deal.accountId);
    if (held) held.push(view);
    else all.set(deal.accountId, [view]);
  }
  return all;
}

function dealLines({ amount: worth, closeDate, stage, owner }: FamilyDeal, today: CivilDate): Line[] {
  const says: Line[] = [];
  if (isGiven(worth)) says.push(line('panel_trait', read(worth, moneyFigure(worth.value))));
  else if (worth.missing === 'hidden') says.push(line('panel_deal_amount_hidden'));
  if (isGiven(stage)) says.push(line('panel_deal_stage', read(stage, textFigure(stage.value.label))));
  if (isGiven(closeDate)) {
    const due = read(closeDate, dateFigure(closeDate.value));
    says.push(closeDate.value < today ? line('panel_deal_overdue', due) : line('panel_deal_due', due));
  }
  if (isGiven(owner)) says.push(line('panel_deal_owner', read(owner, textFigure(owner.value.name))));
  return says;
}

/** What of the family's deals is not told, and why. */
export function dealNotes({ deals, moreDeals }: FamilyAccounts): Line[] {
  if (!isGiven(deals)) {
    if (deals.missing === 'hidden') return [line('panel_family_deals_hidden')];
    return deals.missing === 'not-readable' ? [line('panel_family_deals_not_readable')] : [];
  }
  return isGiven(moreDeals) && moreDeals.value > 0
    ? [line('panel_family_more_deals', read(moreDeals, countFigure(moreDeals.value)))]
    : [];
}
