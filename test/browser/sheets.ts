import { inflateSync } from 'node:zlib';

const STREAM = /stream\r?\n([\s\S]*?)\r?\nendstream/g;
const SHEET = /\/Type\s*\/Page\b(?!s)/g;

/** How many sheets a PDF has. Some printers write its objects packed. */
export function sheetsOf(pdf: Uint8Array): number {
  const text = Buffer.from(pdf).toString('latin1');
  const packed = [...text.matchAll(STREAM)].map(([, bytes = '']) => {
    try {
      return inflateSync(Buffer.from(bytes, 'latin1')).toString('latin1');
    } catch {
      return '';
    }
  });
  return [text.replace(STREAM, ''), ...packed].flatMap((part) => part.match(SHEET) ?? []).length;
}
