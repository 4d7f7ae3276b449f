import type { CrmFacts } from '../crm/port';
import { aheadAnswers } from './ahead/answers';
import { attendance } from './ahead/attendance';
import { gate } from './ahead/gate';
import { wishes } from './ahead/keeping';
import { readAhead } from './ahead/read-ahead';
import { rechecks } from './ahead/recheck';
import { strainOf } from './ahead/strain';
import { approvedApps } from './app/approved-apps';
import { clients } from './app/clients';
import { connectionBook } from './app/connections';
import { grants } from './app/grants';
import { type Desk, desk } from './desk/desk';
import { glances } from './desk/glances';
import { watchers } from './desk/watchers';
import type { Ground } from './ground';
import { calibrations } from './learn/calibration';
import { lessons } from './learn/lessons';
import { placeText } from './place';
import { keychain, sameOwner } from './reach/keychain';
import { reach } from './reach/reach';
import { relayedBy, relayThrough } from './reach/relay';
import { standings } from './reach/standing';
import { refresher } from './records/refresh';
import { shownPages } from './records/shown-pages';
import { goalFiles } from './shelf/goal-files';
import { judgedDeals } from './shelf/judged';
import { payChecker } from './shelf/pay-check';
import { ruleBook } from './shelf/rules';
import { shelf } from './shelf/shelf';
import { type SignIns, signIns } from './sign-ins';
import { sites } from './sites/sites';

/** The background, put together. */
export type Background = Pick<Desk, 'serve' | 'hasGlance'> &
  SignIns & {
    /** Leave for a site was given or taken, or the browser has started. */
    readonly followSites: () => Promise<void>;
    /** The alarm has rung. */
    readonly rung: () => Promise<void>;
    /** Whether somebody looks at a panel. */
    readonly attended: () => Promise<boolean>;
  };

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
  const signing = signIns({
    reach: reached,
    refresh,
    standings: standing,
    shown,
    watchers: watching,
    tell: front.tell,
  });
  return {
    serve: front.serve,
    hasGlance: front.hasGlance,
    attended: looking.attended,
    followSites: connected.follow,
    signedIn: signing.signedIn,
    allowed: signing.allowed,
    async rung() {
      if (!(await looking.attended())) alarm.clear();
      else await ahead.again(await looking.places());
    },
  };
}

const nothing = () => undefined;
