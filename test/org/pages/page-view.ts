import type { Organisation } from '../records/organisation';
import type { Row } from '../table';

const RECENT = 60;

/**
 * What a page of the app shows, as JSON: the app draws it. Home, the list of the user's deals, an opportunity or an account.
 *
 * @param path - path and query of the page's address
 */
export function pageView({ tables }: Organisation, path: string, userId: string): unknown {
  const table = (name: string) => {
    const found = tables.get(name.toLowerCase());
    if (!found) throw new Error(`no table ${name}`);
    return found;
  };
  const user = table('User').byId(userId);
  const name = (object: string, id: unknown) =>
    typeof id === 'string' ? String(table(object).byId(id)?.Name ?? '') : '';
  const deal = (row: Row) => ({
    id: row.Id,
    name: row.Name,
    accountId: row.AccountId,
    account: name('Account', row.AccountId),
    stage: row.StageName,
    amount: row.Amount,
    closeDate: row.CloseDate,
    owner: name('User', row.OwnerId),
  });
  const base = { user: user?.Name ?? '' };
  const id = /^\/lightning\/r\/(?:\w+\/)?(\w{18})/.exec(path)?.[1];
  if (id?.startsWith('006')) {
    const row = table('Opportunity').byId(id);
    if (!row) return null;
    return {
      ...base,
      kind: 'opportunity',
      ...deal(row),
      nextStep: row.NextStep,
      probability: row.Probability,
      forecast: row.ForecastCategoryName,
      created: row.CreatedDate,
      stages: table('OpportunityStage').rows.map(({ MasterLabel }) => MasterLabel),
      roles: table('OpportunityContactRole')
        .where('OpportunityId', id)
        .map((role) => ({ contact: name('Contact', role.ContactId), role: role.Role })),
      history: table('OpportunityHistory')
        .where('OpportunityId', id)
        .map(({ StageName, CloseDate, Amount, CreatedDate }) => ({
          stage: StageName,
          closeDate: CloseDate,
          amount: Amount,
          at: CreatedDate,
        })),
      activities: [...table('Task').where('WhatId', id), ...table('Event').where('WhatId', id)]
        .map(({ Subject, ActivityDate, WhoId }) => ({
          subject: Subject,
          on: ActivityDate,
          who: name('Contact', WhoId),
        }))
        .sort((a, b) => String(b.on).localeCompare(String(a.on)))
        .slice(0, 12),
    };
  }
  if (id?.startsWith('001')) {
    const row = table('Account').byId(id);
    if (!row) return null;
    return {
      ...base,
      kind: 'account',
      id,
      name: row.Name,
      industry: row.Industry,
      parent: name('Account', row.ParentId),
      revenue: row.AnnualRevenue,
      employees: row.NumberOfEmployees,
      country: row.BillingCountry,
      deals: table('Opportunity')
        .where('AccountId', id)
        .filter(({ IsClosed }) => IsClosed === false)
        .slice(0, RECENT)
        .map(deal),
    };
  }
  const mine = table('Opportunity')
    .where('OwnerId', userId)
    .filter(({ IsClosed }) => IsClosed === false);
  const recent = [...mine].sort((a, b) => String(b.CreatedDate).localeCompare(String(a.CreatedDate))).slice(0, RECENT);
  return { ...base, kind: path.includes('/o/Opportunity/') ? 'list' : 'home', deals: recent.map(deal) };
}
