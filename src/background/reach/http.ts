import type { Http } from '../../crm/http';

/** What a server is granted of us. */
export type HttpLimits = {
  /** How long it may say nothing, before its first byte and between two. Milliseconds. */
  readonly silence: number;
  /** How long an answer may take from the question to its last byte. Milliseconds. */
  readonly patience: number;
  /** How large an answer may be, in bytes as it is read. */
  readonly most: number;
};

/**
 * Chrome ends a service worker that waits more than 30 seconds for an answer to begin, and then nobody would be told
 * (https://developer.chrome.com/docs/extensions/develop/concepts/service-workers/lifecycle): we give up before. The largest answers
 * that are asked for are a few megabytes.
 */
const LIMITS: HttpLimits = { silence: 28_000, patience: 120_000, most: 50_000_000 };

/**
 * The background's own way out. No cookies of the browser go along, nothing is cached, and a redirect is not followed: it
 * leads to a page where somebody signs in, and the session must not travel there. An answer that does not end counts as none.
 */
export function httpWithin({ silence, patience, most }: HttpLimits): Http {
  return {
    async send({ method, url, headers, body }) {
      const silent = new AbortController();
      let timer: ReturnType<typeof setTimeout> | undefined;
      const heard = () => {
        clearTimeout(timer);
        timer = setTimeout(() => silent.abort(), silence);
      };
      try {
        heard();
        const response = await fetch(url, {
          method,
          headers,
          ...(body !== undefined && { body }),
          credentials: 'omit',
          cache: 'no-store',
          redirect: 'manual',
          referrerPolicy: 'no-referrer',
          signal: AbortSignal.any([silent.signal, AbortSignal.timeout(patience)]),
        });
        const text = await textOf(response, most, heard);
        return { status: response.status, headers: Object.fromEntries(response.headers), text };
      } finally {
        clearTimeout(timer);
      }
    },
  };
}

/** @throws RangeError where it is larger than allowed; the rest is not read */
async function textOf({ body }: Response, most: number, heard: () => void): Promise<string> {
  if (!body) return '';
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let [text, size] = ['', 0];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    heard();
    size += value.byteLength;
    if (size > most) {
      await reader.cancel().catch(() => undefined);
      throw new RangeError('an answer that is too large');
    }
    text += decoder.decode(value, { stream: true });
  }
}

export const http: Http = httpWithin(LIMITS);
