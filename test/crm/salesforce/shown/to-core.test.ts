import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Dossier } from '../../../../src/core/model/dossier';
import type { RecordRef } from '../../../../src/core/model/record-ref';
import { instantOf } from '../../../../src/core/value/instant';
import { given, ifGiven } from '../../../../src/core/value/known';
import { money } from '../../../../src/core/value/money';
import { newSetUp } from '../../../../src/crm/salesforce/set-up';
import { confirms, shownDossier } from '../../../../src/crm/salesforce/shown/to-core';

const ID = '006000000000001AAA';
const HOST = 'acme.lightning.force.com';
const REF: RecordRef = { crm: 'salesforce', host: HOST, kind: 'opportunity', id: ID };
const NOW = instantOf(Date.UTC(2026, 10, 24, 9));
const HOW = { now: NOW, facts: null, browserLanguage: 'en-US' };
const user = `https://${HOST}/lightning/r/User/005000000000001AAA/view`;
const account = `https://${HOST}/lightning/r/001000000000001AAA/view`;
const FIELDS: Readonly<Record<string, readonly [string, string]>> = {
  Name: ['Acme - 200 seats', ''],
  Amount: ['$12,740.50', ''],
  StageName: ['Negotiation', ''],
  CloseDate: ['12/4/2026', ''],
  OwnerId: ['Cecily Lampkin', user],
  AccountId: ['Acme', account],
  Probability: ['75%', ''],
  NextStep: ['', ''],
};
const page = (change: Record<string, readonly [string, string] | null> = {}, more: object = {}) => ({
  fields: Object.entries({ ...FIELDS, ...change }).flatMap(([field, value]) =>
    value === null ? [] : [[`sfdc:RecordField.Opportunity.${field}`, ...value]],
  ),
  path: ['slds-path__item slds-is-complete', 'slds-path__item slds-is-current slds-is-active'],
  lang: 'en-US',
  ...more,
});
const read = (raw: unknown, how = HOW) => shownDossier(raw, REF, how);

describe("a deal's own page", () => {
  test('gives what it shows, each with where it stands', () => {
    const deal = read(page())?.opportunity;
    expect(deal).toMatchObject({ id: ID, name: 'Acme - 200 seats', outcome: 'open' });
    expect(ifGiven(deal!.amount)).toEqual({ minor: 1_274_050, currency: 'USD' });
    expect(ifGiven(deal!.closeDate)).toBe('2026-12-04');
    expect(ifGiven(deal!.stage)?.label).toBe('Negotiation');
    expect(ifGiven(deal!.owner)).toEqual({ id: '005000000000001AAA', name: 'Cecily Lampkin' });
    expect(ifGiven(deal!.account)).toEqual({ id: '001000000000001AAA', name: 'Acme' });
    expect(ifGiven(deal!.probability)).toBe(0.75);
    expect(deal!.amount).toMatchObject({ source: { kind: 'crm', field: 'Opportunity.Amount', record: ID } });
  });

  test('leaves out nothing without a reason', () => {
    const dossier = read(page({ Type: null }))!;
    expect(dossier.opportunity.nextStep).toMatchObject({ missing: 'not-recorded' });
    expect(dossier.opportunity.type).toMatchObject({ missing: 'not-shown' });
    const { ref, opportunity, asOf, ...blocks } = dossier;
    expect([...new Set(Object.values(blocks).map((block) => 'missing' in block && block.missing))]).toEqual([
      'not-shown',
    ]);
  });

  test.each([
    ['dollars where page and browser name two countries', { Amount: ['$12,740.50', ''] }, { lang: 'en-AU' }, 'amount'],
    ['a day that could be two', { CloseDate: ['3/4/2026', ''] }, { lang: 'en' }, 'closeDate'],
    ['an owner who leads nowhere', { OwnerId: ['Cecily Lampkin', ''] }, {}, 'owner'],
    ['an account that leads to a user', { AccountId: ['Acme', user] }, {}, 'account'],
    ['a chance above all', { Probability: ['175%', ''] }, {}, 'probability'],
  ] as const)('%s: not readable, and the rest stands', (_, change, more, field) => {
    const deal = read(page(change as never, more))?.opportunity;
    expect(deal?.[field]).toMatchObject({ missing: 'not-readable' });
    expect(deal?.name).toBe('Acme - 200 seats');
  });

  test("dollars are the organisation's own where they are known", () => {
    const organisation = { readAt: NOW, zone: 'UTC', currency: 'CAD', multiCurrency: false, stages: [], periods: [] };
    const facts = { setUp: { ...newSetUp(), organisation } } as never;
    expect(ifGiven(read(page(), { ...HOW, facts })!.opportunity.amount)?.currency).toBe('CAD');
  });

  test('says whether it is won or lost by its path, else by the names that Salesforce gives', () => {
    const closed = (path: string, stage: string) =>
      read(
        page(
          { StageName: [stage, ''] },
          { path: path === '' ? [] : [`slds-path__item slds-is-current slds-is-${path}`] },
        ),
      )?.opportunity.outcome;
    expect([
      closed('won', 'Gewonnen'),
      closed('lost', 'x'),
      closed('', 'Closed Won'),
      closed('', 'Closed Lost'),
    ]).toEqual(['won', 'lost', 'won', 'lost']);
    expect(closed('', 'Gewonnen')).toBeUndefined();
  });
});

describe('a page that is none we know', () => {
  test.each([
    ['nothing', null],
    ['no fields', page({}, { fields: [] })],
    ['no name', page({ Name: null })],
    ['fields of an account only', page({}, { fields: [['Account.Name', 'Acme', '']] })],
    ['texts in place of fields', page({}, { fields: 'Opportunity.Name' })],
    ['more fields than any page', page({}, { fields: Array(501).fill(['Opportunity.Name', 'x', '']) })],
    ['a text without end', page({ Name: ['x'.repeat(2000), ''] })],
  ])('%s: not recognised', (_, raw) => {
    expect(read(raw)).toBeNull();
  });

  test('whatever a page says, it is read or not, and nothing breaks', () => {
    fc.assert(
      fc.property(
        fc.record({
          fields: fc.array(
            fc.tuple(
              fc.constantFrom('Opportunity.Name', 'Opportunity.Amount', 'Opportunity.CloseDate', 'x'),
              fc.string(),
              fc.string(),
            ),
          ),
          path: fc.array(fc.constantFrom('slds-is-won', 'slds-is-current', '', '__proto__')),
          lang: fc.string(),
        }),
        (raw) => {
          const dossier = read(raw);
          expect(dossier === null || dossier.ref === REF).toBe(true);
        },
      ),
    );
  });
});

describe('what was read before', () => {
  const shown = read(page())!;
  const kept = (change: Partial<Dossier['opportunity']>): Dossier => ({
    ...shown,
    opportunity: { ...shown.opportunity, ...change },
  });
  test('stands while the page shows the same', () => {
    expect(confirms(shown, kept({}))).toBe(true);
    expect(confirms(read(page({ Amount: null }))!, kept({}))).toBe(true);
  });
  test('gives way where the page shows something else', () => {
    const amount = given(money(1, 'USD' as never), { kind: 'crm', field: 'Opportunity.Amount' }, NOW);
    expect(confirms(shown, kept({ amount }))).toBe(false);
    expect(confirms(shown, kept({ name: 'Other' }))).toBe(false);
    expect(confirms(shown, kept({ outcome: 'won' }))).toBe(false);
  });
});
