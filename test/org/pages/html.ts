import type { ServerResponse } from 'node:http';

/** As strict as Lightning's own: no inline script or style, nothing from elsewhere. */
const CSP =
  "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; frame-src 'self' https://*.force.com; frame-ancestors 'self' https://*.force.com; object-src 'none'; base-uri 'self'";

/** Sends a page of the organisation. */
export function htmlPage(response: ServerResponse, status: number, body: string): void {
  response
    .writeHead(status, {
      'content-type': 'text/html;charset=utf-8',
      'content-security-policy': CSP,
      'cache-control': 'no-store',
    })
    .end(`<!doctype html><html lang="en-US"><meta charset="utf-8">${body}</html>`);
}

export function redirect(response: ServerResponse, location: string): void {
  response.writeHead(302, { location }).end();
}
