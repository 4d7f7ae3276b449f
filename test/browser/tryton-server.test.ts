import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { instantOf } from '../../src/core/value/instant';
import { ifGiven } from '../../src/core/value/known';
import type { CrmFacts, CrmReader } from '../../src/crm/port';
import { tryton as adapter } from '../../src/crm/tryton/adapter';
import { contract } from '../crm/contract';
import { obstacle, startTryton, type Tryton } from '../tryton/server';
import { type ClientSession, signIn, throughThePage } from '../tryton/sign-in';
import { figuresOf, type TrytonFigures } from './tryton-figures';

/** The adapter against a real server, through the page's own rules but without a browser. */
const why = obstacle();
if (why !== null) console.log(`Tryton is left out: ${why}.`);

let server: Tryton;
let figures: TrytonFigures;
const machineNow = () => instantOf(Date.now());

beforeAll(async () => {
  if (why !== null) return;
  server = await startTryton({ port: 0 });
  figures = await figuresOf(server);
});
afterAll(() => server?.close());

async function reach(login: string) {
  const host = new URL(server.url).host;
  let session: ClientSession | null = await signIn(server, login);
  const secret = session.session;
  const http = throughThePage(server, () => session);
  const reader: CrmReader = adapter.reader(
    { host: `${host}#goalside`, secret: String(session.user_id) },
    http,
    machineNow,
  );
  const identified = await reader.identify();
  const refOf = (id: number) => ({ crm: 'tryton', host, kind: 'opportunity', id: `goalside.${id}` }) as const;
  return {
    reader,
    http,
    secret,
    refOf,
    facts: identified.ok ? identified.value : null,
    forgetSession: () => {
      session = null;
    },
  };
}

describe.skipIf(why !== null)('a real Tryton', () => {
  contract({
    name: 'Tryton 6.0',
    reach: async () => {
      const { reader, http, secret, refOf } = await reach('goran');
      const deal = figures.deals.find(({ employee, state }) => employee === 8 && state === 'opportunity');
      const ref = refOf(Number(deal?.id));
      return {
        reader,
        deal: ref,
        account: { ...ref, kind: 'account', id: `goalside.${deal?.party}` },
        lost: refOf(999_999),
        secret,
        sent: () => http.calls.length,
      };
    },
    slices: 1,
  });

  test('what every rep has won in the quarter and has open is what the server holds', async () => {
    const { reader, facts, refOf } = await reach('mara');
    // The manager's home would bring everybody's once more.
    for (const { id, name } of figures.employees.slice(1)) {
      const home = await reader.home({ ...refOf(id), kind: 'user' }, facts as CrmFacts);
      if (!home.ok) throw new Error(home.problem.kind);
      const { book } = home.value;
      const sum = (deals: typeof book.won) =>
        (ifGiven(deals) ?? []).reduce((all, { credit }) => all + (ifGiven(credit.amount)?.minor ?? 0), 0);
      expect([name, sum(book.won), sum(book.open)]).toEqual([name, figures.won(id), figures.open(id)]);
      const booked = (book.commissions && ifGiven(book.commissions)) ?? [];
      expect(booked.reduce((all, { pay }) => all + pay.minor, 0)).toBe(figures.booked(id));
      // Each can be followed back to the deal that was invoiced.
      expect(booked.filter(({ dealId }) => dealId === null)).toEqual([]);
    }
  });

  test('a manager sees the books of those below, and who they are', async () => {
    const { reader, facts, refOf } = await reach('mara');
    const home = await reader.home({ ...refOf(1), kind: 'user', id: 'goalside.me' }, facts as CrmFacts);
    if (!home.ok) throw new Error(home.problem.kind);
    const team = home.value.book.team && ifGiven(home.value.book.team);
    const below = figures.employees.filter(({ id }) => id !== 1).map(({ name }) => name);
    expect(team?.map(({ rep }) => rep.name).sort()).toEqual(below.sort());
    expect(
      ifGiven(home.value.facts.manages)
        ?.map(({ name }) => name)
        .sort(),
    ).toEqual(below.sort());
  });

  test('who may not see opportunities is told so, and who has signed out as well', async () => {
    const clerk = await reach('clerk');
    const read = await clerk.reader.record(clerk.refOf(314), clerk.facts as CrmFacts, {
      dossier: null,
      book: null,
      wantBook: true,
    });
    expect(read).toEqual({ ok: false, problem: { kind: 'hidden' } });
    clerk.forgetSession();
    expect(await clerk.reader.identify()).toEqual({ ok: false, problem: { kind: 'signed-out' } });
  });

  test('every closed deal is read once, with its past', async () => {
    const { reader, facts } = await reach('mara');
    const ids: string[] = [];
    let pushed = 0;
    for (let mark: Parameters<CrmReader['closed']>[1] | null = { since: null, place: null }; mark !== null; ) {
      const slice = await reader.closed(facts as CrmFacts, mark);
      if (!slice.ok) throw new Error(slice.problem.kind);
      ids.push(...slice.value.deals.map(({ id }) => id));
      for (const { history } of slice.value.deals)
        if (new Set((ifGiven(history) ?? []).map(({ closeDate }) => ifGiven(closeDate))).size > 1) pushed += 1;
      mark = slice.value.next;
    }
    const closed = figures.deals.filter(({ state }) => ['won', 'lost', 'cancelled'].includes(String(state)));
    expect(ids.length).toBe(closed.length);
    expect(new Set(ids)).toEqual(new Set(closed.map(({ id }) => `goalside.${id}`)));
    expect(pushed).toBeGreaterThan(closed.length / 4);
  });
});
