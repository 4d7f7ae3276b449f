import type { Account, FamilyDeal } from '../../src/core/model/account';
import type { Activity } from '../../src/core/model/activity';
import type { Book, BookDeal } from '../../src/core/model/book';
import type { Dossier } from '../../src/core/model/dossier';
import type { HistoryRow } from '../../src/core/model/history';
import type { Opportunity } from '../../src/core/model/opportunity';
import type { CommitteeMember } from '../../src/core/model/person';
import { addDays, type CivilDate, civilDate } from '../../src/core/value/civil-date';
import { type Instant, parseInstant } from '../../src/core/value/instant';
import { type Given, given, ifGiven, missing } from '../../src/core/value/known';
import { moneyOf } from '../../src/core/value/money';
import type { Reading } from '../../src/messages/reading';
import { PLAN } from './plan';

/** A rep eight weeks into a quarter, with one deal on the screen. All figures are made up. */
export const TODAY = civilDate('2026-11-24');
export const NOW = parseInstant('2026-11-24T14:02:00Z') as Instant;

const at = (date: CivilDate, time = '10:00') => parseInstant(`${date}T${time}:00Z`) as Instant;
const daysAgo = (days: number) => addDays(TODAY, -days);
const read = <T>(value: T, field: string): Given<T> => given(value, { kind: 'crm', field }, NOW);
const usd = (major: number) => moneyOf(major, 'USD');

export const REP = { id: '005A', name: 'Cecily Lampkin' };
export const REF = {
  crm: 'salesforce',
  host: 'acme.lightning.force.com',
  kind: 'opportunity',
  id: '006R0000005hDFYIA2',
} as const;

export const OPPORTUNITY: Opportunity = {
  id: REF.id,
  name: 'Sonron: GTX Pro rollout, 40 seats',
  outcome: 'open',
  account: read({ id: '001A', name: 'Sonron' }, 'Opportunity.Account'),
  owner: read(REP, 'Opportunity.Owner'),
  stage: read(
    { name: 'Proposal', label: 'Proposal', order: read(3, 'OpportunityStage.SortOrder') },
    'Opportunity.StageName',
  ),
  forecastCategory: read('commit', 'Opportunity.ForecastCategoryName'),
  amount: read(usd(12_700), 'Opportunity.Amount'),
  closeDate: read(civilDate('2026-12-18'), 'Opportunity.CloseDate'),
  createdOn: read(daysAgo(96), 'Opportunity.CreatedDate'),
  probability: read(0.75, 'Opportunity.Probability'),
  nextStep: missing('not-recorded'),
  type: read('New Business', 'Opportunity.Type'),
  products: read(
    [
      {
        id: '00kA',
        product: 'GTX Pro',
        family: read('GTX', 'Product2.Family'),
        quantity: read(40, 'OpportunityLineItem.Quantity'),
        amount: read(usd(12_700), 'OpportunityLineItem.TotalPrice'),
      },
    ],
    'OpportunityLineItem',
  ),
  fields: {},
};

function account(id: string, name: string, parentId: string | null, country = 'US'): Account {
  return {
    id,
    name,
    parentId: parentId === null ? missing('not-recorded') : read(parentId, 'Account.ParentId'),
    industry: read('Software', 'Account.Industry'),
    website: read(`https://www.${name.toLowerCase().replace(/\W+/g, '')}.example`, 'Account.Website'),
    country: read(country, 'Account.BillingCountry'),
    annualRevenue: read(usd(2_400_000), 'Account.AnnualRevenue'),
    employees: read(320, 'Account.NumberOfEmployees'),
    identifiers: {},
    fiscalYearStartMonth: missing('not-recorded'),
  };
}

export const ACCOUNT = account('001A', 'Sonron', null);

const FAMILY = [ACCOUNT, account('001B', 'Dambase', '001A'), account('001C', 'Hottechi', '001A', 'DE')];

