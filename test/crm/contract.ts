import { describe, expect, test } from 'vitest';
import type { Book } from '../../src/core/model/book';
import type { CompanyDossier } from '../../src/core/model/company';
import type { CrmProblem } from '../../src/core/model/crm-problem';
import type { Dossier } from '../../src/core/model/dossier';
import type { RecordRef } from '../../src/core/model/record-ref';
import { VIEWER } from '../../src/core/model/record-ref';
import { parseCivilDate } from '../../src/core/value/civil-date';
import { minorDigits, currency as toCurrency } from '../../src/core/value/currency';
import { civilDateAt, instantOf, parseInstant } from '../../src/core/value/instant';
import { ifGiven, isGiven, type Known } from '../../src/core/value/known';
import type { Result } from '../../src/core/value/result';
import type { CrmFacts, CrmReader, Earlier, HistoryMark } from '../../src/crm/port';

/** A CRM that is reached as a user with open deals of their own. */
export type Reached = {
  readonly reader: CrmReader;
  /** An open deal of the user's, at an account. */
  readonly deal: RecordRef;
  readonly account: RecordRef;
  /** A deal that is not there. */
  readonly lost: RecordRef;
  /** What opens the session: it may be in no answer. */
  readonly secret: string;
  /** Requests sent so far. */
  readonly sent: () => number;
};

/** A CRM that keeps something back. What it is about is missing; everything else is as it was. */
export type Kept = {
  readonly reach: () => Promise<Reached>;
  readonly missing: (read: { readonly dossier: Dossier; readonly book: Book | null }) => readonly Known<unknown>[];
};

export type Adapted = {
  readonly name: string;
  readonly reach: () => Promise<Reached>;
  /** What the CRM can keep back, by a name for it. */
  readonly keepsBack?: Readonly<Record<string, Kept>>;
  /** Ways to the CRM that are no way, and the problem that each is to be told as. */
  readonly troubled?: Readonly<
    Record<string, { readonly reach: () => Promise<Reached>; readonly kind: CrmProblem['kind'] }>
  >;
  /** Slices of closed deals that are read; all unless told. */
  readonly slices?: number;
};

const FIRST: Earlier = { dossier: null, book: null, wantBook: true };
const REASONS = ['hidden', 'feature-off', 'not-recorded', 'not-yet-read', 'not-readable', 'too-few'];
const SOURCES = ['crm', 'file', 'entered', 'learned', 'published', 'derived'];

