// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import axe from 'axe-core';
import Papa from 'papaparse';
import { afterEach, describe, expect, test } from 'vitest';
import { instantOf } from '../../../src/core/value/instant';
import type { KeepingChange, Keeping as KeepingNow, ReadEntry } from '../../../src/messages/ahead';
import { Keeping } from '../../../src/options/keeping/keeping';
import { readsAsCsv, readsAsJson } from '../../../src/options/keeping/read-export';
import { keepingSession } from '../../../src/options/keeping/session';
import { Speaking } from '../../../src/ui/language/speech';
import { joinedEnds } from '../../panel/ends';
import { NOW, REF } from '../../panel/readings';
import { english } from '../../ui/english';

afterEach(cleanup);

const HOST = 'acme.my.salesforce.com';
const KEY = { crm: 'salesforce', organisation: '00DA', user: '005A', id: '006A' } as const;
const KEEPING: KeepingNow = {
  on: true,
  share: 0.05,
  ahead: [],
  calls: [{ host: HOST, own: 120, ahead: 80, allowed: 5000, organisation: { used: 31_000, limit: 100_000, at: NOW } }],
  pinned: [{ key: KEY, ref: REF, name: 'Pinned <deal>', account: null, owner: null, asOf: NOW, pinned: true }],
  deals: 50_000,
  tended: 212,
  reads: 230,
  roomMade: { at: NOW, deals: 20 },
};

const read = (place: number, more: Partial<ReadEntry> = {}): ReadEntry => ({
  place,
  at: instantOf(Date.UTC(2026, 10, 24, 9, 0, place)),
  host: HOST,
  ahead: place % 2 === 0,
  status: 200,
  bytes: 1000 * place,
  reads: [
    { object: 'Opportunity', fields: [], count: 1 },
    { object: 'Task', fields: ['ActivityDate', 'Subject'], count: 12 },
  ],
  ...more,
});

function opened(reads: readonly ReadEntry[] = []) {
  let keeping = KEEPING;
  let kept = [...reads];
  const ends = joinedEnds({
    keeping: () => keeping,
    keep: (change: KeepingChange) => {
      keeping = { ...keeping, ...change };
      return keeping;
    },
    pin: () => {
      keeping = { ...keeping, pinned: [] };
      return null;
    },
    toldOfRoom: () => {
      keeping = { ...keeping, roomMade: null };
      return null;
    },
    reads: ({ before }) =>
      kept
        .filter(({ place }) => before === null || place < before)
        .reverse()
        .slice(0, 100),
    clearReads: () => {
      kept = [];
      keeping = { ...keeping, reads: 0 };
      return null;
    },
  });
  const session = keepingSession(ends.client, async () => ({ usage: 42_000_000, quota: 9_000_000_000 }));
  const saved: { readonly fileName: string; readonly text: string }[] = [];
  const { container } = render(
    <Speaking value={english}>
      <Keeping session={session} save={(fileName, text) => saved.push({ fileName, text })} />
    </Speaking>,
  );
  return { ...ends, session, saved, container };
}

describe('what is kept fresh', () => {
  test('says what it costs, how much room it takes, and what is pinned', async () => {
    const { session, container } = opened();
    await session.load();
    await waitFor(() => expect(container.textContent).toContain('120 calls today, of 5,000 that may be ours; 80 of'));
    expect(container.textContent).toContain('31,000 of 100,000 in its last 24 hours');
    expect(container.textContent).toContain('Deals in the library: 50,000. Kept fresh: 212.');
    expect(container.textContent).toContain('42 MB of 9,000 MB');
    expect(container.textContent).toContain('20 deals that nobody had looked at');
    expect(container.textContent).toContain('Pinned <deal>');
  });

  test('is switched off and on, and given another share', async () => {
    const { session, asked } = opened();
    await session.load();
    fireEvent.click(await screen.findByRole('checkbox', { name: /^Keep my open deals/ }));
    await waitFor(() => expect(session.store.getState().keeping?.on).toBe(false));
    const share = screen.getByRole('combobox', { name: /^Our share/ });
    fireEvent.change(share, { target: { value: '0.1' } });
    await waitFor(() => expect(session.store.getState().keeping?.share).toBe(0.1));
    expect(asked.filter(({ call }) => call === 'keep').map(({ request }) => request)).toEqual([
      { on: false },
      { share: 0.1 },
    ]);
  });

  test('a pin is taken out; what was said of room is seen', async () => {
    const { session, container } = opened();
    await session.load();
    fireEvent.click(await screen.findByRole('button', { name: 'Unpin Pinned <deal>' }));
    expect(await screen.findByText(/^None\. Pin a deal/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'All right' }));
    await waitFor(() => expect(container.textContent).not.toContain('20 deals'));
  });

  test('axe finds nothing, with the log open', async () => {
    const { session, container } = opened([read(1), read(2)]);
    await session.load();
    fireEvent.click(await screen.findByRole('button', { name: 'Show what was read' }));
    await screen.findByRole('table');
    const rules = { 'color-contrast': { enabled: false } };
    expect((await axe.run(container, { rules })).violations.map(({ id }) => id)).toEqual([]);
  });
});

