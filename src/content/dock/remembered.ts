import { dockSetting } from '../../messages/dock-setting';
import { GLANCES_SETTING } from '../../messages/glance';
import { extension } from '../extension';

/** Narrowest, usual and widest panel, in CSS pixels. */
export const WIDTH = { least: 320, usual: 380, most: 560 } as const;

export type Side = 'left' | 'right';

/** How the dock was left on a host. */
export type Remembered = {
  readonly open: boolean;
  readonly width: number;
  /** How far down the edge the tab stands, 0..1. */
  readonly down: number;
  /** null until the user moves it: the end of the page's lines. */
  readonly side: Side | null;
  /** It was open here before: there may be something for the tab to show. */
  readonly used: boolean;
};

export const widthWithin = (width: number): number => Math.round(Math.min(WIDTH.most, Math.max(WIDTH.least, width)));
export const downWithin = (down: number): number => Math.min(0.95, Math.max(0.05, down));

export async function remembered(host: string): Promise<Remembered & { readonly glances: boolean }> {
  const stored = await extension.storage.local.get([dockSetting(host), GLANCES_SETTING]);
  const { open, width, down, side, used } = (stored[dockSetting(host)] ?? {}) as Partial<Remembered>;
  return {
    open: open === true,
    width: widthWithin(Number(width) || WIDTH.usual),
    down: downWithin(Number(down) || 0.5),
    side: side === 'left' || side === 'right' ? side : null,
    used: used === true,
    glances: stored[GLANCES_SETTING] !== false,
  };
}

export async function remember(host: string, dock: Remembered): Promise<void> {
  await extension.storage.local.set({ [dockSetting(host)]: dock });
}
