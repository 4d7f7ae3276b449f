import type { Row, Table } from '../table';
import type { Organisation } from './organisation';

/** Where rows that follow from a write are numbered from: nothing of the data and nothing that a test makes is there. */
const FIRST_FOLLOWING = 60_000_000;

type Writer = { readonly organisation: Organisation; readonly userId: string; readonly now: string };

const CATEGORIES = new Map([
  ['Best Case', 'BestCase'],
  ['Commit', 'Forecast'],
]);

const tableOf = ({ organisation: { tables } }: Writer, name: string): Table => {
  const found = tables.get(name.toLowerCase());
  if (!found) throw new Error(`no table ${name}`);
  return found;
};

/**
 * What Salesforce writes beside what was asked for: a stage brings its probability and forecast category, an amount the expected
 * revenue, a close date the fiscal period.
 */
export function withFollowing(object: string, changes: Row, before: Row | undefined, writer: Writer): Row {
  if (object === 'Task') return { ...changes, ...taskFollows(changes, before, writer) };
  if (object !== 'Opportunity') return changes;
  const made: Row = { ...changes };
  // The amount of a deal with products is their sum: what is written to it is passed over without a word.
  if (before?.HasOpportunityLineItem === true) delete made.Amount;
  const after = (field: string) => (field in made ? made[field] : before?.[field]) ?? null;
  if (typeof made.StageName === 'string' && made.StageName !== before?.StageName) {
    const stage = tableOf(writer, 'OpportunityStage').rows.find(({ ApiName }) => ApiName === made.StageName);
    made.IsClosed = stage?.IsClosed ?? false;
    made.IsWon = stage?.IsWon ?? false;
    made.Probability ??= stage?.DefaultProbability ?? null;
    made.ForecastCategoryName ??= stage?.ForecastCategoryName ?? null;
    made.LastStageChangeDate = writer.now;
  }
  if (typeof made.ForecastCategoryName === 'string')
    made.ForecastCategory = CATEGORIES.get(made.ForecastCategoryName) ?? made.ForecastCategoryName;
  if ('Amount' in made || 'Probability' in made) {
    const amount = after('Amount');
    made.ExpectedRevenue =
      typeof amount === 'number' ? Math.round(amount * Number(after('Probability') ?? 0)) / 100 : null;
  }
  if (typeof made.CloseDate === 'string' && made.CloseDate !== before?.CloseDate) {
    const quarter = writer.organisation.calendar.quarterOf(made.CloseDate);
    made.FiscalYear = quarter?.year ?? null;
    made.FiscalQuarter = quarter?.number ?? null;
    made.Fiscal = quarter ? `${quarter.year} ${quarter.number}` : null;
    // A push is a move into a later month.
    if (before && made.CloseDate.slice(0, 7) > String(before.CloseDate).slice(0, 7))
      made.PushCount = Number(before.PushCount ?? 0) + 1;
  }
  if (!before)
    Object.assign(made, { HasOpportunityLineItem: false, PushCount: 0, HasOpenActivity: false, HasOverdueTask: false });
  return made;
}

function taskFollows(changes: Row, before: Row | undefined, writer: Writer): Row {
  const status = changes.Status ?? before?.Status ?? 'Not Started';
  const closed = status === 'Completed';
  const what = String(changes.WhatId ?? before?.WhatId ?? '');
  const deal = what.startsWith('006') ? tableOf(writer, 'Opportunity').byId(what) : undefined;
  return {
    Status: status,
    Priority: changes.Priority ?? before?.Priority ?? 'Normal',
    TaskSubtype: changes.TaskSubtype ?? before?.TaskSubtype ?? 'Task',
    IsClosed: closed,
    CompletedDateTime: closed ? (before?.CompletedDateTime ?? writer.now) : null,
    AccountId: what.startsWith('001') ? what : (deal?.AccountId ?? before?.AccountId ?? null),
    IsArchived: false,
  };
}

const STAGED = ['StageName', 'Amount', 'Probability', 'CloseDate', 'ForecastCategory'];
const TRACKED = ['StageName', 'Amount', 'CloseDate', 'ForecastCategoryName', 'NextStep', 'Probability'];

/** What Salesforce keeps of a write: rows of the stage and field history, the splits' amounts, the deal's last activity. */
export function follow(object: string, row: Row, before: Row | undefined, writer: Writer): void {
  if (object === 'Opportunity') {
    history(row, before, writer);
    credits(row, before, writer);
  }
  if (object === 'OpportunityLineItem') products(row, writer);
  if (object === 'Task' || object === 'Event') activity(row, writer);
}

