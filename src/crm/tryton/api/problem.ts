import type { CrmProblem } from '../../../core/model/crm-problem';

const MOST_WORDS = 300;

/** A name in quotes and nothing else: a model, a field or a method that this server does not have, as its module is not there. */
const NO_SUCH = /^'[\w.]+'$/;

/**
 * What an error of the server's means. Most of them come as 200 with `{"error": [kind, ...]}`, and their sentences are in the user's
 * language: they are told apart by kind, and by whether they name a record.
 *
 * @param error - the list under `error`
 */
export function faultOf(error: unknown): CrmProblem {
  const [kind, of] = Array.isArray(error) ? (error as readonly unknown[]) : [];
  if (typeof kind !== 'string') return { kind: 'not-the-crm' };
  if (kind === 'LoginException') return { kind: 'signed-out' };
  if (kind === 'ConcurrencyException') return { kind: 'conflict' };
  if (NO_SUCH.test(kind)) return { kind: 'feature-off' };
  const [first, second] = Array.isArray(of) ? (of as readonly unknown[]) : [];
  // A warning's first word is its own name, for the user to switch it off by.
  if (kind === 'UserWarning') return { kind: 'invalid', words: words(second) };
  if (kind !== 'UserError') return { kind: 'invalid', words: words(kind) };
  // Validation tells what it stumbled over; a right that is lacking does not.
  if (Array.isArray(of) && Array.isArray(of[2])) return { kind: 'invalid', words: words(first) };
  return { kind: /"[\d, ]+"/.test(String(first)) ? 'not-found' : 'hidden' };
}

/** What an answer other than 200 means. */
export function refusalOf(status: number): CrmProblem {
  if (status === 401) return { kind: 'signed-out' };
  if (status === 429) return { kind: 'rate-limited', until: null };
  if (status === 403) return { kind: 'feature-off' };
  return status >= 500 ? { kind: 'offline' } : { kind: 'not-the-crm' };
}

/** The server's words, cut short, without the server's own paths. */
function words(of: unknown): string {
  return typeof of === 'string' ? of.replace(/(?:\/[\w.-]+){2,}/g, '…').slice(0, MOST_WORDS) : '';
}
