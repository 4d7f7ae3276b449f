import type { ApprovedApp } from '../../approved-app';
import { problemOf } from '../api/problem';
import { pageSession } from '../session';
import { beginSignIn, codeIn } from './authorize';
import { exchange, renew, revoke } from './token';

/**
 * Salesforce through an External Client App that the organisation's administrator has set up for Goalside: OAuth 2 with an
 * authorization code and PKCE (RFC 6749, RFC 7636), without a secret of the app's own.
 */
export const salesforceApp: ApprovedApp = {
  begin: beginSignIn,
  async end(signIn, returned, http) {
    const code = codeIn(signIn, returned);
    return code.ok ? exchange(signIn, code.value, http) : code;
  },
  renew,
  revoke,
  hasExpired: ({ status, text }) => status === 401 && problemOf(status, jsonOf(text)).kind === 'signed-out',
  pageSession,
};

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
