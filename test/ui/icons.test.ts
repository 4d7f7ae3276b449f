import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import manifest from '../../manifest.json' with { type: 'json' };
import { drawIcon, ICON_SIZES, iconFile } from './icons';

/** The pixels of a PNG, unpacked: how well they were packed differs from one Node to the next. */
function pixels(png: Buffer): Buffer {
  const packed: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      packed.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  return inflateSync(Buffer.concat(packed));
}

describe('icons', () => {
  test('the manifest names each size and no other', () => {
    expect(manifest.icons).toEqual(Object.fromEntries(ICON_SIZES.map((size) => [size, `icons/${size}.png`])));
  });

  test.each(ICON_SIZES)('%i: the file is what the script draws, in its size', (size) => {
    const file = readFileSync(iconFile(size));
    expect([file.readUInt32BE(16), file.readUInt32BE(20)]).toEqual([size, size]);
    expect(pixels(file).equals(pixels(drawIcon(size)))).toBe(true);
  });
});
