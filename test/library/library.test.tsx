// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, describe, expect, test } from 'vitest';
import { Library } from '../../src/library/library';
import { librarySession } from '../../src/library/shelf';
import type { Ahead, Keeping, RoomMadeCard } from '../../src/messages/ahead';
import type { CachedRecord } from '../../src/messages/cards/cached-record';
import { Speaking } from '../../src/ui/language/speech';
import { joinedEnds } from '../panel/ends';
import { NOW, REF } from '../panel/readings';
import { english } from '../ui/english';

afterEach(cleanup);

function cached(id: string, name: string, account: string | null, owner: string | null): CachedRecord {
  const key = { crm: 'salesforce', organisation: '00DA', user: '005A', id } as const;
  return { key, ref: { ...REF, id }, name, account, owner, asOf: NOW, pinned: false };
}

const RECORDS = [
  cached('006A', 'Sonron: GTX Pro rollout', 'Sonron', 'Cecily Lampkin'),
  cached('006B', 'Überholung der Anlage', 'Zathunicon', 'Jörg Müller'),
  cached('006C', '<img src=x onerror=alert(1)>', null, null),
];

const AHEAD: readonly Ahead[] = [
  {
    host: 'acme.lightning.force.com',
    user: 'Cecily',
    is: 'reading',
    what: 'ahead_dossiers',
    done: 12,
    of: 45,
    left: 150_000,
    until: null,
  },
];
const KEEPING: Keeping = {
  on: true,
  share: 0.05,
  ahead: [],
  calls: [],
  pinned: [],
  deals: 3,
  tended: 3,
  reads: 0,
  roomMade: null,
};

function opened(records: readonly CachedRecord[] = RECORDS, page = 100, made: RoomMadeCard | null = null) {
  let kept = [...records];
  const ends = joinedEnds({
    cached: ({ query, after }) => {
      const from = after?.[0] ?? 0;
      const found = kept.filter(({ name, account }) => `${name} ${account}`.toLowerCase().includes(query));
      const next = found.length > from + page ? ([from + page, '', ''] as const) : null;
      return { records: found.slice(from, from + page), next, all: kept.length, roomMade: made };
    },
    pin: () => null,
    present: () => null,
    keeping: () => ({ ...KEEPING, ahead: AHEAD }),
    keep: ({ stopped }) => ({
      ...KEEPING,
      ahead: AHEAD.map((one) => ({ ...one, is: stopped === true ? 'stopped' : 'reading' })),
    }),
    toldOfRoom: () => {
      made = null;
      return null;
    },
    forget: ({ key }) => {
      kept = kept.filter((record) => record.key.id !== key.id);
      return null;
    },
    forgetAll: () => {
      kept = [];
      return null;
    },
  });
  const session = librarySession(ends.client);
  const { container } = render(
    <Speaking value={english}>
      <Library session={session} panelUrl="panel.html" />
    </Speaking>,
  );
  return { ...ends, session, container };
}

const names = () => screen.getAllByRole('listitem').map((item) => item.querySelector('b')?.textContent);