function member(id: string, name: string, title: string, role: string | null, primary = false): CommitteeMember {
  return {
    contact: {
      id,
      name,
      title: read(title, 'Contact.Title'),
      email: missing('hidden'),
      accountId: read('001A', 'Contact.AccountId'),
    },
    role: role === null ? missing('not-recorded') : read(role, 'OpportunityContactRole.Role'),
    primary,
    influence: missing('feature-off'),
    support: missing('feature-off'),
  };
}

export const COMMITTEE = [
  member('003M', 'Maria Orr', 'Head of Operations', 'Champion', true),
  member('003T', 'Tim Lind', 'Team lead', 'Business User'),
  member('003S', 'Jun Sato', 'IT architect', 'Technical Buyer'),
];

let serial = 0;
function act(
  kind: Activity['kind'],
  by: Activity['by'],
  days: number,
  subject: string,
  contactIds: string[],
  more: Partial<Activity> = {},
): Activity {
  serial += 1;
  return {
    id: `00T${serial}`,
    kind,
    subject: read(subject, 'Task.Subject'),
    at: at(daysAgo(days)),
    by,
    planned: false,
    contactIds,
    tie: 'deal',
    otherDeals: read(0, 'Opportunity'),
    ...more,
  };
}

export const ACTIVITIES: readonly Activity[] = [
  act('email', 'seller', 4, 'Following up on the proposal', ['003S']),
  act('email', 'buyer', 19, 'Re: Proposal', ['003M']),
  act('document', 'buyer', 18, 'Proposal v2 opened', ['003M']),
  act('meeting', 'both', 26, 'Demo for the users', ['003T', '003M']),
  act('email', 'buyer', 31, 'Question on licences', ['003T'], { tie: 'account', otherDeals: read(2, 'Opportunity') }),
  act('meeting', 'both', 58, 'First call', ['003M']),
];

function row(days: number, stage: string, order: number, close: string, amount: number): HistoryRow {
  return {
    at: at(daysAgo(days)),
    stage: read(stage, 'OpportunityHistory.StageName'),
    amount: read(usd(amount), 'OpportunityHistory.Amount'),
    closeDate: read(civilDate(close), 'OpportunityHistory.CloseDate'),
    probability: read(order * 0.25, 'OpportunityHistory.Probability'),
    forecastCategory: read(order > 2 ? 'commit' : 'pipeline', 'OpportunityHistory.ForecastCategory'),
    nextStep: missing('not-recorded'),
  };
}

export const HISTORY = [
  row(96, 'Qualification', 1, '2026-10-30', 9_000),
  row(58, 'Needs Analysis', 2, '2026-11-27', 9_000),
  row(20, 'Proposal', 3, '2026-12-18', 12_700),
];

export const DOSSIER: Dossier = {
  ref: REF,
  opportunity: OPPORTUNITY,
  account: read(ACCOUNT, 'Account'),
  family: read(
    {
      members: FAMILY,
      standings: [
        {
          accountId: '001A',
          open: 3,
          openAmount: read(usd(61_000), 'Opportunity.Amount'),
          won: 2,
          wonAmount: read(usd(41_000), 'Opportunity.Amount'),
          lost: 1,
          overdue: read(0, 'Opportunity.CloseDate'),
          lastContactOn: read(daysAgo(4), 'Account.LastActivityDate'),
        },
        {
          accountId: '001B',
          open: 1,
          openAmount: read(usd(8_000), 'Opportunity.Amount'),
          won: 0,
          wonAmount: read(usd(0), 'Opportunity.Amount'),
          lost: 0,
          overdue: read(0, 'Opportunity.CloseDate'),
          lastContactOn: read(daysAgo(12), 'Account.LastActivityDate'),
        },
        {
          accountId: '001C',
          open: 0,
          openAmount: read(usd(0), 'Opportunity.Amount'),
          won: 1,
          wonAmount: read(usd(18_000), 'Opportunity.Amount'),
          lost: 0,
          overdue: read(0, 'Opportunity.CloseDate'),
          lastContactOn: read(daysAgo(60), 'Account.LastActivityDate'),
        },
      ],
      hidden: 0,
      deals: missing('not-yet-read'),
      moreDeals: missing('not-yet-read'),
    },
    'Account.ParentId',
  ),
  credits: read(
    [
      {
        opportunityId: REF.id,
        repId: REP.id,
        amount: read(usd(12_700), 'Opportunity.Amount'),
        share: 1,
        rule: 'owner',
      },
    ],
    'OpportunitySplit',
  ),
  committee: read(COMMITTEE, 'OpportunityContactRole'),
  activities: read(ACTIVITIES, 'Task, Event'),
  history: read(HISTORY, 'OpportunityHistory'),
  competitors: missing('not-recorded'),
  lookalikes: missing('not-recorded'),
  quotes: missing('not-recorded'),
  team: missing('not-recorded'),
  stages: read(
    ['Qualification', 'Needs Analysis', 'Proposal', 'Negotiation'].map((name, order) => ({
      name,
      label: name,
      order: read(order + 1, 'OpportunityStage.SortOrder'),
    })),
    'OpportunityStage',
  ),
  asOf: NOW,
};

