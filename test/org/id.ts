import { createHash } from 'node:crypto';

const CHECK = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** The 18-character form of a 15-character id. */
export function withChecksum(id15: string): string {
  let suffix = '';
  for (let start = 0; start < 15; start += 5) {
    let bits = 0;
    for (let place = 0; place < 5; place++) {
      const code = id15.charCodeAt(start + place);
      if (code >= 65 && code <= 90) bits |= 1 << place;
    }
    suffix += CHECK[bits];
  }
  return id15 + suffix;
}

/** The n-th id of an object, as an organisation hands them out: key prefix, instance, a counter to base 62. */
export function recordId(prefix: string, n: number): string {
  let rest = '';
  for (let left = n, i = 0; i < 9; i++) {
    rest = DIGITS[left % 62] + rest;
    left = Math.floor(left / 62);
  }
  return withChecksum(`${prefix}gL0${rest}`.slice(0, 15));
}

/** A number from 0 up to (not including) 1 that depends on the name alone. */
export function chance(name: string): number {
  return createHash('sha256').update(name).digest().readUInt32BE(0) / 2 ** 32;
}

/** The id that a record has in the n-th copy of the organisation's data; 0: the data themselves. */
export function inCopy(id: string, n: number): string {
  return n === 0
    ? id
    : withChecksum(`${id.slice(0, 3)}h${DIGITS[Math.floor(n / 62)]}${DIGITS[n % 62]}${id.slice(6, 15)}`);
}

/** Which copy an id is of, and the id that the record has in the data themselves. */
export function outOfCopy(id: string): { readonly copy: number; readonly id: string } {
  if (id[3] !== 'h') return { copy: 0, id };
  const copy = DIGITS.indexOf(id[4] ?? '') * 62 + DIGITS.indexOf(id[5] ?? '');
  return { copy, id: withChecksum(`${id.slice(0, 3)}gL0${id.slice(6, 15)}`) };
}
