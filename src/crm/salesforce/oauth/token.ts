import * as v from 'valibot';
import type { AppProblem } from '../../../core/model/app-problem';
import { ok, problem, type Result } from '../../../core/value/result';
import type { AppGrant, SignIn } from '../../approved-app';
import type { Http, HttpResponse } from '../../http';
import { isApiHost } from '../hosts';
import { keyPrefix, recordId } from '../ids';
import { refusalOf } from './refusal';

/** A token as Salesforce writes it: printable, and never long enough to be something else. */
const Token = v.pipe(v.string(), v.regex(/^[\x21-\x7e]{1,4096}$/));

const Granted = v.looseObject({
  access_token: Token,
  refresh_token: v.optional(Token),
  token_type: v.optional(v.pipe(v.string(), v.regex(/^bearer$/i))),
  instance_url: v.string(),
  id: v.string(),
});

const Refused = v.looseObject({ error: v.string(), error_description: v.optional(v.string(), '') });

/** Changes the code of a sign-in for tokens. */
export async function exchange(signIn: SignIn, code: string, http: Http): Promise<Result<AppGrant, AppProblem>> {
  const { clientId, host, redirectUrl, verifier } = signIn;
  return ask(
    http,
    host,
    { clientId, refresh: null },
    {
      grant_type: 'authorization_code',
      code,
      client_id: clientId,
      redirect_uri: redirectUrl,
      code_verifier: verifier,
    },
  );
}

/** A new access token for the same grant. */
export async function renew(grant: AppGrant, http: Http): Promise<Result<AppGrant, AppProblem>> {
  if (grant.refresh === null) return problem({ kind: 'sign-in-again' });
  const { clientId, host, refresh } = grant;
  const fresh = await ask(
    http,
    host,
    { clientId, refresh },
    {
      grant_type: 'refresh_token',
      refresh_token: refresh,
      client_id: clientId,
    },
  );
  if (!fresh.ok) return fresh;
  const isSame = fresh.value.user === grant.user && fresh.value.organisation === grant.organisation;
  return isSame ? fresh : problem({ kind: 'forged' });
}

/** Ends a grant at the organisation. Where nobody answers it is forgotten here all the same. */
export async function revoke({ host, refresh, access }: AppGrant, http: Http): Promise<void> {
  await post(http, host, 'revoke', { token: refresh ?? access }).catch(() => undefined);
}

async function ask(
  http: Http,
  host: string,
  { clientId, refresh }: Pick<AppGrant, 'clientId' | 'refresh'>,
  fields: Readonly<Record<string, string>>,
): Promise<Result<AppGrant, AppProblem>> {
  let answer: HttpResponse;
  try {
    answer = await post(http, host, 'token', fields);
  } catch {
    return problem({ kind: 'offline' });
  }
  const body = jsonOf(answer.text);
  if (answer.status >= 500) return problem({ kind: 'offline' });
  if (answer.status !== 200) {
    const refused = v.safeParse(Refused, body);
    return problem(
      refused.success ? refusalOf(refused.output.error, refused.output.error_description) : { kind: 'not-the-crm' },
    );
  }
  const granted = v.safeParse(Granted, body);
  if (!granted.success) return problem({ kind: 'not-the-crm' });
  const { access_token, refresh_token, instance_url, id } = granted.output;
  const api = instanceHost(instance_url);
  const owner = ownerIn(id);
  if (api === undefined || owner === undefined) return problem({ kind: 'not-the-crm' });
  return ok({ clientId, host: api, access: access_token, refresh: refresh_token ?? refresh, ...owner });
}

/** A form, as OAuth wants it, to the organisation's own host: a secret goes nowhere else. */
function post(http: Http, host: string, what: 'token' | 'revoke', fields: Readonly<Record<string, string>>) {
  return http.send({
    method: 'POST',
    url: `https://${host}/services/oauth2/${what}`,
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'application/json' },
    body: new URLSearchParams(fields).toString(),
  });
}

/** The host that tokens are good for; `undefined` for anything but an organisation's API host by itself. */
function instanceHost(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const { origin, hostname, protocol, port } = new URL(text);
  const isPlain = protocol === 'https:' && port === '' && (text === origin || text === `${origin}/`);
  return isPlain && isApiHost(hostname) ? hostname : undefined;
}

/** Whose a grant is: the identity's address ends in the ids of organisation and user. */
function ownerIn(id: string): { readonly organisation: string; readonly user: string } | undefined {
  const parts = /^https:\/\/[^/?#]+\/id\/(\w+)\/(\w+)$/.exec(id);
  const organisation = recordId(parts?.[1]);
  const user = recordId(parts?.[2]);
  if (organisation === undefined || user === undefined) return undefined;
  return keyPrefix(organisation) === '00D' && keyPrefix(user) === '005' ? { organisation, user } : undefined;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
