import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Organisation } from '../records/organisation';
import type { Sessions } from '../sessions';
import type { Switches } from '../switches';
import { pageView } from './page-view';

const SLDS = join(import.meta.dirname, '../../../node_modules/@salesforce-ux/design-system/assets');
const OWN = import.meta.dirname;

/** As strict as Lightning's own: no inline script or style, nothing from elsewhere. */
const CSP =
  "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; frame-ancestors 'self'; object-src 'none'; base-uri 'self'";

type Hosts = { readonly lightning: string; readonly api: string };

/** The pages of the organisation: a single-page app under Lightning's addresses, and a sign-in that only the stand-in has. */
export class Pages {
  constructor(
    readonly organisation: Organisation,
    readonly sessions: Sessions,
    readonly switches: Switches,
    readonly hosts: Hosts,
  ) {}

  /** Answers a page request. Returns the user who made it, if any. */
  serve(host: string, path: string, request: IncomingMessage, response: ServerResponse): string | null {
    const url = new URL(path, `https://${host}`);
    const session = this.sessions.find(cookie(request, 'sid'));
    if (url.pathname === '/stand-in/login') this.#signIn(host, url, response);
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
    const user = this.organisation.tables
      .get('user')
      ?.rows.find(({ Name, Username }) => Name === name || Username === name);
    if (!user) {
      response.writeHead(404, { 'content-type': 'text/plain;charset=utf-8' }).end(`No user called ${name} here.`);
      return;
    }
    const api = host === this.hosts.api;
    const sid = this.sessions.open(String(user.Id), api);
    const query = `as=${encodeURIComponent(name)}&to=${encodeURIComponent(to)}`;
    response.setHeader('set-cookie', `sid=${sid}; Path=/; Secure; HttpOnly; SameSite=None`);
    redirect(
      response,
      api
        ? `https://${this.hosts.lightning}${to.startsWith('/') ? to : '/'}`
        : `https://${this.hosts.api}/stand-in/login?${query}`,
    );
  }

  #signedOut(response: ServerResponse): void {
    page(response, 200, '<title>Login | Salesforce</title><h1>Signed out</h1><p>Your session has ended.</p>');
  }

  #shell(response: ServerResponse): void {
    page(response, 200, shell(this.switches.hostile));
  }

  #view(url: URL, userId: string, response: ServerResponse): void {
    const view = pageView(this.organisation, url.searchParams.get('path') ?? '', userId);
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

function cookie(request: IncomingMessage, name: string): string | undefined {
  const found = (request.headers.cookie ?? '').split(/;\s*/).find((one) => one.startsWith(`${name}=`));
  return found?.slice(name.length + 1);
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(302, { location }).end();
}

function page(response: ServerResponse, status: number, body: string): void {
  response
    .writeHead(status, {
      'content-type': 'text/html;charset=utf-8',
      'content-security-policy': CSP,
      'cache-control': 'no-store',
    })
    .end(`<!doctype html><html lang="en"><meta charset="utf-8">${body}</html>`);
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
