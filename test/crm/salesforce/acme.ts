import { ORGANISATION, type Script, USER } from './scripted-org';

/** A small organisation, by hand: one rep, one deal with everything on it, one won this quarter, one won earlier this year. */
export const DEAL = '006000000000001AAA';
export const ACCOUNT = '001000000000001AAA';
const PARENT = '001000000000002AAA';
const WON = '006000000000002AAA';
const EARLIER = '006000000000003AAA';

const children = (...records: readonly object[]) => ({ totalSize: records.length, done: true, records });
const owner = { Name: 'Cecily Lampkin' };

const deal = {
  Id: DEAL,
  Name: 'Acme - 200 seats',
  OwnerId: USER,
  AccountId: ACCOUNT,
  StageName: 'Negotiation/Review',
  Amount: 12_740.5,
  Probability: 90,
  CloseDate: '2026-12-18',
  CreatedDate: '2026-10-01T23:30:00.000+0000',
  ForecastCategory: 'Forecast',
  ForecastCategoryName: 'Commit',
  IsClosed: false,
  IsWon: false,
  NextStep: null,
  Type: 'New Business',
  Region__c: 'North',
};

const around = {
  Id: DEAL,
  OwnerId: USER,
  Owner: owner,
  AccountId: ACCOUNT,
  Account: { Name: 'Acme', ParentId: PARENT, Parent: { ParentId: null } },
  OpportunityLineItems: children({
    Id: '00k000000000001AAA',
    Quantity: 200,
    TotalPrice: 12_740.5,
    ProductCode: 'GTX',
    Product2: { Name: 'GTX Pro', Family: 'GTX' },
  }),
  OpportunityContactRoles: children({
    Id: '00K000000000001EAA',
    ContactId: '003000000000001AAA',
    Role: 'Decision Maker',
    IsPrimary: true,
    Contact: { Name: 'Mia Orr', Title: 'VP Operations', Email: 'mia@acme.example', AccountId: ACCOUNT },
  }),
  OpportunityHistories: children(
    {
      Id: '008000000000002AAA',
      CreatedDate: '2026-11-01T10:00:00.000+0000',
      StageName: 'Negotiation/Review',
      Amount: 12_740.5,
      CloseDate: '2026-12-18',
      Probability: 90,
      ForecastCategory: 'Forecast',
    },
    {
      Id: '008000000000001AAA',
      CreatedDate: '2026-10-01T23:30:00.000+0000',
      StageName: 'Prospecting',
      Amount: 10_000,
      CloseDate: '2026-11-30',
      Probability: 10,
      ForecastCategory: 'Pipeline',
    },
  ),
  Histories: children({
    Id: '017000000000001AAA',
    CreatedDate: '2026-11-10T10:00:00.000+0000',
    Field: 'NextStep',
    OldValue: 'Send proposal',
    NewValue: null,
  }),
  Tasks: children(
    {
      Id: '00T000000000001EAA',
      Subject: 'Call Mia',
      ActivityDate: '2026-11-12',
      IsClosed: true,
      TaskSubtype: 'Call',
      CallType: 'Outbound',
      WhoId: '003000000000001AAA',
    },
    {
      Id: '00T000000000002EAA',
      Subject: 'Email: proposal',
      ActivityDate: '2026-11-05',
      IsClosed: true,
      TaskSubtype: 'Email',
      WhoId: null,
    },
  ),
  Events: children(
    {
      Id: '00U000000000001EAA',
      Subject: 'Demo',
      StartDateTime: '2026-11-03T09:00:00.000+0000',
      WhoId: '003000000000001AAA',
    },
    { Id: '00U000000000002EAA', Subject: 'Board', StartDateTime: '2026-12-03T09:00:00.000+0000', WhoId: null },
  ),
  Emails: children({
    Id: '02s000000000001AAA',
    ActivityId: '00T000000000002EAA',
    Subject: 'Re: proposal',
    FromAddress: 'Mia@acme.example',
    ToAddress: 'cecily@vendor.example',
    Incoming: true,
    Status: '1',
    MessageDate: '2026-11-05T15:00:00.000+0000',
  }),
};

