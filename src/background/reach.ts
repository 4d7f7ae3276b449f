import type { CrmProblem } from '../core/model/crm-problem';
import type { Crm } from '../core/model/record-ref';
import { type Instant, instantOf } from '../core/value/instant';
import { ok, problem, type Result } from '../core/value/result';
import type { Http } from '../crm/http';
import type { CookieJar, CrmAdapter, CrmFacts, CrmReader, Session } from '../crm/port';
import type { Store } from '../store/store';
import { crmTime } from './clock';
import { type Keychain, type Owner, sameOwner, sameSession, type Tried } from './keychain';

/** A CRM that can be asked, by which way, and what is known of it. */
export type Reached = { readonly reader: CrmReader; readonly facts: CrmFacts; readonly way: 'session' | 'app' };

/** A host of a CRM in one container of the browser. */
export type Place = { readonly crm: Crm; readonly host: string; readonly container: string };

export const placeText = ({ container, host }: Pick<Place, 'container' | 'host'>): string =>
  container === '' ? host : `${container}/${host}`;

export type ReachParts = {
  readonly adapters: Readonly<Record<Crm, CrmAdapter>>;
  readonly http: Http;
  readonly store: Store;
  readonly keychain: Keychain;
  /** null while the user has not allowed the session to be used. */
  readonly jar: (container: string) => Promise<CookieJar | null>;
  readonly clock: () => number;
};

/** How to get to a host's CRM: the user's session there, and whose it is. */
export type Reach = {
  readonly to: (place: Place) => Promise<Result<Reached, CrmProblem>>;
  /**
   * Who is signed in at a place, as far as it is known without asking the CRM: `nobody` where there is no session, `unknown`
   * where there is one that has not been tried, so that what was read before may be somebody else's.
   */
  readonly who: (place: Place) => Promise<Owner | 'nobody' | 'unknown'>;
  /** The session was refused: it is not used again, unless it is another by then. */
  readonly lost: (place: Place, why: CrmProblem) => Promise<void>;
  /** What was refused at a place may be tried again: the user asks for it. */
  readonly afresh: (place: Place) => Promise<void>;
};

export function reach({ adapters, http, store, keychain, jar, clock }: ReachParts): Reach {
  const machineNow = (): Instant => instantOf(clock());

  const sessionsAt = async (place: Place): Promise<Result<readonly Session[], CrmProblem>> => {
    if (adapters[place.crm].hidesSession?.(place.host)) return problem({ kind: 'session-hidden' });
    const cookies = await jar(place.container);
    return cookies ? ok(await adapters[place.crm].sessions(place.host, cookies)) : problem({ kind: 'not-connected' });
  };

  const remembered = async (place: Place, session: Session, owner: Owner): Promise<Reached | null> => {
    const connection = await store.connection(placeText(place));
    if (!connection || !sameOwner(connection, owner)) return null;
    const reader = adapters[place.crm].reader(session, http, () => crmTime(clock(), connection.clockOffset));
    return { reader, facts: connection.facts as CrmFacts, way: 'session' };
  };

  /** Asks whose a session is: one call, remembered with what became of it. */
  const tryOut = async (place: Place, session: Session): Promise<Result<Reached, CrmProblem>> => {
    const reader = adapters[place.crm].reader(session, http, machineNow);
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

  return {
    async to(place) {
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
      const sessions = await sessionsAt(place);
      if (!sessions.ok || sessions.value.length === 0) return 'nobody';
      const tried = await keychain.tried(placeText(place));
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
    async lost(place, why) {
      const tried = await keychain.tried(placeText(place));
      await keychain.replace(
        placeText(place),
        tried.map((one) => (one.turnedOut.as === 'good' ? { ...one, turnedOut: turnedOut(why) } : one)),
      );
    },
    async afresh(place) {
      const tried = await keychain.tried(placeText(place));
      await keychain.replace(
        placeText(place),
        tried.map((one) => (one.turnedOut.as === 'good' ? one : { ...one, turnedOut: { as: 'untold' } })),
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
