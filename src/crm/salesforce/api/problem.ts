import type { CrmProblem } from '../../../core/model/crm-problem';
import { type Instant, instantOf } from '../../../core/value/instant';

type Fault = { readonly code: string; readonly message: string };

/** Codes by which Salesforce says that this session or this organisation may not use the API at all. */
const BLOCKED = new Set([
  'API_DISABLED_FOR_ORG',
  'API_CURRENTLY_DISABLED',
  'FORBIDDEN',
  'FUNCTIONALITY_NOT_ENABLED',
  'CLIENT_NOT_ACCESSIBLE_FOR_USER',
]);

/** A session that is good for pages and refused by the API: the same code as an expired one, told apart by its words alone. */
const NOT_FOR_API = /not valid for use with the REST API|Connected app is not attached/i;

/** Codes of a server that cannot answer just now, whatever the status says. */
const BUSY = new Set(['SERVER_UNAVAILABLE', 'QUERY_TIMEOUT', 'UNABLE_TO_LOCK_ROW', 'UNKNOWN_EXCEPTION']);

/** Of a record, of a resource, or of what another part of the same call was to name. */
const NOT_THERE = new Set(['NOT_FOUND', 'ENTITY_IS_DELETED', 'PROCESSING_HALTED']);

/** The address names several things, or none, or one that nobody may ask in this way. */
const NO_SUCH = new Set([300, 404, 405, 501]);

const MOST_WORDS = 300;

/** What an error answer of the API means. `body` is its JSON: a list of faults, or one. */
export function problemOf(status: number, body: unknown, retryAt: Instant | null = null): CrmProblem {
  const { code, message } = faultOf(body);
  if (status === 401) {
    return NOT_FOR_API.test(message) ? { kind: 'blocked', words: words(message) } : { kind: 'signed-out' };
  }
  if (code === 'REQUEST_LIMIT_EXCEEDED' || status === 429) return { kind: 'rate-limited', until: retryAt };
  if (BLOCKED.has(code)) return { kind: 'blocked', words: words(message) };
  if (code === 'INVALID_TYPE') return { kind: 'feature-off' };
  if (code === 'INVALID_FIELD' || code.startsWith('INSUFFICIENT_ACCESS')) return { kind: 'hidden' };
  if (NOT_THERE.has(code) || NO_SUCH.has(status)) return { kind: 'not-found' };
  if (status === 412) return { kind: 'conflict' };
  if (status >= 500 || BUSY.has(code)) return { kind: 'offline' };
  return code === '' ? { kind: 'not-the-crm' } : { kind: 'invalid', words: words(message) };
}

/** When a limited client may come back, from the answer's `Retry-After` in seconds. */
export function retryAt(header: string | undefined, now: Instant): Instant | null {
  const seconds = Number(header);
  return header !== undefined && Number.isFinite(seconds) && seconds >= 0
    ? instantOf(Date.parse(now) + seconds * 1000)
    : null;
}

/** The first fault of an error's body; empty where it is none. */
export function faultOf(body: unknown): Fault {
  const first: unknown = Array.isArray(body) ? body[0] : body;
  if (typeof first !== 'object' || first === null) return { code: '', message: '' };
  // OAuth has names of its own for the two.
  const { errorCode, message, error, error_description } = first as Readonly<Record<string, unknown>>;
  const text = (...all: readonly unknown[]) => all.find((one) => typeof one === 'string') ?? '';
  return { code: text(errorCode, error) as string, message: text(message, error_description) as string };
}

/** The server's words, cut short, and with anything that looks like a session id taken out. */
function words(message: string): string {
  return message.replace(/00D[A-Za-z0-9]{12,15}![^\s"']*/g, '…').slice(0, MOST_WORDS);
}
