import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { Fault } from '../fault';
import { bodyOf } from '../gate';
import type { Hosts } from '../hosts';
import { cookieOf } from '../oauth-server';
import type { Api } from '../rest/api';
import type { Sessions } from '../sessions';
import { htmlPage, redirect } from './html';
import { classicPage, visualforcePage } from './old-pages';
import { pageView } from './page-view';
import { placeOf } from './places';
import { saveInPage } from './save';

const SLDS = join(import.meta.dirname, '../../../node_modules/@salesforce-ux/design-system/assets');
const OWN = import.meta.dirname;

/** The pages of the organisation: a single-page app under Lightning's addresses, and a sign-in that only the stand-in has. */
export class Pages {
  constructor(
    readonly api: Api,
    readonly sessions: Sessions,
    readonly hosts: Hosts,
  ) {}

  /** Answers a page request. Returns the user who made it, if any. */
  async serve(host: string, path: string, request: IncomingMessage, response: ServerResponse): Promise<string | null> {
    const url = new URL(path, `https://${host}`);
    const session = this.sessions.find(cookieOf(request, 'sid'));
    if (url.pathname === '/stand-in/login') this.#signIn(host, url, response);
    else if (url.pathname === '/stand-in/stale') this.#leaveStale(url, response);
    else if (url.pathname === '/servlet/servlet.su') this.#goOnAs(url, session?.userId, response);
    else if (url.pathname.startsWith('/assets/')) this.#asset(url.pathname, response);
    else if (host === this.hosts.visualforce) this.#visualforce(url, session?.userId, response);
    else if (host === this.hosts.setUp) htmlPage(response, 200, '<title>Setup | Salesforce</title><h1>Setup</h1>');
    else if (host === this.hosts.api) this.#classic(url, session?.userId, response);
    else if (host !== this.hosts.lightning) redirect(response, `https://${this.hosts.lightning}/lightning/page/home`);
    else if (url.pathname.startsWith('/services/')) {
      // A Lightning host is no API host: it sends the caller on, and the session does not go along.
      redirect(response, `https://${this.hosts.api}${path}`);
    } else if (!session) this.#signedOut(response);
    else if (url.pathname === '/aura' && request.method === 'POST')
      this.#save(session.userId, await bodyOf(request), response);
    else if (url.pathname === '/aura') this.#view(url, session.userId, response);
    else this.#shell(url, response);
    return session?.userId ?? null;
  }

