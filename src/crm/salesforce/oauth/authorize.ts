import type { AppProblem } from '../../../core/model/app-problem';
import { ok, problem, type Result } from '../../../core/value/result';
import type { AppClient, SignIn } from '../../approved-app';
import { apiHost } from '../hosts';
import { base64url, challengeOf } from './pkce';
import { refusalOf } from './refusal';

/** To read through the API, and to go on doing so without asking the user each time. */
const SCOPE = 'api refresh_token';

/** 128 characters of base64url: the most that RFC 7636 allows. */
const VERIFIER_BYTES = 96;
const STATE_BYTES = 32;

/** Where the user signs in to the organisation behind a page, on its own host; `undefined` for a host that has none. */
export async function beginSignIn(
  pageHost: string,
  { clientId, redirectUrl }: AppClient,
  random: (bytes: number) => Uint8Array,
): Promise<SignIn | undefined> {
  const host = apiHost(pageHost);
  if (host === undefined) return undefined;
  const verifier = base64url(random(VERIFIER_BYTES));
  const state = base64url(random(STATE_BYTES));
  const question = new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUrl,
    scope: SCOPE,
    state,
    code_challenge: await challengeOf(verifier),
    code_challenge_method: 'S256',
  });
  return {
    clientId,
    redirectUrl,
    host,
    state,
    verifier,
    address: `https://${host}/services/oauth2/authorize?${question}`,
  };
}

/** The code in the address that a sign-in came back to; an answer to anything but this very question is forged. */
export function codeIn({ redirectUrl, state }: SignIn, returned: string): Result<string, AppProblem> {
  if (!returned.startsWith(redirectUrl) || !URL.canParse(returned)) return problem({ kind: 'forged' });
  const { searchParams } = new URL(returned);
  // Checked before anything else is read, an error included: whoever forges may want us to show their words.
  if (searchParams.get('state') !== state) return problem({ kind: 'forged' });
  const error = searchParams.get('error');
  if (error !== null) return problem(refusalOf(error, searchParams.get('error_description') ?? ''));
  const code = searchParams.get('code');
  return code === null || code === '' ? problem({ kind: 'not-the-crm' }) : ok(code);
}
