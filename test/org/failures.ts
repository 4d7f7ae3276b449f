import type { Answer } from './rest/answer';

/** Something that goes wrong with certain calls, a number of times. */
export type Failure = {
  /** Calls by their address as it is written out, queries in plain text; all of them unless given. */
  readonly match?: RegExp;
  /** How often still; every time it strikes it counts down. */
  times: number;
  /** Strikes the call as it comes in, before parts of a composite one are looked at; else each part by itself. */
  readonly whole?: boolean;
  readonly answer: Answer;
};

/** Any refusal, in the API's form: `refusal(403, 'API_DISABLED_FOR_ORG', 'The REST API is not enabled for this Organization.')`. */
export const refusal = (
  status: number,
  errorCode: string,
  message: string,
  more: Partial<Omit<Failure, 'answer'>> = {},
): Failure => ({
  times: 1,
  answer: { status, body: [{ message, errorCode }] },
  ...more,
});

/** Too many calls at once: to be tried again after so many seconds. */
export const tooManyRequests = (retryAfter: number, times = 1): Failure => ({
  times,
  whole: true,
  answer: {
    status: 429,
    body: [{ message: 'Too many requests', errorCode: 'REQUEST_LIMIT_EXCEEDED' }],
    headers: { 'retry-after': String(retryAfter) },
  },
});

/** Down for maintenance: to be tried again after so many seconds. */
export const unavailable = (retryAfter: number | null, times = 1): Failure => ({
  times,
  whole: true,
  answer: {
    status: 503,
    body: [{ message: 'The server is unavailable', errorCode: 'SERVER_UNAVAILABLE' }],
    ...(retryAfter !== null && { headers: { 'retry-after': String(retryAfter) } }),
  },
});

/** Somebody else is writing the same record. */
export const lockedRow = (times = 1, match = /\/sobjects\//): Failure =>
  refusal(400, 'UNABLE_TO_LOCK_ROW', 'unable to obtain exclusive access to this record or 1 records', { times, match });

export const queryTimeout = (match = /\/query/, times = 1): Failure =>
  refusal(400, 'QUERY_TIMEOUT', 'Your query request was running for too long.', { times, match });

/** Query locators are forgotten after a while, or when too many are open. */
export const forgottenLocator = (times = 1): Failure =>
  refusal(400, 'INVALID_QUERY_LOCATOR', 'invalid query locator', { times, match: /\/query(?:All)?\/01g/ });

export const serverError = (match?: RegExp, times = 1): Failure =>
  refusal(500, 'UNKNOWN_EXCEPTION', 'An unexpected error occurred', { times, ...(match && { match }) });

/** The first failure that strikes a call, counted down. */
export function strike(failures: readonly Failure[], url: string, whole: boolean): Failure | undefined {
  const found = failures.find(
    (one) => one.times > 0 && (one.whole ?? false) === whole && (one.match?.test(url) ?? true),
  );
  if (found) found.times -= 1;
  return found;
}
