/** What the stand-in holds: each object with its key prefix, fields and relations, named as Salesforce names them. */
export type FieldType =
  | 'id'
  | 'reference'
  | 'string'
  | 'picklist'
  | 'currency'
  | 'percent'
  | 'double'
  | 'int'
  | 'date'
  | 'datetime'
  | 'boolean'
  | 'email'
  | 'url';

export type Field = {
  readonly name: string;
  readonly type: FieldType;
  readonly label: string;
  /** For a reference: the relation's name and the object it leads to. */
  readonly relation?: string;
  readonly to?: string;
  readonly updateable: boolean;
};

export type SObject = {
  readonly name: string;
  readonly label: string;
  readonly prefix: string;
  readonly fields: readonly Field[];
  /** Child relations: name in a sub-query -> the object and the field that points back. */
  readonly children: Readonly<Record<string, { readonly object: string; readonly field: string }>>;
};

type Shorthand = Readonly<Record<string, string>>;

/** `Name: 'string'`, `OwnerId: '->User Owner'`; a trailing `!` marks a field that may be written. */
function sobject(
  name: string,
  label: string,
  prefix: string,
  shorthand: Shorthand,
  children: SObject['children'] = {},
): SObject {
  const system: Shorthand = {
    Id: 'id',
    IsDeleted: 'boolean',
    CreatedDate: 'datetime',
    LastModifiedDate: 'datetime',
    SystemModstamp: 'datetime',
  };
  const fields = Object.entries({ ...system, ...shorthand }).map(([field, written]): Field => {
    const updateable = written.endsWith('!');
    const text = updateable ? written.slice(0, -1) : written;
    const reference = /^->(\w+) (\w+)$/.exec(text);
    const labelText = field.replace(/([a-z])([A-Z])/g, '$1 $2');
    if (reference) {
      return {
        name: field,
        type: 'reference',
        label: labelText,
        to: reference[1] ?? '',
        relation: reference[2] ?? '',
        updateable,
      };
    }
    return { name: field, type: text as FieldType, label: labelText, updateable };
  });
  return { name, label, prefix, fields, children };
}

const OF_OPPORTUNITY = (object: string) => ({ object, field: 'OpportunityId' });

