import { isCrmHost } from '../../crm/pages';
import type { PageAnswers } from '../../messages/port';
import type { Seat } from '../ahead/attendance';
import { flagIn } from '../ahead/questions';
import type { Recheck } from '../ahead/recheck';
import { type Place, placeText } from '../place';
import { positionOfBook } from '../records/book-position';
import { keyOf } from '../records/readings';
import type { Asked } from './asking/asked';
import { BadRequest, hostIn } from './asking/requests';
import { type Asker, type IsConnected, mayAsk } from './asking/sender';
import { behindAt, type ReadingForParts, readingFor } from './reading-for';
import type { Telling } from './telling';
import type { Watcher, Watchers } from './watchers';

export type RecordParts = ReadingForParts & {
  readonly watchers: Watchers;
  readonly recheck: Recheck;
  readonly isConnected: IsConnected;
};

/** One page that asks: who it is, what it watches, and whether somebody looks at it. */
export type Page = {
  readonly asker: Asker;
  readonly watcher: Watcher;
  readonly seat: Seat;
  readonly asked: (request: unknown) => Promise<Asked>;
};

type Answered = 'watch' | 'unwatch' | 'refresh' | 'connect' | 'present' | 'recheck' | 'bookPosition';

/** The answers about the record that a page shows. */
export function recordAnswers(
  parts: RecordParts,
  { asker, watcher, seat, asked }: Page,
  tell: Telling['tell'],
): Pick<PageAnswers, Answered> {
  const { store, reach, refresh, watchers } = parts;
  return {
    async watch(request) {
      const { ref, place } = await asked(request);
      Object.assign(watcher, { ref, place });
      // Asked of the store before anything else is: somebody is waiting for it.
      const reading = readingFor(parts, place, ref);
      seat.at(place).catch(() => undefined);
      refresh.record(place, ref).catch(() => undefined);
      store
        .connection(placeText(place))
        .then((behind) => behind && store.lines.look(keyOf(behind, ref)))
        .catch(() => undefined);
      return reading;
    },
    async unwatch() {
      Object.assign(watcher, { ref: null, place: null });
      return null;
    },
    async refresh(request) {
      const { ref, place } = await asked(request);
      const run = refresh.record(place, ref);
      await tell(place, ref);
      return run;
    },
    async connect(request) {
      const host = hostIn(request);
      if (!isCrmHost(host) || !(await mayAsk(asker, { host }, parts.isConnected)))
        throw new BadRequest('not a host of a CRM');
      const place: Place = { crm: 'salesforce', host, container: asker.container };
      await reach.afresh(place);
      const [watched] = watchers.records(place);
      if (watched) return refresh.anew(watched.place, watched.ref);
      const reached = await reach.to(place);
      return reached.ok ? { ok: true, value: null } : reached;
    },
    async present(request) {
      await seat.sign(flagIn(request, 'visible'));
      return null;
    },
    async recheck(request) {
      const { ref, place } = await asked(request);
      return parts.recheck(place, ref, asker.tabId);
    },
    async bookPosition(request) {
      const { ref, place } = await asked(request);
      const behind = await behindAt(parts, place);
      return behind && positionOfBook(store, behind, ref, (await readingFor(parts, place, ref)).now);
    },
  };
}
