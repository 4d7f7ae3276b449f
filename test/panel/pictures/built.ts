import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, resolve } from 'node:path';
import { build, type Rolldown } from 'vite';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/** The page that the panel's states are drawn in, built once and served from memory on this machine alone. */
export async function servedScreen(): Promise<{ readonly address: string; readonly close: () => void }> {
  const built = (await build({
    configFile: false,
    root: resolve(import.meta.dirname, '../../..'),
    publicDir: false,
    logLevel: 'warn',
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      chunkSizeWarningLimit: 10_000,
      rollupOptions: { input: resolve(import.meta.dirname, 'screen.html') },
    },
  })) as Rolldown.RolldownOutput;
  const files = new Map(
    built.output.map((file) => [`/${file.fileName}`, file.type === 'chunk' ? file.code : file.source]),
  );
  const page = [...files.keys()].find((name) => name.endsWith('.html'));
  const server = createServer((asked, answer) => {
    const name = asked.url?.split('?')[0] ?? '';
    const file = files.get(name);
    if (file === undefined) answer.writeHead(404).end();
    else answer.writeHead(200, { 'content-type': TYPES[extname(name)] ?? 'application/octet-stream' }).end(file);
  });
  await new Promise<void>((listens) => server.listen(0, '127.0.0.1', listens));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}${page ?? '/'}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
