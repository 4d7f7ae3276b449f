import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';

export type HostProxy = {
  readonly port: number;
  /** Hosts that were asked for and refused, in order. */
  readonly refused: readonly string[];
  /** Hosts that were connected, in order. */
  readonly connected: readonly string[];
  /** From here on these hosts lead to a server on loopback. */
  readonly lead: (hosts: readonly string[], port: number) => void;
  readonly close: () => Promise<void>;
};

/**
 * A CONNECT proxy on loopback that leads organisations' host names to their stand-in servers and refuses every other: neither the
 * extension nor the browser around it can reach anybody else.
 */
export async function startProxy(): Promise<HostProxy> {
  const refused: string[] = [];
  const connected: string[] = [];
  const ports = new Map<string, number>();
  const open = new Set<{ destroy: () => void }>();
  const server = createServer((request, response) => {
    refused.push(request.headers.host ?? request.url ?? '');
    response.writeHead(403).end();
  });
  server.on('connect', (request, client, head) => {
    const [host = '', asked] = (request.url ?? '').split(':');
    client.on('error', () => client.destroy());
    const port = ports.get(host);
    if (asked !== '443' || port === undefined) {
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
    lead: (hosts, port) => {
      for (const host of hosts) ports.set(host, port);
    },
    close: () =>
      new Promise((closed) => {
        for (const socket of open) socket.destroy();
        server.close(() => closed());
      }),
  };
}
