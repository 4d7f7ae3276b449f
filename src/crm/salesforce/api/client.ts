import type { CrmProblem } from '../../../core/model/crm-problem';
import { type Instant, instantOf } from '../../../core/value/instant';
import { ok, problem, type Result } from '../../../core/value/result';
import type { Http, HttpRequest } from '../../http';
import type { Session } from '../../port';
import { bodyOf } from './body';
import { problemOf, retryAt } from './problem';

/** Name under which administrators see us in their logs. */
const CLIENT = 'client=Goalside';

/** Statuses that need no words beside them. */
const SAYS_ENOUGH = new Set([401, 429]);

/** A good answer: its JSON, and when it was given by the server's own clock. */
export type Answered = { readonly body: unknown; readonly at: Instant };

/** The REST API of one organisation with one session. Every way of going wrong is a value. */
export type Client = {
  readonly get: (path: string, reads?: HttpRequest['reads']) => Promise<Result<Answered, CrmProblem>>;
  readonly post: (path: string, body: unknown, reads?: HttpRequest['reads']) => Promise<Result<Answered, CrmProblem>>;
  /** Now, by the server's clock as its last answer told it. */
  readonly now: () => Instant;
};

/** @param machineNow - the best guess at the server's clock before its first answer, and where it sends no `Date` */
export function apiClient(session: Session, http: Http, machineNow: () => Instant): Client {
  let ahead = 0;
  const now = () => instantOf(Date.parse(machineNow()) + ahead);
  const send = async (method: HttpRequest['method'], path: string, reads: HttpRequest['reads'], body?: unknown) => {
    const request: HttpRequest = {
      method,
      url: `https://${session.host}${path}`,
      headers: {
        Authorization: `Bearer ${session.secret}`,
        Accept: 'application/json',
        'Sforce-Call-Options': CLIENT,
        ...(body !== undefined && { 'Content-Type': 'application/json; charset=UTF-8' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(reads && { reads }),
    };
    let response: Awaited<ReturnType<Http['send']>>;
    try {
      response = await http.send(request);
    } catch {
      return problem<CrmProblem>({ kind: 'offline' });
    }
    const dated = dateOf(response.headers.date);
    if (dated !== undefined) ahead = Date.parse(dated) - Date.parse(machineNow());
    const at = dated ?? now();
    const answer = bodyOf(response.text);
    if (response.status >= 200 && response.status < 300) {
      if (answer.is === 'json') return ok({ body: answer.json, at });
      return problem<CrmProblem>({ kind: answer.is === 'cut' ? 'offline' : 'not-the-crm' });
    }
    if (answer.is === 'page' && !SAYS_ENOUGH.has(response.status)) return problem<CrmProblem>({ kind: 'not-the-crm' });
    const fault = answer.is === 'json' ? answer.json : null;
    return problem(problemOf(response.status, fault, retryAt(response.headers['retry-after'], at)));
  };
  return {
    get: (path, reads) => send('GET', path, reads),
    post: (path, body, reads) => send('POST', path, reads, body),
    now,
  };
}

function dateOf(header: string | undefined): Instant | undefined {
  const time = header === undefined ? Number.NaN : Date.parse(header);
  return Number.isNaN(time) ? undefined : instantOf(time);
}
