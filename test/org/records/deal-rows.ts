import type { Row } from '../table';
import { activitiesOf } from './activities';
import { SEATS } from './companies';
import { creditOf } from './credit';
import { type Deal, rolesOf, rowsOf } from './deals';
import type { MavenRep } from './maven';
import { offersOf } from './offers';
import { rivalsOf } from './rivals';

type Links = Parameters<typeof rowsOf>[1] & {
  readonly reps: readonly MavenRep[];
  readonly users: readonly Row[];
  readonly productId: ReadonlyMap<string, string>;
};

/** The rows of all deals and of everything that hangs on them, by object. */
export function dealRows(deals: readonly Deal[], links: Links): Record<string, Row[]> {
  const all = {
    Opportunity: [] as Row[],
    OpportunityLineItem: [] as Row[],
    OpportunityHistory: [] as Row[],
    OpportunityFieldHistory: [] as Row[],
    OpportunityContactRole: [] as Row[],
    OpportunityCompetitor: [] as Row[],
    OpportunitySplit: [] as Row[],
    OpportunityTeamMember: [] as Row[],
    Quote: [] as Row[],
    QuoteLineItem: [] as Row[],
    Task: [] as Row[],
    Event: [] as Row[],
    EmailMessage: [] as Row[],
  };
  const emails = new Map(links.users.map((user) => [user.Id, String(user.Email)]));
  for (const deal of deals) {
    const { opportunity, line: bare, stages, changes } = rowsOf(deal, links);
    const { roles, people } = rolesOf(deal, links, SEATS);
    const owner = String(opportunity.OwnerId);
    const account = opportunity.AccountId ?? null;
    const acts = activitiesOf(
      deal,
      people,
      owner,
      emails.get(owner) ?? '',
      account === null ? null : String(account),
      links.today,
    );
    const days = [...acts.tasks, ...acts.events].map(({ ActivityDate }) => String(ActivityDate));
    opportunity.LastActivityDate =
      days
        .filter((on) => on <= links.today)
        .sort()
        .at(-1) ?? null;
    opportunity.HasOpenActivity = days.some((on) => on > links.today);
    const line = { ...bare, Product2Id: links.productId.get(deal.product) ?? null };
    const { splits, team } = creditOf(deal, Number(opportunity.Amount), links);
    const offers = offersOf(deal, line);
    all.Opportunity.push(opportunity);
    all.OpportunityLineItem.push(line);
    all.OpportunityHistory.push(...stages);
    all.OpportunityFieldHistory.push(...changes);
    all.OpportunityContactRole.push(...roles);
    all.OpportunityCompetitor.push(...rivalsOf(deal));
    all.OpportunitySplit.push(...splits);
    all.OpportunityTeamMember.push(...team);
    all.Quote.push(...offers.quotes);
    all.QuoteLineItem.push(...offers.lines);
    all.Task.push(...acts.tasks);
    all.Event.push(...acts.events);
    all.EmailMessage.push(...acts.emails);
  }
  return all;
}
