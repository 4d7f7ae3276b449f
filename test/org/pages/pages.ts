import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Hosts } from '../hosts';
import { cookieOf } from '../oauth-server';
import type { Api } from '../rest/api';
import type { Sessions } from '../sessions';
import { htmlPage, redirect } from './html';
import { pageView } from './page-view';

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
    else if (host !== this.hosts.lightning) redirect(response, `https://${this.hosts.lightning}/lightning/page/home`);
    else if (url.pathname.startsWith('/services/')) {
      // A Lightning host is no API host: it sends the caller on, and the session does not go along.
      redirect(response, `https://${this.hosts.api}${path}`);
    } else if (url.pathname.startsWith('/assets/')) this.#asset(url.pathname, response);
    else if (!session) this.#signedOut(response);
    else if (url.pathname === '/aura') this.#view(url, session.userId, response);
    else this.#shell(response);
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

  #shell(response: ServerResponse): void {
    htmlPage(response, 200, shell(this.api.switches.hostile));
  }

  #view(url: URL, userId: string, response: ServerResponse): void {
    const view = pageView(this.api.organisation, url.searchParams.get('path') ?? '', userId);
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

function shell(hostile: boolean): string {
  return `<title>Lightning Experience | Salesforce</title><meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/assets/slds/styles/salesforce-lightning-design-system.min.css"><link rel="stylesheet" href="/assets/page.css">
${hostile ? '<link rel="stylesheet" href="/assets/hostile.css">' : ''}
<body class="desktop"><div id="auraLoadingBox" hidden></div>
<header class="slds-global-header_container"></header><main id="pages"></main><footer class="utility-bar" aria-label="Utility bar"></footer>
<script type="module" src="/assets/app.js"></script></body>`;
}
