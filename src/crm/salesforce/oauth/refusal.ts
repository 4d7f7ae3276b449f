import type { AppProblem } from '../../../core/model/app-problem';

const MOST_WORDS = 200;

/**
 * What Salesforce means by an OAuth error: its code, and where one code has several meanings its description.
 *
 * Codes: RFC 6749, sections 4.1.2.1 and 5.2, and Salesforce Help, "OAuth 2.0 Authorization Errors".
 */
export function refusalOf(error: string, description: string): AppProblem {
  const words = description.slice(0, MOST_WORDS);
  if (/must be installed/i.test(description)) return { kind: 'app-not-installed' };
  switch (error) {
    case 'OAUTH_APP_BLOCKED':
      return { kind: 'app-blocked' };
    case 'OAUTH_APP_ACCESS_DENIED':
    case 'OAUTH_APPROVAL_ERROR_GENERIC':
    case 'OAUTH_EC_APP_NOT_FOUND':
      return { kind: 'app-not-installed' };
    case 'redirect_uri_mismatch':
    case 'redirect_uri_missing':
      return { kind: 'redirect-mismatch' };
    case 'invalid_client':
    case 'invalid_client_id':
      return /blocked/i.test(description) ? { kind: 'app-blocked' } : { kind: 'unknown-client' };
    case 'access_denied':
      return /blocked/i.test(description) ? { kind: 'app-blocked' } : { kind: 'denied' };
    case 'invalid_grant':
      return /redirect_uri/i.test(description) ? { kind: 'redirect-mismatch' } : { kind: 'sign-in-again' };
    default:
      return { kind: 'refused', words: words === '' ? error.slice(0, MOST_WORDS) : words };
  }
}
