import type { Children, Select } from '../api/soql';
import { literal } from '../api/soql';

const LINE_ITEMS: Children = {
  relation: 'OpportunityLineItems',
  object: 'OpportunityLineItem',
  fields: ['Id', 'Quantity', 'TotalPrice', 'ProductCode', 'Product2.Name', 'Product2.Family'],
};
const ROLES: Children = {
  relation: 'OpportunityContactRoles',
  object: 'OpportunityContactRole',
  fields: [
    'Id',
    'ContactId',
    'Role',
    'IsPrimary',
    'Contact.Name',
    'Contact.Title',
    'Contact.Email',
    'Contact.AccountId',
  ],
};
const HISTORIES: Children = {
  relation: 'OpportunityHistories',
  object: 'OpportunityHistory',
  fields: ['Id', 'CreatedDate', 'StageName', 'Amount', 'CloseDate', 'Probability', 'ForecastCategory'],
};
const CHANGES: Children = {
  relation: 'Histories',
  object: 'OpportunityFieldHistory',
  fields: ['Id', 'CreatedDate', 'Field', 'OldValue', 'NewValue'],
};
const TASKS: Children = {
  relation: 'Tasks',
  object: 'Task',
  fields: ['Id', 'Subject', 'ActivityDate', 'CreatedDate', 'IsClosed', 'TaskSubtype', 'CallType', 'WhoId'],
  rest: 'ORDER BY ActivityDate DESC NULLS LAST LIMIT 200',
};
const EVENTS: Children = {
  relation: 'Events',
  object: 'Event',
  fields: ['Id', 'Subject', 'StartDateTime', 'ActivityDate', 'WhoId'],
  rest: 'ORDER BY StartDateTime DESC NULLS LAST LIMIT 200',
};
const EMAILS: Children = {
  relation: 'Emails',
  object: 'EmailMessage',
  fields: ['Id', 'ActivityId', 'Subject', 'FromAddress', 'ToAddress', 'Incoming', 'Status', 'MessageDate'],
  rest: 'ORDER BY MessageDate DESC NULLS LAST LIMIT 200',
};

/** Everything that hangs on one opportunity, and the chain of companies above its account. */
export function around(id: string): Select {
  return {
    object: 'Opportunity',
    fields: ['Id', 'OwnerId', 'Owner.Name', 'AccountId', 'Account.Name', 'Account.ParentId', 'Account.Parent.ParentId'],
    children: [LINE_ITEMS, ROLES, HISTORIES, CHANGES, TASKS, EVENTS, EMAILS],
    rest: `WHERE Id = ${literal(id)}`,
  };
}

/** Whose credit a deal is, where the organisation splits. */
export function splits(id: string): Select {
  return {
    object: 'OpportunitySplit',
    fields: ['Id', 'SplitOwnerId', 'SplitPercentage', 'SplitAmount', 'SplitType.IsTotalValidated'],
    rest: `WHERE OpportunityId = ${literal(id)}`,
  };
}

export function competitors(id: string): Select {
  return {
    object: 'OpportunityCompetitor',
    fields: ['Id', 'CompetitorName'],
    rest: `WHERE OpportunityId = ${literal(id)}`,
  };
}
