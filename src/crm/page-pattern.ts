import type { Crm, RecordRef } from '../core/model/record-ref';

/** How the addresses of one CRM's pages name the record they show. The address is the only witness; the page is never read. */
export type PagePattern = {
  readonly crm: Crm;
  /** The record that a page of this address shows; `undefined` where it shows none, or is not this CRM's. */
  readonly recordAt: (url: URL) => RecordRef | undefined;
  /** Whether a host belongs to this CRM; null where it may stand on any: then it is one that the user connects. */
  readonly hasHost: ((host: string) => boolean) | null;
  /** There where the CRM's session cannot leave its page: what may be asked through the page. */
  readonly relay?: PageRelay;
};

/** The page's own session, as a header that the content script makes in place. It is never sent anywhere else. */
export type RelaySession = { readonly user: string; readonly login: string; readonly authorization: string };

/** The only questions that are passed on, and the session that they go out with. */
export type PageRelay = {
  /**
   * What is posted to the page's own host, and to no other, for a question: written anew, with nothing in it but what was looked at.
   * `undefined`: this may not be asked.
   *
   * @param asked - JSON from outside
   */
  readonly question: (path: string, asked: Readonly<Record<string, unknown>>) => string | undefined;
  /**
   * @param kept - reads the page's own storage; `undefined`: nobody is signed in
   * @throws what is kept there is of another form
   */
  readonly session: (path: string, kept: (key: string) => string | null) => RelaySession | undefined;
};
