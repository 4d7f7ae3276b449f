import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const SRC = resolve(import.meta.dirname, '../src');

/** Who may import whom. A room may import itself; what is absent is forbidden. */
const MAY_IMPORT: Readonly<
  Record<string, { readonly rooms: readonly string[]; readonly packages: readonly string[] }>
> = {
  core: { rooms: [], packages: ['big.js', 'valibot'] },
  messages: { rooms: ['core'], packages: [] },
  store: { rooms: ['core'], packages: ['idb'] },
  crm: { rooms: ['core'], packages: ['valibot'] },
  ui: { rooms: ['core'], packages: ['preact', 'd3-scale', 'd3-shape'] },
  content: {
    rooms: ['crm/salesforce/page', 'crm/tryton/page', 'crm/page-pattern', 'core/model/record-ref', 'messages'],
    packages: ['webextension-polyfill'],
  },
  // The address of a script that is registered at run time, and not a line of it.
  background: {
    rooms: ['core', 'crm', 'store', 'messages', 'content/own-site.iife.ts?script'],
    packages: ['webextension-polyfill'],
  },
  panel: { rooms: ['core', 'ui', 'messages'], packages: ['preact', 'zustand', 'webextension-polyfill'] },
  library: { rooms: ['core', 'ui', 'messages'], packages: ['preact', 'zustand', 'webextension-polyfill'] },
  options: { rooms: ['core', 'ui', 'messages'], packages: ['preact', 'zustand', 'webextension-polyfill', 'papaparse'] },
  popup: { rooms: ['core', 'ui', 'messages'], packages: ['preact', 'zustand', 'webextension-polyfill'] },
};

/** Rooms whose pages talk to the browser in one place only: the main file of each page. */
const ONE_SEAM: Readonly<Record<string, readonly string[]>> = {
  panel: ['panel/main.tsx', 'panel/tab.ts'],
  library: ['library/main.tsx'],
  options: ['options/main.tsx'],
  popup: ['popup/main.tsx'],
};

type Import = { readonly file: string; readonly target: string; readonly isPackage: boolean };

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? sources(join(folder, entry.name))
      : /\.tsx?$/.test(entry.name)
        ? [join(folder, entry.name)]
        : [],
  );
}

/** Static imports and exports at the start of a line, and dynamic imports; words inside a string are neither. */
const IMPORT =
  /^\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]|^\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm;

function importsOf(path: string): Import[] {
  const text = readFileSync(path, 'utf8');
  const file = relative(SRC, path);
  return [...text.matchAll(IMPORT)].map((match) => {
    const specifier = match[1] ?? match[2] ?? match[3] ?? '';
    return specifier.startsWith('.')
      ? { file, target: relative(SRC, join(dirname(path), specifier)), isPackage: false }
      : { file, target: specifier, isPackage: true };
  });
}

const all = sources(SRC).flatMap(importsOf);
const roomOf = (path: string) => path.split('/')[0] ?? '';
const packageOf = (specifier: string) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
const within = (target: string, room: string) => target === room || target.startsWith(`${room}/`);

describe('the walls between the rooms', () => {
  test('every room has its rule', () => {
    expect(
      [...new Set(sources(SRC).map((path) => roomOf(relative(SRC, path))))].filter((room) => !(room in MAY_IMPORT)),
    ).toEqual([]);
  });

  test('a room imports only the rooms it may', () => {
    const trespasses = all.filter(({ file, target, isPackage }) => {
      if (isPackage || within(target, roomOf(file))) return false;
      return !MAY_IMPORT[roomOf(file)]?.rooms.some((room) => within(target, room));
    });
    expect(trespasses.map(({ file, target }) => `${file} -> ${target}`)).toEqual([]);
  });

  test('a room imports only the packages it may', () => {
    const trespasses = all.filter(
      ({ file, target, isPackage }) => isPackage && !MAY_IMPORT[roomOf(file)]?.packages.includes(packageOf(target)),
    );
    expect(trespasses.map(({ file, target }) => `${file} -> ${target}`)).toEqual([]);
  });

  test('adapters never import each other', () => {
    const adapter = (path: string) => /^crm\/([^/]+)\//.exec(path)?.[1];
    const trespasses = all.filter(({ file, target, isPackage }) => {
      const from = adapter(file);
      const to = adapter(target);
      return !isPackage && from !== undefined && to !== undefined && from !== to;
    });
    expect(trespasses.map(({ file, target }) => `${file} -> ${target}`)).toEqual([]);
  });

  test('a page touches the browser in its main file only', () => {
    const trespasses = all.filter(({ file, target }) => {
      const seam = ONE_SEAM[roomOf(file)];
      return seam !== undefined && target === 'webextension-polyfill' && !seam.includes(file);
    });
    expect(trespasses.map(({ file }) => file)).toEqual([]);
  });

  test('core knows no clock, no chance, no network', () => {
    const forbidden = /\bDate\.now\b|new Date\(\)|Math\.random|\bfetch\(|\bperformance\.|\bcrypto\.\w|\bprocess\.\w/;
    expect(
      sources(join(SRC, 'core'))
        .filter((path) => forbidden.test(readFileSync(path, 'utf8')))
        .map((path) => relative(SRC, path)),
    ).toEqual([]);
  });

  test('the background keeps no state in module variables: the worker sleeps', () => {
    const mutable = /^(?:export )?let /m;
    expect(
      sources(join(SRC, 'background'))
        .filter((path) => mutable.test(readFileSync(path, 'utf8')))
        .map((path) => relative(SRC, path)),
    ).toEqual([]);
  });

  test('no page writes HTML from strings', () => {
    const html = /innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write/;
    expect(
      sources(SRC)
        .filter((path) => html.test(readFileSync(path, 'utf8')))
        .map((path) => relative(SRC, path)),
    ).toEqual([]);
  });
});
