import type { RecordRef } from '../../core/model/record-ref';
import type { FileRow } from '../../core/pay/cross-check/statement-file';
import type { Result } from '../../core/value/result';
import { isCrmHost } from '../../crm/pages';
import { placeOf } from '../../crm/place';
import { readDockChange } from '../../messages/content-call';
import type { CalibrationCard, DockChange, PayCheck, PayCheckProblem } from '../../messages/page-and-background';
import { type PageAnswers, type PortLike, servePage } from '../../messages/port';
import type { Reading } from '../../messages/reading';
import type { Store } from '../../store/store';
import { type aheadAnswers, roomMadeOf } from '../ahead/answers';
import type { Seat } from '../ahead/attendance';
import { flagIn } from '../ahead/questions';
import type { Recheck } from '../ahead/recheck';
import { type ConnectionDesk, connectionAnswers } from '../app/answers';
import { type Place, placeText } from '../place';
import { sameOwner } from '../reach/keychain';
import type { Reach } from '../reach/reach';
import type { Standings } from '../reach/standing';
import { positionOfBook } from '../records/book-position';
import { keyOf, type ReadingParts, readingOf } from '../records/readings';
import type { Refresh } from '../records/refresh';
import { isClosed, type ShownPages } from '../records/shown-pages';
import type { GoalFiles } from '../shelf/goal-files';
import type { RuleBook } from '../shelf/rules';
import type { Shelf } from '../shelf/shelf';
import { siteAnswers } from '../sites/site-desk';
import type { Sites } from '../sites/sites';
import { turns } from '../turns';
import { foldedSections } from './folded';
import { forgetAnswers } from './forget';
import type { Glances } from './glances';
import { answersIn } from './panel-calls';
import {
  BadRequest,
  fileIn,
  glanceIn,
  hostIn,
  idIn,
  idOrNoneIn,
  namesIn,
  onIn,
  refIn,
  rulesFileIn,
  rulesFileOrNoneIn,
  tableIn,
} from './requests';
import { type Asker, mayAsk } from './sender';
import type { Watchers } from './watchers';

export type DeskParts = {
  readonly store: Store;
  readonly shelf: Shelf;
  readonly rules: RuleBook;
  readonly checkPay: (fileName: string, rows: readonly FileRow[]) => Promise<Result<PayCheck, PayCheckProblem>>;
  readonly calibrations: () => Promise<readonly CalibrationCard[]>;
  readonly reach: Reach;
  readonly refresh: Refresh;
  readonly standings: Standings;
  readonly watchers: Watchers;
  readonly shown: ShownPages;
  readonly readings: ReadingParts;
  readonly goals: GoalFiles;
  readonly sites: Sites;
  readonly glances: Glances;
  /** Whether closed tabs may show anything; with true or false, from now on. */
  readonly tabsMayGlance: (on: boolean | null) => Promise<boolean>;
  readonly aheadAnswers: ReturnType<typeof aheadAnswers>;
  readonly recheck: Recheck;
  /** A page of ours that says whether it is looked at. */
  readonly seat: () => Seat;
  readonly dockIn: (tabId: number, change: DockChange) => Promise<void>;
  readonly openOptions: () => Promise<void>;
  readonly connections: ConnectionDesk;
};

/** Where a page's questions are answered. */
export type Desk = {
  /** A page of ours has opened a port. */
  readonly serve: (port: PortLike, asker: Asker) => void;
  /** Whether the closed tab of a page has anything to show of a record of that page. */
  readonly hasGlance: (asker: Asker, ref: RecordRef) => Promise<boolean>;
  readonly tell: (place: Place, ref: RecordRef) => Promise<void>;
  /** The same for all that is watched, at one place or anywhere. */
  readonly tellPlace: (place?: Pick<Place, 'host' | 'container'>) => Promise<void>;
  /** How far a long read has come, and nothing else. */
  readonly tellProgress: (place: Pick<Place, 'host' | 'container'>) => void;
};

/** Whose cache a place shows now; null where that is not known or where nothing was read. */
async function behindAt({ store, reach }: Pick<DeskParts, 'store' | 'reach'>, place: Place) {
  const [last, who] = await Promise.all([store.connection(placeText(place)), reach.who(place)]);
  // What one user read is never shown to another, who may have signed in on the same host since.
  return last && (who === 'nobody' || (who !== 'unknown' && sameOwner(who, last))) ? last : null;
}

async function readingFor(
  {
    store,
    reach,
    refresh,
    standings,
    readings,
    shown,
  }: Pick<DeskParts, 'store' | 'reach' | 'refresh' | 'standings' | 'readings' | 'shown'>,
  place: Place,
  ref: RecordRef,
): Promise<Reading> {
  const behind = await behindAt({ store, reach }, place);
  const standing = standings.of(placeText(place));
  const connection = {
    way: standing.live ? standing.way : ('cache' as const),
    problem: refresh.problemOf(place, ref) ?? standing.problem,
    reading: refresh.isReading(place, ref),
    progress: standing.progress,
    roomMade: await roomMadeOf(store),
  };
  const kept = await readingOf(ref, behind, connection, readings);
  return isClosed(connection.problem) ? shown.beside(place, kept) : kept;
}

