import { civilDate } from '../../src/core/value/civil-date';
import { given, ifGiven, missing } from '../../src/core/value/known';
import { ACTIVITIES, COMMITTEE, NOW, RICH, withDeal } from './readings';

const SOURCE = { kind: 'crm', field: 'test' } as const;
const read = <T>(value: T) => given(value, SOURCE, NOW);

/** As long as Salesforce lets a subject be: 255 letters. */
const LONG = 'Re: questions on the licences, the rollout plan and what the security review still needs from us - '
  .repeat(3)
  .slice(0, 255);

/** Nobody has filled the fields that qualify a purchase. */
const UNFILLED = Object.fromEntries(
  ['Need__c', 'Budget__c', 'Decision_Process__c', 'Authority__c', 'Timeline__c', 'Pain__c'].map((name) => [
    name,
    missing('not-recorded'),
  ]),
);

const rich = ifGiven(RICH.dossier);
if (rich === undefined) throw new Error('no deal');

/** A deal of which there is as much to tell, and as much unknown, as a brief can ever have; and each of it long. */
export const FULL_BRIEF = withDeal(
  {
    name: LONG.slice(0, 120),
    closeDate: read(civilDate('2026-10-01')),
    amount: missing('not-recorded'),
    products: read(
      Array.from({ length: 30 }, (_, n) => ({
        id: `00k${n}`,
        product: `GTX Pro, edition for the public sector ${n + 1}`,
        family: missing('not-recorded'),
        quantity: read(1),
        amount: missing('not-recorded'),
      })),
    ),
    fields: UNFILLED,
  },
  {
    account: rich.account,
    family: rich.family,
    competitors: read(Array.from({ length: 12 }, (_, n) => `Halden Devices International ${n + 1}`)),
    committee: read(
      Array.from({ length: 50 }, (_, n) => {
        const one = COMMITTEE[n % 2] as (typeof COMMITTEE)[number];
        return {
          ...one,
          primary: n === 0,
          contact: {
            ...one.contact,
            id: `003N${n}`,
            name: `${one.contact.name} Montgomery-Featherstonehaugh ${n + 1}`,
            title: read('Senior Director of Operations, Procurement and Supplier Relations'),
          },
          influence: read(0.4),
          support: read('neutral' as const),
        };
      }),
    ),
    activities: read(
      Array.from({ length: 60 }, (_, n) => {
        const act = ACTIVITIES[1 + (n % 3)] as (typeof ACTIVITIES)[number];
        const planned = n % 6 === 0;
        return {
          ...act,
          id: `00TF${n}`,
          ...(planned && { kind: 'date' as const, by: 'buyer' as const, planned, at: at(n + 1) }),
          subject: read(LONG),
          contactIds: [`003N${n % 12}`],
        };
      }),
    ),
  },
);

/** So many days after today. */
function at(days: number): typeof NOW {
  return new Date(Date.parse(NOW) + days * 86_400_000).toISOString() as typeof NOW;
}
