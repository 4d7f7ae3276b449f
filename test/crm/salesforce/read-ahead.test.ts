import { describe, expect, test } from 'vitest';
import { parseInstant } from '../../../src/core/value/instant';
import { ifGiven } from '../../../src/core/value/known';
import type { ReadNote } from '../../../src/crm/http';
import type { ChangeMark, CrmFacts } from '../../../src/crm/port';
import { readsOf, recordsIn } from '../../../src/crm/salesforce/api/reads';
import { strain } from '../../../src/crm/salesforce/api/strain';
import { FIRST, standIn } from './stand-in';

const REP = 'Cecily Lampkin';
const START: ChangeMark = { since: null, place: null };

/** The stand-in, with the facts that a first look brings. */
async function seen() {
  const org = standIn(REP);
  const own = org.rows('Opportunity').filter(({ OwnerId }) => OwnerId === org.me.Id);
  const open = own.filter(({ IsClosed }) => IsClosed === false);
  const { facts } = await org.look(open[0]!);
  org.sent.length = 0;
  return { ...org, own, open, facts };
}
const changed = async (
  org: { reader: ReturnType<typeof standIn>['reader']; facts: CrmFacts },
  mark = START,
  among: string[] = [],
) => {
  const slice = await org.reader.changed!(org.facts, mark, among);
  if (!slice.ok) throw new Error(slice.problem.kind);
  return slice.value;
};

describe("the viewer's deals", () => {
  test('the first time: all open ones they own, oldest change first, in one call', async () => {
    const org = await seen();
    const slice = await changed(org);
    expect(slice.lines.map(({ id }) => id).sort()).toEqual(org.open.map(({ Id }) => String(Id)).sort());
    expect(slice.of).toBe(org.open.length);
    expect(slice.lines.every(({ outcome, owner }) => outcome === 'open' && owner?.id === org.me.Id)).toBe(true);
    const order = slice.lines.map(({ changedAt, id }) => `${changedAt} ${id}`);
    expect(order).toEqual([...order].sort());
    expect(slice.next).toBeNull();
    expect(org.sent).toHaveLength(1);
  });

  test('from a place on: what comes after it and nothing twice', async () => {
    const org = await seen();
    const all = (await changed(org)).lines;
    const half = all[Math.floor(all.length / 2)]!;
    const rest = await changed(org, { since: null, place: { changedAt: half.changedAt, id: half.id } });
    expect(rest.lines).toEqual(all.slice(all.indexOf(half) + 1));
  });

  test('since a moment: also those that have closed, and nothing older', async () => {
    const org = await seen();
    const stamps = org.own.map(({ SystemModstamp }) => parseInstant(SystemModstamp)!).sort();
    const since = stamps[Math.floor(stamps.length * 0.9)]!;
    const slice = await changed(org, { since, place: null });
    const due = org.own.filter(({ SystemModstamp }) => parseInstant(SystemModstamp)! >= since);
    expect(slice.lines.map(({ id }) => id).sort()).toEqual(due.map(({ Id }) => String(Id)).sort());
    expect(new Set(slice.lines.map(({ outcome }) => outcome)).size).toBeGreaterThan(1);
  });

  test("of others' deals that are kept: what was touched, and what is gone, in the same call", async () => {
    const org = await seen();
    const theirs = org.rows('Opportunity').filter(({ OwnerId }) => OwnerId !== org.me.Id);
    const [kept] = theirs;
    const since = parseInstant(kept!.SystemModstamp)!;
    const slice = await changed(org, { since, place: null }, [String(kept!.Id), '006000000000009AAA']);
    expect(slice.lines.some(({ id }) => id === kept!.Id)).toBe(true);
    expect(slice.gone).toEqual(['006000000000009AAA']);
    expect(org.sent).toHaveLength(1);
  });

  test('when one record was last touched: one call for one field', async () => {
    const org = await seen();
    const at = await org.reader.touched!(org.refOf(org.open[0]!), org.facts);
    expect(at).toEqual({ ok: true, value: parseInstant(org.open[0]!.SystemModstamp) });
    expect(org.sent).toHaveLength(1);
  });
});

