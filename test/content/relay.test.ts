import { beforeEach, describe, expect, test, vi } from 'vitest';
import { trytonPages } from '../../src/crm/tryton/page';

const said: unknown[] = [];
const storage = new Map<string, string>();
const sent: { readonly url: string; readonly init: RequestInit }[] = [];
let answer: () => Response;

vi.stubGlobal('chrome', { runtime: { id: 'goalside', sendMessage: async (message: unknown) => said.push(message) } });
vi.stubGlobal('localStorage', { getItem: (key: string) => storage.get(key) ?? null });
vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
  sent.push({ url, init });
  return answer();
});

const { relay: relayBy } = await import('../../src/content/relay');
const relay = (call: Parameters<typeof relayBy>[1]) => relayBy(trytonPages, call);

const SECRET = '4f79c521ab';
const signIn = (user_id: number, session = SECRET) =>
  storage.set('sao_session_goalside', JSON.stringify({ login: 'bea', user_id, session }));
const body = (method: string) => JSON.stringify({ id: 3, method, params: [[35], {}] });
const READ = { crm: 'tryton', path: '/goalside/', body: body('model.sale.opportunity.read'), user: '4' } as const;

beforeEach(() => {
  said.length = 0;
  sent.length = 0;
  storage.clear();
  signIn(4);
  answer = () => new Response('{"id":0,"result":[]}', { headers: { date: 'Tue, 24 Nov 2026 03:31:49 GMT' } });
});

describe('a question through the page', () => {
  test("goes to the page's own server, with the page's own session, and the answer comes back without it", async () => {
    const back = await relay(READ);
    expect(back).toEqual({
      status: 200,
      text: '{"id":0,"result":[]}',
      date: 'Tue, 24 Nov 2026 03:31:49 GMT',
      login: 'bea',
      user: '4',
    });
    expect(JSON.stringify(back)).not.toContain(SECRET);
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({
      url: '/goalside/',
      init: {
        method: 'POST',
        redirect: 'manual',
        headers: {
          authorization: `Session ${btoa(`bea:4:${SECRET}`)}`,
          'x-requested-with': 'XMLHttpRequest',
        },
      },
    });
  });

  test('with nothing to ask, it is told who is signed in, and the server is not asked', async () => {
    expect(await relay({ ...READ, body: '', user: '' })).toMatchObject({ user: '4', login: 'bea' });
    expect(sent).toEqual([]);
  });

  test.each([
    ['a method that writes', { ...READ, body: body('model.sale.opportunity.write') }],
    ['another host', { ...READ, path: 'https://evil.example/goalside/' }],
    ['a host in disguise', { ...READ, path: '//evil.example/' }],
    ['a path of another kind', { ...READ, path: '/goalside/bus' }],
    ['what is no JSON', { ...READ, body: 'model.sale.opportunity.read' }],
    ['JSON of another shape', { ...READ, body: '[]' }],
    ['a CRM that is reached otherwise', { ...READ, crm: 'salesforce' as const }],
    ['a CRM that there is not', { ...READ, crm: '__proto__' as 'tryton' }],
  ])('%s is not passed on', async (_, request) => {
    await expect(relay(request)).rejects.toThrow();
    expect(sent).toEqual([]);
  });

  test("another user's question is refused, and so is one while nobody is signed in", async () => {
    expect(await relay({ ...READ, user: '5' })).toMatchObject({ status: 401, text: '', user: '4' });
    expect(await relay({ ...READ, user: '' })).toMatchObject({ status: 401 });
    storage.clear();
    expect(await relay(READ)).toMatchObject({ status: 401, user: '' });
    expect(sent).toEqual([]);
  });
});

describe('a session that has ended', () => {
  test('is told once somebody has signed in again, and not before', async () => {
    vi.useFakeTimers();
    answer = () => new Response('', { status: 401 });
    expect(await relay(READ)).toMatchObject({ status: 401 });
    await relay(READ);
    await vi.advanceTimersByTimeAsync(5000);
    expect(said).toEqual([]);
    signIn(4, 'another');
    await vi.advanceTimersByTimeAsync(5000);
    expect(said).toEqual(['signed-in']);
    expect(JSON.stringify(said)).not.toContain('another');
    vi.useRealTimers();
  });
});