const won = (id: string, closed: string, amount: number | null) => ({
  ...deal,
  Id: id,
  Name: `Won ${closed}`,
  Owner: owner,
  Account: { Name: 'Acme' },
  StageName: 'Closed Won',
  CloseDate: closed,
  Amount: amount,
  ForecastCategory: 'Closed',
  IsClosed: true,
  IsWon: true,
  OpportunityLineItems: null,
  Events: null,
  Emails: null,
});

export const ACME: Script = {
  records: {
    [DEAL]: deal,
    [USER]: { Id: USER, Name: 'Cecily Lampkin', TimeZoneSidKey: 'Europe/Berlin' },
    [ORGANISATION]: { Id: ORGANISATION, DefaultLocaleSidKey: 'en_US', TimeZoneSidKey: 'America/New_York' },
    [ACCOUNT]: {
      Id: ACCOUNT,
      Name: 'Acme',
      ParentId: PARENT,
      Industry: 'retail',
      AnnualRevenue: 1_100_040_000,
      NumberOfEmployees: 2822,
      Website: null,
    },
  },
  rows: {
    Period: [
      {
        Id: '026000000000001AAA',
        Type: 'Quarter',
        Number: 4,
        StartDate: '2026-10-01',
        EndDate: '2026-12-31',
        FullyQualifiedLabel: 'FQ4 FY 2026',
      },
      {
        Id: '026000000000002AAA',
        Type: 'Quarter',
        Number: 3,
        StartDate: '2026-07-01',
        EndDate: '2026-09-30',
        FullyQualifiedLabel: 'FQ3 FY 2026',
      },
      {
        Id: '026000000000003AAA',
        Type: 'Year',
        Number: 2026,
        StartDate: '2026-01-01',
        EndDate: '2026-12-31',
        FullyQualifiedLabel: 'FY 2026',
      },
    ],
    OpportunityStage: [
      { Id: '01J000000000003EAA', ApiName: 'Closed Won', MasterLabel: 'Closed Won', SortOrder: 9 },
      { Id: '01J000000000001EAA', ApiName: 'Prospecting', MasterLabel: 'Prospecting', SortOrder: 1 },
      { Id: '01J000000000002EAA', ApiName: 'Negotiation/Review', MasterLabel: 'Negotiation', SortOrder: 8 },
    ],
    Opportunity: (soql) => {
      if (soql.includes('GROUP BY AccountId, IsClosed')) {
        return [
          { AccountId: ACCOUNT, IsClosed: false, IsWon: false, deals: 1, total: 12_740.5 },
          { AccountId: ACCOUNT, IsClosed: true, IsWon: true, deals: 2, total: 9_000 },
        ];
      }
      if (soql.includes('FROM OpportunitySplit WHERE')) return { status: 400, errorCode: 'INVALID_TYPE' };
      if (soql.includes('ORDER BY Amount DESC')) return [{ ...deal, Owner: owner }];
      if (soql.includes('OwnerId IN'))
        return [{ ...around, ...deal }, won(WON, '2026-10-20', 5_000), won(EARLIER, '2026-03-02', 4_000)];
      return [around];
    },
    Account: [
      { Id: ACCOUNT, Name: 'Acme', ParentId: PARENT, LastActivityDate: '2026-11-12' },
      { Id: '001000000000003AAA', Name: 'Acme Nordic', ParentId: ACCOUNT, LastActivityDate: null },
    ],
    ForecastingQuota: [
      {
        Id: '0J9000000000001CAA',
        StartDate: '2026-10-01',
        QuotaAmount: 98_000,
        IsAmount: true,
        IsQuantity: false,
        ProductFamily: null,
        ForecastingTypeId: '0Db000000000001CAA',
        ForecastingType: { MasterLabel: 'Opportunity Revenue' },
      },
      {
        Id: '0J9000000000002CAA',
        StartDate: '2026-07-01',
        QuotaAmount: 90_000,
        IsAmount: true,
        IsQuantity: false,
        ProductFamily: null,
        ForecastingTypeId: '0Db000000000001CAA',
        ForecastingType: { MasterLabel: 'Opportunity Revenue' },
      },
    ],
    OpportunityCompetitor: [],
  },
};
