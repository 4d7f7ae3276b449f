import { instantOf } from '../../src/core/value/instant';
import type { Http } from '../../src/crm/http';
import type { Earlier } from '../../src/crm/port';
import { salesforce } from '../../src/crm/salesforce/adapter';
import { startOrg } from '../org/start';

const TODAY = '2026-11-24';
const SIZES = [1000, 50_000, 1_000_000] as const;
const FIRST: Earlier = { dossier: null, book: null, wantBook: true };

/** What one look cost: calls, bytes of the answers, and how long the rep waited, in milliseconds. */
export type Cost = { readonly calls: number; readonly bytes: number; readonly time: number };

export type SizeCost = {
  /** Opportunities that the organisation has. */
  readonly deals: number;
  /** Until it answers, in milliseconds, and what the process then holds, in MB. */
  readonly start: number;
  readonly memory: number;
  readonly first: Cost;
  readonly revisit: Cost;
  /** The first slice of the closed deals, with the counts of all. */
  readonly closed: Cost;
};

/** What a look at a record costs in organisations of several sizes, through the real adapter and over real HTTP. */
export async function organisationSizes(sizes: readonly number[] = SIZES): Promise<readonly SizeCost[]> {
  const all: SizeCost[] = [];
  for (const size of sizes) all.push(await costAt(size));
  return all;
}

async function costAt(size: number): Promise<SizeCost> {
  const from = performance.now();
  const org = await startOrg({ today: TODAY, size });
  const start = performance.now() - from;
  try {
    const user = org.userId('Cecily Lampkin');
    const deals = org.organisation.tables.get('opportunity');
    const count = deals?.patterns()?.reduce((sum, { weight }) => sum + weight, 0) ?? deals?.rows.length ?? 0;
    const deal = deals?.where('OwnerId', user).find((row) => row.IsClosed === false && row.AccountId !== null);
    const spent = { calls: 0, bytes: 0 };
    const http: Http = {
      send: async ({ method, url, headers, body }) => {
        const { pathname, search } = new URL(url);
        const answer = await fetch(`http://127.0.0.1:${org.port}${pathname}${search}`, {
          method,
          headers,
          ...(body !== undefined && { body }),
        });
        const text = await answer.text();
        spent.calls += 1;
        spent.bytes += Buffer.byteLength(text);
        return { status: answer.status, headers: Object.fromEntries(answer.headers), text };
      },
    };
    const machine = () => instantOf(Date.parse(org.organisation.now()));
    const session = { host: org.hosts.api, secret: org.sessions.open(user, true) };
    const reader = salesforce.reader(session, http, machine);
    const cost = async (work: () => Promise<unknown>): Promise<Cost> => {
      Object.assign(spent, { calls: 0, bytes: 0 });
      const began = performance.now();
      await work();
      return { ...spent, time: performance.now() - began };
    };
    const good = async <T>(work: Promise<{ readonly ok: true; readonly value: T } | { readonly ok: false }>) => {
      const result = await work;
      if (!result.ok) throw new Error(`not answered: ${JSON.stringify(result)}`);
      return result.value;
    };
    const ref = {
      crm: 'salesforce',
      host: org.hosts.lightning,
      kind: 'opportunity',
      id: String(deal?.Id),
    } as const;
    let facts = await good(reader.identify());
    // The server's own code and indexes are warm, as a server's are.
    await good(reader.record(ref, facts, FIRST));
    let earlier = FIRST;
    const first = await cost(async () => {
      const read = await good(reader.record(ref, facts, FIRST));
      facts = read.facts;
      earlier = { dossier: read.dossier, book: read.book, wantBook: true };
    });
    const revisit = await cost(() => good(reader.record(ref, facts, earlier)));
    const closed = await cost(() => good(reader.closed(facts, { since: null, place: null })));
    return { deals: count, start, memory: process.memoryUsage().rss / 1e6, first, revisit, closed };
  } finally {
    await org.close();
  }
}