describe('several records together', () => {
  test('ten deals in two calls, each as when it is looked at alone, but for what lies further from the deal', async () => {
    const org = await seen();
    const deals = org.open.slice(0, 10);
    const batch = await org.reader.records!(deals.map(org.refOf), org.facts);
    if (!batch.ok) throw new Error(batch.problem.kind);
    expect(org.sent).toHaveLength(2);
    expect(batch.value.read).toHaveLength(10);
    for (const [n, deal] of deals.entries()) {
      const alone = await org.reader.record(org.refOf(deal), org.facts, { ...FIRST, wantBook: false });
      if (!alone.ok) throw new Error(alone.problem.kind);
      const { activities, lookalikes, family, ...near } = alone.value.dossier;
      const { activities: acts, lookalikes: _, family: around, ...read } = batch.value.read[n]!;
      expect(read).toEqual(near);
      // Acts with the account and its people alone, and near names, are for the one that is looked at.
      const own = (ifGiven(activities) ?? []).filter(({ tie }) => tie === 'deal');
      expect(ifGiven(acts)).toEqual(own);
      expect(ifGiven(around)?.members).toEqual(ifGiven(family)?.members);
      expect(ifGiven(around)?.standings.map(({ open, won, lost }) => [open, won, lost])).toEqual(
        ifGiven(family)?.standings.map(({ open, won, lost }) => [open, won, lost]),
      );
    }
  });

  test('one that is not there leaves the others whole', async () => {
    const org = await seen();
    const lost = { ...org.refOf(org.open[0]!), id: '006000000000009AAA' };
    const batch = await org.reader.records!([org.refOf(org.open[1]!), lost], org.facts);
    expect(batch.ok && batch.value.read.map(({ ref }) => ref.id)).toEqual([org.open[1]!.Id]);
  });

  test('before the organisation is known, the first deal brings it along', async () => {
    const org = standIn(REP);
    const deals = org.rows('Opportunity').filter(({ OwnerId }) => OwnerId === org.me.Id);
    const batch = await org.reader.records!(deals.slice(0, 5).map(org.refOf), await org.facts());
    expect(batch.ok && batch.value.read).toHaveLength(1);
    expect(batch.ok && batch.value.facts.zone).not.toBe('UTC');
  });
});

describe('what the log of reads is told', () => {
  test('objects, fields and how many: no id, no name, no value', async () => {
    const org = standIn(REP);
    const notes: (readonly ReadNote[])[] = [];
    const { look, rows, me } = standIn(REP, undefined, (request, text) => {
      const told = request.reads?.(text);
      if (told) notes.push(told);
    });
    const deal = rows('Opportunity').find(({ OwnerId, IsClosed }) => OwnerId === me.Id && IsClosed === false)!;
    await look(deal);
    expect(notes).toHaveLength(3);
    const all = notes.flat();
    expect(all.find(({ object }) => object === 'Task')?.fields).toContain('ActivityDate');
    expect(all.find(({ object }) => object === 'Opportunity')).toMatchObject({ fields: [] });
    expect(all.find(({ object }) => object === 'Opportunity')?.count).toBeGreaterThan(0);
    const written = JSON.stringify(notes);
    for (const private_ of [deal.Id, deal.Name, me.Id, me.Name, org.rows('Organization')[0]?.Id]) {
      expect(written).not.toContain(String(private_));
    }
    expect(written).not.toMatch(/SELECT|WHERE|'/);
  });

  test('a quotation in a text counts for nothing', () => {
    const text = JSON.stringify({ attributes: { type: 'Task' }, Subject: '"attributes":{"type":"Account"' });
    expect([...recordsIn(text)]).toEqual([['Task', 1]]);
    expect(readsOf([{ resource: '/sobjects/Task/00T000000000001AAA' }])(text)).toEqual([
      { object: 'Task', fields: [], count: 1 },
    ]);
  });
});

describe('how hard pressed the organisation is', () => {
  const answer = (status: number, headers: Record<string, string>, body: unknown = {}) =>
    strain({ status, headers, text: JSON.stringify(body) });

  test.each([
    // The header as the REST API Developer Guide shows it.
    ['api-usage=18/5000', { used: 18, limit: 5000 }],
    ['api-usage=25/5000; per-app-api-usage=17/250(appName=sample-connected-app)', { used: 25, limit: 5000 }],
    ['per-app-api-usage=17/250(appName=sample); api-usage=25/5000', { used: 25, limit: 5000 }],
    ['api-usage=25/0', null],
    ['something else', null],
  ])('%s', (header, usage) => {
    expect(answer(200, { 'sforce-limit-info': header }).usage).toEqual(usage);
  });

  test.each([
    [429, {}, true],
    [503, {}, true],
    [200, {}, false],
    [403, [{ errorCode: 'REQUEST_LIMIT_EXCEEDED', message: '' }], true],
    [200, { compositeResponse: [{ body: [{ message: '', errorCode: 'UNABLE_TO_LOCK_ROW' }] }] }, true],
    [200, { Description: '"errorCode":"UNABLE_TO_LOCK_ROW"' }, false],
  ])('%i %j', (status, body, busy) => {
    expect(answer(status, {}, body).busy).toBe(busy);
  });

  test.each([
    ['120', 120_000],
    ['0', 0],
    ['Tue, 24 Nov 2026 09:01:00 GMT', 60_000],
    ['Tue, 24 Nov 2026 08:00:00 GMT', null],
    ['soon', null],
  ])('Retry-After: %s', (after, pause) => {
    expect(answer(503, { 'retry-after': after, date: 'Tue, 24 Nov 2026 09:00:00 GMT' }).pause).toBe(pause);
  });
});
