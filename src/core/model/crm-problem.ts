import type { Instant } from '../value/instant';

/**
 * Everything that can go wrong between us and a CRM: a closed set, each with one thing the user can do about it.
 * `words` are the server's own, where it had any worth showing; never a token, a session id or an address with one in it.
 */
export type CrmProblem =
  /** No session, or an expired one. Sign in to the CRM as usual; the panel recovers by itself. */
  | { readonly kind: 'signed-out' }
  /** We have not been allowed to use the session yet: a press of the button asks for it. */
  | { readonly kind: 'not-connected' }
  /** The administrator does not let this session use the API. Never retried by itself. */
  | { readonly kind: 'blocked'; readonly words: string }
  /** A proxy of the organisation's keeps the session to itself: it cannot be used, and an approved app can. */
  | { readonly kind: 'session-hidden' }
  /** The user's permissions hide it. */
  | { readonly kind: 'hidden' }
  | { readonly kind: 'feature-off' }
  /** Deleted, or not shared with this user: the CRM does not say which. */
  | { readonly kind: 'not-found' }
  | { readonly kind: 'rate-limited'; readonly until: Instant | null }
  /** Somebody else changed it in between. */
  | { readonly kind: 'conflict' }
  /** The CRM refused what was sent, in its own words. */
  | { readonly kind: 'invalid'; readonly words: string }
  | { readonly kind: 'offline' }
  /** HTML or another shape where the CRM's JSON was due: a login wall, a proxy, a maintenance page. */
  | { readonly kind: 'not-the-crm' };
