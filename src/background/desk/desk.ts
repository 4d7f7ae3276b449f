import type { CalibrationCard } from '../../messages/cards/calibration-card';
import { readDockChange } from '../../messages/content-call';
import type { DockChange } from '../../messages/dock-setting';
import { type PageAnswers, type PortLike, servePage } from '../../messages/port';
import type { aheadAnswers } from '../ahead/answers';
import type { Seat } from '../ahead/attendance';
import { type ConnectionDesk, connectionAnswers } from '../app/answers';
import { type ShelfDesk, shelfAnswers } from '../shelf/answers';
import { siteAnswers } from '../sites/site-desk';
import type { Sites } from '../sites/sites';
import { askedBy } from './asking/asked';
import { answersIn } from './asking/panel-calls';
import { namesIn } from './asking/requests';
import type { Asker } from './asking/sender';
import { type ClosedTabParts, type ClosedTabs, closedTabs } from './closed-tabs';
import { foldedSections } from './folded';
import { forgetAnswers } from './forget';
import { type RecordParts, recordAnswers } from './record-answers';
import { type Telling, telling } from './telling';
import type { Watchers } from './watchers';

export type DeskParts = Omit<RecordParts, 'isConnected'> &
  Omit<ClosedTabParts, 'isConnected'> &
  ShelfDesk & {
    readonly watchers: Watchers;
    readonly calibrations: () => Promise<readonly CalibrationCard[]>;
    readonly sites: Sites;
    readonly aheadAnswers: ReturnType<typeof aheadAnswers>;
    /** A page of ours that says whether it is looked at. */
    readonly seat: () => Seat;
    readonly dockIn: (tabId: number, change: DockChange) => Promise<void>;
    readonly openOptions: () => Promise<void>;
    readonly connections: ConnectionDesk;
  };

/** Where a page's questions are answered. */
export type Desk = Telling &
  Pick<ClosedTabs, 'hasGlance'> & {
    /** A page of ours has opened a port. */
    readonly serve: (port: PortLike, asker: Asker) => void;
  };

export function desk(parts: DeskParts): Desk {
  const { store, reach, watchers, sites, glances, shown } = parts;
  const own = { ...parts, isConnected: sites.has };
  const folded = foldedSections(store);
  const tabs = closedTabs(own);
  const tells = telling(parts);
  const tellAll = () => tells.tellPlace();

  const serve = (port: PortLike, asker: Asker) => {
    const watcher = watchers.add(asker.inside === null ? null : asker.tabId);
    const seat = parts.seat();
    port.onDisconnect.addListener(() => {
      watchers.remove(watcher);
      seat.leave().catch(() => undefined);
    });
    const asked = (request: unknown) => askedBy(asker, request, sites.has);
    const answers: PageAnswers = {
      ...recordAnswers(own, { asker, watcher, seat, asked }, tells.tell),
      ...tabs.answers(asked),
      ...parts.aheadAnswers,
      ...forgetAnswers({ ...parts, tellAll }),
      ...connectionAnswers(parts.connections, asker),
      ...siteAnswers(sites, store, async (host) => {
        await parts.connections.left({ crm: 'salesforce', host, container: asker.container });
        await Promise.all([reach.forget(host), glances.clear()]);
        shown.forget({ host });
        await tellAll();
      }),
      ...shelfAnswers(parts, tellAll),
      calibration: () => parts.calibrations(),
      folded: () => folded.all(),
      keepFolded: async (request) => folded.keep(namesIn(request)),
      async openOptions() {
        await parts.openOptions();
        return null;
      },
      async dock(request) {
        const change = readDockChange(request);
        if (change && asker.inside !== null && asker.tabId !== null) await parts.dockIn(asker.tabId, change);
        return null;
      },
    };
    watcher.server = servePage(port, answersIn(asker.inside, answers));
  };

  return { serve, hasGlance: tabs.hasGlance, ...tells };
}
