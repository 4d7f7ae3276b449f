/** One request of an adapter. Adapters never call `fetch`: they are handed an {@link Http}. */
export type HttpRequest = {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
};

/** What came back; header names in lower case. */
export type HttpResponse = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
};

/** The way out. `send` rejects where nothing came back: no network, no such host, no certificate. */
export type Http = { readonly send: (request: HttpRequest) => Promise<HttpResponse> };
