// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, describe, expect, test } from 'vitest';
import { Library } from '../../src/library/library';
import { found } from '../../src/library/search';
import { librarySession } from '../../src/library/shelf';
import type { CachedRecord } from '../../src/messages/page-and-background';
import { Speaking } from '../../src/ui/language/speech';
import { joinedEnds } from '../panel/ends';
import { NOW, REF } from '../panel/readings';
import { english } from '../ui/english';

afterEach(cleanup);

function cached(id: string, name: string, account: string | null, owner: string | null): CachedRecord {
  const key = { crm: 'salesforce', organisation: '00DA', user: '005A', id } as const;
  return { key, ref: { ...REF, id }, name, account, owner, asOf: NOW };
}

const RECORDS = [
  cached('006A', 'Sonron: GTX Pro rollout', 'Sonron', 'Cecily Lampkin'),
  cached('006B', 'Überholung der Anlage', 'Zathunicon', 'Jörg Müller'),
  cached('006C', '<img src=x onerror=alert(1)>', null, null),
];

function opened(records: readonly CachedRecord[] = RECORDS) {
  let kept = [...records];
  const ends = joinedEnds({
    cached: () => kept,
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

describe('finding a cached deal', () => {
  test.each([
    ['', ['006A', '006B', '006C']],
    ['  sonron ', ['006A']],
    ['uberholung', ['006B']],
    ['MULLER', ['006B']],
    ['cecily gtx', ['006A']],
    ['cecily anlage', []],
  ])('%j', (query, ids) => {
    expect(found(RECORDS, query).map(({ key }) => key.id)).toEqual(ids);
  });
});

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
    expect(screen.getByRole('status').textContent).toBe('1 of 3');
  });

  test('opens a deal in the same panel, told that it is inside the library', async () => {
    const { session, container } = opened();
    await session.load();
    fireEvent.click(await screen.findByRole('button', { name: /Sonron/, pressed: false }));
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
    expect(asked.map(({ call }) => call)).toEqual(['cached']);
    fireEvent.click(screen.getByRole('button', { name: 'Forget Sonron: GTX Pro rollout' }));
    fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Forget' }));
    await waitFor(() => expect(names()).toEqual(RECORDS.slice(1).map(({ name }) => name)));
    expect(asked.find(({ call }) => call === 'forget')?.request).toEqual({ key: RECORDS[0]?.key });
  });

  test('forgets all after a yes, closes what was open, and says how it fills again', async () => {
    const { session, container } = opened();
    await session.load();
    fireEvent.click(await screen.findByRole('button', { name: /Sonron/, pressed: false }));
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