describe('the library', () => {
  test('lists what the background keeps, with whose it is and how old it is', async () => {
    const { session } = opened();
    await session.load();
    await waitFor(() => expect(names()).toEqual(RECORDS.map(({ name }) => name)));
    const first = screen.getAllByRole('listitem')[0] as HTMLElement;
    expect(first.textContent).toContain('Cecily Lampkin');
    expect(first.textContent).toMatch(/as of Nov 24/);
  });

  test('a name with markup in it is text', async () => {
    const { session, container } = opened();
    await session.load();
    await waitFor(() => expect(names()).toHaveLength(3));
    expect(container.querySelector('img')).toBeNull();
  });

  test('narrows the list as one types, and says how many are left', async () => {
    const { session } = opened();
    await session.load();
    const box = await screen.findByRole('searchbox', { name: 'Find by name, account or owner' });
    fireEvent.input(box, { target: { value: 'zathu' } });
    await waitFor(() => expect(names()).toEqual(['Überholung der Anlage']));
    expect(screen.getByText('1 of 3')).toBeTruthy();
  });

  test('of many, shows the first and then more; narrowing begins again', async () => {
    const many = Array.from({ length: 5 }, (_, n) => cached(`006${n}`, n % 2 ? `Odd ${n}` : `Even ${n}`, null, null));
    const { session } = opened(many, 2);
    await session.load();
    await waitFor(() => expect(names()).toEqual(['Even 0', 'Odd 1']));
    expect(screen.getByText('The first 2 of 5 deals kept')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Show more' }));
    await waitFor(() => expect(names()).toHaveLength(4));
    await session.load();
    expect(names()).toHaveLength(4);
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'odd' } });
    await waitFor(() => expect(names()).toEqual(['Odd 1', 'Odd 3']));
    expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
  });

  test('a deal of which only the line is kept says so; a pin is one press', async () => {
    const { session, asked } = opened([{ ...cached('006A', 'Listed', null, null), asOf: null }]);
    await session.load();
    expect((await screen.findByRole('listitem')).textContent).toContain('only listed so far');
    fireEvent.click(screen.getByRole('button', { name: /^Pin Listed/, pressed: false }));
    await screen.findByRole('button', { name: /^Pin Listed/, pressed: true });
    expect(asked.at(-1)).toEqual({
      call: 'pin',
      request: { key: expect.objectContaining({ id: '006A' }), pinned: true },
    });
  });

  test('says what is read ahead, how far and how much longer; it can be stopped and gone on with', async () => {
    const { session, server, container } = opened();
    await session.load();
    await session.present(true);
    await waitFor(() =>
      expect(container.textContent).toContain('Reading your open deals: 12 of 45, about 3 minutes left'),
    );
    expect(screen.getByRole('progressbar', { name: 'Reading your open deals' })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Stop' }));
    await waitFor(() => expect(container.textContent).toContain('Reading your open deals is stopped (12 of 45).'));
    fireEvent.click(screen.getByRole('button', { name: 'Go on' }));
    await screen.findByRole('button', { name: 'Stop' });
    server().push('ahead', [{ ...AHEAD[0]!, is: 'fresh', done: 45, left: null }]);
    await waitFor(() => expect(container.textContent).toMatch(/45 deals are kept fresh/));
    server().push('ahead', [{ ...AHEAD[0]!, is: 'share', left: null }]);
    await waitFor(() => expect(container.textContent).toMatch(/goes on tomorrow \(12 of 45\)/));
  });

  test('says once that deals had to make room', async () => {
    const { session, container } = opened(RECORDS, 100, { at: NOW, deals: 20 });
    await session.load();
    await waitFor(() => expect(container.textContent).toMatch(/so 20 deals that nobody had looked at/));
    fireEvent.click(screen.getByRole('button', { name: 'All right' }));
    await waitFor(() => expect(container.textContent).not.toContain('20 deals'));
    await session.load();
    expect(container.textContent).not.toContain('20 deals');
  });

  test('opens a deal in the same panel, told that it is inside the library', async () => {
    const { session, container } = opened();
    await session.load();
    fireEvent.click(await screen.findByRole('button', { name: /^Sonron/, pressed: false }));
    await waitFor(() => expect(container.querySelector('iframe')).not.toBeNull());
    expect(container.querySelector('iframe')?.getAttribute('src')).toBe(
      'panel.html?in=library#salesforce/acme.lightning.force.com/opportunity/006A',
    );
    expect(container.querySelector('iframe')?.title).toBe('Sonron: GTX Pro rollout');
  });

  test('forgets one deal only after a yes', async () => {
    const { session, asked } = opened();
    await session.load();
    fireEvent.click(await screen.findByRole('button', { name: 'Forget Sonron: GTX Pro rollout' }));
    fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Keep' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(asked.map(({ call }) => call)).not.toContain('forget');
    fireEvent.click(screen.getByRole('button', { name: 'Forget Sonron: GTX Pro rollout' }));
    fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Forget' }));
    await waitFor(() => expect(names()).toEqual(RECORDS.slice(1).map(({ name }) => name)));
    expect(asked.find(({ call }) => call === 'forget')?.request).toEqual({ key: RECORDS[0]?.key });
  });

  test('takes the keyboard to the deal that is opened, and back to its line', async () => {
    const { session } = opened();
    await session.load();
    const line = await screen.findByRole('button', { name: /^Überholung der Anlage/ });
    fireEvent.click(line);
    const close = await screen.findByRole('button', { name: 'Close this deal' });
    await waitFor(() => expect(document.activeElement).toBe(close));
    fireEvent.click(close);
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Close this deal' })).toBeNull());
    expect(document.activeElement).toBe(line);
  });

  test('forgets all after a yes, closes what was open, and says how it fills again', async () => {
    const { session, container } = opened();
    await session.load();
    fireEvent.click(await screen.findByRole('button', { name: /^Sonron/, pressed: false }));
    fireEvent.click(screen.getByRole('button', { name: 'Forget all' }));
    fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Forget' }));
    expect(await screen.findByText(/^Nothing yet\. Open an opportunity/)).toBeTruthy();
    expect(container.querySelector('iframe')).toBeNull();
  });

  test('a background that is gone is said, and nothing is taken for forgotten', async () => {
    const session = librarySession(joinedEnds({}).client);
    render(
      <Speaking value={english}>
        <Library session={session} panelUrl="panel.html" />
      </Speaking>,
    );
    await session.load();
    expect((await screen.findByRole('alert')).textContent).toContain('Reload this page');
  });

  test('axe finds nothing, with a deal open and without', async () => {
    const { session, container } = opened();
    await session.load();
    await screen.findByRole('searchbox');
    const rules = { 'color-contrast': { enabled: false } };
    const check = async () => (await axe.run(container, { rules, iframes: false })).violations.map(({ id }) => id);
    expect(await check()).toEqual([]);
    session.openRecord(RECORDS[0] ?? null);
    await waitFor(() => expect(container.querySelector('iframe')).not.toBeNull());
    expect(await check()).toEqual([]);
  });
});
