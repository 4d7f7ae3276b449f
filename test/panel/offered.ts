import type { Activity } from '../../src/core/model/activity';
import type { Credit } from '../../src/core/model/book';
import type { Opportunity } from '../../src/core/model/opportunity';
import type { Quote } from '../../src/core/model/quote';
import { type CivilDate, civilDate } from '../../src/core/value/civil-date';
import { type Instant, parseInstant } from '../../src/core/value/instant';
import { given, mapKnown, missing } from '../../src/core/value/known';
import { moneyOf } from '../../src/core/value/money';
import type { Reading } from '../../src/messages/reading';
import { ACTIVITIES, COMMITTEE, NOW, OPPORTUNITY, REF, REP, withDeal } from './readings';

const read = <T>(value: T, field: string) => given(value, { kind: 'crm', field }, NOW);
const usd = (major: number) => moneyOf(major, 'USD');

export const COLLEAGUE = { id: '005B', name: 'Boris Faz' };
export const SPECIALIST = { id: '005C', name: 'Mei-Mei Johns' };

/** An offer that is with the buyer, unless told otherwise. */
export function offer(name: string, major: number, createdOn: CivilDate, but: Partial<Quote> = {}): Quote {
  return {
    id: `0Q0${name}`,
    name,
    number: read('00000012', 'Quote.QuoteNumber'),
    status: read('Presented', 'Quote.Status'),
    standing: read('offered', 'Quote.Status'),
    amount: read(usd(major), 'Quote.TotalPrice'),
    discount: missing('not-recorded'),
    createdOn: read(createdOn, 'Quote.CreatedDate'),
    acceptedOn: missing('feature-off'),
    expires: read(civilDate('2026-12-05'), 'Quote.ExpirationDate'),
    primary: false,
    ...but,
  };
}

/** The committee with addresses: one to write to, one that would smuggle in another receiver, one hidden; the last two elsewhere. */
const PEOPLE = COMMITTEE.map((one, n) => {
  const email = [
    read('maria.orr@sonron.example', 'Contact.Email'),
    read('tim@x.example?bcc=eve@y.example', 'Contact.Email'),
  ][n];
  const accountId = read(['001A', '001C', '001Q'][n] ?? '001A', 'Contact.AccountId');
  return { ...one, contact: { ...one.contact, accountId, ...(email !== undefined && { email }) } };
});

/** A mail that Salesforce keeps with a contact and with no deal: a task, which does not say who wrote it. */
const UNSAID: Activity = {
  id: '00TU',
  kind: 'email',
  subject: read('Email: Re: timetable', 'Task.Subject'),
  at: parseInstant('2026-11-20T12:00:00Z') as Instant,
  by: 'unknown',
  planned: false,
  contactIds: ['003M'],
  tie: 'committee',
  otherDeals: read(0, 'OpportunityContactRole'),
};

const PRODUCTS: Opportunity['products'] = read(
  [
    {
      id: '00kA',
      product: 'GTX Pro',
      family: read('GTX', 'Product2.Family'),
      quantity: read(30, 'OpportunityLineItem.Quantity'),
      amount: read(usd(9_500), 'OpportunityLineItem.TotalPrice'),
    },
    {
      id: '00kB',
      product: 'GTX Basic',
      family: read('GTX', 'Product2.Family'),
      quantity: read(10, 'OpportunityLineItem.Quantity'),
      amount: read(usd(1_200), 'OpportunityLineItem.TotalPrice'),
    },
    {
      id: '00kC',
      product: 'Onboarding',
      family: missing('not-recorded'),
      quantity: read(1.5, 'OpportunityLineItem.Quantity'),
      amount: read(usd(2_000), 'OpportunityLineItem.TotalPrice'),
    },
  ],
  'OpportunityLineItem',
);

const MINE: Credit = {
  opportunityId: REF.id,
  repId: REP.id,
  amount: read(usd(8_890), 'OpportunitySplit.SplitAmount'),
  share: 0.7,
  rule: 'split',
};

const DEAL: Reading = withDeal(
  {
    products: PRODUCTS,
  },
  {
    committee: read(PEOPLE, 'OpportunityContactRole'),
    activities: read([UNSAID, ...ACTIVITIES], 'Task, Event'),
    quotes: read(
      [
        offer('First offer', 14_000, civilDate('2026-09-20'), {
          status: read('Denied', 'Quote.Status'),
          standing: read('declined', 'Quote.Status'),
          expires: missing('not-recorded'),
          number: missing('not-recorded'),
        }),
        offer('Rollout, 40 seats', 12_700, civilDate('2026-10-15'), {
          discount: read(0.125, 'Quote.Discount'),
          expires: read(civilDate('2026-11-15'), 'Quote.ExpirationDate'),
          primary: true,
        }),
        offer('Rollout, 30 seats', 10_900, civilDate('2026-11-10'), {
          discount: read(0.2, 'Quote.Discount'),
          status: read('In Legal', 'Quote.Status'),
          standing: missing('not-readable'),
        }),
        offer('Draft', 11_000, civilDate('2026-11-02'), {
          status: read('Draft', 'Quote.Status'),
          standing: read('draft', 'Quote.Status'),
          amount: missing('hidden'),
        }),
      ],
      'Quote',
    ),
    competitors: read(['Corvent', 'Halden Devices'], 'OpportunityCompetitor'),
    team: read(
      [
        { rep: REP, role: read('Opportunity Owner', 'OpportunityTeamMember.TeamMemberRole') },
        { rep: COLLEAGUE, role: read('Account Manager', 'OpportunityTeamMember.TeamMemberRole') },
        { rep: SPECIALIST, role: read('Pre-Sales Consultant', 'OpportunityTeamMember.TeamMemberRole') },
        { rep: { id: '005D', name: 'Rosie Papadopoulos' }, role: missing('not-recorded') },
      ],
      'OpportunityTeamMember',
    ),
    credits: read(
      [
        MINE,
        {
          opportunityId: REF.id,
          repId: COLLEAGUE.id,
          amount: read(usd(3_810), 'OpportunitySplit.SplitAmount'),
          share: 0.3,
          rule: 'split',
        },
        { opportunityId: REF.id, repId: SPECIALIST.id, amount: OPPORTUNITY.amount, share: 1, rule: 'overlay' },
      ],
      'OpportunitySplit',
    ),
  },
);

/**
 * The deal with all that hangs on one in an organisation that uses it: offers of which the one that the amount follows has expired, two
 * competitors, people at other companies, credit that is split, a specialist beside it, a colleague who helps, and two product families.
 */
export const OFFERED: Reading = {
  ...DEAL,
  book: mapKnown(DEAL.book, (book) => ({
    ...book,
    open: mapKnown(book.open, (open) =>
      open.map((deal) =>
        deal.opportunity.id === REF.id
          ? { ...deal, opportunity: { ...deal.opportunity, products: PRODUCTS }, credit: MINE }
          : deal,
      ),
    ),
  })),
};
