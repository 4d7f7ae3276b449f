import { parseQuery } from '@jetstreamapp/soql-parser-js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { civilDate } from '../../../../src/core/value/civil-date';
import { instantOf } from '../../../../src/core/value/instant';
import { literal, type Select, soql } from '../../../../src/crm/salesforce/api/soql';
import { around, switchedOn, switchedOnOf } from '../../../../src/crm/salesforce/queries/around';
import { ownDeals, sharedDeals } from '../../../../src/crm/salesforce/queries/book';
import { people } from '../../../../src/crm/salesforce/queries/contacts';
import { closedDeals, closedDealsCount } from '../../../../src/crm/salesforce/queries/deals';
import { family, familyDeals, lineOf, standings } from '../../../../src/crm/salesforce/queries/family';
import { lookalikes } from '../../../../src/crm/salesforce/queries/lookalikes';
import { CURRENCIES, datedRates, periods, quotas, STAGES } from '../../../../src/crm/salesforce/queries/organisation';

const id = '006R0000005hDFYIA2';
const today = civilDate('2026-11-24');
const now = instantOf(Date.UTC(2026, 10, 24));
const time = { now, today, multiCurrency: true };
const line = lineOf([id, id]);
const place = { closedOn: '2026-01-01', id };

describe('queries', () => {
  const all: Readonly<Record<string, Select>> = {
    around: around(id, true),
    switchedOn: switchedOnOf(id),
    own: ownDeals([id], time, { id, children: switchedOn(id) }),
    shared: sharedDeals([id], time),
    people: people(id, [id], id, ['LastActivityDate'])!,
    closed: closedDeals({ since: now, place }, now, today, 400, false),
    count: closedDealsCount({ since: null, place: null }, today),
    periods: periods(today),
    stages: STAGES,
    quotas: quotas([id], today, true),
    family: family(line, id, true, { among: "(Name LIKE 'acme%')", withDeals: true }),
    standings: standings(line, true),
    deals: familyDeals(line, true),
    lookalikes: lookalikes("(Name LIKE 'acme%')", true),
    currencies: CURRENCIES,
    dated: datedRates(today),
  };

  test.each(Object.entries(all))('%s is SOQL', (_name, select) => {
    expect(parseQuery(soql(select)).sObject).toBe(select.object);
  });

  test('a literal ends where it should, whatever is in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("'", '\\', 'a', '"', ' ', ';') }), (text) => {
        const written = literal(text);
        const inside = written.slice(1, -1);
        expect(inside.replace(/\\(.)/g, '$1')).toBe(text);
        expect(inside.replace(/\\./g, '')).not.toMatch(/['\\]/);
      }),
    );
  });
});
