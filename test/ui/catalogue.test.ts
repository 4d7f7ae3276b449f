import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CATALOGUE } from './english';

const ROOT = resolve(import.meta.dirname, '../..');
const SRC = join(ROOT, 'src');

function files(folder: string, ending: RegExp): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? files(join(folder, entry.name), ending)
      : ending.test(entry.name)
        ? [join(folder, entry.name)]
        : [],
  );
}

const sources = files(SRC, /\.tsx?$/).map((path) => ({
  file: relative(SRC, path),
  // An example in a docstring says nothing.
  text: readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, ''),
}));

/** A key stands for itself, or for its forms by number. */
const inCatalogue = (key: string) => key in CATALOGUE || (`${key}_one` in CATALOGUE && `${key}_other` in CATALOGUE);

/** Keys in the places where only a key can stand, in every room. */
function keysCalled(text: string): string[] {
  return [...text.matchAll(/\b(?:phrase|term|line|getMessage)\(\s*'([^']+)'/g)].map(([, key]) => key ?? '');
}

/** In the rooms of the pages every word of this shape is a key, wherever it stands. */
function keysOfPages(text: string): string[] {
  return [...text.matchAll(/'((?:ui|panel|library|options)_[a-z0-9_]+)'/g)].map(([, key]) => key ?? '');
}

describe('the catalogue and the code', () => {
  test('every key that the code says is in the catalogue', () => {
    const absent = sources.flatMap(({ file, text }) =>
      [...keysCalled(text), ...keysOfPages(text)].filter((key) => !inCatalogue(key)).map((key) => `${file}: ${key}`),
    );
    expect([...new Set(absent)]).toEqual([]);
  });

  test('every key of the catalogue is said somewhere', () => {
    const said = new Set<string>();
    const asset = (name: string) => readFileSync(join(ROOT, name), 'utf8');
    const assets = files(join(ROOT, 'assets'), /\.json$/).filter((path) => !path.includes('_locales'));
    for (const text of [...sources.map((source) => source.text), ...assets.map((path) => readFileSync(path, 'utf8'))]) {
      for (const [, word] of text.matchAll(/['"]([a-z][a-z0-9_]+)['"]/g)) said.add(word ?? '');
    }
    for (const [, key] of asset('manifest.json').matchAll(/__MSG_(\w+)__/g)) said.add(key ?? '');
    const unsaid = Object.keys(CATALOGUE).filter(
      (key) => !said.has(key) && !said.has(key.replace(/_(?:zero|one|two|few|many|other)$/, '')),
    );
    expect(unsaid).toEqual([]);
  });

  test('every place in a message is declared, and every declared one is used, in an unbroken row', () => {
    const wrong = Object.entries(CATALOGUE).flatMap(([key, { message, placeholders = {} }]) => {
      const bare = message.replaceAll('$$', '');
      const used = new Set([...bare.matchAll(/\$([a-z0-9_@]+)\$/gi)].map(([, name]) => (name ?? '').toLowerCase()));
      const declared = new Set(Object.keys(placeholders).map((name) => name.toLowerCase()));
      const contents = Object.values(placeholders).map(({ content }) => content);
      // A form for one may begin at the second place: the number it leaves out is the first.
      const from = key.endsWith('_one') && !contents.includes('$1') ? 2 : 1;
      const row = contents.map((_, index) => `$${index + from}`);
      const stray = bare.replace(/\$[a-z0-9_@]+\$/gi, '').includes('$');
      const same = used.size === declared.size && [...used].every((name) => declared.has(name));
      return same && !stray && [...contents].sort().join() === row.sort().join() ? [] : [key];
    });
    expect(wrong).toEqual([]);
  });

  test('a form for one may leave out the number, and has no place that the form for others has not', () => {
    const odd = Object.entries(CATALOGUE).flatMap(([key, { placeholders = {} }]) => {
      if (!key.endsWith('_one')) return [];
      const other = CATALOGUE[key.replace(/_one$/, '_other')]?.placeholders ?? {};
      return Object.entries(placeholders).every(([name, { content }]) => other[name]?.content === content) ? [] : [key];
    });
    expect(odd).toEqual([]);
  });
});

describe('no sentence is written into a page', () => {
  const pages = sources.filter(({ file }) => file.endsWith('.tsx'));

  const wordsBetweenTags = (text: string) =>
    [...text.matchAll(/[a-z"'}/]>\s*([^<>{}=;()]*?[A-Za-z]{2,}[^<>{}=;()]*?)\s*<[/a-zA-Z]/g)].map(([, words]) => words);

  test('such a sentence would be found', () => {
    expect(wordsBetweenTags('<p class="note">\n  Open a deal, please.\n</p>')).toEqual(['Open a deal, please.']);
    expect(wordsBetweenTags('<b>{name}</b><i>of</i>')).toEqual(['of']);
  });

  test('neither between tags', () => {
    expect(pages.flatMap(({ file, text }) => wordsBetweenTags(text).map((words) => `${file}: ${words}`))).toEqual([]);
  });

  test('nor in an attribute that is read out or shown', () => {
    const written = pages.flatMap(({ file, text }) =>
      [...text.matchAll(/\b(?:aria-label|title|alt|placeholder|aria-description)="([^"]*)"/g)].map(
        ([, words]) => `${file}: ${words}`,
      ),
    );
    expect(written).toEqual([]);
  });

  test('and the page itself has none but the name of the extension', () => {
    const titles = files(SRC, /\.html$/).map((path) => /<title>(.*)<\/title>/.exec(readFileSync(path, 'utf8'))?.[1]);
    expect(new Set(titles)).toEqual(new Set(['Goalside']));
  });
});
