import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { Fault } from './fault';
import type { OAuth } from './oauth';
import { answerOAuth, cookieOf } from './oauth-server';
import { htmlPage } from './pages/html';
import type { Answer } from './rest/answer';
import { type Api, writtenOut } from './rest/api';
import type { Sessions } from './sessions';
import type { Switches } from './switches';

/** Bytes of an address with its headers: 431 beyond, 414 where the address alone is longer (Salesforce Help 000386264). */
export const LONGEST_HEAD = 16_384;

export type Inside = {
  readonly api: Api;
  readonly oauth: OAuth;
  readonly sessions: Sessions;
  readonly switches: Switches;
  readonly now: () => string;
};

/** Answers a request to the API host: REST or the authorisation server. Gives the user and the status, 0: dropped. */
export async function answerApi(
  inside: Inside,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<{ readonly userId: string | null; readonly status: number }> {
  const { api, sessions, switches, oauth } = inside;
  const size = path.length + request.rawHeaders.reduce((sum, text) => sum + text.length + 2, 0);
  if (size > LONGEST_HEAD) {
    const status = path.length > LONGEST_HEAD ? 414 : 431;
    response.writeHead(status).end();
    return { userId: null, status };
  }
  const body = await bodyOf(request);
  if (switches.latency > 0) await wait(switches.latency);
  if (switches.slow?.match.test(writtenOut(path) + writtenOut(body))) await wait(switches.slow.ms);
  if (switches.dropped) {
    request.socket.destroy();
    return { userId: null, status: 0 };
  }
  if (/^\/services\/oauth2\/(?:authorize|token|revoke)\/?(?:\?|$)/.test(path)) {
    const user = sessions.find(cookieOf(request, 'sid'))?.userId;
    const url = new URL(path, `https://${api.host}`);
    const status = answerOAuth(oauth, request.method ?? '', url, body, user, response);
    return { userId: user ?? null, status };
  }
  const session = sessions.find(/^(?:Bearer|OAuth) (.+)$/.exec(request.headers.authorization ?? '')?.[1]);
  const answer = attempt((): Answer => {
    if (path.replace(/\/$/, '') === '/services/data')
      return api.route({ method: 'GET', url: path, body: undefined, headers: {} }, '');
    if (!session) throw new Fault(401, 'INVALID_SESSION_ID', 'Session expired or invalid');
    // Who lets only approved apps use the API lets those.
    if (!session.api || (switches.apiBlocked && !session.app))
      throw new Fault(401, 'INVALID_SESSION_ID', 'This session is not valid for use with the REST API');
    const headers = headersOf(request);
    return api.handle({ method: request.method ?? 'GET', url: path, body: parsed(body), headers }, session.userId);
  });
  response.setHeader('sforce-limit-info', api.usage);
  for (const [header, value] of Object.entries(answer.headers ?? {})) response.setHeader(header, value);
  if (switches.html) {
    htmlPage(
      response,
      200,
      '<title>Login | Salesforce</title><p>To access this page, you have to log in to Salesforce.</p>',
    );
  } else if (answer.body === undefined) response.writeHead(answer.status).end();
  else
    response
      .writeHead(answer.status, { 'content-type': 'application/json;charset=UTF-8' })
      .end(JSON.stringify(answer.body));
  return { userId: session?.userId ?? null, status: answer.status };
}

function attempt(work: () => Answer): Answer {
  try {
    return work();
  } catch (error) {
    if (error instanceof Fault) return { status: error.status, body: error.body() };
    console.error(error);
    return { status: 500, body: [{ message: 'An unexpected error occurred', errorCode: 'UNKNOWN_EXCEPTION' }] };
  }
}

function headersOf(request: IncomingMessage): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(request.headers).map(([header, value]) => [header, Array.isArray(value) ? value.join(', ') : value]),
  );
}

export async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function parsed(body: string): unknown {
  if (body === '') return undefined;
  try {
    return JSON.parse(body);
  } catch {
    throw new Fault(400, 'JSON_PARSER_ERROR', 'Unexpected character in the request body');
  }
}
