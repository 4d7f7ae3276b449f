import { describe, expect, test } from 'vitest';
import { instantOf } from '../../../src/core/value/instant';
import { isGiven, type Known } from '../../../src/core/value/known';
import type { Http } from '../../../src/crm/http';
import type { RecordRead } from '../../../src/crm/port';
import { salesforce } from '../../../src/crm/salesforce/adapter';
import { Fault } from '../../org/fault';
import { organisation } from '../../org/records/organisation';
import { Api } from '../../org/rest/api';
import { switches } from '../../org/switches';
import { FIRST } from './stand-in';

// A short past: every case is a look of its own, and none is about the past.
const DATA = organisation('2026-11-24', undefined, undefined, { ended: 300 });
const now = () => '2026-11-24T15:00:00.000Z';
const ALL = switches();
Object.assign(ALL.features, { splits: true, teams: true, quotes: true });
const rows = (object: string) => DATA.tables.get(object)?.rows ?? [];
const ME = rows('user').find(({ Name }) => Name === 'Cecily Lampkin')!;
const DEAL = rows('opportunity').find((row) => row.OwnerId === ME.Id && row.IsClosed === false && row.AccountId)!;
const REF = {
  crm: 'salesforce',
  host: 'acme.lightning.force.com',
  kind: 'opportunity',
  id: String(DEAL.Id),
} as const;

type Part = { referenceId: string; httpStatusCode: number; body: unknown };
type Failing = { readonly part: string; readonly status: number; readonly body: unknown };

/** How a part of a call may fail: for good, or just then. */
const FAULTS: readonly (readonly [says: string, status: number, body: unknown, passes: boolean])[] = [
  ['INVALID_FIELD', 400, [{ errorCode: 'INVALID_FIELD', message: 'x' }], false],
  ['NOT_FOUND', 404, [{ errorCode: 'NOT_FOUND', message: 'x' }], false],
  ['FORBIDDEN', 403, [{ errorCode: 'FORBIDDEN', message: 'x' }], false],
  ['SERVER_UNAVAILABLE', 503, [{ errorCode: 'SERVER_UNAVAILABLE', message: 'x' }], true],
  ['HTML', 500, '<html>', true],
];

/** A look at the deal, and a second one after it; one part of each call fails in the first look or in the second. */
async function look(failing: Failing | null, when: 'first' | 'second') {
  const api = new Api(DATA, ALL, 'acme.my.salesforce.com', now);
  const names = new Set<string>();
  let isFailing = when === 'first';
  const http: Http = {
    async send({ method, url, body }) {
      const request = { method, url: url.replace('https://acme.my.salesforce.com', ''), headers: {} };
      const answer = (() => {
        try {
          return api.handle({ ...request, body: body && JSON.parse(body) }, String(ME.Id));
        } catch (error) {
          if (error instanceof Fault) return { status: error.status, body: error.body() };
          throw error;
        }
      })();
      const parts = (answer.body as { compositeResponse?: Part[] }).compositeResponse ?? [];
      for (const part of parts) {
        names.add(part.referenceId);
        if (!isFailing || part.referenceId !== failing?.part) continue;
        Object.assign(part, { httpStatusCode: failing.status, body: failing.body });
      }
      const headers = { date: new Date(now()).toUTCString() };
      return { status: answer.status, headers, text: JSON.stringify(answer.body) };
    },
  };
  const reader = salesforce.reader({ host: 'acme.my.salesforce.com', secret: 'x' }, http, () =>
    instantOf(Date.parse(now())),
  );
  const facts = await reader.identify();
  if (!facts.ok) throw new Error(facts.problem.kind);
  let read = await reader.record(REF, facts.value, FIRST);
  if (when === 'second') {
    if (!read.ok) throw new Error(read.problem.kind);
    const { dossier, book, facts: after } = read.value;
    isFailing = true;
    names.clear();
    read = await reader.record(REF, after, { dossier, book, wantBook: true });
    if (read.ok && read.value.book === null) read = { ...read, value: { ...read.value, book } };
  }
  return { read, names: [...names] };
}

/** The blocks of what was read, by their names: what each holds, or why it is missing. */
function blocks({ dossier, book }: RecordRead): Record<string, unknown> {
  const { opportunity, ref: _, asOf: __, ...rest } = dossier;
  const own = ['account', 'owner', 'stage', 'amount', 'closeDate', 'products'] as const;
  const all: [string, Known<unknown>][] = [
    ...(Object.entries(rest) as [string, Known<unknown>][]),
    ...own.map((name): [string, Known<unknown>] => [`deal.${name}`, opportunity[name]]),
    ...(book ? (['goals', 'won', 'open', 'yearToDate'] as const) : []).map((name): [string, Known<unknown>] => [
      `book.${name}`,
      book![name],
    ]),
  ];
  return Object.fromEntries(all.map(([name, block]) => [name, isGiven(block) ? block.value : block.missing]));
}

const BOOK = ['book.goals', 'book.won', 'book.open', 'book.yearToDate'];
const FAMILY = ['family', 'lookalikes', 'activities'];

/** What may differ where a part fails; where it is none of these, nothing may. */
const HANGS_ON: Readonly<Record<string, readonly string[]>> = {
  account: ['account', ...FAMILY],
  around: ['committee', 'activities', 'history', 'competitors', 'quotes', 'team', 'credits', 'deal.products'],
  own: ['quotes', 'team', 'credits', ...BOOK.slice(1)],
  shared: BOOK.slice(1),
  quotas: ['book.goals', ...BOOK],
  family: FAMILY,
  standings: FAMILY,
  deals: FAMILY,
  lookalikes: ['lookalikes'],
  people: ['activities'],
  // Without it nobody knows in which currency amounts are.
  organisation: [
    'account',
    'family',
    'credits',
    'history',
    'quotes',
    'lookalikes',
    'deal.amount',
    'deal.products',
    ...BOOK,
  ],
  periods: BOOK,
};

/** What a block says, wherever it was read. */
const worth = (block: unknown) => JSON.stringify(block, (name, value) => (name === 'source' ? undefined : value));

const differing = (a: Record<string, unknown>, b: Record<string, unknown>) =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((name) => worth(a[name]) !== worth(b[name]));

describe.each(['first', 'second'] as const)('in a %s look', async (when) => {
  const whole = await look(null, when);
  if (!whole.read.ok) throw new Error(whole.read.problem.kind);
  const there = blocks(whole.read.value);
  const cases = FAULTS.flatMap(([says, status, body, passes]) =>
    whole.names.filter((part) => part !== 'deal').map((part) => ({ part, says, status, body, passes })),
  );

  test.each(cases)('$part fails with $says: it costs what hangs on it, and nothing else', async (failing) => {
    const { read } = await look(failing, when);
    if (!read.ok) throw new Error(read.problem.kind);
    const lost = differing(there, blocks(read.value));
    expect(lost.filter((name) => !(HANGS_ON[failing.part] ?? []).includes(name))).toEqual([]);
  });

  const passing = when === 'second' ? cases.filter(({ passes }) => passes) : [];
  for (const failing of passing) {
    test(`${failing.part} fails with ${failing.says}, just then: what was read before stands`, async () => {
      const { read } = await look(failing, when);
      if (!read.ok) throw new Error(read.problem.kind);
      expect(differing(there, blocks(read.value))).toEqual([]);
    });
  }
});
