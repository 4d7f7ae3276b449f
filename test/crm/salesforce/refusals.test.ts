import { describe, expect, test } from 'vitest';
import { instantOf } from '../../../src/core/value/instant';
import { ifGiven, isGiven } from '../../../src/core/value/known';
import { salesforce } from '../../../src/crm/salesforce/adapter';
import { ACME, DEAL } from './acme';
import { type Script, scriptedOrg } from './scripted-org';

const NOW = instantOf(Date.UTC(2026, 10, 24, 9));
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

async function look(script: Script) {
  const org = scriptedOrg(script);
  const reader = salesforce.reader({ host: 'acme.my.salesforce.com', secret: '00D!x' }, org.http, () => NOW);
  const facts = await reader.identify();
  if (!facts.ok) throw new Error(facts.problem.kind);
  const ref = { crm: 'salesforce', host: 'acme.lightning.force.com', kind: 'opportunity', id: DEAL } as const;
  const read = await reader.record(ref, facts.value, { dossier: null, book: null, wantBook: true });
  if (!read.ok) throw new Error(read.problem.kind);
  const { dossier, book } = read.value;
  const before = org.sent.length;
  const again = await reader.record(ref, read.value.facts, { dossier, book, wantBook: true });
  return { ...read.value, org, second: { calls: org.sent.length - before, ok: again.ok } };
}

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

  test('where describe tells fields and no relations at all: none is taken for missing', async () => {
    const { dossier } = await look({
      ...ACME,
      describe: { Opportunity: { fields: [...Object.keys(ACME.records[DEAL] ?? {}), 'LeadSource'] } },
    });
    for (const block of HANGING) expect(isGiven<unknown>(dossier[block])).toBe(true);
  });
});
