import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ENGINES, type Engine } from './browsers';

const ROOT = resolve(import.meta.dirname, '../..');

/** The folder that holds the built extension of an engine: `dist/chrome`, `dist/firefox`. */
export function builtFolder(engine: Engine): string {
  return join(ROOT, 'dist', engine === 'chromium' ? 'chrome' : 'firefox');
}

/** Builds the extension for an engine. @throws what the bundler said, where it failed */
export function build(engine: Engine): string {
  const folder = builtFolder(engine);
  const run = spawnSync(
    process.execPath,
    [join(ROOT, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'],
    {
      cwd: ROOT,
      env: { ...process.env, BROWSER: engine === 'chromium' ? 'chrome' : 'firefox' },
      encoding: 'utf8',
    },
  );
  if (run.status !== 0 || !existsSync(join(folder, 'manifest.json'))) {
    throw new Error(`The build for ${engine} failed:\n${run.stdout}\n${run.stderr}`);
  }
  return folder;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const engine of ENGINES) console.log(`built ${build(engine)}`);
}
