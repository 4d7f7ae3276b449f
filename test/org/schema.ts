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
  | 'phone'
  | 'anyType'
  | 'url';

export type Field = {
  readonly name: string;
  readonly type: FieldType;
  readonly label: string;
  /** For a reference: the relation's name and the object it leads to; `targets` has all of them where there are several. */
  readonly relation?: string;
  readonly to?: string;
  readonly targets?: readonly string[];
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

/** `Name: 'string'`, `OwnerId: '->User Owner'`, `WhatId: '->Opportunity|Account What'`; a trailing `!` marks a field that may be written. */
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
    const reference = /^->([\w|]+) (\w+)$/.exec(text);
    const labelText = field.replace(/([a-z])([A-Z])/g, '$1 $2');
    if (reference) {
      const targets = (reference[1] ?? '').split('|');
      return {
        name: field,
        type: 'reference',
        label: labelText,
        to: targets[0] ?? '',
        targets,
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
    ProfileId: 'string',
    DefaultCurrencyIsoCode: 'picklist',
  }),
  sobject('UserRole', 'Role', '00E', {
    Name: 'string',
    DeveloperName: 'string',
    ParentRoleId: '->UserRole ParentRole',
    ForecastUserId: '->User ForecastUser',
    MayForecastManagerShare: 'boolean',
    PortalType: 'picklist',
  }),
  sobject(
    'Account',
    'Account',
    '001',
    {
      Name: 'string!',
      ParentId: '->Account Parent!',
      Industry: 'picklist!',
      Site: 'string!',
      AnnualRevenue: 'currency!',
      NumberOfEmployees: 'int!',
      Website: 'url!',
      BillingCountry: 'string!',
      OwnerId: '->User Owner',
      Type: 'picklist!',
      YearStarted: 'string',
      Description: 'string!',
      LastActivityDate: 'date',
      MasterRecordId: '->Account MasterRecord',
      CurrencyIsoCode: 'picklist',
    },
    {
      Opportunities: { object: 'Opportunity', field: 'AccountId' },
      Contacts: { object: 'Contact', field: 'AccountId' },
      ChildAccounts: { object: 'Account', field: 'ParentId' },
      Tasks: { object: 'Task', field: 'WhatId' },
      Events: { object: 'Event', field: 'WhatId' },
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
    ReportsToId: '->Contact ReportsTo',
    AccountId: '->Account Account!',
    OwnerId: '->User Owner',
    HasOptedOutOfEmail: 'boolean!',
    MasterRecordId: '->Contact MasterRecord',
    LastActivityDate: 'date',
  }),
  sobject(
    'Opportunity',
    'Opportunity',
    '006',
    {
      Name: 'string!',
      AccountId: '->Account Account!',
      OwnerId: '->User Owner!',
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
      HasOpenActivity: 'boolean',
      HasOverdueTask: 'boolean',
      SyncedQuoteId: '->Quote SyncedQuote',
      CurrencyIsoCode: 'picklist!',
    },
    {
      OpportunityLineItems: OF_OPPORTUNITY('OpportunityLineItem'),
      OpportunityContactRoles: OF_OPPORTUNITY('OpportunityContactRole'),
      OpportunityHistories: OF_OPPORTUNITY('OpportunityHistory'),
      Histories: OF_OPPORTUNITY('OpportunityFieldHistory'),
      OpportunityCompetitors: OF_OPPORTUNITY('OpportunityCompetitor'),
      OpportunitySplits: OF_OPPORTUNITY('OpportunitySplit'),
      OpportunityTeamMembers: OF_OPPORTUNITY('OpportunityTeamMember'),
      Quotes: OF_OPPORTUNITY('Quote'),
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
    CurrencyIsoCode: 'picklist',
  }),
  sobject('PricebookEntry', 'Price Book Entry', '01u', {
    Product2Id: '->Product2 Product2',
    UnitPrice: 'currency',
    IsActive: 'boolean',
    CurrencyIsoCode: 'picklist',
  }),
  sobject('OpportunityLineItem', 'Opportunity Product', '00k', {
    OpportunityId: '->Opportunity Opportunity',
    Product2Id: '->Product2 Product2',
    PricebookEntryId: '->PricebookEntry PricebookEntry',
    ProductCode: 'string',
    Name: 'string',
    Quantity: 'double!',
    UnitPrice: 'currency!',
    TotalPrice: 'currency!',
    ListPrice: 'currency',
    SortOrder: 'int',
    ServiceDate: 'date',
    Discount: 'percent',
    CurrencyIsoCode: 'picklist',
  }),
  sobject('OpportunityContactRole', 'Opportunity Contact Role', '00K', {
    OpportunityId: '->Opportunity Opportunity',
    ContactId: '->Contact Contact!',
    Role: 'picklist!',
    IsPrimary: 'boolean!',
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
    CurrencyIsoCode: 'picklist',
  }),
  sobject('OpportunityFieldHistory', 'Opportunity Field History', '017', {
    OpportunityId: '->Opportunity Opportunity',
    CreatedById: '->User CreatedBy',
    Field: 'picklist',
    OldValue: 'anyType',
    NewValue: 'anyType',
  }),
  sobject('OpportunityCompetitor', 'Opportunity Competitor', '00J', {
    OpportunityId: '->Opportunity Opportunity',
    CompetitorName: 'string',
    Strengths: 'string',
    Weaknesses: 'string',
  }),
  sobject('Task', 'Task', '00T', {
    WhoId: '->Contact Who!',
    WhatId: '->Opportunity|Account What!',
    Subject: 'string!',
    ActivityDate: 'date!',
    Status: 'picklist!',
    Priority: 'picklist!',
    OwnerId: '->User Owner!',
    AccountId: '->Account Account',
    IsClosed: 'boolean',
    IsArchived: 'boolean',
    CompletedDateTime: 'datetime',
    TaskSubtype: 'picklist!',
    CallType: 'picklist!',
    Description: 'string!',
  }),
  sobject('Event', 'Event', '00U', {
    WhoId: '->Contact Who',
    WhatId: '->Opportunity|Account What!',
    Subject: 'string!',
    StartDateTime: 'datetime!',
    EndDateTime: 'datetime!',
    ActivityDate: 'date!',
    DurationInMinutes: 'int!',
    IsArchived: 'boolean',
    OwnerId: '->User Owner',
    AccountId: '->Account Account',
    EventSubtype: 'picklist',
  }),
  sobject('EmailMessage', 'Email Message', '02s', {
    RelatedToId: '->Opportunity|Account RelatedTo',
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
    PeriodId: '->Period Period',
    YearType: 'picklist',
    QuarterLabelScheme: 'picklist',
    PeriodLabelScheme: 'picklist',
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
    OpportunitySplitTypeId: '->OpportunitySplitType OpportunitySplitType',
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
    CurrencyIsoCode: 'picklist',
  }),
  sobject('ForecastingItem', 'Forecasting Item', '0Di', {
    OwnerId: '->User Owner',
    PeriodId: '->Period Period',
    ForecastingTypeId: '->ForecastingType ForecastingType',
    ForecastingItemCategory: 'picklist',
    ForecastCategoryName: 'picklist',
    AmountWithoutAdjustments: 'currency',
    ForecastAmount: 'currency',
    OwnerOnlyAmount: 'currency',
    HasAdjustment: 'boolean',
    IsAmount: 'boolean',
    IsQuantity: 'boolean',
    ProductFamily: 'picklist',
  }),
  sobject('OpportunitySplitType', 'Opportunity Split Type', '149', {
    DeveloperName: 'string',
    MasterLabel: 'string',
    IsActive: 'boolean',
    IsTotalValidated: 'boolean',
    SplitEntity: 'picklist',
    SplitField: 'picklist',
    Description: 'string',
  }),
  sobject('OpportunitySplit', 'Opportunity Split', '1S1', {
    Split: 'string',
    OpportunityId: '->Opportunity Opportunity',
    SplitTypeId: '->OpportunitySplitType SplitType',
    SplitOwnerId: '->User SplitOwner',
    SplitPercentage: 'percent',
    SplitAmount: 'currency',
    SplitNote: 'string',
    CurrencyIsoCode: 'picklist',
  }),
  sobject('OpportunityTeamMember', 'Opportunity Team Member', '00q', {
    OpportunityId: '->Opportunity Opportunity',
    UserId: '->User User',
    Name: 'string',
    TeamMemberRole: 'picklist',
    OpportunityAccessLevel: 'picklist',
  }),
  sobject(
    'Quote',
    'Quote',
    '0Q0',
    {
      OpportunityId: '->Opportunity Opportunity',
      Name: 'string',
      QuoteNumber: 'string',
      Status: 'picklist',
      IsSyncing: 'boolean',
      ExpirationDate: 'date',
      Subtotal: 'currency',
      Discount: 'percent',
      TotalPrice: 'currency',
      GrandTotal: 'currency',
      CurrencyIsoCode: 'picklist',
    },
    { QuoteLineItems: { object: 'QuoteLineItem', field: 'QuoteId' } },
  ),
  sobject('QuoteLineItem', 'Quote Line Item', '0QL', {
    QuoteId: '->Quote Quote',
    Product2Id: '->Product2 Product2',
    OpportunityLineItemId: '->OpportunityLineItem OpportunityLineItem',
    Quantity: 'double',
    UnitPrice: 'currency',
    ListPrice: 'currency',
    Discount: 'percent',
    TotalPrice: 'currency',
    CurrencyIsoCode: 'picklist',
  }),
  sobject('CurrencyType', 'Currency Type', '01L', {
    IsoCode: 'picklist',
    ConversionRate: 'double',
    DecimalPlaces: 'int',
    IsActive: 'boolean',
    IsCorporate: 'boolean',
  }),
  sobject('DatedConversionRate', 'Dated Conversion Rate', '04w', {
    IsoCode: 'picklist',
    ConversionRate: 'double',
    StartDate: 'date',
    NextStartDate: 'date',
  }),
];

export const OBJECTS: ReadonlyMap<string, SObject> = new Map(
  SCHEMA.map((object) => [object.name.toLowerCase(), object]),
);
