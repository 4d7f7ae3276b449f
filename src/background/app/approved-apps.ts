import type { AppProblem } from '../../core/model/app-problem';
import type { CrmProblem } from '../../core/model/crm-problem';
import type { Crm } from '../../core/model/record-ref';
import { ok, problem, type Result } from '../../core/value/result';
import type { AppGrant, ApprovedApp } from '../../crm/approved-app';
import type { Http } from '../../crm/http';
import type { CookieJar, CrmAdapter, Session } from '../../crm/port';
import { type Place, placeText } from '../place';
import type { Owner } from '../reach/keychain';
import type { Clients } from './clients';
import type { Grants, Held } from './grants';
import { renewingHttp, type Token } from './renewing-http';
import { askIn, type SignInWindow } from './sign-in-window';

export type AppParts = {
  readonly adapters: Readonly<Record<Crm, CrmAdapter>>;
  readonly http: Http;
  readonly grants: Grants;
  readonly clients: Clients;
  /** null where the browser has none. */
  readonly window: SignInWindow | null;
  readonly jar: (container: string) => Promise<CookieJar | null>;
  readonly random: (bytes: number) => Uint8Array;
};

/** A grant as it is used: whose it is, and the way out with its token, which renews itself. */
export type AppAccess = { readonly owner: Owner; readonly session: Session; readonly http: Http };

/** The way in through apps that organisations have approved. */
export type ApprovedApps = {
  /** What was granted for a place, by this way out; null where nothing was, or the API refuses it. */
  readonly access: (place: Place, out: Http) => Promise<AppAccess | null>;
  /** Whose grant is in hand, without asking anybody; `unknown` where somebody has signed in to the page since. */
  readonly who: (place: Place) => Promise<Owner | 'unknown' | null>;
  /** Has the user sign in, in a window of the browser's own. */
  readonly connect: (place: Place) => Promise<Result<null, AppProblem>>;
  /** Ends the grant, at the organisation too. */
  readonly disconnect: (place: Place) => Promise<void>;
  /** The grant has ended or the API refuses it. */
  readonly lost: (place: Place, why: CrmProblem) => Promise<void>;
  /** What the API refused may be tried again. */
  readonly afresh: (place: Place) => Promise<void>;
};

/** Firefox's name of the container that a tab is in unless the user says otherwise. */
const DEFAULT_CONTAINER = 'firefox-default';

export function approvedApps({ adapters, http, grants, clients, window, jar, random }: AppParts): ApprovedApps {
  const renewals = new Map<string, Promise<AppGrant | null>>();
  const appOf = (place: Place): ApprovedApp | undefined => adapters[place.crm].app;

  const pageOf = async (place: Place) => {
    const cookies = await jar(place.container);
    return cookies ? await appOf(place)?.pageSession(place.host, cookies) : undefined;
  };
  /** Somebody signed in to the page since it was granted: perhaps somebody else. */
  const isOfAnotherSignIn = async (place: Place, { page }: Held) => {
    const now = page === null ? undefined : await pageOf(place);
    return now !== undefined && now.secret !== page;
  };

  const signIn = async (place: Place, interactive: boolean): Promise<Result<null, AppProblem>> => {
    const app = appOf(place);
    const client = await clients.of(place.host);
    if (!app || !client || !window) return problem({ kind: 'no-client' });
    // The window is in the default container, where somebody else may be signed in.
    if (place.container !== '' && place.container !== DEFAULT_CONTAINER) return problem({ kind: 'container' });
    const { clientId } = client;
    const begun = await app.begin(place.host, { clientId, redirectUrl: window.redirectUrl }, random);
    if (!begun) return problem({ kind: 'not-the-crm' });
    const returned = await askIn(window, begun.address, interactive);
    if (!returned.ok) return returned;
    const granted = await app.end(begun, returned.value, http);
    if (!granted.ok) return granted;
    const page = await pageOf(place);
    if (page && granted.value.organisation.slice(0, 15) !== page.organisation.slice(0, 15)) {
      await app.revoke(granted.value, http);
      return problem({ kind: 'other-organisation' });
    }
    await grants.hold(placeText(place), { grant: granted.value, page: page?.secret ?? null, refused: null });
    return ok(null);
  };

  /** Several that find the token expired at the same time share one renewal: a used refresh token may be good only once. */
  const renewed = (place: Place, old: Token): Promise<AppGrant | null> => {
    const name = placeText(place);
    const under = renewals.get(name);
    if (under) return under;
    const run = (async () => {
      try {
        const held = await grants.held(name);
        if (!held) return null;
        if (held.grant.access !== old.access) return held.grant;
        const fresh = await appOf(place)?.renew(held.grant, http);
        // Nobody answered: the grant may be as good as ever, and the request has failed as any does without a network.
        if (fresh?.ok === false && fresh.problem.kind === 'offline') throw new TypeError('no answer to a renewal');
        if (!fresh?.ok) return null;
        await grants.hold(name, { ...held, grant: fresh.value });
        return fresh.value;
      } finally {
        renewals.delete(name);
      }
    })();
    renewals.set(name, run);
    return run;
  };

  const usable = async (place: Place): Promise<Held | null> => {
    const held = await grants.held(placeText(place));
    return held?.refused === null ? held : null;
  };

  return {
    async access(place, out) {
      let held = await usable(place);
      const app = appOf(place);
      if (!held || !app) return null;
      if (await isOfAnotherSignIn(place, held)) {
        await grants.drop(placeText(place));
        // The browser is signed in already: the organisation answers without showing anything, or not at all.
        const again = await signIn(place, false);
        held = again.ok ? await usable(place) : null;
        if (!held) return null;
      }
      let grant = held.grant;
      return {
        owner: { organisation: grant.organisation, user: grant.user },
        session: { host: grant.host, secret: grant.access },
        http: renewingHttp(
          out,
          () => grant,
          app.hasExpired,
          async (old) => {
            const fresh = await renewed(place, old);
            if (fresh) grant = fresh;
            return fresh;
          },
        ),
      };
    },
    async who(place) {
      const held = await usable(place);
      if (!held) return null;
      if (await isOfAnotherSignIn(place, held)) return 'unknown';
      return { organisation: held.grant.organisation, user: held.grant.user };
    },
    connect: (place) => signIn(place, true),
    async disconnect(place) {
      const held = await grants.held(placeText(place));
      await grants.drop(placeText(place));
      if (held) await appOf(place)?.revoke(held.grant, http);
    },
    async lost(place, why) {
      const held = await grants.held(placeText(place));
      if (held && why.kind === 'blocked') await grants.hold(placeText(place), { ...held, refused: why });
      else await grants.drop(placeText(place));
    },
    async afresh(place) {
      const held = await grants.held(placeText(place));
      if (held?.refused) await grants.hold(placeText(place), { ...held, refused: null });
    },
  };
}