/** What any adapter owes its callers, whatever CRM is behind it. */
export function contract({
  name,
  reach,
  keepsBack = {},
  troubled = {},
  slices = Number.POSITIVE_INFINITY,
}: Adapted): void {
  describe(`${name}: who the session belongs to`, () => {
    test('is told once and for all, without the session itself', async () => {
      const { reader, secret } = await reach();
      const facts = good(await reader.identify());
      expect(facts.organisation).not.toBe('');
      expect(facts.user).not.toBe('');
      expect(good(await reader.identify())).toEqual(facts);
      expect(JSON.parse(JSON.stringify(facts))).toEqual(facts);
      expect(JSON.stringify(facts)).not.toContain(secret);
    });
  });

  describe(`${name}: a deal`, () => {
    test('is the one that was asked for, every part of it given or missing with a reason', async () => {
      const { reader, deal, secret } = await reach();
      const read = good(await reader.record(deal, good(await reader.identify()), FIRST));
      expect(read.dossier.ref).toEqual(deal);
      expect(read.dossier.opportunity.id).toBe(deal.id);
      expect(read.dossier.opportunity.outcome).toBe('open');
      expect(oddities(read)).toEqual([]);
      expect(JSON.stringify(read)).not.toContain(secret);
    });

    test('is in order: acts newest first, its past oldest first, nothing twice', async () => {
      const { reader, deal } = await reach();
      const { dossier } = good(await reader.record(deal, good(await reader.identify()), FIRST));
      const acts = ifGiven(dossier.activities) ?? [];
      expect(acts.map(({ at }) => at)).toEqual(
        acts
          .map(({ at }) => at)
          .sort()
          .reverse(),
      );
      const past = ifGiven(dossier.history) ?? [];
      expect(past.map(({ at }) => at)).toEqual(past.map(({ at }) => at).sort());
      for (const ids of [
        acts.map(({ id }) => id),
        (ifGiven(dossier.committee) ?? []).map(({ contact }) => contact.id),
        (ifGiven(dossier.opportunity.products) ?? []).map(({ id }) => id),
        (ifGiven(dossier.quotes) ?? []).map(({ id }) => id),
      ]) {
        expect(new Set(ids).size).toBe(ids.length);
      }
      // Only what is recorded on the deal itself is sure to be its own.
      for (const { tie, otherDeals } of acts) if (tie === 'deal') expect(ifGiven(otherDeals)).toBe(0);
    });

    test('is the same at a second look, which costs no more than the first', async () => {
      const { reader, deal, sent } = await reach();
      const start = sent();
      const first = good(await reader.record(deal, good(await reader.identify()), FIRST));
      const between = sent();
      const facts = JSON.parse(JSON.stringify(first.facts)) as CrmFacts;
      const second = good(
        await reader.record(deal, facts, { dossier: first.dossier, book: first.book, wantBook: true }),
      );
      expect(sent() - between).toBeLessThanOrEqual(between - start);
      const { opportunity, credits, committee, competitors, stages } = first.dossier;
      expect(timeless(second.dossier)).toMatchObject(
        timeless({ opportunity, credits, committee, competitors, stages }),
      );
      expect([ids(second.book?.won), ids(second.book?.open)]).toEqual([ids(first.book?.won), ids(first.book?.open)]);
      expect(timeless(second.book?.goals)).toEqual(timeless(first.book?.goals));
      // What a first look had no room for, the second brings; what it had, stays.
      if (first.book && isGiven(first.book.yearToDate))
        expect(second.book?.yearToDate).toMatchObject(timeless(first.book.yearToDate));
    });

    test('of another user is read in the same way by anybody who may see it, and one that is not there is not found', async () => {
      const { reader, lost } = await reach();
      const read = await reader.record(lost, good(await reader.identify()), FIRST);
      expect(read).toMatchObject({ ok: false, problem: { kind: 'not-found' } });
    });

    test.each(Object.entries(keepsBack))('without %s is whole otherwise', async (_what, { reach: other, missing }) => {
      const [whole, less] = [await reach(), await other()];
      const all = good(await whole.reader.record(whole.deal, good(await whole.reader.identify()), FIRST));
      const some = good(await less.reader.record(less.deal, good(await less.reader.identify()), FIRST));
      const gone = missing(some);
      expect(gone.length).toBeGreaterThan(0);
      for (const known of gone) expect(REASONS).toContain(isGiven(known) ? 'given' : known.missing);
      expect(oddities(some)).toEqual([]);
      const lost = new Set<unknown>([...gone, ...missing(all)]);
      for (const block of ['account', 'committee', 'activities', 'history', 'stages', 'family'] as const) {
        if (!lost.has(some.dossier[block]))
          expect([block, 'value' in some.dossier[block]]).toEqual([block, 'value' in all.dossier[block]]);
      }
    });
  });

  describe(`${name}: a rep's book`, () => {
    test('is of the deal owner, for the period that holds today, and holds what the period says', async () => {
      const { reader, deal } = await reach();
      const { dossier, book, facts, now } = good(await reader.record(deal, good(await reader.identify()), FIRST));
      if (!book) throw new Error('no book');
      expect(book.rep.id).toBe(ifGiven(dossier.opportunity.owner)?.id);
      holdsTogether(book);
      const today = civilDateAt(now, facts.zone);
      expect(book.period.start <= today && today < book.period.end).toBe(true);
      expect((ifGiven(book.open) ?? []).map(({ opportunity }) => opportunity.id)).toContain(deal.id);
    });

    test('of the viewer is their home', async () => {
      const { reader, deal, secret } = await reach();
      const identified = good(await reader.identify());
      const home = good(await reader.home({ ...deal, kind: 'user', id: VIEWER }, identified));
      // A CRM may keep those who sell apart from those who sign in: the viewer as a rep goes by the rep's id.
      const viewer = ifGiven(home.facts.viewer)?.id ?? identified.user;
      expect(home.book.rep.id).toBe(viewer);
      holdsTogether(home.book);
      for (const one of ifGiven(home.book.team ?? NOBODY) ?? []) holdsTogether(one);
      expect(oddities(home)).toEqual([]);
      expect(JSON.stringify(home)).not.toContain(secret);
      // The same deals as a look at one of them brings.
      const { book } = good(await reader.record(deal, home.facts, FIRST));
      if (book?.rep.id === viewer) expect(ids(home.book.open)).toEqual(ids(book.open));
    });
  });

  describe(`${name}: a company`, () => {
    test('stands in its family, with what the organisation has with each member', async () => {
      const { reader, account, secret } = await reach();
      const { company } = good(await reader.company(account, good(await reader.identify())));
      expect(company.ref).toEqual(account);
      expect(company.account.id).toBe(account.id);
      expect(oddities(company)).toEqual([]);
      expect(JSON.stringify(company)).not.toContain(secret);
      isFamily(company);
    });

    test('is the same company as a deal names, in the same family', async () => {
      const { reader, deal, account } = await reach();
      const facts = good(await reader.identify());
      const { company } = good(await reader.company(account, facts));
      const { dossier } = good(await reader.record(deal, facts, FIRST));
      expect(ifGiven(dossier.opportunity.account)?.id).toBe(account.id);
      const members = (known: CompanyDossier['family']) =>
        ifGiven(known)
          ?.members.map(({ id }) => id)
          .sort();
      expect(members(dossier.family)).toEqual(members(company.family));
    });

    test('that is not there is not found', async () => {
      const { reader, account, lost } = await reach();
      const read = await reader.company({ ...account, id: lost.id }, good(await reader.identify()));
      expect(read.ok).toBe(false);
    });
  });

  describe(`${name}: deals that have ended`, () => {
    test('come in slices, newest first, each once, and then no more', async () => {
      const { reader, deal, secret } = await reach();
      const { facts } = good(await reader.record(deal, good(await reader.identify()), FIRST));
      const seen = new Set<string>();
      let mark: HistoryMark | null = { since: null, place: null };
      let of: number | null = null;
      let latest = '9999-12-31';
      for (let n = 0; mark && n < slices; n++) {
        const slice: Awaited<ReturnType<CrmReader['closed']>> = await reader.closed(facts, mark);
        const { deals, next, of: all, open } = good(slice);
        if (n === 0) of = all;
        expect(
          n > 0 || open === null || open.every(([day, count]) => parseCivilDate(day) !== undefined && count > 0),
        ).toBe(true);
        expect(oddities(deals)).toEqual([]);
        expect(JSON.stringify(slice)).not.toContain(secret);
        for (const { id, closedOn, outcome } of deals) {
          expect(seen.has(id)).toBe(false);
          seen.add(id);
          expect(['won', 'lost', 'no-decision']).toContain(outcome);
          expect(closedOn <= latest).toBe(true);
          latest = closedOn;
        }
        // A mark is kept on the disk.
        mark = next === null ? null : (JSON.parse(JSON.stringify(next)) as HistoryMark);
      }
      expect(seen.size).toBeGreaterThan(0);
      if (of !== null && mark === null) expect(seen.size).toBeLessThanOrEqual(of);
    });

    test('since a day that is still to come there are none', async () => {
      const { reader, deal } = await reach();
      const { facts, now } = good(await reader.record(deal, good(await reader.identify()), FIRST));
      const { deals, gone, next } = good(
        await reader.closed(facts, { since: instantOf(Date.parse(now) + 86_400_000), place: null }),
      );
      expect([deals, gone, next]).toEqual([[], [], null]);
    });
  });

  describe.skipIf(Object.keys(troubled).length === 0)(`${name}: what is in the way`, () => {
    test.each(Object.entries(troubled))('%s is told as such', async (_what, { reach: other, kind }) => {
      const { reader } = await other();
      expect(await reader.identify()).toMatchObject({ ok: false, problem: { kind } });
    });
  });
}

