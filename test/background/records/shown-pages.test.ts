import { describe, expect, test } from 'vitest';
import type { Place } from '../../../src/background/place';
import { shownPages } from '../../../src/background/records/shown-pages';
import type { Dossier } from '../../../src/core/model/dossier';
import type { RecordRef } from '../../../src/core/model/record-ref';
import { given, ifGiven, type Known, missing } from '../../../src/core/value/known';
import { ADAPTERS } from '../../../src/crm/adapters';
import type { Reading } from '../../../src/messages/reading';

const HOST = 'acme.lightning.force.com';
const PLACE: Place = { crm: 'salesforce', host: HOST, container: '' };
const refTo = (id: string): RecordRef => ({ crm: 'salesforce', host: HOST, kind: 'opportunity', id });
const ONE = refTo('006000000000001AAA');
const TWO = refTo('006000000000002AAA');
const BLOCKED = { kind: 'blocked', words: '' } as const;
const page = (name: string, amount = '€1.000,00') => ({
  fields: [
    ['Opportunity.Name', name, ''],
    ['Opportunity.Amount', amount, ''],
  ],
  path: ['slds-path__item slds-is-current'],
  lang: 'en-US',
});

/** A tab whose page answers these, one after the other, the last again and again. */
function tab(answers: unknown[], tabs: readonly number[] = [7]) {
  let looks = 0;
  const pages = shownPages({
    adapters: ADAPTERS,
    ask: async () => {
      looks += 1;
      return answers.length > 1 ? answers.shift() : answers[0];
    },
    tabs: () => tabs,
    known: async () => null,
    browserLanguage: 'en-US',
    clock: () => Date.UTC(2026, 10, 24, 9),
    wait: async () => undefined,
  });
  return { pages, looks: () => looks };
}
const reading = (ref: RecordRef, dossier: Known<Dossier> = missing('not-yet-read')) =>
  ({
    ref,
    dossier,
    book: missing('not-yet-read'),
    norms: missing('not-yet-read'),
    connection: { way: 'cache' },
  }) as unknown as Reading;
const nameIn = ({ dossier }: Reading) => ifGiven(dossier)?.opportunity.name;

describe('where the API is closed for good', () => {
  test('the page is read in its place, and everything else is missing with that reason', async () => {
    const { pages } = tab([page('Acme')]);
    await pages.instead(BLOCKED, PLACE, ONE);
    const shown = pages.beside(PLACE, reading(ONE));
    expect(nameIn(shown)).toBe('Acme');
    expect(shown).toMatchObject({
      connection: { way: 'page' },
      book: { missing: 'not-shown' },
      norms: { missing: 'not-shown' },
    });
  });

  test('a page that is still being drawn is waited for', async () => {
    const { pages, looks } = tab([null, null, page('Acme', ''), page('Acme'), page('Acme')]);
    await pages.instead(BLOCKED, PLACE, ONE);
    expect(ifGiven(ifGiven(pages.beside(PLACE, reading(ONE)).dossier)!.opportunity.amount)?.minor).toBe(100_000);
    expect(looks()).toBe(5);
  });

  test('the record before, still in front after the address has changed, is not taken for this one', async () => {
    const { pages } = tab([page('One'), page('One'), page('One'), page('One'), page('Two')]);
    await pages.instead(BLOCKED, PLACE, ONE);
    await pages.instead(BLOCKED, PLACE, TWO);
    expect(nameIn(pages.beside(PLACE, reading(TWO)))).toBe('Two');
    const stuck = tab([page('One')]);
    await stuck.pages.instead(BLOCKED, PLACE, ONE);
    await stuck.pages.instead(BLOCKED, PLACE, TWO);
    expect(stuck.pages.beside(PLACE, reading(TWO)).dossier).toEqual({ missing: 'not-shown' });
  });

  test('a page that is not recognised says so, and costs so many looks and no more', async () => {
    const { pages, looks } = tab([{ fields: [['<b>', 'x']] }]);
    await pages.instead(BLOCKED, PLACE, ONE);
    expect(pages.beside(PLACE, reading(ONE)).dossier).toEqual({ missing: 'not-shown' });
    expect(looks()).toBeLessThanOrEqual(20);
  });

  test('without a tab that shows it nobody is asked', async () => {
    const { pages, looks } = tab([page('Acme')], []);
    await pages.instead(BLOCKED, PLACE, ONE);
    expect(looks()).toBe(0);
  });

  test('what was read before stands where the page shows the same, and gives way where it does not', async () => {
    const { pages } = tab([page('Acme')]);
    await pages.instead(BLOCKED, PLACE, ONE);
    const shown = ifGiven(pages.beside(PLACE, reading(ONE)).dossier)!;
    const source = { kind: 'crm', field: 'Opportunity' } as const;
    const kept = reading(ONE, given(shown, source, shown.asOf));
    expect(pages.beside(PLACE, kept)).toBe(kept);
    const other = { ...shown, opportunity: { ...shown.opportunity, name: 'Former name' } };
    expect(nameIn(pages.beside(PLACE, reading(ONE, given(other, source, shown.asOf))))).toBe('Acme');
  });

  test('nothing of it stays for somebody else', async () => {
    const { pages } = tab([page('Acme')]);
    await pages.instead(BLOCKED, PLACE, ONE);
    pages.forget({ ...PLACE, host: 'acme.lightning.force.com' });
    expect(nameIn(pages.beside(PLACE, reading(ONE)))).toBeUndefined();
  });
});

test.each(['signed-out', 'offline', 'not-the-crm'] as const)('%s passes: the page is not read', async (kind) => {
  const { pages, looks } = tab([page('Acme')]);
  await pages.instead({ kind }, PLACE, ONE);
  expect(looks()).toBe(0);
  expect(pages.beside(PLACE, reading(ONE)).dossier).toEqual({ missing: 'not-yet-read' });
});
