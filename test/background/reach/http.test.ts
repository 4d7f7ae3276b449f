import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { httpWithin } from '../../../src/background/reach/http';

const servers: Server[] = [];
/** A server of this machine's own, and its address. */
async function serving(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});
const asked = (url: string) => ({ method: 'GET' as const, url, headers: { Authorization: 'Bearer secret' } });
const LIMITS = { silence: 5_000, patience: 5_000, most: 1_000 };

describe('the way out', () => {
  test('gives back status, headers in lower case and the text, whole', async () => {
    const url = await serving((_, response) => {
      response.writeHead(201, { 'X-Mark': 'yes', 'Content-Type': 'text/plain; charset=utf-8' });
      response.write('Stra\u00dfe – ');
      response.end(Buffer.from('\u65e5\u672c'));
    });
    const { status, headers, text } = await httpWithin(LIMITS).send(asked(url));
    expect({ status, text, mark: headers['x-mark'] }).toEqual({
      status: 201,
      text: 'Straße – 日本',
      mark: 'yes',
    });
  });

  test('follows no redirect: what it carries would travel along', async () => {
    const heard: (string | undefined)[] = [];
    const elsewhere = await serving(({ headers }, response) => {
      heard.push(headers.authorization);
      response.end('welcome');
    });
    const url = await serving((_, response) => response.writeHead(302, { Location: elsewhere }).end());
    const answer = await httpWithin(LIMITS).send(asked(url));
    expect(answer.text).toBe('');
    expect(heard).toEqual([]);
  });

  test('waits no longer than it has patience, neither for the first byte nor for the last', async () => {
    const silent = await serving(() => undefined);
    const halting = await serving((_, response) => void response.write('{"records":['));
    const dripping = await serving((_, response) => {
      const drip = setInterval(() => response.write(' '), 5);
      response.on('close', () => clearInterval(drip));
    });
    for (const url of [silent, halting]) {
      await expect(httpWithin({ ...LIMITS, silence: 60 }).send(asked(url))).rejects.toThrow();
    }
    await expect(httpWithin({ ...LIMITS, patience: 60 }).send(asked(dripping))).rejects.toThrow();
  });

  test('reads no more than an honest answer holds, whatever length the server claims', async () => {
    let written = 0;
    const url = await serving((_, response) => {
      const more = () => {
        if (written > 5_000_000 || response.destroyed) return;
        written += 500;
        response.write('x'.repeat(500), () => setImmediate(more));
      };
      more();
    });
    await expect(httpWithin(LIMITS).send(asked(url))).rejects.toThrow();
    expect(written).toBeLessThan(5_000_000);
    const just = await serving((_, response) => response.end('x'.repeat(1_000)));
    expect((await httpWithin(LIMITS).send(asked(just))).text).toHaveLength(1_000);
  });

  test('says nothing of what it carried where it fails', async () => {
    const url = await serving(({ socket }) => void socket.destroy());
    const failed = await httpWithin(LIMITS)
      .send(asked(url))
      .catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(Error);
    expect(String(failed) + (failed as Error).stack).not.toContain('secret');
  });
});
