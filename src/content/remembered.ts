import { extension } from './extension';

/** Narrowest, usual and widest panel, in CSS pixels. */
export const WIDTH = { least: 320, usual: 380, most: 560 } as const;

/** How the dock was left on a host. */
export type Remembered = {
  readonly open: boolean;
  readonly width: number;
  /** How far down the edge the tab stands, 0..1. */
  readonly down: number;
};

export const widthWithin = (width: number): number => Math.round(Math.min(WIDTH.most, Math.max(WIDTH.least, width)));
export const downWithin = (down: number): number => Math.min(0.95, Math.max(0.05, down));

const keyOf = (host: string) => `dock:${host}`;

export async function remembered(host: string): Promise<Remembered> {
  const kept = (await extension.storage.local.get(keyOf(host)))[keyOf(host)] as Partial<Remembered> | undefined;
  const width = Number(kept?.width);
  const down = Number(kept?.down);
  return {
    open: kept?.open === true,
    width: Number.isFinite(width) ? widthWithin(width) : WIDTH.usual,
    down: Number.isFinite(down) ? downWithin(down) : 0.5,
  };
}

export async function remember(host: string, dock: Remembered): Promise<void> {
  await extension.storage.local.set({ [keyOf(host)]: dock });
}