/** A row of the organisation's own making. */
export function addRow(writer: Writer, object: string, values: Row): void {
  const table = tableOf(writer, object);
  table.insert({
    Id: table.nextId(FIRST_FOLLOWING),
    IsDeleted: false,
    CreatedDate: writer.now,
    LastModifiedDate: writer.now,
    SystemModstamp: writer.now,
    ...values,
  });
}

function history(row: Row, before: Row | undefined, writer: Writer): void {
  const id = row.Id ?? null;
  const changed = (field: string) => before === undefined || (before[field] ?? null) !== (row[field] ?? null);
  const common = { OpportunityId: id, CreatedById: writer.userId };
  if (STAGED.some(changed)) {
    const copied = [...STAGED, 'ExpectedRevenue', 'CurrencyIsoCode'].map((field) => [field, row[field] ?? null]);
    addRow(writer, 'OpportunityHistory', { ...common, ...Object.fromEntries(copied) });
  }
  if (before === undefined) {
    addRow(writer, 'OpportunityFieldHistory', { ...common, Field: 'created', OldValue: null, NewValue: null });
    return;
  }
  for (const field of TRACKED.filter(changed)) {
    const [OldValue, NewValue] = [before[field] ?? null, row[field] ?? null];
    addRow(writer, 'OpportunityFieldHistory', { ...common, Field: field, OldValue, NewValue });
  }
  if (changed('OwnerId')) {
    // A lookup leaves two rows: by name and by id.
    const name = (owner: unknown) => tableOf(writer, 'User').byId(String(owner))?.Name ?? null;
    const [was, is] = [before.OwnerId ?? null, row.OwnerId ?? null];
    addRow(writer, 'OpportunityFieldHistory', { ...common, Field: 'Owner', OldValue: name(was), NewValue: name(is) });
    addRow(writer, 'OpportunityFieldHistory', { ...common, Field: 'Owner', OldValue: was, NewValue: is });
  }
}

function credits(row: Row, before: Row | undefined, writer: Writer): void {
  const splits = tableOf(writer, 'OpportunitySplit');
  for (const split of [...splits.where('OpportunityId', row.Id ?? null)]) {
    const amount = Math.round(Number(row.Amount ?? 0) * Number(split.SplitPercentage)) / 100;
    const owner = split.SplitOwnerId === before?.OwnerId ? (row.OwnerId ?? null) : (split.SplitOwnerId ?? null);
    if (amount === split.SplitAmount && owner === split.SplitOwnerId) continue;
    splits.update(split, { SplitAmount: amount, SplitOwnerId: owner, ...stamps(writer) });
  }
}

/** A deal with products is worth their sum. */
function products(line: Row, writer: Writer): void {
  const deals = tableOf(writer, 'Opportunity');
  const deal = deals.byId(String(line.OpportunityId));
  if (!deal) return;
  const lines = tableOf(writer, 'OpportunityLineItem')
    .where('OpportunityId', deal.Id ?? null)
    .filter(({ IsDeleted }) => IsDeleted !== true);
  const before = { ...deal };
  const sum = lines.reduce((all, { TotalPrice }) => all + Math.round(Number(TotalPrice ?? 0) * 100), 0) / 100;
  const amount = lines.length > 0 ? sum : (deal.Amount ?? null);
  deals.update(deal, {
    Amount: amount,
    ExpectedRevenue: amount === null ? null : Math.round(Number(amount) * Number(deal.Probability)) / 100,
    HasOpportunityLineItem: lines.length > 0,
    ...stamps(writer),
  });
  follow('Opportunity', deal, before, writer);
}

function activity(row: Row, writer: Writer): void {
  const on = row.ActivityDate;
  const past = typeof on === 'string' && on <= writer.now.slice(0, 10);
  for (const [object, id] of [
    ['Opportunity', row.WhatId],
    ['Account', row.AccountId],
  ] as const) {
    const table = tableOf(writer, object);
    const record = typeof id === 'string' ? table.byId(id) : undefined;
    if (!record) continue;
    const latest = past && String(record.LastActivityDate ?? '') < on ? { LastActivityDate: on } : {};
    const open = object === 'Opportunity' && row.IsClosed === false ? { HasOpenActivity: true } : {};
    if (Object.keys({ ...latest, ...open }).length > 0) table.update(record, { ...latest, ...open });
  }
}

const stamps = ({ now }: Writer): Row => ({ LastModifiedDate: now, SystemModstamp: now });
