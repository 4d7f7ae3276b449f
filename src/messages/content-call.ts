import type { Crm } from '../core/model/record-ref';
import type { DockChange } from './dock-setting';

/** A question that the page is to ask its own server, and whose session it is meant for: '' for whoever is signed in. */
export type RelayCall = {
  readonly crm: Crm;
  readonly path: string;
  readonly body: string;
  readonly user: string;
};

/** What the background tells the content script of a tab, as it is sent. */
export type ContentCall =
  | { readonly call: 'toggle' }
  | { readonly call: 'dock'; readonly change: DockChange }
  | { readonly call: 'relay'; readonly request: RelayCall }
  | { readonly call: 'shown'; readonly id: string };

/** What a record's page shows, word for word: asked for only where the CRM's API is closed. */
export type PageShows = {
  /** `sfdc:RecordField.<object>.<field>`, what stands there, and the address it leads to; empty where nothing is to be seen. */
  readonly fields: readonly (readonly string[])[];
  /** The classes of each step of the sales path. */
  readonly path: readonly string[];
  /** The page's language. */
  readonly lang: string;
};

/** What became of a question that was passed on. The session it went out with is not in it. */
export type RelayAnswer = {
  readonly status: number;
  readonly text: string;
  /** The server's clock, as its answer says it. */
  readonly date: string;
  /** Who is signed in; '' for nobody. */
  readonly user: string;
  readonly login: string;
};

/** What a content script tells the background unasked: somebody has signed in to the page's CRM again. */
export const SIGNED_IN = 'signed-in';

/** Reads a message to a content script; `undefined` for anything else. */
export function readContentCall(message: unknown): ContentCall | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  const { call, change, request, id } = message as { readonly [key: string]: unknown };
  if (call === 'toggle') return { call };
  if (call === 'shown') return { call, id: String(id) };
  if (call === 'relay') return { call, request: request as RelayCall };
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
