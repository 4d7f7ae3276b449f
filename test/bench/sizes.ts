import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { builtFolder } from '../browser/build';

const gzipped = (path: string) => gzipSync(readFileSync(path), { level: 9 }).length / 1000;

/** All files that a page needs before it can draw: its scripts with what they import at once, not what they load later. */
function startOf(folder: string, page: string): readonly string[] {
  const seen = new Set<string>();
  const follow = (path: string) => {
    if (seen.has(path)) return;
    seen.add(path);
    if (!path.endsWith('.js')) return;
    const text = readFileSync(path, 'utf8');
    for (const match of text.matchAll(/(?:\bfrom|\bimport)\s*["'](\.{1,2}\/[^"']+\.js)["']/g))
      follow(join(dirname(path), match[1] ?? ''));
  };
  const html = readFileSync(join(folder, page), 'utf8');
  for (const match of html.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)) follow(join(folder, match[1] ?? ''));
  return [...seen];
}

/** What people download and what a page has to read, in kB after gzip. */
export function sizes(): {
  readonly content: number;
  readonly ownSites: number;
  readonly panelScript: number;
  readonly panelStyle: number;
} {
  const folder = builtFolder('chromium');
  const panel = startOf(folder, 'src/panel/index.html');
  const sum = (paths: readonly string[]) => paths.reduce((all, path) => all + gzipped(path), 0);
  return {
    content: gzipped(join(folder, 'src/content/content.iife.js')),
    ownSites: gzipped(join(folder, 'src/content/own-site.iife.js')),
    panelScript: sum(panel.filter((path) => path.endsWith('.js'))),
    panelStyle: sum(panel.filter((path) => path.endsWith('.css'))),
  };
}
