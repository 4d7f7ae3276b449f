/** The origins of a CRM's pages and of its API, as the manifest writes them. */
export type Origins = {
  /** Granted with the installation: the content script is there from the start. */
  readonly always: readonly string[];
  /** Asked for on a user's click, whole or for one host of them; the content script is registered on what was granted. */
  readonly onRequest: readonly string[];
};
