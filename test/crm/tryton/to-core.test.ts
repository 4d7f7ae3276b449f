import { describe, expect, test } from 'vitest';
import { pushesIn } from '../../../src/core/deal/evidence/pushes';
import { civilDate } from '../../../src/core/value/civil-date';
import { ifGiven, missing } from '../../../src/core/value/known';
import { toActivities } from '../../../src/crm/tryton/to-core/activities';
import { toCommittee } from '../../../src/crm/tryton/to-core/committee';
import { historyRow, revisionsIn } from '../../../src/crm/tryton/to-core/history';
import { toOpportunity } from '../../../src/crm/tryton/to-core/opportunity';
import { periodAt, toPeriods } from '../../../src/crm/tryton/to-core/periods';
import { toQuotes } from '../../../src/crm/tryton/to-core/quotes';
import { toRelations } from '../../../src/crm/tryton/to-core/relations';
import { toStages } from '../../../src/crm/tryton/to-core/stages';
import { AS, AS_OF, rows } from './exchanges';

const DEALS = { ...AS, database: 'goalside', zone: 'UTC', stages: missing('not-yet-read') };

describe('an opportunity as it was captured', () => {
  const deal = toOpportunity(rows('read')[0], DEALS, {
    value: rows('lines'),
    source: { kind: 'crm', field: 'x' },
    asOf: AS_OF,
  });

  test('is a deal of its database', () => {
    expect(deal).toMatchObject({
      id: 'goalside.35',
      name: 'Brackwater Energy Services: replacement of legacy system',
      outcome: 'open',
      account: { value: { id: 'goalside.12', name: 'Brackwater Energy Services' } },
      owner: { value: { id: '3', name: 'Bea Okafor' } },
      stage: { value: { name: 'lead' } },
      amount: { value: { minor: 5_145_000, currency: 'USD' } },
      closeDate: { value: '2025-11-18' },
      createdOn: { value: '2025-07-16' },
      probability: { value: 0.1 },
    });
  });

  test('has its lines, without prices: those come with the quotation', () => {
    const products = (deal && ifGiven(deal.products)) ?? [];
    expect(products.map(({ product, quantity }) => [product, ifGiven(quantity)])).toEqual([
      ['Implementation Day', 9],
      ['Premium Support Year', 8],
    ]);
    expect(products.map(({ amount }) => 'missing' in amount && amount.missing)).toEqual(['feature-off', 'feature-off']);
  });

  test('is won, lost or open by its state, and none where a module added one', () => {
    const as = (state: string) => toOpportunity({ ...rows('read')[0], state }, DEALS, missing('not-yet-read'))?.outcome;
    expect(['lead', 'opportunity', 'converted', 'won', 'lost', 'cancelled', 'parked'].map(as)).toEqual([
      'open',
      'open',
      'open',
      'won',
      'lost',
      'lost',
      undefined,
    ]);
  });

  test('a field that did not come is hidden, an empty one not recorded, one of another kind not readable', () => {
    const { amount: _, ...without } = rows('read')[0];
    const of = (row: Record<string, unknown>) => toOpportunity(row, DEALS, missing('not-yet-read'))?.amount;
    expect(of(without)).toMatchObject({ missing: 'hidden' });
    expect(of({ ...without, amount: null })).toMatchObject({ missing: 'not-recorded' });
    for (const amount of [51450, '51450.00', { __class__: 'Decimal' }, { __class__: 'Decimal', decimal: 'NaN' }]) {
      expect(of({ ...without, amount })).toMatchObject({ missing: 'not-readable' });
    }
    expect(of({ ...rows('read')[0], currency: 7 })).toMatchObject({ missing: 'not-readable' });
  });
});

describe('the past of a deal that was pushed', () => {
  const changes = revisionsIn(rows('revisions')) ?? [];

  test('two writes of the same moment are one change; the oldest comes first', () => {
    expect(rows('revisions')).toHaveLength(8);
    expect(changes.map(({ at }) => at.slice(0, 10))).toEqual([
      '2026-07-07',
      '2026-07-29',
      '2026-08-09',
      '2026-08-28',
      '2026-09-06',
      '2026-10-12',
      '2026-11-09',
    ]);
  });

  test('its amount fell and its close date was put off twice', () => {
    // Captured newest first, the moment of two writes twice.
    const states = [1, 2, 3, 4, 5, 6, 8].map((place) => rows(`as of ${place}`)[0]).reverse();
    const past = changes.map(({ at }, place) => historyRow(states[place], at, AS));
    expect(past.map(({ amount }) => ifGiven(amount)?.minor)).toEqual([
      8_070_000, 8_070_000, 6_859_500, 6_859_500, 6_859_500, 6_859_500, 6_859_500,
    ]);
    expect([...new Set(past.map(({ closeDate }) => ifGiven(closeDate)))]).toEqual([
      '2026-11-15',
      '2026-12-30',
      '2027-01-13',
    ]);
    expect(pushesIn(past)).toHaveLength(2);
  });
});