describe('the log of what was read', () => {
  test('shows the latest first, then older ones', async () => {
    const { session } = opened(Array.from({ length: 130 }, (_, n) => read(n + 1)));
    await session.load();
    fireEvent.click(await screen.findByRole('button', { name: 'Show what was read' }));
    await waitFor(() => expect(screen.getAllByRole('row')).toHaveLength(101));
    expect(screen.getAllByRole('row')[1]?.textContent).toContain('130 kB');
    fireEvent.click(screen.getByRole('button', { name: 'Show older calls' }));
    await waitFor(() => expect(screen.getAllByRole('row')).toHaveLength(131));
  });

  test('says which fields, that a call was refused, and that nobody asked for it', async () => {
    const { session } = opened([read(2), read(3, { status: 503, reads: [] })]);
    await session.load();
    fireEvent.click(await screen.findByRole('button', { name: 'Show what was read' }));
    await waitFor(() => expect(screen.getAllByRole('row')).toHaveLength(3));
    const [, refused, ahead] = screen.getAllByRole('row');
    expect(refused?.textContent).toContain('Refused or not answered');
    expect(ahead?.textContent).toContain('by itself');
    expect(ahead?.textContent).toMatch(/Opportunity \(1 record\)Every field that you may see/);
    expect(ahead?.textContent).toMatch(/Task \(12 records\)ActivityDate, Subject/);
  });

  test('is saved whole, oldest first, and cleared', async () => {
    const { session, saved } = opened(Array.from({ length: 130 }, (_, n) => read(n + 1)));
    await session.load();
    fireEvent.click(await screen.findByRole('button', { name: 'Save as CSV' }));
    await waitFor(() => expect(saved).toHaveLength(1));
    const { data } = Papa.parse<Record<string, string>>(saved[0]!.text, { header: true, skipEmptyLines: true });
    expect(data).toHaveLength(260);
    expect(data[0]).toEqual({
      time: '2026-11-24T09:00:01.000Z',
      host: HOST,
      call: '1',
      asked_for: 'yes',
      status: '200',
      object: 'Opportunity',
      fields: '',
      records: '1',
      answer_bytes: '1000',
    });
    expect(data[1]).toMatchObject({ object: 'Task', fields: 'ActivityDate Subject', answer_bytes: '' });
    fireEvent.click(screen.getByRole('button', { name: 'Save as JSON' }));
    await waitFor(() => expect(saved).toHaveLength(2));
    expect(JSON.parse(saved[1]!.text)).toHaveLength(130);
    fireEvent.click(screen.getByRole('button', { name: 'Clear the log' }));
    expect(await screen.findByText('The log is empty.')).toBeTruthy();
  });

  test('a name that a spreadsheet would work out, or with a comma in it, stays a text', () => {
    const csv = readsAsCsv([read(1, { reads: [{ object: '=1+1', fields: ['a,b', 'c"d'], count: null }] })]);
    const [row] = Papa.parse<Record<string, string>>(csv, { header: true }).data;
    expect(row).toMatchObject({ object: "'=1+1", fields: 'a,b c"d', records: '' });
    expect(JSON.parse(readsAsJson([read(2)]))[0]).toMatchObject({ call: 2, askedFor: false, bytes: 2000 });
  });
});
