import { describe, expect, test } from 'vitest';
import { organisation } from '../records/organisation';
import { Api } from '../rest/api';
import { switches } from '../switches';
import { classicPage, visualforcePage } from './old-pages';
import { pageView } from './page-view';
import { placeOf } from './places';
import { saveInPage } from './save';

const DEAL = '006gL0000000001';
const FULL = '006gL0000000001AAA';

describe('where an address leads', () => {
  const encoded = Buffer.from(JSON.stringify({ componentDef: 'one:record', attributes: { recordId: DEAL } }));
  test.each([
    [`/lightning/r/Opportunity/${DEAL}/view`, 'view', null],
    [`/lightning/r/${FULL}/view?ws=%2Flightning%2Fr%2FAccount%2F001gL0000000001%2Fview`, 'view', null],
    [`/lightning/r/Opportunity/${FULL}/edit`, 'edit', null],
    [`/lightning/r/Opportunity/${FULL}/related/OpportunityLineItems/view`, 'related', 'OpportunityLineItems'],
    [`/one/one.app#/sObject/${DEAL}/view`, 'view', null],
    [`/one/one.app#${encoded.toString('base64')}`, 'view', null],
  ])('%s', (path, mode, related) => {
    expect(placeOf(path)).toMatchObject({ mode, related });
    expect(placeOf(path).id?.slice(0, 15)).toBe(DEAL);
  });

  test('a list and the home page are no record', () => {
    expect(placeOf('/lightning/o/Opportunity/list').id).toBeUndefined();
    expect(placeOf('/one/one.app#eyJub3RoaW5n').id).toBeUndefined();
  });
});

describe('what a page shows', () => {
  const off = switches();
  const data = organisation('2026-11-24');
  const api = new Api(data, off, 'acme.my.salesforce.com', () => '2026-11-24T15:00:00.000Z');
  const user = String(data.tables.get('user')?.rows.find(({ Name }) => Name === 'Cecily Lampkin')?.Id);
  const deal = data.tables
    .get('opportunity')
    ?.where('OwnerId', user)
    .find(({ AccountId }) => AccountId !== null);
  const view = (path: string) => pageView(api.callOf(user), path) as Record<string, unknown> | null;

  test('no field that is hidden from the user, no record that is not shared', () => {
    const path = `/lightning/r/Opportunity/${String(deal?.Id)}/view`;
    expect(view(path)).toMatchObject({ kind: 'opportunity', amount: deal?.Amount });
    off.hidden.add('Opportunity.Amount');
    expect(view(path)).toMatchObject({ amount: null, hidden: expect.arrayContaining(['Amount']) });
    off.hidden.clear();
    off.unshared.add(String(deal?.Id));
    expect(view(path)).toBeNull();
    off.unshared.clear();
  });

  test('a dialog that makes something new lies over the page it came from', () => {
    const under = encodeURIComponent(`/lightning/r/Opportunity/${String(deal?.Id)}/view`);
    expect(view(`/lightning/o/Task/new?count=1&backgroundContext=${under}`)).toMatchObject({
      kind: 'opportunity',
      creating: 'Task',
      name: deal?.Name,
    });
  });

  test('a company, a user', () => {
    expect(view(`/lightning/r/Account/${String(deal?.AccountId)}/view`)).toMatchObject({ kind: 'account' });
    expect(view(`/lightning/r/User/${user}/view`)).toMatchObject({ kind: 'user', manager: 'Dustin Brinkmann' });
  });
});

describe('older pages, and what is saved in the page', () => {
  const off = switches();
  const data = organisation('2026-11-24');
  const api = new Api(data, off, 'acme.my.salesforce.com', () => '2026-11-24T15:00:00.000Z');
  const user = String(data.tables.get('user')?.rows.find(({ Name }) => Name === 'Cecily Lampkin')?.Id);
  const deal = data.tables
    .get('opportunity')!
    .where('OwnerId', user)
    .find(({ IsClosed }) => IsClosed === false)!;

  test('Classic and Visualforce show the deal, Classic under its own ids', () => {
    const classic = classicPage(api.callOf(user), String(deal.Id)) ?? '';
    expect(classic).toContain('sfdcBody');
    expect(classic).toContain(`<div id="opp11_ileinner">${String(deal.StageName)}</div>`);
    expect(visualforcePage(api.callOf(user), String(deal.Id))).toContain(String(deal.Name));
    expect(classicPage(api.callOf(user), FULL.replace('1AAA', 'zAAA'))).toBeNull();
  });

  test('an amount, a stage and a close date are saved as the user, with what they bring', () => {
    const fields = { Amount: 1234.5, StageName: 'Closed Lost', CloseDate: '2026-11-20' };
    saveInPage(api.callOf(user), { id: deal.Id, fields });
    expect(deal).toMatchObject({
      ...fields,
      IsClosed: true,
      IsWon: false,
      Probability: 0,
      ForecastCategory: 'Omitted',
    });
    off.readOnly.add(String(deal.Id));
    expect(() => saveInPage(api.callOf(user), { id: deal.Id, fields: { CloseDate: '2026-11-21' } })).toThrow(
      'insufficient access',
    );
  });
});
