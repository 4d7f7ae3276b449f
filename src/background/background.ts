import type { Lesson, Page } from '../core/deal/norms/lesson';
import type { Crm, RecordRef } from '../core/model/record-ref';
import type { Http } from '../crm/http';
import type { CookieJar, CrmAdapter, CrmFacts } from '../crm/port';
import type { DockChange } from '../messages/page-and-background';
import type { Store } from '../store/store';
import { aheadAnswers } from './ahead/answers';
import { attendance } from './ahead/attendance';
import { gate } from './ahead/gate';
import { wishes } from './ahead/keeping';
import { readAhead } from './ahead/read-ahead';
import { rechecks } from './ahead/recheck';
import { strainOf } from './ahead/strain';
import { approvedApps } from './app/approved-apps';
import { clients, type ManagedStorage } from './app/clients';
import { connectionBook } from './app/connections';
import { grants } from './app/grants';
import type { SignInWindow } from './app/sign-in-window';
import { type Desk, desk } from './desk/desk';
import { glances } from './desk/glances';
import { watchers } from './desk/watchers';
import { calibrations } from './learn/calibration';
import { lessons, type Teacher } from './learn/lessons';
import { type Place, placeText } from './place';
import { keychain, type SessionMemory, sameOwner } from './reach/keychain';
import { reach } from './reach/reach';
import { type PageWays, type Relay, relayThrough } from './reach/relay';
import { standings } from './reach/standing';
import { refresher } from './records/refresh';
import { shownPages } from './records/shown-pages';
import { goalFiles } from './shelf/goal-files';
import { judgedDeals } from './shelf/judged';
import { payChecker } from './shelf/pay-check';
import type { CompPlanCheck } from './shelf/plans';
import { ruleBook } from './shelf/rules';
import { shelf } from './shelf/shelf';
import { type SiteRights, sites } from './sites/sites';

/** What the background stands on: the browser, in the few pieces it uses of it. */
export type Ground = {
  readonly store: Store;
  readonly adapters: Readonly<Record<Crm, CrmAdapter>>;
  readonly http: Http;
  readonly sessionMemory: SessionMemory;
  readonly jar: (container: string) => Promise<CookieJar | null>;
  /** The ways to pages of CRMs that can be asked from there alone. */
  readonly pages: PageWays;
  readonly siteRights: SiteRights;
  readonly shippedPlans: () => Promise<readonly { readonly fileName: string; readonly text: string }[]>;
  readonly checkPlan: CompPlanCheck;
  /** The text of the risk rules that come with the extension. */
  readonly shippedRules: () => Promise<string>;
  /** Who learns the norms; null: nobody, and norms stay unread. */
  readonly teacher: Teacher<Page, Lesson> | null;
  readonly clock: () => number;
  /** @param at - the place in the options, in the address's fragment */
  readonly openOptions: (at?: string) => Promise<void>;
  /** Whether closed tabs may show anything; with true or false, from now on. */
  readonly tabsMayGlance: (on: boolean | null) => Promise<boolean>;
  /** Settings that the browser's administrator left. */
  readonly managed: ManagedStorage;
  /** null where the browser opens no window for signing in. */
  readonly signInWindow: SignInWindow | null;
  readonly random: (bytes: number) => Uint8Array;
  readonly dockIn: (tabId: number, change: DockChange) => Promise<void>;
  /** Forgets how the dock was left on a host. */
  readonly undock: (hostname: string) => Promise<void>;
  /** A number from 0 to 1. */
  readonly chance: () => number;
  /** Wakes the background every few minutes, while it is set. */
  readonly alarm: { readonly set: () => void; readonly clear: () => void };
  /** Whether the tab is in front, in the window that the user is in. */
  readonly isInFront: (tabId: number) => Promise<boolean>;
  /** What the page of a tab shows of a record, as its content script read it. */
  readonly shownIn: (tabId: number, ref: RecordRef) => Promise<unknown>;
  /** BCP 47. */
  readonly browserLanguage: string;
};

/** The background, put together. */
export type Background = Pick<Desk, 'serve' | 'hasGlance'> & {
  /** Leave for a site was given or taken, or the browser has started. */
  readonly followSites: () => Promise<void>;
  /** A session appeared on a host: what is watched there and could not be read is read again. */
  readonly signedIn: (cookieHost: string) => void;
  /** The alarm has rung. */
  readonly rung: () => Promise<void>;
  /** Whether somebody looks at a panel. */
  readonly attended: () => Promise<boolean>;
  /** The user has just allowed the sessions to be used: what is watched and waits for that is read. */
  readonly allowed: () => void;
};

/** Signing in sets one cookie after another, on one host after another: milliseconds after the last of them. */
const SETTLES_AFTER = 300;