const PERIOD = { label: 'Q4', kind: 'quarter', start: civilDate('2026-10-01'), end: civilDate('2027-01-01') } as const;

function booked(id: string, name: string, on: string, amount: number): BookDeal {
  return bookDeal(id, name, 'won', on, amount, null);
}

function bookDeal(
  id: string,
  name: string,
  outcome: Opportunity['outcome'],
  close: string,
  amount: number,
  silentDays: number | null,
): BookDeal {
  return {
    opportunity: {
      ...OPPORTUNITY,
      id,
      name,
      outcome,
      amount: read(usd(amount), 'Opportunity.Amount'),
      closeDate: read(civilDate(close), 'Opportunity.CloseDate'),
      products: read(
        [
          {
            id: `${id}-1`,
            product: 'GTX Pro',
            family: read('GTX', 'Product2.Family'),
            quantity: read(1, 'OpportunityLineItem.Quantity'),
            amount: read(usd(amount), 'OpportunityLineItem.TotalPrice'),
          },
        ],
        'OpportunityLineItem',
      ),
    },
    credit: {
      opportunityId: id,
      repId: REP.id,
      amount: read(usd(amount), 'Opportunity.Amount'),
      share: 1,
      rule: 'owner',
    },
    lastBuyerActOn: silentDays === null ? missing('not-recorded') : read(daysAgo(silentDays), 'Task'),
  };
}

export const BOOK: Book = {
  rep: REP,
  period: PERIOD,
  goals: read(
    [
      {
        id: 'quota',
        measure: { id: 'bookings', name: 'Bookings', unit: 'money', filter: [] },
        target: read({ unit: 'money', amount: usd(98_000) }, 'ForecastingQuota.QuotaAmount'),
        period: PERIOD,
        ownerId: REP.id,
        leads: false,
      },
    ],
    'ForecastingQuota',
  ),
  won: read(
    [
      booked('006W1', 'Konex renewal', '2026-10-06', 4_000),
      booked('006W2', 'Bubba Gump expansion', '2026-10-14', 9_000),
      booked('006W3', 'Zumgoity', '2026-10-24', 9_000),
      booked('006W4', 'Rangreen', '2026-11-07', 24_000),
      booked('006W5', 'Cancity', '2026-11-21', 33_400),
    ],
    'Opportunity',
  ),
  open: read(
    [
      bookDeal(REF.id, OPPORTUNITY.name, 'open', '2026-12-18', 12_700, 18),
      bookDeal('006O1', 'Isdom renewal', 'open', '2026-12-10', 7_900, 6),
      bookDeal('006O2', 'Konex add-on', 'open', '2026-12-22', 11_200, 12),
      bookDeal('006O3', 'Betasoloin', 'open', '2026-12-15', 9_400, 40),
      bookDeal('006O4', 'Zathunicon', 'open', '2026-12-30', 21_000, 9),
      bookDeal('006O5', 'Doncon', 'open', '2027-02-12', 15_000, 3),
    ],
    'Opportunity',
  ),
  yearToDate: read(usd(240_000), 'Opportunity'),
  holidays: missing('not-recorded'),
  asOf: NOW,
};

