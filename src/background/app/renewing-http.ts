import type { Http, HttpResponse } from '../../crm/http';

/** The token that is good now, and the host it is good for. */
export type Token = { readonly access: string; readonly host: string };

/**
 * The way out with an app's token: where an answer says that it has expired, a new one is asked for and the request is sent once
 * more, never twice.
 *
 * @param now - the token that is good as far as is known
 * @param renewed - a newer one than this, or null where there is none to be had
 */
export function renewingHttp(
  http: Http,
  now: () => Token,
  hasExpired: (answer: HttpResponse) => boolean,
  renewed: (old: Token) => Promise<Token | null>,
): Http {
  return {
    async send(request) {
      const asked = (token: Token) => {
        const url = new URL(request.url);
        url.hostname = token.host;
        return http.send({
          ...request,
          url: url.href,
          headers: { ...request.headers, Authorization: `Bearer ${token.access}` },
        });
      };
      const used = now();
      const first = await asked(used);
      if (!hasExpired(first)) return first;
      const fresh = await renewed(used);
      return fresh ? asked(fresh) : first;
    },
  };
}