export function background(ground: Ground): Background {
  const { store, clock } = ground;
  const watching = watchers();
  const standing = standings(clock, ground.sessionMemory);
  const appClients = clients(store, ground.managed);
  const apps = approvedApps({
    adapters: ground.adapters,
    http: ground.http,
    grants: grants(ground.sessionMemory),
    clients: appClients,
    window: ground.signInWindow,
    jar: ground.jar,
    random: ground.random,
  });
  const { alarm } = ground;
  const looking = attendance(ground.sessionMemory, clock, (looks) => {
    if (!looks) return alarm.clear();
    alarm.set();
    void looking.places().then((places) => ahead.back(places), nothing);
  });
  const out = gate({
    log: store.reads,
    strain: (response) => strainOf(ground.adapters, response),
    share: async () => (await wishes(store)).share,
    attended: looking.attended,
    clock,
    chance: ground.chance,
  });
  const relay = relayThrough(ground.pages);
  const ways = {
    adapters: ground.adapters,
    store,
    keychain: keychain(ground.sessionMemory),
    apps,
    jar: ground.jar,
    clock,
  };
  const goals = goalFiles(store);
  const connected = sites(store, ground.siteRights);
  const reached = reach({ ...ways, http: out.asked(ground.http), relay: relayedBy(relay, out.asked) });
  // The same ways with the same sessions, for what nobody waits for.
  const quietly = reach({ ...ways, http: out.ahead(ground.http), relay: relayedBy(relay, out.ahead) });
  const plans = shelf({ store, shipped: ground.shippedPlans, check: ground.checkPlan, clock });
  const learning = lessons(store, ground.teacher, clock);
  const shown = shownPages({
    adapters: ground.adapters,
    ask: ground.shownIn,
    tabs: (place, ref) => watching.of(place, ref).flatMap(({ tab }) => tab ?? []),
    known: async (place) => {
      const [last, who] = await Promise.all([store.connection(placeText(place)), reached.who(place)]);
      return last && who !== 'unknown' && who !== 'nobody' && sameOwner(who, last)
        ? { facts: last.facts as CrmFacts, clockOffset: last.clockOffset }
        : null;
    },
    browserLanguage: ground.browserLanguage,
    clock,
  });
  const refresh = refresher({
    reach: reached,
    quietly,
    store,
    standings: standing,
    lessons: learning,
    clock,
    tell: async (place, ref) => {
      await front.tell(place, ref);
      void ahead.go(place);
    },
    tellPlace: (place) => front.tellPlace(place),
    tellProgress: (place) => front.tellProgress(place),
    isWatched: (place) => watching.records(place).length > 0,
    readShown: (problem, place, ref) => shown.instead(problem, place, ref),
  });
  const ahead = readAhead({
    store,
    reach: quietly,
    gate: out,
    attended: looking.attended,
    clock,
    tell: async (place, refs) => {
      for (const ref of refs) await front.tell(place, ref);
    },
    tellAll: (state) => {
      for (const { server } of watching.all()) server?.push('ahead', state);
    },
  });
  const front: Desk = desk({
    aheadAnswers: aheadAnswers({ store, ahead, attendance: looking, tellAll: () => front.tellPlace(), clock }),
    recheck: rechecks({ store, reach: quietly, refresh, isInFront: ground.isInFront }),
    seat: looking.seat,
    store,
    shelf: plans,
    rules: ruleBook({
      store,
      shipped: ground.shippedRules,
      deals: () => judgedDeals({ store, lessons: learning, clock }),
    }),
    checkPay: payChecker({ store, shelf: plans, goals, clock }),
    calibrations: calibrations({ store, lessons: learning, clock }),
    reach: reached,
    refresh,
    standings: standing,
    watchers: watching,
    readings: { store, shelf: plans, goals, lessons: learning, clock },
    goals,
    shown,
    sites: connected,
    glances: glances(ground.sessionMemory),
    tabsMayGlance: ground.tabsMayGlance,
    dockIn: ground.dockIn,
    openOptions: () => ground.openOptions(),
    connections: {
      apps,
      openOptions: ground.openOptions,
      left: async (place) => {
        await Promise.all([apps.disconnect(place), ground.undock(new URL(`https://${place.host}`).hostname)]);
      },
      again: async (place) => {
        await reached.afresh(place);
        await Promise.all(watching.records(place).map((one) => refresh.anew(one.place, one.ref)));
      },
      book: connectionBook({
        store,
        apps,
        clients: appClients,
        standings: standing,
        redirectUrl: ground.signInWindow?.redirectUrl ?? '',
      }),
    },
  });
  /** A sign-in may end a wait, and it may be somebody else's: then nothing of the one before stays on the screen. */
  const lookAgain = async (place: Place, ref: RecordRef) => {
    const isAnother = (await reached.who(place)) === 'unknown';
    if (!isAnother && standing.of(placeText(place)).problem?.kind !== 'signed-out') return;
    shown.forget(place);
    await front.tell(place, ref);
    await refresh.record(place, ref);
    // The read that was under way may have been the other user's.
    if ((await reached.who(place)) === 'unknown') await refresh.record(place, ref);
  };
  const settling = new Map<string, ReturnType<typeof setTimeout>>();
  return {
    serve: front.serve,
    hasGlance: front.hasGlance,
    attended: looking.attended,
    followSites: connected.follow,
    signedIn(cookieHost) {
      clearTimeout(settling.get(cookieHost));
      settling.set(
        cookieHost,
        setTimeout(() => {
          settling.delete(cookieHost);
          for (const { place, ref } of watching.records()) {
            if (related(cookieHost, place.host)) lookAgain(place, ref).catch(() => undefined);
          }
        }, SETTLES_AFTER),
      );
    },
    async rung() {
      if (!(await looking.attended())) alarm.clear();
      else await ahead.again(await looking.places());
    },
    allowed() {
      for (const { place, ref } of watching.records()) {
        if (standing.of(placeText(place)).problem?.kind === 'not-connected')
          refresh.record(place, ref).catch(() => undefined);
      }
    },
  };
}

const nothing = () => undefined;

/** A relay whose calls go through the gate. */
function relayedBy(relay: Relay, out: (http: Http) => Http): Relay {
  return { ...relay, http: (place, user) => out(relay.http(place, user)) };
}

/** Whether a cookie's host and a page's may be the same organisation's: they begin with the same name. */
function related(cookieHost: string, pageHost: string): boolean {
  return firstName(cookieHost) === firstName(pageHost);
}

function firstName(host: string): string | undefined {
  return host.split(/[.#]/)[0];
}
