import { instantOf } from '../../../src/core/value/instant';
import { ifGiven } from '../../../src/core/value/known';
import { salesforce } from '../../../src/crm/salesforce/adapter';
import type { DataOptions } from '../../org/records/options';
import type { Switches } from '../../org/switches';
import { contract, type Reached } from '../contract';
import { ACME } from './acme';
import { type Script, scriptedOrg } from './scripted-org';
import { standIn } from './stand-in';

const SECRET = '00D000000000001!AQcAQFcontract';

function reaching(set?: (switches: Switches) => void, options?: DataOptions): () => Promise<Reached> {
  return async () => {
    const org = standIn('Cecily Lampkin', set, undefined, options, SECRET);
    const peopled = new Set(org.rows('OpportunityContactRole').map(({ OpportunityId }) => OpportunityId));
    const deal = org
      .rows('Opportunity')
      .find(
        ({ Id, OwnerId, AccountId, IsClosed }) =>
          OwnerId === org.me.Id && AccountId && IsClosed === false && peopled.has(Id),
      );
    if (!deal) throw new Error('no such deal');
    const ref = org.refOf(deal);
    return {
      reader: org.reader,
      deal: ref,
      account: { ...ref, kind: 'account', id: String(deal.AccountId) },
      lost: { ...ref, id: '006000000000009AAA' },
      secret: SECRET,
      sent: () => org.sent.length,
    };
  };
}

function through(script: Script): () => Promise<Reached> {
  return async () => {
    const org = scriptedOrg(script);
    const reader = salesforce.reader({ host: 'acme.my.salesforce.com', secret: SECRET }, org.http, () =>
      instantOf(Date.UTC(2026, 10, 24)),
    );
    const ref = { crm: 'salesforce', host: 'acme.lightning.force.com', kind: 'opportunity', id: '006' } as const;
    return { reader, deal: ref, account: ref, lost: ref, secret: SECRET, sent: () => org.sent.length };
  };
}

const fault = (errorCode: string, message: string) => JSON.stringify([{ errorCode, message }]);
const ALL = { splits: true, teams: true, quotes: true, multiCurrency: true, datedRates: true };

contract({
  name: 'Salesforce, as a plain organisation is',
  reach: reaching(),
  keepsBack: {
    amounts: {
      reach: reaching(({ hidden }) => hidden.add('Opportunity.Amount')),
      missing: ({ dossier, book }) => [dossier.opportunity.amount, ...(book ? [book.yearToDate] : [])],
    },
    quotas: {
      reach: reaching(({ off }) => off.add('Forecasting')),
      missing: ({ book }) => (book ? [book.goals] : []),
    },
    'the history of fields': {
      reach: reaching(({ features }) => Object.assign(features, { fieldHistory: false })),
      missing: ({ dossier }) => (ifGiven(dossier.history) ?? []).map(({ nextStep }) => nextStep),
    },
    'contact roles': {
      reach: reaching(({ off }) => off.add('OpportunityContactRole')),
      missing: ({ dossier }) => [dossier.committee],
    },
  },
  troubled: {
    'a session that has ended': {
      reach: through({
        ...ACME,
        always: { status: 401, text: fault('INVALID_SESSION_ID', 'Session expired or invalid') },
      }),
      kind: 'signed-out',
    },
    'an API that is kept from it': {
      reach: through({
        ...ACME,
        always: {
          status: 401,
          text: fault('INVALID_SESSION_ID', 'This session is not valid for use with the REST API'),
        },
      }),
      kind: 'blocked',
    },
    'no calls left': {
      reach: through({
        ...ACME,
        always: { status: 403, text: fault('REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.') },
      }),
      kind: 'rate-limited',
    },
    'no network': { reach: through({ ...ACME, always: 'offline' }), kind: 'offline' },
    'a page where an answer was due': { reach: through({ ...ACME, always: { text: '<html>' } }), kind: 'not-the-crm' },
  },
});

contract({
  name: 'Salesforce, with splits, teams, quotes, several currencies and all kinds of quota',
  reach: reaching(({ features }) => Object.assign(features, ALL), { currencies: 'many', quotas: 'all' }),
  slices: 3,
});
