import type { ReadEntry } from '../../messages/ahead';

/** Column names of the exported log: for machines, so they are the same in every language. */
const COLUMNS = ['time', 'host', 'call', 'asked_for', 'status', 'object', 'fields', 'records', 'answer_bytes'] as const;

/**
 * The log as CSV (RFC 4180), a line for each object that a call read. The answer's size stands on the first line of its call, so that
 * the column adds up. No fields named means all that the user may see.
 */
export function readsAsCsv(reads: readonly ReadEntry[]): string {
  const lines = reads.flatMap((read) => {
    const objects = read.reads.length > 0 ? read.reads : [{ object: '', fields: [], count: null }];
    return objects.map(({ object, fields, count }, n) => [
      read.at,
      read.host,
      String(read.place),
      read.ahead ? 'no' : 'yes',
      read.status === null ? '' : String(read.status),
      object,
      fields.join(' '),
      count === null ? '' : String(count),
      n === 0 ? String(read.bytes) : '',
    ]);
  });
  return `${[COLUMNS, ...lines].map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** The log as JSON. */
export function readsAsJson(reads: readonly ReadEntry[]): string {
  return `${JSON.stringify(
    reads.map(({ place, ahead, ...read }) => ({ call: place, askedFor: !ahead, ...read })),
    null,
    2,
  )}\n`;
}

/** A cell; one that a spreadsheet would take for a formula is made a text. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}
