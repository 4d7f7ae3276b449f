import { describe, expect, test } from 'vitest';
import { ifGiven, isGiven } from '../../../src/core/value/known';
import { ACME, DEAL } from './acme';
import { look } from './first-look';
import type { Script } from './scripted-org';

const all = ACME.rows.Opportunity as (
  soql: string,
) => readonly Record<string, unknown>[] | { readonly errorCode: string };

/** Deals with no more hanging on them than was asked for. */
function opportunities(soql: string) {
  const rows = all(soql);
  if (!Array.isArray(rows)) return rows as never;
  return rows.map((row: Record<string, unknown>) =>
    Object.fromEntries(
      Object.entries(row).filter(
        ([name, value]) =>
          typeof value !== 'object' || value === null || !('records' in value) || soql.includes(`FROM ${name}`),
      ),
    ),
  );
}

/** The organisation where questions about deals are refused in these words, as long as they hold this. */
const refusing = (what: RegExp, fault: { readonly errorCode: string; readonly message: string }): Script => ({
  ...ACME,
  rows: { ...ACME.rows, Opportunity: (soql) => (what.test(soql) ? { status: 400, ...fault } : opportunities(soql)) },
});

const HANGING = ['committee', 'activities', 'history'] as const;

describe('a question that is refused', () => {
  // Wording: SOQL errors as the REST API Developer Guide and jsforce's tests have them.
  test('for a column that it names, where nothing is described: is asked again without it, once', async () => {
    const { dossier, second } = await look(
      refusing(/TaskSubtype/, {
        errorCode: 'INVALID_FIELD',
        message:
          "\nIsClosed, TaskSubtype, CallType\n ^\nERROR at Row:1:Column:9\nNo such column 'TaskSubtype' on entity 'Task'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name.",
      }),
    );
    for (const block of HANGING) expect(isGiven<unknown>(dossier[block])).toBe(true);
    expect(ifGiven(dossier.committee)).toHaveLength(1);
    expect(second).toEqual({ calls: 1, ok: true });
  });

  test('for a relation that it names: the others stay', async () => {
    const { dossier, second } = await look(
      refusing(/FROM Histories/, {
        errorCode: 'INVALID_TYPE',
        message:
          "\nNewValue FROM Histories)\n ^\nERROR at Row:1:Column:9\nDidn't understand relationship 'Histories' in FROM part of query call. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name.",
      }),
    );
    for (const block of HANGING) expect(isGiven<unknown>(dossier[block])).toBe(true);
    expect(second).toEqual({ calls: 1, ok: true });
  });

  test('for a reason that nothing tells: what is asked with it stays, and the reason is found out once', async () => {
    const { dossier, book, second } = await look(
      refusing(/FROM OpportunityContactRoles/, { errorCode: 'MALFORMED_QUERY', message: 'unexpected token' }),
    );
    expect(dossier.committee).toMatchObject({ missing: 'feature-off' });
    expect(ifGiven(dossier.activities)).not.toEqual([]);
    expect(ifGiven(dossier.history)).not.toEqual([]);
    expect(book && isGiven(book.open)).toBe(true);
    expect(second).toEqual({ calls: 1, ok: true });
  });

  test('for what it asks of the deal itself: what hangs on the deal stays', async () => {
    const { dossier, second } = await look(
      refusing(/Account\.Parent\.Parent\.ParentId/, { errorCode: 'MALFORMED_QUERY', message: 'unexpected token' }),
    );
    for (const block of HANGING) expect(isGiven<unknown>(dossier[block])).toBe(true);
    expect(ifGiven(dossier.opportunity.account)?.name).toBe('Acme');
    expect(second.ok).toBe(true);
  });

  test('for what is asked of a rep’s deals themselves: there are none to speak of, and not none at all', async () => {
    const { book } = await look(refusing(/LeadSource/, { errorCode: 'MALFORMED_QUERY', message: 'unexpected token' }));
    expect(book?.open).toMatchObject({ missing: 'not-readable' });
  });

  test('where describe tells fields and no relations at all: none is taken for missing', async () => {
    const { dossier } = await look({
      ...ACME,
      describe: { Opportunity: { fields: [...Object.keys(ACME.records[DEAL] ?? {}), 'LeadSource'] } },
    });
    for (const block of HANGING) expect(isGiven<unknown>(dossier[block])).toBe(true);
  });
});