describe("the buyer's side", () => {
  test('people are those with a name at the party; what they are stands behind it', () => {
    const people = toCommittee(rows('mechanisms'), 19, 'goalside', AS);
    expect(
      people.map(({ contact, role, primary }) => [contact.name, ifGiven(role), ifGiven(contact.email), primary]),
    ).toEqual([
      ['Hiro Pryce', 'Head of Procurement', 'hiro.pryce@brackwater-energy-services.example', false],
      ['Mirela Sandoval', 'Data Platform Lead', 'mirela.sandoval@brackwater-energy-services.example', true],
      ['Tomas Brandt', 'VP Operations', 'tomas.brandt@brackwater-energy-services.example', false],
    ]);
  });

  test("a note is the seller's word, whatever it tells of the buyer", () => {
    const people = toCommittee(
      [{ id: 135, party: 41, type: 'email', name: 'Tomas Dufresne (Head of Procurement)', value: 't@x.example' }],
      135,
      'goalside',
      AS,
    );
    const acts = toActivities(rows('notes'), people, 'goalside', AS);
    expect(acts.map(({ by, kind, at, contactIds }) => [by, kind, at, contactIds])).toEqual([
      ['seller', 'note', '2026-10-12T15:07:13.000Z', []],
      ['seller', 'note', '2026-08-09T11:39:21.000Z', ['goalside.135']],
    ]);
  });

  test('a subsidiary belongs to its parent; who works there is no company of the family', () => {
    const linked = rows('relations').map((row: Record<string, { id: number }>) => ({
      ...row,
      from_: row['from_.']?.id,
      to: row['to.']?.id,
    }));
    const { parents, names, hidden } = toRelations(linked);
    expect([...parents]).toEqual([[12, 10]]);
    expect([...names.values()].sort()).toEqual(['Brackwater Energy Services', 'Brackwater Group']);
    expect(hidden.size).toBe(0);
  });

  test('a parent whose name is not shown is hidden, and known to be there', () => {
    const row = {
      id: 5,
      from_: 12,
      to: 10,
      'from_.': { rec_name: 'B' },
      'to.': null,
      'type.': { rec_name: 'Tochtergesellschaft von' },
    };
    const { parents, hidden } = toRelations([row]);
    expect([...parents]).toEqual([[12, 10]]);
    expect([...hidden]).toEqual([10]);
  });
});

describe('what surrounds a deal', () => {
  test('its sale is a quote, with what was sold', () => {
    const [quote] = toQuotes(rows('sale'), 'goalside', AS);
    expect(quote).toMatchObject({
      id: 'goalside.153',
      number: { value: '153' },
      amount: { value: { minor: 8_175_000 } },
    });
  });

  test('a sale is taken by the customer once it is confirmed, on its day; a day on a quotation is only planned', () => {
    const [sale] = rows('sale');
    const of = (state: string) => {
      const [quote] = toQuotes(
        [{ ...sale, state, sale_date: { __class__: 'date', year: 2026, month: 9, day: 3 } }],
        'goalside',
        AS,
      );
      return quote && [ifGiven(quote.standing), ifGiven(quote.acceptedOn)];
    };
    expect(of('draft')).toEqual(['draft', undefined]);
    expect(of('quotation')).toEqual(['offered', undefined]);
    expect(of('confirmed')).toEqual(['accepted', '2026-09-03']);
    expect(of('processing')).toEqual(['accepted', '2026-09-03']);
    expect(of('done')).toEqual(['accepted', '2026-09-03']);
    expect(of('cancelled')).toEqual(['withdrawn', undefined]);
    expect(of('constructor')).toEqual([undefined, undefined]);
  });

  test('states are told in their order, by the words of the user’s language where they came', () => {
    const stages = toStages(
      [
        ['lead', 'Piste'],
        ['won', 'Gagné'],
      ],
      AS_OF,
    );
    expect(stages.map(({ label, order }) => [label, ifGiven(order)])).toEqual([
      ['Piste', 0],
      ['opportunity', 1],
      ['converted', 2],
      ['Gagné', 3],
      ['lost', 4],
      ['cancelled', 5],
    ]);
  });

  test('quarters are those of the fiscal year, wherever it begins; of the calendar where there is none', () => {
    const date = (year: number, month: number, day: number) => ({ __class__: 'date', year, month, day });
    const fiscal = toPeriods([{ id: 1, name: 'FY27', start_date: date(2026, 7, 1), end_date: date(2027, 6, 30) }]);
    expect(periodAt(fiscal, 'quarter', civilDate('2026-11-24'))).toEqual({
      kind: 'quarter',
      label: 'Q2 FY27',
      start: '2026-10-01',
      end: '2027-01-01',
    });
    expect(periodAt(fiscal, 'year', civilDate('2026-11-24'))).toMatchObject({ start: '2026-07-01', end: '2027-07-01' });
    expect(periodAt([], 'quarter', civilDate('2026-11-24'))).toMatchObject({ label: 'Q4 2026', start: '2026-10-01' });
  });
});
