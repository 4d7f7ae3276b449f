/** What of a CRM's an answer holds, for the log of what was read: names of its own objects and fields, and how many. */
export type ReadNote = {
  readonly object: string;
  /** Names of the fields that were asked for; none: all that the user may see. Never a value. */
  readonly fields: readonly string[];
  /** Records of that object in the answer; null where it cannot be told. */
  readonly count: number | null;
};

/** One request of an adapter. Adapters never call `fetch`: they are handed an {@link Http}. */
export type HttpRequest = {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Says what an answer to this request holds. Without it the log can only tell that something was read. */
  readonly reads?: (text: string) => readonly ReadNote[];
};

/** What came back; header names in lower case. */
export type HttpResponse = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
};

/** The way out. `send` rejects where nothing came back: no network, no such host, no certificate. */
export type Http = { readonly send: (request: HttpRequest) => Promise<HttpResponse> };
