import { createHash } from 'node:crypto';

const CHECK = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** The 18-character form of a 15-character id. */
export function withChecksum(id15: string): string {
  const suffix = [0, 5, 10].map((start) => {
    const bits = [...id15.slice(start, start + 5)].reduce((sum, c, i) => sum + (c >= 'A' && c <= 'Z' ? 1 << i : 0), 0);
    return CHECK[bits];
  });
  return id15 + suffix.join('');
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
