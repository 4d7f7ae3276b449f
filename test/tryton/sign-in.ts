import type { Http } from '../../src/crm/http';
import { trytonPages } from '../../src/crm/tryton/page';
import { TRYTON, type Tryton } from './server';

/** A user's session, as the web client keeps it in its page's storage. */
export type ClientSession = { readonly login: string; readonly user_id: number; readonly session: string };

type Asked = Pick<Tryton, 'url'>;

/** Signs in as somebody, as the web client does. */
export async function signIn({ url }: Asked, login: string): Promise<ClientSession> {
  const answer = await fetch(`${url}/${TRYTON.database}/`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      id: 0,
      method: 'common.db.login',
      params: [login, { password: TRYTON.password, device_cookie: null }, 'en'],
    }),
  });
  const { result } = (await answer.json()) as { readonly result: readonly [number, string] };
  return { login, user_id: result[0], session: result[1] };
}

/** Asks the server anything, writing too: what a test checks the product by must not come from the product. */
export async function ask(
  { url }: Asked,
  session: ClientSession,
  method: string,
  ...params: readonly unknown[]
): Promise<unknown> {
  const answer = await fetch(`${url}/${TRYTON.database}/`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: authorization(session) },
    body: JSON.stringify({ id: 1, method, params: isContext(params.at(-1)) ? params : [...params, { company: 1 }] }),
  });
  const body = (await answer.json()) as { readonly result?: unknown; readonly error?: unknown };
  if ('error' in body) throw new Error(`${method}: ${JSON.stringify(body.error)}`);
  return body.result;
}

/** Ends a session on the server; the client that has it learns of it with its next question. */
export async function signOut({ url }: Asked, session: ClientSession): Promise<void> {
  await fetch(`${url}/${TRYTON.database}/`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: authorization(session) },
    body: JSON.stringify({ id: 1, method: 'common.db.logout', params: [] }),
  });
}

function authorization({ login, user_id: user, session }: ClientSession): string {
  return `Session ${Buffer.from(`${login}:${user}:${session}`).toString('base64')}`;
}

/** A question ends in its context; one that brings none is asked for the one company there is. */
const isContext = (last: unknown) => typeof last === 'object' && last !== null && 'company' in last;

/** The way that a question goes in a browser - through the page, by the page's own rules - without a browser. */
export function throughThePage(
  { url }: Asked,
  session: () => ClientSession | null,
): Http & { readonly calls: string[] } {
  const calls: string[] = [];
  const { relay } = trytonPages;
  return {
    calls,
    async send({ url: address, body = '' }) {
      const path = new URL(address).pathname;
      const question = relay?.question(path, JSON.parse(body));
      if (!relay || question === undefined) throw new Error(`not passed on: ${body}`);
      calls.push(JSON.parse(body).method);
      const own = relay.session(path, (key) => {
        const kept = session();
        return key === `sao_session_${TRYTON.database}` && kept ? JSON.stringify(kept) : null;
      });
      if (!own) return { status: 401, headers: {}, text: '' };
      const answer = await fetch(url + path, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          'X-Requested-With': 'XMLHttpRequest',
          Authorization: own.authorization,
        },
        body: question,
      });
      return {
        status: answer.status,
        headers: { ...Object.fromEntries(answer.headers), 'session-user': own.user, 'session-login': own.login },
        text: await answer.text(),
      };
    },
  };
}
