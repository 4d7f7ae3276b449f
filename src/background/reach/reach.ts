import type { CrmProblem } from '../../core/model/crm-problem';
import type { Crm } from '../../core/model/record-ref';
import { type Instant, instantOf } from '../../core/value/instant';
import { ok, problem, type Result } from '../../core/value/result';
import type { Http } from '../../crm/http';
import type { CookieJar, CrmAdapter, CrmFacts, CrmReader, Session } from '../../crm/port';
import type { Store } from '../../store/store';
import type { ApprovedApps } from '../app/approved-apps';
import { crmTime } from '../clock';
import { type Place, placeText } from '../place';
import { type Keychain, type Owner, sameOwner, sameSession, type Tried } from './keychain';
import type { Relay } from './relay';

/** A CRM that can be asked, by which way, and what is known of it. */
export type Reached = { readonly reader: CrmReader; readonly facts: CrmFacts; readonly way: 'session' | 'app' };

export type ReachParts = {
  readonly adapters: Readonly<Record<Crm, CrmAdapter>>;
  readonly http: Http;
  /** The way through a page of the place's own. */
  readonly relay: Relay;
  readonly store: Store;
  readonly keychain: Keychain;
  readonly apps: ApprovedApps;
  /** null while the user has not allowed the session to be used. */
  readonly jar: (container: string) => Promise<CookieJar | null>;
  readonly clock: () => number;
};

/** How to get to a host's CRM - through the app that the user granted, else the user's own session - and whose it is. */
export type Reach = {
  readonly to: (place: Place) => Promise<Result<Reached, CrmProblem>>;
  /**
   * Who is signed in at a place, as far as it is known without asking the CRM: `nobody` where there is no session, `unknown`
   * where there is one that has not been tried, so that what was read before may be somebody else's.
   */
  readonly who: (place: Place) => Promise<Owner | 'nobody' | 'unknown'>;
  /** What it was reached by was refused: it is not used again, unless it is another by then. */
  readonly lost: (place: Place, why: CrmProblem, way: Reached['way']) => Promise<void>;
  /** What was refused at a place may be tried again: the user asks for it. */
  readonly afresh: (place: Place) => Promise<void>;
  /** Forgets the sessions that were tried at a host, in whichever container; null: everywhere. */
  readonly forget: (host: string | null) => Promise<void>;
};

