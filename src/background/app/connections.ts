import { ifGiven } from '../../core/value/known';
import { isCrmHost } from '../../crm/pages';
import type { CrmFacts } from '../../crm/port';
import type { ConnectionCard, Connections } from '../../messages/cards/connection-card';
import type { Store } from '../../store/store';
import { type Place, placeText } from '../place';
import type { Standings } from '../reach/standing';
import type { ApprovedApps } from './approved-apps';
import { type Clients, isClientId } from './clients';

export type ConnectionParts = {
  readonly store: Store;
  readonly apps: ApprovedApps;
  readonly clients: Clients;
  readonly standings: Standings;
  readonly redirectUrl: string;
};

/** How the hosts of CRMs are reached from one container, for the options. */
export type ConnectionBook = {
  readonly all: (container: string, also: string | null) => Promise<Connections>;
  /** @returns false where it is no client id */
  readonly setClient: (host: string, clientId: string | null) => Promise<boolean>;
};

export function connectionBook({ store, apps, clients, standings, redirectUrl }: ConnectionParts): ConnectionBook {
  const card = async (place: Place): Promise<ConnectionCard> => {
    const [behind, granted, client] = await Promise.all([
      store.connection(placeText(place)),
      apps.who(place),
      clients.of(place.host),
    ]);
    const standing = standings.of(placeText(place));
    const isLive = standing.live && standing.way !== 'page';
    return {
      host: place.host,
      user: behind ? (ifGiven((behind.facts as CrmFacts).viewer)?.name ?? null) : null,
      way: granted !== null ? 'app' : isLive ? 'session' : null,
      problem: standing.problem,
      client,
    };
  };
  return {
    async all(container, also) {
      const known = (await store.connections()).filter(({ host }) => isIn(container, host));
      const hosts = [
        ...(also !== null && isCrmHost(also) ? [also] : []),
        ...known.map(({ host }) => host.slice(host.indexOf('/') + 1)),
        ...(await clients.hosts()).filter(isCrmHost),
      ];
      const cards = [...new Set(hosts)].map((host) => card({ crm: 'salesforce', host, container }));
      return { cards: await Promise.all(cards), redirectUrl };
    },
    async setClient(host, clientId) {
      if (clientId !== null && !isClientId(clientId)) return false;
      await clients.enter(host, clientId);
      return true;
    },
  };
}

function isIn(container: string, place: string): boolean {
  const slash = place.indexOf('/');
  return (slash < 0 ? '' : place.slice(0, slash)) === container;
}
