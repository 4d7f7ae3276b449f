import { instantOf } from '../../core/value/instant';
import type { Http, HttpRequest, HttpResponse } from '../../crm/http';
import type { Strain } from '../../crm/port';
import type { ReadLog } from '../../store/read-log';
import { callsOf, counted, type Refusal, refusal } from './calls';

export type GateParts = {
  readonly log: Pick<ReadLog, 'enter' | 'calls'>;
  readonly strain: (response: HttpResponse) => Strain;
  /** Our share of an organisation's calls, 0..1. */
  readonly share: () => Promise<number>;
  /** Somebody looks at a page of ours. */
  readonly attended: () => Promise<boolean>;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** A number from 0 to 1. */
  readonly chance: () => number;
};

/** Why a call that nobody asked for was not made. */
export type Held = Refusal | { readonly why: 'away'; readonly until: null };

/**
 * The two ways out. Every call on either is counted and logged. What somebody waits for goes at once; what is read ahead goes one
 * call at a time, when no other is under way, while somebody looks, and as far as the organisation's allowance reaches.
 */
export type Gate = {
  readonly asked: (http: Http) => Http;
  /** Rejects where the call may not be made; `held` says why. */
  readonly ahead: (http: Http) => Http;
  /** Why the last call of what is read ahead was not made; null where it was. */
  readonly held: () => Held | null;
};

export function gate(parts: GateParts): Gate {
  const { log, strain, share, attended, clock, chance } = parts;
  let underWay = 0;
  let free: (() => void)[] = [];
  let last: Promise<unknown> = Promise.resolve();
  let held: Held | null = null;

  const enter = async (request: HttpRequest, response: HttpResponse | null, ahead: boolean): Promise<void> => {
    const now = clock();
    const host = new URL(request.url).hostname;
    const reads =
      response && response.status >= 200 && response.status < 300 ? (request.reads?.(response.text) ?? []) : [];
    const call = { now, ahead, strain: response && strain(response) };
    await log.enter(
      {
        at: instantOf(now),
        host,
        ahead,
        status: response?.status ?? null,
        bytes: response ? new TextEncoder().encode(response.text).length : 0,
        reads,
      },
      (before) => counted(callsOf(before), call, chance()),
    );
  };
  /** A log that cannot be written must not keep anybody from reading. */
  const entered = (...call: Parameters<typeof enter>) => enter(...call).catch(() => undefined);

  const send = async (http: Http, request: HttpRequest, ahead: boolean): Promise<HttpResponse> => {
    const { reads: _reads, ...bare } = request;
    let response: HttpResponse | null = null;
    try {
      response = await http.send(bare);
      return response;
    } finally {
      const done = entered(request, response, ahead);
      if (ahead) await done;
    }
  };
  const quiet = () => (underWay === 0 ? Promise.resolve() : new Promise<void>((go) => free.push(go)));

  const inTurn = async (http: Http, request: HttpRequest): Promise<HttpResponse> => {
    while (underWay > 0) await quiet();
    const calls = callsOf(await log.calls(new URL(request.url).hostname));
    held = (await attended()) ? refusal(calls, await share(), clock()) : { why: 'away', until: null };
    if (held) throw new Error(`not now: ${held.why}`);
    // Somebody may have asked for something while this was looked up.
    while (underWay > 0) await quiet();
    return send(http, request, true);
  };

  return {
    asked: (http) => ({
      async send(request) {
        underWay += 1;
        try {
          return await send(http, request, false);
        } finally {
          underWay -= 1;
          if (underWay === 0) {
            const waiting = free;
            free = [];
            for (const go of waiting) go();
          }
        }
      },
    }),
    ahead: (http) => ({
      send(request) {
        const turn = last.then(() => inTurn(http, request));
        last = turn.catch(() => undefined);
        return turn;
      },
    }),
    held: () => held,
  };
}
