import type { Call } from '../rest/api';
import type { Row } from '../table';

const text = (value: unknown) =>
  String(value ?? '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/"/g, '&quot;');
const day = (date: unknown) =>
  typeof date === 'string' ? `${Number(date.slice(5, 7))}/${Number(date.slice(8, 10))}/${date.slice(0, 4)}` : '';
const money = (amount: unknown) =>
  typeof amount === 'number' ? amount.toLocaleString('en-US', { style: 'currency', currency: 'USD' }) : '';

/** A record page of Salesforce Classic: one HTML page, fields in a table under the ids that Classic gives them. */
export function classicPage(call: Call, id: string): string | null {
  const row = rowOf(call, id);
  if (!row) return null;
  const cell = (label: string, element: string, field: string, shown: string) =>
    call.sight.seesField('Opportunity', field)
      ? `<tr><td class="labelCol">${label}</td><td class="dataCol col02"><div id="${element}_ileinner">${text(shown)}</div></td></tr>`
      : '';
  const name = (object: string, key: unknown) =>
    String(call.organisation.tables.get(object)?.byId(String(key))?.Name ?? '');
  const body = id.startsWith('006')
    ? cell('Opportunity Owner', 'opp1', 'OwnerId', name('user', row.OwnerId)) +
      cell('Opportunity Name', 'opp3', 'Name', String(row.Name)) +
      cell('Account Name', 'opp4', 'AccountId', name('account', row.AccountId)) +
      cell('Amount', 'opp7', 'Amount', money(row.Amount)) +
      cell('Close Date', 'opp9', 'CloseDate', day(row.CloseDate)) +
      cell('Next Step', 'opp10', 'NextStep', String(row.NextStep ?? '')) +
      cell('Stage', 'opp11', 'StageName', String(row.StageName)) +
      cell('Probability (%)', 'opp12', 'Probability', `${Number(row.Probability)}%`)
    : cell('Account Name', 'acc2', 'Name', String(row.Name));
  const kind = id.startsWith('006') ? 'Opportunity' : 'Account';
  return `<title>${text(row.Name)} ~ Salesforce - Enterprise Edition</title><body class="hasMotif opportunityTab detailPage sfdcBody"><div id="AppBodyHeader" class="bPageHeader"><a href="/home/home.jsp">Home</a></div><div class="bPageTitle"><h1 class="pageType">${kind}</h1><h2 class="pageDescription">${text(row.Name)}</h2></div><div id="ep" class="bPageBlock"><div class="pbBody"><table class="detailList">${body}</table></div></div></body>`;
}

/** A Visualforce page about a record, as an administrator may have had built. */
export function visualforcePage(call: Call, id: string): string | null {
  const row = rowOf(call, id);
  if (!row) return null;
  return `<title>Deal room</title><body class="ApexPage"><div id="j_id0"><h1>${text(row.Name)}</h1><span id="j_id0:stage">${text(row.StageName)}</span></div></body>`;
}

function rowOf({ organisation, sight }: Call, id: string): Row | undefined {
  const object = id.startsWith('006') ? 'Opportunity' : id.startsWith('001') ? 'Account' : '';
  const row = organisation.tables.get(object.toLowerCase())?.byId(id);
  return row && row.IsDeleted !== true && sight.rowsOf?.(object)?.(row) !== false ? row : undefined;
}
