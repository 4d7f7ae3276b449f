import type { Children, Select } from '../api/soql';
import { literal } from '../api/soql';

const LINE_ITEMS: Children = {
  relation: 'OpportunityLineItems',
  object: 'OpportunityLineItem',
  fields: ['Id', 'IsDeleted', 'Quantity', 'TotalPrice', 'ProductCode', 'Product2.Name', 'Product2.Family'],
};
const ROLES: Children = {
  relation: 'OpportunityContactRoles',
  object: 'OpportunityContactRole',
  fields: [
    'Id',
    'IsDeleted',
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
  fields: ['Id', 'IsDeleted', 'CreatedDate', 'StageName', 'Amount', 'CloseDate', 'Probability', 'ForecastCategory'],
};
const CHANGES: Children = {
  relation: 'Histories',
  object: 'OpportunityFieldHistory',
  fields: ['Id', 'IsDeleted', 'CreatedDate', 'Field', 'OldValue', 'NewValue'],
};
const COMPETITORS: Children = {
  relation: 'OpportunityCompetitors',
  object: 'OpportunityCompetitor',
  fields: ['Id', 'IsDeleted', 'CompetitorName'],
};

const latest = (field: string, most: number): Pick<Children, 'order' | 'limit'> => ({
  order: { field, text: `${field} DESC NULLS LAST` },
  limit: most,
});
const when = (condition: string | undefined, field: string): Pick<Children, 'rest' | 'needs'> =>
  condition === undefined ? {} : { rest: `WHERE ${condition}`, needs: [field] };

/** Tasks of a parent, latest first. */
export function tasks(most: number, condition?: string): Children {
  return {
    relation: 'Tasks',
    object: 'Task',
    fields: [
      'Id',
      'IsDeleted',
      'Subject',
      'ActivityDate',
      'CreatedDate',
      'IsClosed',
      'TaskSubtype',
      'CallType',
      'WhoId',
      'WhatId',
    ],
    ...when(condition, 'WhatId'),
    ...latest('ActivityDate', most),
  };
}

/** Meetings of a parent, latest first. */
export function events(most: number, condition?: string): Children {
  return {
    relation: 'Events',
    object: 'Event',
    fields: ['Id', 'IsDeleted', 'Subject', 'StartDateTime', 'ActivityDate', 'WhoId', 'WhatId'],
    ...when(condition, 'WhatId'),
    ...latest('StartDateTime', most),
  };
}

/** Mails of a parent, latest first. */
export function emails(most: number, condition?: string): Children {
  return {
    relation: 'Emails',
    object: 'EmailMessage',
    fields: [
      'Id',
      'IsDeleted',
      'ActivityId',
      'Subject',
      'FromAddress',
      'ToAddress',
      'Incoming',
      'Status',
      'MessageDate',
    ],
    ...when(condition, 'RelatedToId'),
    ...latest('MessageDate', most),
  };
}

/** Whose credit a deal is, where the organisation splits. */
export const SPLITS: Children = {
  relation: 'OpportunitySplits',
  object: 'OpportunitySplit',
  fields: [
    'Id',
    'IsDeleted',
    'OpportunityId',
    'SplitOwnerId',
    'SplitPercentage',
    'SplitAmount',
    'SplitTypeId',
    'SplitType.DeveloperName',
    'SplitType.IsTotalValidated',
  ],
};
const TEAM: Children = {
  relation: 'OpportunityTeamMembers',
  object: 'OpportunityTeamMember',
  fields: ['Id', 'IsDeleted', 'UserId', 'User.Name', 'TeamMemberRole'],
};
const QUOTES: Children = {
  relation: 'Quotes',
  object: 'Quote',
  fields: [
    'Id',
    'IsDeleted',
    'Name',
    'QuoteNumber',
    'Status',
    'ExpirationDate',
    'TotalPrice',
    'Discount',
    'CreatedDate',
    'IsSyncing',
  ],
};

/** What hangs on every deal. Archived activities are among it: a year after their day Salesforce shows them to `queryAll` alone. */
const HANGING: readonly Children[] = [
  LINE_ITEMS,
  ROLES,
  HISTORIES,
  CHANGES,
  COMPETITORS,
  tasks(200),
  events(200),
  emails(200),
];

/** What hangs on a deal where the organisation has switched it on. */
const SWITCHED_ON: readonly Children[] = [SPLITS, TEAM, QUOTES];

/**
 * Everything that hangs on an opportunity, and the ids of the companies above its account.
 *
 * @param more - also what only some organisations have: to be asked for once it is known which
 */
export function around(id: string, more: boolean): Select {
  return {
    object: 'Opportunity',
    fields: [
      'Id',
      'OwnerId',
      'Owner.Name',
      'AccountId',
      'Account.Name',
      'Account.ParentId',
      'Account.Parent.ParentId',
      'Account.Parent.Parent.ParentId',
      'Account.Parent.Parent.Parent.ParentId',
      'Account.Parent.Parent.Parent.Parent.ParentId',
    ],
    children: more ? [...HANGING, ...SWITCHED_ON] : HANGING,
    rest: `WHERE Id = ${literal(id)}`,
    all: true,
    forChildren: true,
  };
}

/** What only some organisations have, of one deal. */
export function switchedOnOf(id: string): Select {
  return { object: 'Opportunity', fields: ['Id'], children: SWITCHED_ON, rest: `WHERE Id = ${literal(id)}` };
}

/** Of {@link around} what only some organisations have. */
export function switchedOn(id: string): readonly Children[] {
  return [SPLITS, ...[TEAM, QUOTES].map((child) => ({ ...child, rest: `WHERE OpportunityId = ${literal(id)}` }))];
}
