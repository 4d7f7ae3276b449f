import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { crc32, deflateSync } from 'node:zlib';

/** The sizes that the manifest names. */
export const ICON_SIZES = [16, 32, 48, 128] as const;

/** Where a size's file stands. */
export function iconFile(size: number): string {
  return join(resolve(import.meta.dirname, '../../assets/icons'), `${size}.png`);
}

const TRACK = [0xb9, 0xcd, 0xd6] as const;
const ACCENT = [0x0b, 0x6e, 0x8f] as const;
/** How much of the ring is filled: a goal not yet made. */
const FILLED = 0.78;
const SAMPLES = 8;

/**
 * The extension's mark as a PNG: a goal ring, filled clockwise from the top, with round ends.
 *
 * Drawn by sampling each pixel, so that the same bytes come out on every machine and no drawing tool is needed.
 */
export function drawIcon(size: number): Buffer {
  const rows: number[] = [];
  for (let y = 0; y < size; y++) {
    rows.push(0);
    for (let x = 0; x < size; x++) rows.push(...pixel(x, y, size));
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.from(rows), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function pixel(x: number, y: number, size: number): readonly [number, number, number, number] {
  const sum = [0, 0, 0];
  let hits = 0;
  for (let i = 0; i < SAMPLES; i++) {
    for (let j = 0; j < SAMPLES; j++) {
      const colour = colourAt((x + (i + 0.5) / SAMPLES) / size - 0.5, (y + (j + 0.5) / SAMPLES) / size - 0.5);
      if (colour === undefined) continue;
      hits += 1;
      colour.forEach((part, channel) => {
        sum[channel] = (sum[channel] ?? 0) + part;
      });
    }
  }
  const [r = 0, g = 0, b = 0] = sum.map((part) => (hits === 0 ? 0 : Math.round(part / hits)));
  return [r, g, b, Math.round((hits / SAMPLES ** 2) * 255)];
}

function colourAt(x: number, y: number): readonly [number, number, number] | undefined {
  const middle = 0.37;
  const half = 0.105;
  const turn = (Math.atan2(x, -y) / (2 * Math.PI) + 1) % 1;
  const end = 2 * Math.PI * FILLED;
  const nearEnd = Math.hypot(x - middle * Math.sin(end), y + middle * Math.cos(end)) <= half;
  const nearStart = Math.hypot(x, y + middle) <= half;
  const onRing = Math.abs(Math.hypot(x, y) - middle) <= half;
  if ((onRing && turn <= FILLED) || nearEnd || nearStart) return ACCENT;
  return onRing ? TRACK : undefined;
}

function chunk(kind: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(kind, 'latin1'), body]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const size of ICON_SIZES) writeFileSync(iconFile(size), drawIcon(size));
}