export function reach({ adapters, http, relay, store, keychain, apps, jar, clock }: ReachParts): Reach {
  const machineNow = (): Instant => instantOf(clock());

  const sessionsAt = async (place: Place): Promise<Result<readonly Session[], CrmProblem>> => {
    const { hidesSession, sessions } = adapters[place.crm];
    if (hidesSession?.(place.host)) return problem({ kind: 'session-hidden' });
    if (sessions === null) {
      const user = await relay.who(place);
      if (user === null) return problem({ kind: 'offline' });
      return ok(user === '' ? [] : [{ host: place.host, secret: user }]);
    }
    const cookies = await jar(place.container);
    return cookies ? ok(await sessions(place.host, cookies)) : problem({ kind: 'not-connected' });
  };

  const wayTo = (place: Place, { secret }: Session): Http =>
    adapters[place.crm].sessions === null ? relay.http(place, secret) : http;

  const remembered = async (place: Place, session: Session, owner: Owner): Promise<Reached | null> => {
    const connection = await store.connection(placeText(place));
    if (!connection || !sameOwner(connection, owner)) return null;
    const reader = adapters[place.crm].reader(session, wayTo(place, session), () =>
      crmTime(clock(), connection.clockOffset),
    );
    return { reader, facts: connection.facts as CrmFacts, way: 'session' };
  };

  /** Asks whose a session is: one call, remembered with what became of it. */
  const tryOut = async (place: Place, session: Session): Promise<Result<Reached, CrmProblem>> => {
    const reader = adapters[place.crm].reader(session, wayTo(place, session), machineNow);
    const identified = await reader.identify();
    if (!identified.ok) {
      await keychain.keep(placeText(place), { session, owner: null, turnedOut: turnedOut(identified.problem) });
      return identified;
    }
    const { organisation, user } = identified.value;
    const owner = { organisation, user };
    await keychain.keep(placeText(place), { session, owner, turnedOut: { as: 'good' } });
    const connection = await store.connection(placeText(place));
    const facts = connection && sameOwner(connection, owner) ? (connection.facts as CrmFacts) : identified.value;
    return ok({ reader, facts, way: 'session' });
  };

  /** null where nothing was granted, or what was granted has ended: the session is tried then. */
  const viaApp = async (place: Place): Promise<Result<Reached, CrmProblem> | null> => {
    const access = await apps.access(place, http);
    if (!access) return null;
    const connection = await store.connection(placeText(place));
    const isKnown = connection !== null && sameOwner(connection, access.owner);
    const now = () => crmTime(clock(), connection?.clockOffset ?? 0);
    const reader = adapters[place.crm].reader(access.session, access.http, now);
    if (isKnown) return ok({ reader, facts: connection.facts as CrmFacts, way: 'app' });
    const identified = await reader.identify();
    if (identified.ok) return ok({ reader, facts: identified.value, way: 'app' });
    const { kind } = identified.problem;
    if (kind !== 'signed-out' && kind !== 'blocked') return identified;
    await apps.lost(place, identified.problem);
    return null;
  };

  return {
    forget: (host) => keychain.clear(host),
    async to(place) {
      const granted = await viaApp(place);
      if (granted) return granted;
      const sessions = await sessionsAt(place);
      if (!sessions.ok) return sessions;
      const tried = await keychain.tried(placeText(place));
      for (const session of sessions.value) {
        const owner = goodOwner(tried, session);
        const known = owner && (await remembered(place, session, owner));
        if (known) return ok(known);
      }
      // What is wrong with the likeliest session is what the user can do something about.
      let first: CrmProblem | null = null;
      for (const session of sessions.value) {
        const before = of(tried, session)?.turnedOut;
        const found = before?.as === 'refused' ? problem(before.problem) : await tryOut(place, session);
        if (found.ok) return found;
        first ??= found.problem;
        if (found.problem.kind === 'rate-limited') break;
      }
      return problem(first ?? { kind: 'signed-out' });
    },
    async who(place) {
      // Asked at once: every look at a deal waits for it.
      const [granted, sessions, tried] = await Promise.all([
        apps.who(place),
        sessionsAt(place),
        keychain.tried(placeText(place)),
      ]);
      if (granted) return granted;
      if (!sessions.ok || sessions.value.length === 0) return 'nobody';
      let last: Owner | null = null;
      for (const session of sessions.value) {
        const one = of(tried, session);
        if (!one) return 'unknown';
        if (one.turnedOut.as === 'good' && one.owner) return one.owner;
        // Nobody answered who it is: what was read before stands, unless somebody else is known to have been here since.
        if (one.turnedOut.as === 'untold' && !one.owner && tried.some(({ owner }) => owner !== null)) return 'unknown';
        if (one.turnedOut.as === 'refused' && !one.owner) return 'unknown';
        last ??= one.owner;
      }
      return last ?? 'nobody';
    },
    async lost(place, why, way) {
      if (way === 'app') {
        await apps.lost(place, why);
        return;
      }
      await keychain.change(placeText(place), (one) =>
        one.turnedOut.as === 'good' ? { ...one, turnedOut: turnedOut(why) } : one,
      );
    },
    async afresh(place) {
      await apps.afresh(place);
      await keychain.change(placeText(place), (one) =>
        one.turnedOut.as === 'good' ? one : { ...one, turnedOut: { as: 'untold' } },
      );
    },
  };
}

function turnedOut(why: CrmProblem): Tried['turnedOut'] {
  if (why.kind === 'blocked') return { as: 'refused', problem: why };
  return { as: why.kind === 'signed-out' ? 'ended' : 'untold' };
}

function of(tried: readonly Tried[], session: Session): Tried | undefined {
  return tried.find((one) => sameSession(one.session, session));
}

function goodOwner(tried: readonly Tried[], session: Session): Owner | null {
  const one = of(tried, session);
  return one?.turnedOut.as === 'good' ? one.owner : null;
}
