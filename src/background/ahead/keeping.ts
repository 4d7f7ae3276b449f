import type { Store } from '../../store/store';
import { USUAL_SHARE } from './calls';

/** What the user wants of the reading ahead. */
export type Wishes = {
  readonly on: boolean;
  /** Our share of an organisation's daily calls, 0..1. */
  readonly share: number;
  /** Stopped in the middle, to be gone on with when the user says so. */
  readonly stopped: boolean;
};

const USUAL: Wishes = { on: true, share: USUAL_SHARE, stopped: false };

const NAME = 'ahead';

/** The largest share that can be asked for: the rest is other people's. */
export const LARGEST_SHARE = 0.25;

export async function wishes(store: Pick<Store, 'setting'>): Promise<Wishes> {
  return { ...USUAL, ...((await store.setting(NAME)) as Partial<Wishes> | undefined) };
}

export async function keepWishes(
  store: Pick<Store, 'setting' | 'keepSetting'>,
  change: Partial<Wishes>,
): Promise<void> {
  await store.keepSetting(NAME, { ...(await wishes(store)), ...change });
}
