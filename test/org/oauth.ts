import { createHash, randomBytes } from 'node:crypto';
import type { Sessions } from './sessions';

/** An app as the organisation's administrator has set it up. */
export type OrgApp = {
  readonly redirects: readonly string[];
  readonly state: 'installed' | 'not-installed' | 'blocked';
  /** The administrator has approved it for everybody: users are not asked. */
  readonly preApproved: boolean;
};

export type OAuthAnswer =
  | { readonly redirect: string }
  | { readonly page: string }
  | { readonly status: number; readonly body: unknown };

type Code = { readonly client: string; readonly redirect: string; readonly challenge: string; readonly userId: string };

/**
 * The organisation's OAuth 2: authorization code with PKCE, refresh, revoke, and the refusals that Salesforce words. Apps are
 * what the administrator set up; none is there unless a test puts it in.
 */
export class OAuth {
  readonly apps = new Map<string, OrgApp>();
  readonly #codes = new Map<string, Code>();
  readonly #refresh = new Map<string, { readonly client: string; readonly userId: string }>();

  constructor(
    readonly organisation: string,
    readonly sessions: Sessions,
    readonly instance: string,
  ) {}

  /** Ends every grant of refresh, as an administrator does. */
  forgetGrants(): void {
    this.#refresh.clear();
  }

  /** A page of the browser: the user signs in and says yes or no. `decided`: what was pressed, if anything. */
  authorize(query: URLSearchParams, userId: string | undefined): OAuthAnswer {
    const client = query.get('client_id') ?? '';
    const redirect = query.get('redirect_uri') ?? '';
    const app = this.apps.get(client);
    if (!app) return { page: 'error=invalid_client_id&error_description=client identifier invalid' };
    if (!app.redirects.includes(redirect))
      return { page: 'error=redirect_uri_mismatch&error_description=redirect_uri must match configuration' };
    const back = (answer: Readonly<Record<string, string>>): OAuthAnswer => ({
      redirect: `${redirect}?${new URLSearchParams({ ...answer, state: query.get('state') ?? '' })}`,
    });
    if (app.state === 'blocked')
      return back({ error: 'OAUTH_APP_BLOCKED', error_description: 'this app is blocked by admin' });
    if (app.state === 'not-installed')
      return back({ error: 'invalid_client', error_description: 'app must be installed into org' });
    if (query.get('code_challenge_method') !== 'S256' || !query.get('code_challenge'))
      return back({ error: 'invalid_request', error_description: 'code challenge is required' });
    if (userId === undefined) return { page: 'Log in' };
    const decided = query.get('decided');
    if (decided === 'no') return back({ error: 'access_denied', error_description: 'end-user denied authorization' });
    if (!app.preApproved && decided !== 'yes') return { page: 'Allow Access?' };
    const code = `aPrx${randomBytes(24).toString('hex')}`;
    this.#codes.set(code, { client, redirect, challenge: query.get('code_challenge') ?? '', userId });
    return back({ code });
  }

  token(form: URLSearchParams): OAuthAnswer {
    const client = form.get('client_id') ?? '';
    if (!this.apps.has(client)) return refused('invalid_client_id', 'client identifier invalid');
    if (form.get('grant_type') === 'refresh_token') {
      const held = this.#refresh.get(form.get('refresh_token') ?? '');
      if (held?.client !== client) return refused('invalid_grant', 'expired access/refresh token');
      return this.#granted(held.userId, undefined);
    }
    const given = form.get('code') ?? '';
    const code = this.#codes.get(given);
    this.#codes.delete(given);
    if (code?.client !== client) return refused('invalid_grant', 'expired authorization code');
    if (code.redirect !== form.get('redirect_uri'))
      return refused('redirect_uri_mismatch', 'redirect_uri must match configuration');
    const proof = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (proof !== code.challenge) return refused('invalid_grant', 'invalid code verifier');
    const refresh = `5Aep${randomBytes(32).toString('hex')}`;
    this.#refresh.set(refresh, { client, userId: code.userId });
    return this.#granted(code.userId, refresh);
  }

  revoke(form: URLSearchParams): OAuthAnswer {
    const token = form.get('token') ?? '';
    if (!this.#refresh.delete(token) && !this.sessions.end(token))
      return refused('unsupported_token_type', 'this token type is not supported');
    return { status: 200, body: {} };
  }

  #granted(userId: string, refresh: string | undefined): OAuthAnswer {
    return {
      status: 200,
      body: {
        access_token: this.sessions.open(userId, true, true),
        ...(refresh && { refresh_token: refresh }),
        signature: 'not checked by public clients',
        scope: 'api refresh_token',
        instance_url: this.instance,
        id: `https://login.salesforce.com/id/${this.organisation}/${userId}`,
        token_type: 'Bearer',
        issued_at: '1764000000000',
      },
    };
  }
}

function refused(error: string, description: string): OAuthAnswer {
  return { status: 400, body: { error, error_description: description } };
}
