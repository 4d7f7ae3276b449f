/**
 * Everything that can go wrong when the user signs in through an app that the organisation has approved: a closed set, each
 * with one thing that the user or the administrator can do about it. Never a token, a code or an address with one in it.
 */
export type AppProblem =
  /** Nobody has told which app is the organisation's. */
  | { readonly kind: 'no-client' }
  /** The administrator has blocked the app. */
  | { readonly kind: 'app-blocked' }
  /** The app is known and not installed in the organisation, or not granted to this user. */
  | { readonly kind: 'app-not-installed' }
  /** The organisation knows no app of this client id. */
  | { readonly kind: 'unknown-client' }
  /** The app does not list our address as a place to return to. */
  | { readonly kind: 'redirect-mismatch' }
  | { readonly kind: 'denied' }
  /** What was granted has ended. */
  | { readonly kind: 'sign-in-again' }
  /** The window was closed before anything was granted. */
  | { readonly kind: 'closed' }
  /** What came back does not belong to what was asked. */
  | { readonly kind: 'forged' }
  /** Signed in to another organisation than the page's. */
  | { readonly kind: 'other-organisation' }
  /** A browser opens the sign-in in its default container only, where somebody else may be signed in. */
  | { readonly kind: 'container' }
  | { readonly kind: 'offline' }
  /** Another shape than the CRM's, or a host that is not the CRM's. */
  | { readonly kind: 'not-the-crm' }
  /** The CRM's own words. */
  | { readonly kind: 'refused'; readonly words: string };