export const READING: Reading = {
  ref: REF,
  viewer: read(REP, 'User'),
  dossier: read(DOSSIER, 'Opportunity'),
  company: missing('not-yet-read'),
  book: read(BOOK, 'Opportunity'),
  norms: missing('not-yet-read'),
  plan: given(PLAN, { kind: 'file', name: 'ae.json' }, NOW),
  lastSeen: missing('not-recorded'),
  connection: { way: 'session', problem: null, reading: false, progress: null },
  now: NOW,
  today: TODAY,
  zone: 'America/New_York',
};

/** The reading with another deal in it. */
export function withDeal(change: Partial<Opportunity>, more: Partial<Dossier> = {}): Reading {
  return {
    ...READING,
    dossier: read({ ...DOSSIER, ...more, opportunity: { ...OPPORTUNITY, ...change } }, 'Opportunity'),
  };
}

function familyDeal(id: string, name: string, accountId: string, amount: number, close: string): FamilyDeal {
  return {
    id,
    name,
    accountId,
    outcome: 'open',
    owner: read(REP, 'Opportunity.Owner'),
    stage: OPPORTUNITY.stage,
    amount: read(usd(amount), 'Opportunity.Amount'),
    closeDate: read(civilDate(close), 'Opportunity.CloseDate'),
  };
}

/** Accounts outside the family: one of its own name, one that shares its first word, one that shares nothing that tells. */
const LOOKALIKES: readonly Account[] = [
  {
    ...account('001X', 'Sonron Nordic AB', null, 'SE'),
    website: read('https://www.sonron.example', 'Account.Website'),
  },
  account('001Y', 'Hottechi Bau', null, 'DE'),
  account('001Z', 'Nordic Services', null, 'SE'),
];

/** The same deal with more on record: a year of theirs, a date they have set, a meeting agreed, weights on its people. */
export const RICH: Reading = (() => {
  const account: Account = { ...ACCOUNT, fiscalYearStartMonth: read(2, 'Account.FiscalYearStart__c') };
  const family = ifGiven(DOSSIER.family);
  const weighed = COMMITTEE.map((one, index) => ({
    ...one,
    influence: read([0.6, 0.3, 0.8][index] ?? 0.5, 'OpportunityContactRole.Influence__c'),
    support: read((['for', 'neutral', 'against'] as const)[index] ?? 'neutral', 'OpportunityContactRole.Support__c'),
  }));
  return {
    ...withDeal(
      {},
      {
        account: read(account, 'Account'),
        lookalikes: read(LOOKALIKES, 'Account.Name'),
        committee: read(weighed, 'OpportunityContactRole'),
        activities: read(
          [
            act('date', 'buyer', -16, 'Board decides', ['003M'], { planned: true }),
            act('meeting', 'both', -6, 'Second demo', ['003S'], { planned: true }),
            act('email', 'seller', 9, 'Reference customers', ['003M']),
            act('call', 'seller', 40, 'Left a message', ['003S']),
            ...ACTIVITIES,
          ],
          'Task, Event',
        ),
        ...(family !== undefined && {
          family: read(
            {
              ...family,
              members: family.members.map((one) => (one.id === account.id ? account : one)),
              hidden: 2,
              deals: read(
                [
                  familyDeal('006F1', 'Sonron: GTX Pro rollout, 40 seats', '001A', 12_700, '2026-12-18'),
                  familyDeal('006F2', 'Sonron: renewal', '001A', 9_300, '2026-11-12'),
                  familyDeal('006F3', 'Dambase: pilot', '001B', 8_000, '2027-02-01'),
                ],
                'Opportunity',
              ),
              moreDeals: read(1, 'Opportunity'),
            },
            'Account.ParentId',
          ),
        }),
      },
    ),
  };
})();
