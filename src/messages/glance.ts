import { formatRecordRef, parseRecordRef, type RecordRef } from '../core/model/record-ref';

/** What the closed tab shows of a record: what the panel last said of it, in its own words. */
export type Glance = {
  /** Share of the goal, for the ring: 0 and above; null where it is not known. */
  readonly attained: number | null;
  /** What the deal pays, as short as the panel writes it; null where it is not known. */
  readonly worth: string | null;
  /** Both as a sentence, with how old they are. */
  readonly says: string;
};

/** Where `storage.local` keeps whether closed tabs may show anything; they may where it keeps nothing. No deal and no pay is kept there. */
export const GLANCES_SETTING = 'glances';

/** Reads a glance that was sent; `undefined` for anything else. */
export function readGlance(sent: unknown): Glance | undefined {
  if (typeof sent !== 'object' || sent === null) return undefined;
  const { attained, worth, says } = sent as { readonly [field in keyof Glance]?: unknown };
  const isShare = attained === null || (typeof attained === 'number' && Number.isFinite(attained));
  const isShort = worth === null || (typeof worth === 'string' && worth.length <= 40);
  if (!isShare || !isShort || typeof says !== 'string' || says.length > 400) return undefined;
  return { attained, worth, says };
}

/**
 * What a content script asks the background: whether the panel has said anything of the record that its page shows. It is answered with
 * yes or no or, while it is too early for it to be shown, with how many milliseconds later it is to be asked again.
 */
export const isThereGlance = (of: RecordRef) => ({ glance: formatRecordRef(of) });

/** The record that was asked about; `undefined` for any other message. */
export function readIsThereGlance(message: unknown): RecordRef | undefined {
  const { glance } = (message ?? {}) as { readonly glance?: unknown };
  return typeof glance === 'string' ? parseRecordRef(glance) : undefined;
}
