/** What a resource answers. `body` is JSON, or nothing for 204. */
export type Answer = {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

export const good = (body: unknown, status = 200): Answer => ({ status, body });
