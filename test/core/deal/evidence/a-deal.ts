import fc from 'fast-check';
import type { Clock } from '../../../../src/core/deal/evidence/clock';
import type { Activity } from '../../../../src/core/model/activity';
import type { Dossier } from '../../../../src/core/model/dossier';
import type { HistoryRow } from '../../../../src/core/model/history';
import type { Opportunity, Stage } from '../../../../src/core/model/opportunity';
import type { CommitteeMember } from '../../../../src/core/model/person';
import { civilDate } from '../../../../src/core/value/civil-date';
import type { Instant } from '../../../../src/core/value/instant';
import { given, type Known, missing } from '../../../../src/core/value/known';
import { moneyOf } from '../../../../src/core/value/money';

/** Building blocks of deals for the tests: 15 June 2026 at noon in UTC is now. */
export const CLOCK: Clock = { now: '2026-06-15T12:00:00.000Z' as Instant, zone: 'UTC' };
const AS_OF = '2026-06-15T11:00:00.000Z' as Instant;

export function known<T>(value: T): Known<T> {
  return given(value, { kind: 'crm', field: 'Opportunity.Field' }, AS_OF);
}

/** Noon of a day that is so many days before today; after it, where negative. */
export function daysAgo(days: number): Instant {
  return new Date(Date.parse(CLOCK.now) - days * 86_400_000).toISOString() as Instant;
}

export const STAGES: readonly Stage[] = ['Qualify', 'Discover', 'Propose', 'Negotiate', 'Closed Won'].map(
  (name, order) => ({ name, label: name, order: known(order) }),
);

export function stage(name: string): Stage {
  const found = STAGES.find((one) => one.name === name);
  if (!found) throw new Error(name);
  return found;
}

let ids = 0;

/** A meeting on the deal itself that the buyer joined ten days ago, unless told otherwise. */
export function act(but: Partial<Activity> = {}): Activity {
  ids += 1;
  return {
    id: `act-${ids}`,
    kind: 'meeting',
    subject: known('Review'),
    at: daysAgo(10),
    by: 'both',
    planned: false,
    contactIds: ['ann'],
    tie: 'deal',
    otherDeals: known(0),
    ...but,
  };
}

/** How the deal stood from an instant on. */
export function row(at: Instant, but: Partial<HistoryRow> = {}): HistoryRow {
  return {
    at,
    stage: known('Propose'),
    amount: known(moneyOf(50_000, 'USD')),
    closeDate: known(civilDate('2026-07-15')),
    probability: known(0.5),
    forecastCategory: known('best-case'),
    nextStep: known('Send the offer'),
    ...but,
  };
}

export function member(id: string, role: Known<string> = known('Economic Buyer')): CommitteeMember {
  return {
    contact: {
      id,
      name: id,
      title: missing('not-recorded'),
      email: missing('not-recorded'),
      accountId: missing('not-recorded'),
    },
    role,
    primary: false,
    influence: missing('not-recorded'),
    support: missing('not-recorded'),
  };
}

/** An open deal in Propose: created 60 days ago, due in 30, with a meeting ten days ago and no history of changes. */
export function deal(
  opportunity: Partial<Opportunity> = {},
  blocks: Partial<Omit<Dossier, 'opportunity'>> = {},
): Dossier {
  return {
    ref: { crm: 'salesforce', host: 'acme.lightning.force.com', kind: 'opportunity', id: '006000000000001' },
    opportunity: {
      id: '006000000000001',
      name: 'Acme 500 seats',
      outcome: 'open',
      account: known({ id: '001', name: 'Acme' }),
      owner: known({ id: '005', name: 'Rita' }),
      stage: known(stage('Propose')),
      forecastCategory: known('best-case'),
      amount: known(moneyOf(50_000, 'USD')),
      closeDate: known(civilDate('2026-07-15')),
      createdOn: known(civilDate('2026-04-16')),
      probability: known(0.5),
      nextStep: known('Send the offer'),
      type: known('New Business'),
      products: missing('not-recorded'),
      fields: {},
      ...opportunity,
    },
    account: missing('not-yet-read'),
    family: missing('not-yet-read'),
    credits: missing('not-yet-read'),
    committee: known([member('ann'), member('bob', known('Evaluator'))]),
    activities: known([act()]),
    history: known([row(daysAgo(60))]),
    competitors: missing('not-yet-read'),
    lookalikes: missing('not-yet-read'),
    quotes: missing('not-yet-read'),
    team: missing('not-yet-read'),
    stages: known(STAGES),
    asOf: AS_OF,
    ...blocks,
  };
}

/** Any activity at all, sensible or not; ids are unique within an array of them. */
export const anyActivities: fc.Arbitrary<Activity[]> = fc.uniqueArray(
  fc.record({
    id: fc.string({ minLength: 1, maxLength: 6 }),
    kind: fc.constantFrom('meeting', 'call', 'email', 'document', 'date', 'task', 'note'),
    subject: fc.constant(known('<b>Über</b> 会議')),
    at: fc.integer({ min: -400, max: 4_000 }).map(daysAgo),
    by: fc.constantFrom('buyer', 'seller', 'both', 'unknown'),
    planned: fc.boolean(),
    contactIds: fc.array(fc.constantFrom('ann', 'bob', 'cyd'), { maxLength: 3 }),
    tie: fc.constantFrom('deal', 'committee', 'account'),
    otherDeals: fc.oneof(fc.integer({ min: 0, max: 5 }).map(known<number>), fc.constant(missing('hidden'))),
  }) as fc.Arbitrary<Activity>,
  { selector: ({ id }) => id, maxLength: 25 },
);
