import type { CrmProblem } from '../core/model/crm-problem';
import type { Crm } from '../core/model/record-ref';
import { type Instant, instantOf } from '../core/value/instant';
import { ok, problem, type Result } from '../core/value/result';
import type { Http } from '../crm/http';
import type { CookieJar, CrmAdapter, CrmFacts, CrmReader, Session } from '../crm/port';
import type { StoredConnection } from '../store/schema';
import type { Store } from '../store/store';
import { crmTime } from './clock';
import type { Keychain } from './keychain';

/** A CRM that can be asked, and what is known of it. */
export type Reached = { readonly reader: CrmReader; readonly facts: CrmFacts };

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
  /** The session was refused: it is not used again, unless it is another by then. */
  readonly lost: (place: Place, why: CrmProblem) => Promise<void>;
  /** Whatever was remembered of a place's session is forgotten: the user asks to try again. */
  readonly afresh: (place: Place) => Promise<void>;
};

export function reach({ adapters, http, store, keychain, jar, clock }: ReachParts): Reach {
  const machineNow = (): Instant => instantOf(clock());

  const remembered = async (place: Place, session: Session): Promise<Result<Reached, CrmProblem> | null> => {
    const tried = await keychain.tried(placeText(place));
    if (!tried || tried.session.secret !== session.secret || tried.session.host !== session.host) return null;
    if (tried.blocked) return problem(tried.blocked);
    const connection = await store.connection(placeText(place));
    if (!tried.owner || !connection || !sameOwner(connection, tried.owner)) return null;
    const reader = adapters[place.crm].reader(session, http, () => crmTime(clock(), connection.clockOffset));
    return ok({ reader, facts: connection.facts as CrmFacts });
  };

  return {
    async to(place) {
      const cookies = await jar(place.container);
      if (!cookies) return problem({ kind: 'not-connected' });
      const sessions = await adapters[place.crm].sessions(place.host, cookies);
      for (const session of sessions) {
        const known = await remembered(place, session);
        if (known) return known;
      }
      let last: CrmProblem = { kind: 'signed-out' };
      for (const session of sessions) {
        const reader = adapters[place.crm].reader(session, http, machineNow);
        const identified = await reader.identify();
        if (identified.ok) {
          const { organisation, user } = identified.value;
          await keychain.keep(placeText(place), { session, owner: { organisation, user }, blocked: null });
          const connection = await store.connection(placeText(place));
          const facts =
            connection && sameOwner(connection, { organisation, user }) ? (connection.facts as CrmFacts) : null;
          return ok({ reader, facts: facts ?? identified.value });
        }
        last = identified.problem;
        if (last.kind === 'blocked') await keychain.keep(placeText(place), { session, owner: null, blocked: last });
        if (last.kind !== 'signed-out') break;
      }
      return problem(last);
    },
    async lost(place, why) {
      const tried = await keychain.tried(placeText(place));
      if (!tried) return;
      if (why.kind === 'blocked') await keychain.keep(placeText(place), { ...tried, owner: null, blocked: why });
      else await keychain.drop(placeText(place));
    },
    afresh: (place) => keychain.drop(placeText(place)),
  };
}

function sameOwner(
  a: Pick<StoredConnection, 'organisation' | 'user'>,
  b: Pick<StoredConnection, 'organisation' | 'user'>,
) {
  return a.organisation === b.organisation && a.user === b.user;
}