export function desk(parts: DeskParts): Desk {
  const { store, shelf, rules, checkPay, calibrations, reach, refresh, watchers, sites, dockIn, openOptions } = parts;
  const { glances, tabsMayGlance, shown } = parts;
  const folded = foldedSections(store);

  const tell = async (place: Place, ref: RecordRef) => {
    if (watchers.of(place, ref).length === 0) return;
    const reading = await readingFor(parts, place, ref);
    for (const { server } of watchers.of(place, ref)) server?.push('reading', reading);
  };
  const tellAll = async (at?: Pick<Place, 'host' | 'container'>) => {
    await Promise.all(watchers.records(at).map(({ place, ref }) => tell(place, ref)));
  };

  const tellProgress = (at: Pick<Place, 'host' | 'container'>) => {
    for (const { place, ref } of watchers.records(at)) {
      const { progress } = parts.standings.of(placeText(place));
      for (const { server } of watchers.of(place, ref)) server?.push('progress', { ref, progress });
    }
  };

  const glanceAt = async (place: Place, ref: RecordRef) => {
    const behind = await behindAt(parts, place);
    return behind && glances.of(keyOf(behind, ref));
  };

  const sayings = turns();
  const hasGlance = (asker: Asker, ref: RecordRef) =>
    sayings(async () => {
      const place: Place = { crm: ref.crm, host: placeOf(ref), container: asker.container };
      return (await mayAsk(asker, ref, sites.has)) && (await glanceAt(place, ref)) !== null;
    });

  const serve = (port: PortLike, asker: Asker) => {
    const watcher = watchers.add(asker.inside === null ? null : asker.tabId);
    const seat = parts.seat();
    port.onDisconnect.addListener(() => {
      watchers.remove(watcher);
      seat.leave().catch(() => undefined);
    });
    const asked = async (request: unknown) => {
      const ref = refIn(request);
      if (!(await mayAsk(asker, ref, sites.has))) throw new BadRequest('not a record of this page');
      const place: Place = { crm: ref.crm, host: placeOf(ref), container: asker.container };
      return { ref, place };
    };
    const answers: PageAnswers = {
      async watch(request) {
        const { ref, place } = await asked(request);
        Object.assign(watcher, { ref, place });
        seat.at(place).catch(() => undefined);
        refresh.record(place, ref).catch(() => undefined);
        store
          .connection(placeText(place))
          .then((behind) => behind && store.lines.look(keyOf(behind, ref)))
          .catch(() => undefined);
        return readingFor(parts, place, ref);
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
        if (!isCrmHost(host) || !(await mayAsk(asker, { host }, sites.has)))
          throw new BadRequest('not a host of a CRM');
        const place: Place = { crm: 'salesforce', host, container: asker.container };
        await reach.afresh(place);
        const [watched] = watchers.records(place);
        if (watched) return refresh.anew(watched.place, watched.ref);
        const reached = await reach.to(place);
        return reached.ok ? { ok: true, value: null } : reached;
      },
      ...parts.aheadAnswers,
      async present(request) {
        await seat.sign(flagIn(request, 'visible'));
        return null;
      },
      async recheck(request) {
        const { ref, place } = await asked(request);
        return parts.recheck(place, ref, asker.tabId);
      },
      ...forgetAnswers({ ...parts, tellAll: () => tellAll() }),
      ...connectionAnswers(parts.connections, asker),
      goalsFile: () => parts.goals.inForce(),
      async useGoals(request) {
        const used = await parts.goals.use(request === null ? null : tableIn(request));
        await tellAll();
        return used;
      },
      ...siteAnswers(sites, store, async (host) => {
        await parts.connections.left({ crm: 'salesforce', host, container: asker.container });
        await Promise.all([reach.forget(host), glances.clear()]);
        shown.forget({ host });
        await tellAll();
      }),
      plans: () => shelf.cards(),
      async importPlan(request) {
        const { fileName, text } = fileIn(request);
        const put = await shelf.put(fileName, text);
        if (put.ok && put.value.active) await Promise.all([glances.clear(), tellAll()]);
        return put;
      },
      async activatePlan(request) {
        await shelf.activate(idOrNoneIn(request));
        await Promise.all([glances.clear(), tellAll()]);
        return shelf.cards();
      },
      async removePlan(request) {
        await shelf.remove(idIn(request));
        await Promise.all([glances.clear(), tellAll()]);
        return shelf.cards();
      },
      async checkPay(request) {
        const { fileName, rows } = tableIn(request);
        return checkPay(fileName, rows);
      },
      calibration: () => calibrations(),
      rules: () => rules.inForce(),
      importRules: async (request) => rules.tryOut(rulesFileIn(request)),
      async activateRules(request) {
        const activated = await rules.activate(rulesFileOrNoneIn(request));
        if (activated.ok) for (const { server } of watchers.all()) server?.push('rules', activated.value);
        return activated;
      },
      async bookPosition(request) {
        const { ref, place } = await asked(request);
        const behind = await behindAt(parts, place);
        return behind && positionOfBook(store, behind, ref, (await readingFor(parts, place, ref)).now);
      },
      folded: () => folded.all(),
      keepFolded: async (request) => folded.keep(namesIn(request)),
      async glance(request) {
        const { ref, place } = await asked(request);
        return glanceAt(place, ref);
      },
      // A panel that is closed at once is asked for what it has just said.
      glanced: (request) =>
        sayings(async () => {
          const { ref, place } = await asked(request);
          const glance = glanceIn(request);
          const behind = await behindAt(parts, place);
          if (behind) await glances.keep(keyOf(behind, ref), glance);
          return null;
        }),
      glances: async (request) => tabsMayGlance(onIn(request)),
      async openOptions() {
        await openOptions();
        return null;
      },
      async dock(request) {
        const change = readDockChange(request);
        if (change && asker.inside !== null && asker.tabId !== null) await dockIn(asker.tabId, change);
        return null;
      },
    };
    watcher.server = servePage(port, answersIn(asker.inside, answers));
  };

  return { serve, hasGlance, tell, tellPlace: tellAll, tellProgress };
}
