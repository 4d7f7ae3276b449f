import type { DockChange } from './page-and-background';

/** What the background tells the content script of a tab, as it is sent. */
export type ContentCall = { readonly call: 'toggle' } | { readonly call: 'dock'; readonly change: DockChange };

/** Reads a message to a content script; `undefined` for anything else. */
export function readContentCall(message: unknown): ContentCall | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  const { call, change } = message as { readonly call?: unknown; readonly change?: unknown };
  if (call === 'toggle') return { call };
  const read = call === 'dock' ? readDockChange(change) : undefined;
  return read && { call: 'dock', change: read };
}

/** Reads a change of the dock: closed, to the other side, or another width in CSS pixels. */
export function readDockChange(change: unknown): DockChange | undefined {
  if (typeof change !== 'object' || change === null) return undefined;
  const { open, side, width } = change as { readonly [field in 'open' | 'side' | 'width']?: unknown };
  if (open === false) return { open };
  if (side === 'other') return { side };
  return typeof width === 'number' && Number.isFinite(width) ? { width } : undefined;
}