export const SCHEMA: readonly SObject[] = [
  sobject('Organization', 'Organization', '00D', {
    Name: 'string',
    FiscalYearStartMonth: 'int',
    UsesStartDateAsFiscalYearName: 'boolean',
    IsSandbox: 'boolean',
    OrganizationType: 'picklist',
    TimeZoneSidKey: 'picklist',
    DefaultLocaleSidKey: 'picklist',
    LanguageLocaleKey: 'picklist',
  }),
  sobject('User', 'User', '005', {
    Name: 'string',
    FirstName: 'string',
    LastName: 'string',
    Username: 'string',
    Email: 'email',
    IsActive: 'boolean',
    Title: 'string',
    Department: 'string',
    UserRoleId: '->UserRole UserRole',
    ManagerId: '->User Manager',
    ForecastEnabled: 'boolean',
    TimeZoneSidKey: 'picklist',
    LocaleSidKey: 'picklist',
    UserType: 'picklist',
  }),
  sobject('UserRole', 'Role', '00E', {
    Name: 'string',
    DeveloperName: 'string',
    ParentRoleId: '->UserRole ParentRole',
    ForecastUserId: '->User ForecastUser',
    PortalType: 'picklist',
  }),
  sobject(
    'Account',
    'Account',
    '001',
    {
      Name: 'string!',
      ParentId: '->Account Parent',
      Industry: 'picklist!',
      AnnualRevenue: 'currency!',
      NumberOfEmployees: 'int!',
      Website: 'url!',
      BillingCountry: 'string!',
      OwnerId: '->User Owner',
      Type: 'picklist!',
      YearStarted: 'string',
      Description: 'string!',
      LastActivityDate: 'date',
    },
    {
      Opportunities: { object: 'Opportunity', field: 'AccountId' },
      Contacts: { object: 'Contact', field: 'AccountId' },
      ChildAccounts: { object: 'Account', field: 'ParentId' },
    },
  ),
  sobject('Contact', 'Contact', '003', {
    Name: 'string',
    FirstName: 'string!',
    LastName: 'string!',
    Title: 'string!',
    Email: 'email!',
    Phone: 'string!',
    Department: 'string!',
    AccountId: '->Account Account',
    OwnerId: '->User Owner',
    LastActivityDate: 'date',
  }),
  sobject(
    'Opportunity',
    'Opportunity',
    '006',
    {
      Name: 'string!',
      AccountId: '->Account Account',
      OwnerId: '->User Owner',
      StageName: 'picklist!',
      Amount: 'currency!',
      Probability: 'percent!',
      ExpectedRevenue: 'currency',
      CloseDate: 'date!',
      Type: 'picklist!',
      NextStep: 'string!',
      LeadSource: 'picklist!',
      IsClosed: 'boolean',
      IsWon: 'boolean',
      ForecastCategory: 'picklist',
      ForecastCategoryName: 'picklist!',
      HasOpportunityLineItem: 'boolean',
      Description: 'string!',
      FiscalYear: 'int',
      FiscalQuarter: 'int',
      Fiscal: 'string',
      LastActivityDate: 'date',
      PushCount: 'int',
      LastStageChangeDate: 'datetime',
    },
    {
      OpportunityLineItems: OF_OPPORTUNITY('OpportunityLineItem'),
      OpportunityContactRoles: OF_OPPORTUNITY('OpportunityContactRole'),
      OpportunityHistories: OF_OPPORTUNITY('OpportunityHistory'),
      Histories: OF_OPPORTUNITY('OpportunityFieldHistory'),
      OpportunityCompetitors: OF_OPPORTUNITY('OpportunityCompetitor'),
      Tasks: { object: 'Task', field: 'WhatId' },
      Events: { object: 'Event', field: 'WhatId' },
      Emails: { object: 'EmailMessage', field: 'RelatedToId' },
    },
  ),
  sobject('OpportunityStage', 'Opportunity Stage', '01J', {
    MasterLabel: 'string',
    ApiName: 'string',
    IsActive: 'boolean',
    SortOrder: 'int',
    IsClosed: 'boolean',
    IsWon: 'boolean',
    ForecastCategory: 'picklist',
    ForecastCategoryName: 'picklist',
    DefaultProbability: 'percent',
    Description: 'string',
  }),
  sobject('Product2', 'Product', '01t', {
    Name: 'string',
    ProductCode: 'string',
    Family: 'picklist',
    IsActive: 'boolean',
  }),
  sobject('PricebookEntry', 'Price Book Entry', '01u', {
    Product2Id: '->Product2 Product2',
    UnitPrice: 'currency',
    IsActive: 'boolean',
  }),
  sobject('OpportunityLineItem', 'Opportunity Product', '00k', {
    OpportunityId: '->Opportunity Opportunity',
    Product2Id: '->Product2 Product2',
    PricebookEntryId: '->PricebookEntry PricebookEntry',
    ProductCode: 'string',
    Name: 'string',
    Quantity: 'double',
    UnitPrice: 'currency',
    TotalPrice: 'currency',
    ListPrice: 'currency',
    SortOrder: 'int',
  }),
  sobject('OpportunityContactRole', 'Opportunity Contact Role', '00K', {
    OpportunityId: '->Opportunity Opportunity',
    ContactId: '->Contact Contact',
    Role: 'picklist',
    IsPrimary: 'boolean',
  }),
  sobject('OpportunityHistory', 'Opportunity: Stage History', '008', {
    OpportunityId: '->Opportunity Opportunity',
    CreatedById: '->User CreatedBy',
    StageName: 'picklist',
    Amount: 'currency',
    ExpectedRevenue: 'currency',
    CloseDate: 'date',
    Probability: 'percent',
    ForecastCategory: 'picklist',
  }),
  sobject('OpportunityFieldHistory', 'Opportunity Field History', '017', {
    OpportunityId: '->Opportunity Opportunity',
    CreatedById: '->User CreatedBy',
    Field: 'picklist',
    OldValue: 'string',
    NewValue: 'string',
  }),
  sobject('OpportunityCompetitor', 'Opportunity Competitor', '00J', {
    OpportunityId: '->Opportunity Opportunity',
    CompetitorName: 'string',
    Strengths: 'string',
    Weaknesses: 'string',
  }),
  sobject('Task', 'Task', '00T', {
    WhoId: '->Contact Who',
    WhatId: '->Opportunity What',
    Subject: 'string!',
    ActivityDate: 'date!',
    Status: 'picklist!',
    Priority: 'picklist!',
    OwnerId: '->User Owner',
    AccountId: '->Account Account',
    IsClosed: 'boolean',
    TaskSubtype: 'picklist',
    CallType: 'picklist',
    Description: 'string!',
  }),
  sobject('Event', 'Event', '00U', {
    WhoId: '->Contact Who',
    WhatId: '->Opportunity What',
    Subject: 'string',
    StartDateTime: 'datetime',
    EndDateTime: 'datetime',
    ActivityDate: 'date',
    DurationInMinutes: 'int',
    OwnerId: '->User Owner',
    AccountId: '->Account Account',
    EventSubtype: 'picklist',
  }),
  sobject('EmailMessage', 'Email Message', '02s', {
    RelatedToId: '->Opportunity RelatedTo',
    ActivityId: '->Task Activity',
    Subject: 'string',
    FromAddress: 'email',
    FromName: 'string',
    ToAddress: 'string',
    Incoming: 'boolean',
    Status: 'picklist',
    MessageDate: 'datetime',
  }),
  sobject('Period', 'Fiscal Period', '026', {
    Type: 'picklist',
    StartDate: 'date',
    EndDate: 'date',
    IsForecastPeriod: 'boolean',
    Number: 'int',
    PeriodLabel: 'picklist',
    QuarterLabel: 'picklist',
    FullyQualifiedLabel: 'string',
    FiscalYearSettingsId: '->FiscalYearSettings FiscalYearSettings',
  }),
  sobject('FiscalYearSettings', 'Fiscal Year Settings', '022', {
    Name: 'string',
    StartDate: 'date',
    EndDate: 'date',
    IsStandardYear: 'boolean',
  }),
  sobject('ForecastingType', 'Forecasting Type', '0Db', {
    DeveloperName: 'string',
    MasterLabel: 'string',
    IsActive: 'boolean',
    IsAmount: 'boolean',
    IsQuantity: 'boolean',
    DateType: 'picklist',
    RoleType: 'picklist',
    HasProductFamily: 'boolean',
  }),
  sobject('ForecastingQuota', 'Forecasting Quota', '0J9', {
    QuotaOwnerId: '->User QuotaOwner',
    ForecastingTypeId: '->ForecastingType ForecastingType',
    PeriodId: '->Period Period',
    StartDate: 'date',
    QuotaAmount: 'currency',
    QuotaQuantity: 'double',
    IsAmount: 'boolean',
    IsQuantity: 'boolean',
    ProductFamily: 'picklist',
  }),
];

export const OBJECTS: ReadonlyMap<string, SObject> = new Map(
  SCHEMA.map((object) => [object.name.toLowerCase(), object]),
);
