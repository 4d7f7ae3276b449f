import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RecordRef } from '../../../src/core/model/record-ref';
import { instantOf } from '../../../src/core/value/instant';
import type { Result } from '../../../src/core/value/result';
import type { CrmFacts, CrmReader, Earlier } from '../../../src/crm/port';
import { salesforceReader } from '../../../src/crm/salesforce/reader';
import { ACCOUNT, ACME, DEAL } from './acme';
import { scriptedOrg } from './scripted-org';
import { spoiling, spoils } from './spoiled';

const NOW = instantOf(Date.UTC(2026, 10, 24, 9));
const at = (kind: RecordRef['kind'], id: string): RecordRef => ({
  crm: 'salesforce',
  host: 'acme.lightning.force.com',
  kind,
  id,
});
const FIRST: Earlier = { dossier: null, book: null, wantBook: true };
const PROBLEMS = new Set([
  'signed-out',
  'blocked',
  'hidden',
  'feature-off',
  'not-found',
  'rate-limited',
  'conflict',
  'invalid',
  'offline',
  'not-the-crm',
]);

/** What a look brought is a value that can be kept and sent: no holes, no numbers that are none. */
function sound(result: Result<unknown, { readonly kind: string }>): void {
  if (!result.ok) {
    expect(PROBLEMS).toContain(result.problem.kind);
    return;
  }
  const walk = (value: unknown): void => {
    if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
    else if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) walk(inner);
  };
  walk(result.value);
  expect(JSON.parse(JSON.stringify(result.value))).toEqual(structuredClone(result.value));
}

const QUESTIONS: Readonly<
  Record<
    string,
    (reader: CrmReader, facts: CrmFacts) => Promise<Result<unknown, never> | Result<unknown, { readonly kind: string }>>
  >
> = {
  'a deal': (reader, facts) => reader.record(at('opportunity', DEAL), facts, FIRST),
  'a deal, again': async (reader, facts) => {
    const one = await reader.record(at('opportunity', DEAL), facts, FIRST);
    if (!one.ok) return one;
    sound(one);
    const { dossier, book, facts: now } = one.value;
    return reader.record(at('opportunity', DEAL), now, { dossier, book, wantBook: true });
  },
  'a company': (reader, facts) => reader.company(at('account', ACCOUNT), facts),
  'a home': (reader, facts) => reader.home(at('user', 'me'), facts),
  'closed deals': (reader, facts) => reader.closed(facts, { since: null, place: null }),
  'what changed': async (reader, facts) =>
    (await reader.changed?.(facts, { since: NOW, place: null }, [DEAL])) ?? expect.unreachable(),
  'several deals': async (reader, facts) => {
    const one = await reader.record(at('opportunity', DEAL), facts, FIRST);
    return (
      (await reader.records?.(
        [at('opportunity', DEAL), at('opportunity', '006000000000002AAA')],
        one.ok ? one.value.facts : facts,
      )) ?? expect.unreachable()
    );
  },
  'when it was touched': async (reader, facts) =>
    (await reader.touched?.(at('opportunity', DEAL), facts)) ?? expect.unreachable(),
};

test.each(Object.keys(QUESTIONS))(
  'whatever an answer holds: %s is read, in part, or not for a reason',
  async (name) => {
    await fc.assert(
      fc.asyncProperty(fc.nat(3), spoils, async (from, some) => {
        const org = scriptedOrg(ACME);
        const reader = salesforceReader(
          { host: 'acme.my.salesforce.com', secret: '00D!x' },
          spoiling(org.http, from, some),
          () => NOW,
        );
        const facts = await reader.identify();
        sound(facts);
        if (facts.ok) sound((await QUESTIONS[name]?.(reader, facts.value)) ?? expect.unreachable());
      }),
      { numRuns: 100 },
    );
  },
);

test('amounts whose sum no amount can hold are no sum, and cost nothing else', async () => {
  const amount = 90_000_000_000_000;
  const enormous = (value: unknown): unknown =>
    JSON.parse(JSON.stringify(value), (name, one) =>
      ['Amount', 'total', 'QuotaAmount', 'TotalPrice'].includes(name) && one !== null ? amount : one,
    );
  const twice = (rows: readonly Record<string, unknown>[]) => [
    ...rows,
    ...rows.map((row) => ({
      ...row,
      ...(typeof row.Id === 'string' && { Id: `${row.Id.slice(0, 5)}9${row.Id.slice(6)}` }),
    })),
  ];
  const all = ACME.rows.Opportunity as (soql: string) => readonly Record<string, unknown>[];
  const org = scriptedOrg({
    ...ACME,
    rows: {
      ...ACME.rows,
      ForecastingQuota: twice(ACME.rows.ForecastingQuota as readonly Record<string, unknown>[]),
      Opportunity: (soql) => {
        const rows = all(soql);
        return Array.isArray(rows) ? twice(rows) : rows;
      },
    },
  });
  const reader = salesforceReader(
    { host: 'acme.my.salesforce.com', secret: '00D!x' },
    {
      async send(request) {
        const answer = await org.http.send(request);
        return { ...answer, text: JSON.stringify(enormous(JSON.parse(answer.text))) };
      },
    },
    () => NOW,
  );
  const facts = await reader.identify();
  if (!facts.ok) throw new Error(facts.problem.kind);
  for (const question of ['a deal', 'a company', 'a home', 'closed deals', 'several deals'])
    sound((await QUESTIONS[question]?.(reader, facts.value)) ?? expect.unreachable());
  const read = await reader.record(at('opportunity', DEAL), facts.value, FIRST);
  expect(read.ok && read.value.dossier.opportunity.amount).toMatchObject({ value: { minor: amount * 100 } });
  expect(read.ok && read.value.book?.yearToDate).toMatchObject({ missing: 'not-readable' });
  expect(read.ok && read.value.book?.goals).toMatchObject({ value: [{ target: { missing: 'not-readable' } }] });
  expect(read.ok && read.value.dossier.family).toMatchObject({
    value: { standings: [{ openAmount: { missing: 'not-readable' } }, {}] },
  });
});
