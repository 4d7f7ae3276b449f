// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, describe, expect, test } from 'vitest';
import type { AppProblem } from '../../../src/core/model/app-problem';
import { ok, problem } from '../../../src/core/value/result';
import type { ConnectionCard } from '../../../src/messages/cards/connection-card';
import { Connections } from '../../../src/options/connections/connections';
import { connectionsSession } from '../../../src/options/connections/session';
import { Speaking } from '../../../src/ui/language/speech';
import { joinedEnds } from '../../panel/ends';
import { english } from '../../ui/english';

afterEach(cleanup);

const HOST = 'acme.lightning.force.com';
const REDIRECT = 'https://abcdef.chromiumapp.org/';
const CARD: ConnectionCard = { host: HOST, user: 'Cecily Lampkin', way: 'session', problem: null, client: null };
const CLIENT = { clientId: '3MVG9.an-app', from: 'entered' } as const;
const BLOCKED: ConnectionCard = {
  ...CARD,
  user: null,
  way: null,
  problem: { kind: 'blocked', words: '' },
  client: CLIENT,
};

async function opened(
  cards: readonly ConnectionCard[],
  answering: Parameters<typeof joinedEnds>[0] = {},
  { fragment = '', copy = async (_: string) => undefined as undefined } = {},
) {
  const ends = joinedEnds({ connections: () => ({ cards, redirectUrl: REDIRECT }), ...answering });
  const session = connectionsSession(ends.client, fragment, copy);
  const { container } = render(
    <Speaking value={english}>
      <main>
        <h1>Options</h1>
        <Connections session={session} />
      </main>
    </Speaking>,
  );
  await session.load();
  await screen.findByText('Ways into Salesforce');
  return { ...ends, session, container };
}

describe('how each organisation is reached', () => {
  test('is said with who is signed in', async () => {
    await opened([CARD, { ...CARD, host: 'beta.lightning.force.com', way: 'app', client: CLIENT }]);
    const [one, two] = screen.getAllByRole('listitem');
    expect(one?.textContent).toContain('Reached with your Salesforce session, as Cecily Lampkin.');
    expect(two?.textContent).toContain('Reached through the approved app, as Cecily Lampkin.');
    expect(within(two!).getByRole('button', { name: 'Disconnect the app' })).toBeTruthy();
    expect(within(one!).queryByRole('button', { name: 'Sign in through the app' })).toBeNull();
  });

  test('the host that the user came for is asked for; a fragment that is none is not', async () => {
    const { asked } = await opened([], {}, { fragment: `#connection=${HOST}` });
    expect(asked[0]?.request).toEqual({ also: HOST });
    cleanup();
    const other = await opened([], {}, { fragment: '#connection=<b>x</b>' });
    expect(other.asked[0]?.request).toEqual({ also: null });
  });

  test('has nothing that a screen reader could not read', async () => {
    const { container } = await opened([BLOCKED]);
    const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map(({ id }) => id)).toEqual([]);
  });
});

describe('the approved app', () => {
  test('is entered, kept without the space around it, and forgotten with nothing', async () => {
    const { asked, session } = await opened([{ ...BLOCKED, client: null }], { setAppClient: () => true });
    const button = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Keep the client id' });
    const field = screen.getByLabelText<HTMLInputElement>(/Client id/);
    for (const [typed, kept] of [
      ['  3MVG9.new ', '3MVG9.new'],
      ['  ', null],
    ] as const) {
      await waitFor(() => expect(session.store.getState().busy).toBeNull());
      await waitFor(() => expect(button().disabled).toBe(false));
      fireEvent.input(field, { target: { value: typed } });
      fireEvent.click(button());
      await expect
        .poll(() => asked.filter(({ call }) => call === 'setAppClient').at(-1)?.request)
        .toEqual({
          host: HOST,
          clientId: kept,
        });
    }
  });

  test('that is no client id is told so', async () => {
    const { session } = await opened([{ ...BLOCKED, client: null }], { setAppClient: () => false });
    await session.enter(HOST, 'https://evil.example.com');
    expect(await screen.findByText(/This is no client id/)).toBeTruthy();
  });

  test("of the administrator's is shown, and not to be changed", async () => {
    await opened([{ ...BLOCKED, client: { clientId: '3MVG9.theirs', from: 'administrator' } }]);
    expect(screen.getByText(/3MVG9\.theirs/)).toBeTruthy();
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  test('is signed in to with one press, and disconnected with one', async () => {
    const { asked, session } = await opened([BLOCKED], { connectApp: () => ok(null), disconnectApp: () => null });
    fireEvent.click(screen.getByRole('button', { name: 'Sign in through the app' }));
    await expect.poll(() => session.store.getState().news).toEqual({ host: HOST, problem: null });
    await session.disconnect(HOST);
    expect(asked.map(({ call }) => call)).toEqual([
      'connections',
      'connectApp',
      'connections',
      'disconnectApp',
      'connections',
    ]);
  });

  const told: readonly (readonly [AppProblem, RegExp])[] = [
    [{ kind: 'no-client' }, /client id of the approved app is needed first/],
    [{ kind: 'app-blocked' }, /has blocked the app.*Connected Apps OAuth Usage/],
    [{ kind: 'app-not-installed' }, /not installed in your organisation/],
    [{ kind: 'unknown-client' }, /knows no app of this client id/],
    [{ kind: 'redirect-mismatch' }, /registers it as a callback: https:\/\/abcdef\.chromiumapp\.org\//],
    [{ kind: 'denied' }, /did not allow the access/],
    [{ kind: 'sign-in-again' }, /has ended. Sign in through the app again/],
    [{ kind: 'closed' }, /closed before anything was granted.*https:\/\/abcdef\.chromiumapp\.org\//],
    [{ kind: 'forged' }, /did not belong to this sign-in/],
    [{ kind: 'other-organisation' }, /another organisation/],
    [{ kind: 'container' }, /outside this container/],
    [{ kind: 'offline' }, /did not answer/],
    [{ kind: 'not-the-crm' }, /was not Salesforce/],
    [{ kind: 'refused', words: '<b>odd</b>' }, /Salesforce refused: <b>odd<\/b>/],
  ];
  test.each(told)('%j is told in a sentence', async (refusal, words) => {
    const { session, container } = await opened([BLOCKED], { connectApp: () => problem(refusal) });
    await session.connect(HOST);
    await expect.poll(() => container.querySelector('.alarm')?.textContent).toMatch(words);
    expect(container.querySelector('.alarm b')).toBeNull();
  });

  test('needs an address registered, which one press copies', async () => {
    let copied = '';
    const { container } = await opened(
      [BLOCKED],
      {},
      {
        copy: async (text) => {
          copied = text;
          return undefined;
        },
      },
    );
    expect(container.querySelector('code')?.textContent).toBe(REDIRECT);
    fireEvent.click(screen.getByRole('button', { name: 'Copy the address' }));
    expect(await screen.findByText('Copied.')).toBeTruthy();
    expect(copied).toBe(REDIRECT);
  });

  test('whose address the browser does not copy says so', async () => {
    await opened([BLOCKED], {}, { copy: () => Promise.reject(new Error('denied')) });
    fireEvent.click(screen.getByRole('button', { name: 'Copy the address' }));
    expect(await screen.findByText(/copy it by hand/)).toBeTruthy();
  });
});
