import type { Call } from '../rest/api';
import type { Row } from '../table';
import { backgroundOf, placeOf } from './places';

const RECENT = 60;

/**
 * What a page of the app shows a user, as JSON: the app draws it. Home, the list of the user's deals, an opportunity, an account, a
 * user, a list of what hangs on a record. Fields and records that the user may not see are not in it.
 *
 * @param path - path, query and fragment of the page's address
 */
export function pageView(call: Call, path: string): unknown {
  const { organisation, userId, sight, switches } = call;
  const table = (name: string) => {
    const found = organisation.tables.get(name.toLowerCase());
    if (!found) throw new Error(`no table ${name}`);
    return found;
  };
  const shared = (object: string, id: string) => {
    const row = table(object).byId(id);
    return row && row.IsDeleted !== true && sight.rowsOf?.(object)?.(row) !== false ? row : undefined;
  };
  const name = (object: string, id: unknown) => (typeof id === 'string' ? String(shared(object, id)?.Name ?? '') : '');
  const hidden = (object: string) =>
    table(object)
      .object.fields.map((field) => field.name)
      .filter((field) => !sight.seesField(object, field));
  const seen = (row: Row, field: string) => (sight.seesField('Opportunity', field) ? (row[field] ?? null) : null);
  const deal = (row: Row) => ({
    id: row.Id,
    name: row.Name,
    accountId: row.AccountId,
    account: name('Account', row.AccountId),
    stage: seen(row, 'StageName'),
    amount: seen(row, 'Amount'),
    currency: switches.features.multiCurrency ? row.CurrencyIsoCode : null,
    closeDate: seen(row, 'CloseDate'),
    ownerId: row.OwnerId,
    owner: name('User', row.OwnerId),
  });
  const user = table('User').byId(userId);
  const locale = String(user?.LocaleSidKey ?? 'en_US').replace('_', '-');
  const base = { user: user?.Name ?? '', locale };
  const here = placeOf(path);
  const newObject = /^\/lightning\/o\/(\w+)\/new/.exec(path)?.[1];
  const place = newObject === undefined ? here : placeOf(backgroundOf(path));
  const over = newObject === undefined ? {} : { creating: newObject };
  const { id, mode, related } = place;
  const here_ = (object: string) => (row: Row) =>
    row.IsDeleted !== true && row.IsArchived !== true && sight.rowsOf?.(object)?.(row) !== false;
  if (id?.startsWith('006')) {
    const row = shared('Opportunity', id);
    if (!row) return null;
    const acts = [...table('Task').where('WhatId', id), ...table('Event').where('WhatId', id)].filter(here_('Task'));
    return {
      ...base,
      ...over,
      kind: 'opportunity',
      mode,
      related,
      ...deal(row),
      hidden: hidden('Opportunity'),
      nextStep: seen(row, 'NextStep'),
      probability: seen(row, 'Probability'),
      forecast: seen(row, 'ForecastCategoryName'),
      type: seen(row, 'Type'),
      created: row.CreatedDate,
      stages: table('OpportunityStage').rows.map(({ MasterLabel }) => MasterLabel),
      roles: table('OpportunityContactRole')
        .where('OpportunityId', id)
        .filter(here_('OpportunityContactRole'))
        .map((role) => ({ contact: name('Contact', role.ContactId), contactId: role.ContactId, role: role.Role })),
      products: table('OpportunityLineItem')
        .where('OpportunityId', id)
        .filter(here_('OpportunityLineItem'))
        .map((line) => ({ name: line.Name, quantity: line.Quantity, total: line.TotalPrice })),
      history: table('OpportunityHistory')
        .where('OpportunityId', id)
        .map(({ StageName, CloseDate, Amount, CreatedDate }) => ({
          stage: StageName,
          closeDate: CloseDate,
          amount: Amount,
          at: CreatedDate,
        })),
      activities: acts
        .map(({ Subject, ActivityDate, WhoId }) => ({
          subject: Subject,
          on: ActivityDate,
          who: name('Contact', WhoId),
        }))
        .sort((a, b) => String(b.on).localeCompare(String(a.on)))
        .slice(0, 12),
    };
  }
  const open = (field: string, value: string) =>
    table('Opportunity')
      .where(field, value)
      .filter((row) => row.IsClosed === false && here_('Opportunity')(row));
  if (id?.startsWith('001')) {
    const row = shared('Account', id);
    if (!row) return null;
    return {
      ...base,
      ...over,
      kind: 'account',
      mode,
      id,
      name: row.Name,
      industry: row.Industry,
      parent: name('Account', row.ParentId),
      revenue: row.AnnualRevenue,
      employees: row.NumberOfEmployees,
      country: row.BillingCountry,
      website: row.Website,
      owner: name('User', row.OwnerId),
      deals: open('AccountId', id).slice(0, RECENT).map(deal),
    };
  }
  if (id?.startsWith('005')) {
    const row = shared('User', id);
    if (!row) return null;
    return {
      ...base,
      kind: 'user',
      id,
      name: row.Name,
      title: row.Title,
      email: row.Email,
      manager: name('User', row.ManagerId),
    };
  }
  if (id !== undefined) return null;
  const recent = [...open('OwnerId', userId)]
    .sort((a, b) => String(b.CreatedDate).localeCompare(String(a.CreatedDate)))
    .slice(0, RECENT);
  return { ...base, ...over, kind: path.includes('/o/Opportunity/') ? 'list' : 'home', deals: recent.map(deal) };
}
