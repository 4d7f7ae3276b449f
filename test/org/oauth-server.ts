import type { IncomingMessage, ServerResponse } from 'node:http';
import type { OAuth } from './oauth';

/** Answers a request under `/services/oauth2`. Returns the status. */
export function answerOAuth(
  oauth: OAuth,
  method: string,
  url: URL,
  body: string,
  userId: string | undefined,
  response: ServerResponse,
): number {
  const what = url.pathname.slice('/services/oauth2/'.length);
  const answer =
    what === 'authorize'
      ? oauth.authorize(url.searchParams, userId)
      : what === 'token' && method === 'POST'
        ? oauth.token(new URLSearchParams(body))
        : what === 'revoke' && method === 'POST'
          ? oauth.revoke(new URLSearchParams(body))
          : { status: 404, body: [{ errorCode: 'NOT_FOUND', message: 'no such resource' }] };
  if ('redirect' in answer) response.writeHead(302, { location: answer.redirect }).end();
  else if ('page' in answer) {
    const decide = (decided: string, words: string) => {
      const query = new URLSearchParams(url.searchParams);
      query.set('decided', decided);
      return `<a id="${decided}" href="${url.pathname}?${query.toString().replaceAll('&', '&amp;')}">${words}</a> `;
    };
    response
      .writeHead(200, { 'content-type': 'text/html;charset=utf-8' })
      .end(
        `<!doctype html><title>Salesforce</title><h1>${answer.page}</h1>${answer.page === 'Allow Access?' ? decide('yes', 'Allow') + decide('no', 'Deny') : ''}${answer.page === 'Log in' ? logIn(url) : ''}`,
      );
  } else
    response
      .writeHead(answer.status, { 'content-type': 'application/json;charset=UTF-8' })
      .end(JSON.stringify(answer.body));
  return response.statusCode;
}

/** Signs in, and goes on with what was asked for. */
function logIn({ pathname, search }: URL): string {
  const to = `${pathname}${search}`.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return `<form action="/stand-in/login"><label>Username <input name="as"></label><input type="hidden" name="to" value="${to}"><input type="hidden" name="back" value="api"><button>Log In</button></form>`;
}

export function cookieOf(request: IncomingMessage, name: string): string | undefined {
  const found = (request.headers.cookie ?? '').split(/;\s*/).find((one) => one.startsWith(`${name}=`));
  return found?.slice(name.length + 1);
}
