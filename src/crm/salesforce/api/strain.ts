import type { HttpResponse } from '../../http';
import type { Strain } from '../../port';

/** Codes by which Salesforce asks to be left alone for a while, also in the parts of a composite answer. */
const BUSY = /"errorCode"\s*:\s*"(?:REQUEST_LIMIT_EXCEEDED|SERVER_UNAVAILABLE|UNABLE_TO_LOCK_ROW)"/;

/**
 * How hard pressed an organisation is: every answer of the REST API tells the calls of the last 24 hours and how many there may be.
 * https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/headers_api_usage.htm
 *
 * @example strain({ status: 200, headers: { 'sforce-limit-info': 'api-usage=18/5000' }, text: '{}' }).usage // { used: 18, limit: 5000 }
 */
export function strain({ status, headers, text }: HttpResponse): Strain {
  const told = /(?:^|[;,\s])api-usage=(\d{1,12})\/(\d{1,12})/.exec(headers['sforce-limit-info'] ?? '');
  const limit = Number(told?.[2]);
  return {
    usage: told && limit > 0 ? { used: Number(told[1]), limit } : null,
    busy: status === 429 || status === 503 || BUSY.test(text),
    pause: pauseOf(headers['retry-after'], headers.date),
  };
}

/** `Retry-After` in seconds, or as a date beside the answer's own. */
function pauseOf(after: string | undefined, date: string | undefined): number | null {
  if (after === undefined) return null;
  const seconds = /^\s*\d{1,7}\s*$/.test(after) ? Number(after) * 1000 : Date.parse(after) - Date.parse(date ?? '');
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : null;
}
