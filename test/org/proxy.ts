import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';

export type Proxy = {
  readonly port: number;
  /** Hosts that were asked for and refused, in order. */
  readonly refused: readonly string[];
  /** Hosts that were connected, in order. */
  readonly connected: readonly string[];
  readonly close: () => Promise<void>;
};

/**
 * A CONNECT proxy on loopback that leads the organisation's host names to the stand-in server and refuses every other: neither
 * the extension nor the browser around it can reach anybody else.
 */
export async function startProxy(serves: (host: string) => boolean, port: number): Promise<Proxy> {
  const refused: string[] = [];
  const connected: string[] = [];
  const open = new Set<{ destroy: () => void }>();
  const server = createServer((request, response) => {
    refused.push(request.headers.host ?? request.url ?? '');
    response.writeHead(403).end();
  });
  server.on('connect', (request, client, head) => {
    const [host = '', asked] = (request.url ?? '').split(':');
    client.on('error', () => client.destroy());
    if (asked !== '443' || !serves(host)) {
      refused.push(request.url ?? '');
      client.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    connected.push(host);
    const upstream = connect(port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      upstream.write(head);
      upstream.pipe(client);
      client.pipe(upstream);
    });
    for (const socket of [upstream, client]) {
      open.add(socket);
      socket.on('close', () => open.delete(socket));
    }
    upstream.on('error', () => client.destroy());
    client.on('close', () => upstream.destroy());
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    port: (server.address() as AddressInfo).port,
    refused,
    connected,
    close: () =>
      new Promise((closed) => {
        for (const socket of open) socket.destroy();
        server.close(() => closed());
      }),
  };
}
