import { problem } from '../../core/value/result';
import { isCrmHost } from '../../crm/pages';
import type { PageAnswers } from '../../messages/port';
import { BadRequest, clientIdIn, hostIn, hostOrNoneIn } from '../desk/asking/requests';
import { type Asker, mayAsk } from '../desk/asking/sender';
import type { Place } from '../place';
import type { ApprovedApps } from './approved-apps';
import type { ConnectionBook } from './connections';

export type ConnectionDesk = {
  readonly book: ConnectionBook;
  readonly apps: ApprovedApps;
  /** Reads again what is watched at a place, by the way that is open now. */
  readonly again: (place: Place) => Promise<void>;
  readonly openOptions: (at: string) => Promise<void>;
  /** Ends what was granted at a place that is left for good. */
  readonly left: (place: Place) => Promise<void>;
};

type Answered = 'connections' | 'setAppClient' | 'connectApp' | 'disconnectApp' | 'openConnection';

/** The answers about ways into a CRM. A frame inside a CRM's tab may only have the options opened: the rest is asked there. */
export function connectionAnswers(
  { book, apps, again, openOptions }: ConnectionDesk,
  asker: Asker,
): Pick<PageAnswers, Answered> {
  const placeIn = (request: unknown): Place => {
    const host = hostIn(request);
    if (!isCrmHost(host) || asker.inside !== null) throw new BadRequest('not a host of a CRM, or not from the options');
    return { crm: 'salesforce', host, container: asker.container };
  };
  return {
    async connections(request) {
      if (asker.inside !== null) throw new BadRequest('not from the options');
      return book.all(asker.container, hostOrNoneIn(request));
    },
    async setAppClient(request) {
      const place = placeIn(request);
      return book.setClient(place.host, clientIdIn(request));
    },
    async connectApp(request) {
      const place = placeIn(request);
      const connected = await apps.connect(place);
      if (!connected.ok) return problem(connected.problem);
      await again(place);
      return connected;
    },
    async disconnectApp(request) {
      const place = placeIn(request);
      await apps.disconnect(place);
      await again(place);
      return null;
    },
    async openConnection(request) {
      const host = hostIn(request);
      if (!isCrmHost(host) || !(await mayAsk(asker, { host }, async () => false)))
        throw new BadRequest('not a host of a CRM');
      await openOptions(`connection=${host}`);
      return null;
    },
  };
}
