import { randomBytes } from 'node:crypto';

/** `app`: a token of an approved app, which API access control lets through. */
export type Session = { readonly userId: string; readonly api: boolean; readonly app: boolean };

/**
 * Session ids as Salesforce gives them: the organisation's 15-character id, an exclamation mark, a secret. The one of the
 * Lightning host is no good for the API; the one of the My Domain host is.
 */
export class Sessions {
  readonly #sessions = new Map<string, Session>();

  constructor(readonly organisation: string) {}

  open(userId: string, api: boolean, app = false): string {
    const sid = this.stale();
    this.#sessions.set(sid, { userId, api, app });
    return sid;
  }

  /** A session id of this organisation that nobody knows any more, as a change of domain leaves behind. */
  stale(): string {
    return `${this.organisation.slice(0, 15)}!${randomBytes(48).toString('base64url').replace(/[-_]/g, '.')}`;
  }

  find(sid: string | undefined): Session | undefined {
    return sid === undefined ? undefined : this.#sessions.get(sid);
  }

  /** Ends one; false where there is none. */
  end(sid: string): boolean {
    return this.#sessions.delete(sid);
  }

  /** Ends every token of approved apps: they last hours, and nobody is told when they end. */
  expireTokens(): void {
    for (const [sid, session] of this.#sessions) if (session.app) this.#sessions.delete(sid);
  }

  /** Ends everybody's session, or one user's, as a time-out or a sign-out elsewhere does. */
  expire(userId?: string): void {
    for (const [sid, session] of this.#sessions)
      if (userId === undefined || session.userId === userId) this.#sessions.delete(sid);
  }
}