  /** Signs in over both hosts, since each sets its own cookie: the page's first, then the one the API takes. */
  #signIn(host: string, url: URL, response: ServerResponse): void {
    const name = url.searchParams.get('as') ?? '';
    const to = url.searchParams.get('to') ?? '/lightning/page/home';
    const back = url.searchParams.get('back');
    const user = this.api.organisation.tables
      .get('user')
      ?.rows.find(({ Name, Username }) => Name === name || Username === name);
    if (!user) {
      response.writeHead(404, { 'content-type': 'text/plain;charset=utf-8' }).end(`No user called ${name} here.`);
      return;
    }
    const isApi = host === this.hosts.api;
    const sid = this.sessions.open(String(user.Id), isApi);
    response.setHeader('set-cookie', `sid=${sid}; Path=/; Secure; HttpOnly; SameSite=None`);
    const place = to.startsWith('/') ? to : '/';
    const query = `as=${encodeURIComponent(name)}&to=${encodeURIComponent(to)}`;
    if (!isApi) redirect(response, `https://${this.hosts.api}/stand-in/login?${query}`);
    else redirect(response, `https://${back === 'api' ? this.hosts.api : this.hosts.lightning}${place}`);
  }

  /** Leaves a dead session of a domain that the organisation had before, then signs in. */
  #leaveStale(url: URL, response: ServerResponse): void {
    response.setHeader('set-cookie', `sid=${this.sessions.stale()}; Path=/; Secure; HttpOnly; SameSite=None`);
    redirect(response, `https://${this.hosts.lightning}/stand-in/login${url.search}`);
  }

  /** An administrator goes on as somebody else. */
  #goOnAs(url: URL, userId: string | undefined, response: ServerResponse): void {
    const users = this.api.organisation.tables.get('user');
    const other = users?.byId(url.searchParams.get('suorgadminid') ?? '');
    if (users?.byId(userId ?? '')?.Title !== 'Administrator' || !other) {
      htmlPage(response, 403, '<title>Insufficient Privileges</title><h1>Insufficient Privileges</h1>');
      return;
    }
    const to = url.searchParams.get('targetURL') ?? '/lightning/page/home';
    const query = `as=${encodeURIComponent(String(other.Name))}&to=${encodeURIComponent(to)}`;
    redirect(response, `https://${this.hosts.lightning}/stand-in/login?${query}`);
  }

  #signedOut(response: ServerResponse): void {
    htmlPage(response, 200, '<title>Login | Salesforce</title><h1>Signed out</h1><p>Your session has ended.</p>');
  }

  #shell(url: URL, response: ServerResponse): void {
    const { hostile, console } = this.api.switches;
    htmlPage(response, 200, shell(hostile, console, url.searchParams.get('hostile') === '1'));
  }

  /** Classic record pages, and the way to a session of the Visualforce host. */
  #classic(url: URL, userId: string | undefined, response: ServerResponse): void {
    if (userId === undefined) {
      this.#signedOut(response);
      return;
    }
    const id = /^\/((?:006|001)\w{15}|(?:006|001)\w{12})(?:\/\w)?\/?$/.exec(url.pathname)?.[1];
    const body = id === undefined ? null : classicPage(this.api.callOf(userId), placeOf(`/lightning/r/${id}`).id ?? '');
    if (url.pathname === '/visualforce/session') {
      const sid = this.sessions.open(userId, false);
      const to = encodeURIComponent(url.searchParams.get('url') ?? '/');
      redirect(response, `https://${this.hosts.visualforce}/secur/contentDoor?sid=${encodeURIComponent(sid)}&to=${to}`);
    } else if (body !== null) htmlPage(response, 200, body);
    else if (id !== undefined) htmlPage(response, 404, '<title>Not found</title><h1>Data Not Available</h1>');
    else redirect(response, `https://${this.hosts.lightning}/lightning/page/home`);
  }

  /** Visualforce has a host of its own, with a session of its own that opens no API. */
  #visualforce(url: URL, userId: string | undefined, response: ServerResponse): void {
    if (url.pathname === '/secur/contentDoor') {
      const sid = url.searchParams.get('sid') ?? '';
      response.setHeader('set-cookie', `sid=${sid}; Path=/; Secure; HttpOnly; SameSite=None`);
      redirect(
        response,
        new URL(url.searchParams.get('to') ?? '/', url).pathname +
          new URL(url.searchParams.get('to') ?? '/', url).search,
      );
    } else if (userId === undefined) {
      redirect(response, `https://${this.hosts.api}/visualforce/session?url=${encodeURIComponent(url.href)}`);
    } else {
      const id = placeOf(`/lightning/r/${url.searchParams.get('id') ?? ''}`).id ?? '';
      const body = url.pathname.startsWith('/apex/') ? visualforcePage(this.api.callOf(userId), id) : null;
      htmlPage(response, body === null ? 404 : 200, body ?? '<title>Not found</title><h1>Page not found</h1>');
    }
  }

  #save(userId: string, body: string, response: ServerResponse): void {
    const answer = (status: number, json: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json;charset=UTF-8' }).end(JSON.stringify(json));
    try {
      saveInPage(this.api.callOf(userId), JSON.parse(body));
      answer(200, {});
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      answer(error.status, error.body());
    }
  }

  #view(url: URL, userId: string, response: ServerResponse): void {
    const view = pageView(this.api.callOf(userId), url.searchParams.get('path') ?? '');
    response
      .writeHead(view === null ? 404 : 200, { 'content-type': 'application/json;charset=UTF-8' })
      .end(JSON.stringify(view));
  }

  #asset(path: string, response: ServerResponse): void {
    const name = path.slice('/assets/'.length);
    const file = name.startsWith('slds/') ? join(SLDS, name.slice('slds/'.length)) : join(OWN, name);
    const allowed = !name.includes('..') && (name.startsWith('slds/') || /^[\w-]+\.(?:css|js)$/.test(name));
    const types: Readonly<Record<string, string>> = {
      css: 'text/css',
      js: 'text/javascript',
      svg: 'image/svg+xml',
      woff2: 'font/woff2',
      woff: 'font/woff',
      png: 'image/png',
    };
    try {
      if (!allowed) throw new Error('not an asset');
      const body = readFileSync(file);
      response
        .writeHead(200, {
          'content-type': types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
          'cache-control': 'max-age=3600',
        })
        .end(body);
    } catch {
      response.writeHead(404).end();
    }
  }
}

function shell(hostile: boolean, console: boolean, veryHostile: boolean): string {
  return `<title>Lightning Experience | Salesforce</title><meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/assets/slds/styles/salesforce-lightning-design-system.min.css"><link rel="stylesheet" href="/assets/page.css">
${hostile ? '<link rel="stylesheet" href="/assets/hostile.css">' : ''}${veryHostile ? '<link rel="stylesheet" href="/assets/hostile-page.css">' : ''}
<body class="desktop${console ? ' console' : ''}"><div id="auraLoadingBox" hidden></div>
<header class="slds-global-header_container"></header><div id="tabs" role="tablist"></div><main id="pages"></main><footer class="utility-bar" aria-label="Utility bar"></footer>
${veryHostile ? '<script src="/assets/hostile-page.js"></script>' : ''}<script type="module" src="/assets/app.js"></script></body>`;
}
