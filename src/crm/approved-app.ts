import type { AppProblem } from '../core/model/app-problem';
import type { Result } from '../core/value/result';
import type { Http, HttpResponse } from './http';
import type { CookieJar } from './port';

/** An app of ours as an organisation knows it. Not a secret. */
export type AppClient = { readonly clientId: string; readonly redirectUrl: string };

/** A sign-in that has begun. `state` and `verifier` are secrets until it has ended. */
export type SignIn = AppClient & {
  /** Where the user signs in. */
  readonly address: string;
  /** The API host that is asked for tokens. */
  readonly host: string;
  readonly state: string;
  readonly verifier: string;
};

/** What the user granted. Secrets: in memory only, in no message, log, store or error text. */
export type AppGrant = {
  readonly clientId: string;
  readonly host: string;
  readonly access: string;
  /** null where the app may not renew by itself. */
  readonly refresh: string | null;
  readonly organisation: string;
  readonly user: string;
};

/** The session of the page itself: no good for the API, but it tells whose page it is. */
export type PageSession = { readonly organisation: string; readonly secret: string };

/** A CRM's way in for an app that the organisation has approved. */
export type ApprovedApp = {
  /** @param random - that many random bytes; `undefined` where the page's host is none of this CRM's */
  readonly begin: (
    pageHost: string,
    client: AppClient,
    random: (bytes: number) => Uint8Array,
  ) => Promise<SignIn | undefined>;
  /** Takes the address that the sign-in came back to, and asks for the tokens. */
  readonly end: (signIn: SignIn, returned: string, http: Http) => Promise<Result<AppGrant, AppProblem>>;
  readonly renew: (grant: AppGrant, http: Http) => Promise<Result<AppGrant, AppProblem>>;
  readonly revoke: (grant: AppGrant, http: Http) => Promise<void>;
  /** Whether an answer says that the token has expired: a new one may help. */
  readonly hasExpired: (answer: HttpResponse) => boolean;
  readonly pageSession: (pageHost: string, jar: CookieJar) => Promise<PageSession | undefined>;
};