const NOBODY = { missing: 'not-yet-read' } as Known<readonly Book[]>;

function good<T>(result: Result<T, CrmProblem>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

const ids = (deals: Book['open'] | undefined) =>
  ((deals && ifGiven(deals)) ?? []).map(({ opportunity }) => opportunity.id).sort();

/** A book's deals are where they belong, and each credit is the rep's own. */
function holdsTogether(book: Book): void {
  const { rep, period } = book;
  const won = ifGiven(book.won) ?? [];
  const open = ifGiven(book.open) ?? [];
  for (const { opportunity } of won) {
    expect(opportunity.outcome).toBe('won');
    const on = ifGiven(opportunity.closeDate);
    expect(on !== undefined && period.start <= on && on < period.end).toBe(true);
  }
  for (const { opportunity } of open) expect(opportunity.outcome).toBe('open');
  for (const { opportunity, credit } of [...won, ...open]) {
    expect(credit.opportunityId).toBe(opportunity.id);
    expect(credit.repId).toBe(rep.id);
    expect(credit.share).toBeGreaterThanOrEqual(0);
    // What the owner has all of is the deal's own amount, to the cent.
    if (credit.rule === 'owner') {
      expect(credit.share).toBe(1);
      expect(ifGiven(credit.amount)).toEqual(ifGiven(opportunity.amount));
    }
  }
  const all = [...won, ...open].map(({ opportunity }) => opportunity.id);
  expect(new Set(all).size).toBe(all.length);
  for (const goal of ifGiven(book.goals) ?? []) {
    expect(goal.ownerId).toBe(rep.id);
    const target = ifGiven(goal.target);
    if (target) expect(target.unit).toBe(goal.measure.unit);
  }
}

function isFamily({ account, family, lookalikes }: CompanyDossier): void {
  if (!isGiven(family)) return;
  const { members, standings, hidden, deals } = family.value;
  const known = new Set(members.map(({ id }) => id));
  expect(known.has(account.id)).toBe(true);
  expect(known.size).toBe(members.length);
  expect(hidden).toBeGreaterThanOrEqual(0);
  expect(standings.every(({ accountId }) => known.has(accountId))).toBe(true);
  const listed = ifGiven(deals) ?? [];
  expect(listed.length).toBeLessThanOrEqual(200);
  expect(listed.every(({ outcome }) => outcome === 'open')).toBe(true);
  for (const like of ifGiven(lookalikes) ?? []) expect(known.has(like.id)).toBe(false);
}

/** The same without the instants at which things were read. */
function timeless<T>(value: T): T {
  return JSON.parse(
    JSON.stringify(value, (key, inner) => (key === 'asOf' || key === 'readAt' ? undefined : inner)),
  ) as T;
}

/**
 * Whatever is not as values are: a given one that is empty or no number, a missing one without a reason, money that is not exact or
 * in no currency, a day or an instant that is none. Each with the way to it.
 */
function oddities(value: unknown, way = '', found: string[] = []): string[] {
  if (typeof value === 'number' && !Number.isFinite(value)) found.push(`${way}: ${value}`);
  if (typeof value === 'string') {
    if (/^\d{4}-\d{2}-\d{2}$/.test(value) && !parseCivilDate(value)) found.push(`${way}: no day ${value}`);
    if (/^\d{4}-\d{2}-\d{2}T/.test(value) && !parseInstant(value)) found.push(`${way}: no instant ${value}`);
  }
  if (typeof value !== 'object' || value === null) return found;
  const held = value as Readonly<Record<string, unknown>>;
  if ('missing' in held && !REASONS.includes(String(held.missing)))
    found.push(`${way}: no reason ${String(held.missing)}`);
  if ('value' in held && 'source' in held) {
    const { kind } = held.source as { readonly kind?: unknown };
    if (!SOURCES.includes(String(kind))) found.push(`${way}: no source ${String(kind)}`);
    if (parseInstant(held.asOf) === undefined) found.push(`${way}: read at no time`);
    if (held.value === '' || held.value === null || held.value === undefined) found.push(`${way}: given and empty`);
  }
  if ('minor' in held && 'currency' in held) {
    if (!Number.isSafeInteger(held.minor)) found.push(`${way}: inexact ${String(held.minor)}`);
    try {
      minorDigits(toCurrency(String(held.currency)));
    } catch {
      found.push(`${way}: no currency ${String(held.currency)}`);
    }
  }
  for (const [key, inner] of Object.entries(held)) {
    // What an adapter keeps for itself is its own.
    if (key === 'setUp') continue;
    if (inner === undefined) found.push(`${way}.${key}: undefined`);
    else oddities(inner, `${way}.${key}`, found);
  }
  return found;
}
