import { createStore, type StoreApi } from 'zustand/vanilla';
import type { PlanProblem } from '../core/pay/plan/problem';
import type { CalibrationCard } from '../messages/cards/calibration-card';
import type { PlanCard } from '../messages/cards/plan-card';
import type { RulesInForce } from '../messages/cards/risk-rules';
import type { ChosenFile } from '../messages/page-and-background';
import type { PageClient } from '../messages/port';
import { type ChosenTable, type PayNews, payNews } from './pay-check/pay-news';
import { type RulesNews, tried } from './rules/rules-trial';

/** A file larger than this is no comp plan. */
export const LARGEST_PLAN = 1_000_000;

/** How the last import ended. */
export type Import =
  | { readonly ended: 'taken'; readonly fileName: string; readonly plan: PlanCard }
  | { readonly ended: 'refused'; readonly fileName: string; readonly problems: readonly PlanProblem[] }
  | { readonly ended: 'too-large'; readonly fileName: string }
  | { readonly ended: 'not-a-file'; readonly fileName: string };

export type Settings = {
  /** null until the background has answered. */
  readonly plans: readonly PlanCard[] | null;
  readonly lastImport: Import | null;
  readonly busy: boolean;
  /** The leave to use the CRM's session; null until the browser has said. */
  readonly sessionAllowed: boolean | null;
  readonly asking: { readonly what: 'forget-all' } | { readonly what: 'remove-plan'; readonly plan: PlanCard } | null;
  readonly forgotten: boolean;
  readonly cutOff: boolean;
  /** How the odds have done; null until the background has answered. */
  readonly calibration: readonly CalibrationCard[] | null;
  /** The risk rules in force; `undefined` until the background has answered, null where there are none. */
  readonly rules: RulesInForce | null | undefined;
  readonly rulesNews: RulesNews | null;
  readonly rulesBusy: boolean;
  /** Whether closed tabs show the goal and what a deal pays; null until the background has answered. */
  readonly glances: boolean | null;
};

/** What the options ask of the browser itself. */
export type Rights = {
  readonly allowed: () => Promise<boolean>;
  readonly allow: () => Promise<boolean>;
  readonly takeBack: () => Promise<boolean>;
};

export type OptionsSession = {
  readonly store: StoreApi<Settings>;
  readonly load: () => Promise<void>;
  readonly importFile: (file: Pick<File, 'name' | 'size' | 'text'>) => Promise<void>;
  /** Holds a commission statement against the plan's. */
  readonly checkPay: (file: ChosenTable) => Promise<PayNews>;
  /** Has a file of risk rules checked and tried out; nothing takes effect. */
  readonly tryRules: (file: Pick<File, 'name' | 'size' | 'text'>) => Promise<void>;
  /** Uses the rules of a file that was tried, or with null the shipped ones. */
  readonly useRules: (file: ChosenFile | null) => Promise<void>;
  /** Leaves the rules as they are, and the trial. */
  readonly keepRules: () => void;
  /** Lets closed tabs show the goal and what a deal pays, or not. */
  readonly showGlances: (on: boolean) => Promise<void>;
  readonly activate: (id: string | null) => Promise<void>;
  readonly ask: (asking: Settings['asking']) => void;
  /** Does what was asked about. */
  readonly confirm: () => Promise<void>;
  /** To be called within the user's own press. */
  readonly allowSession: (allow: boolean) => Promise<void>;
};

/** Between two questions whether the odds' record is worked out. Milliseconds. */
const ASK_AGAIN_AFTER = 1500;

/** @param later - waits before asking again; other than the real one only in a test */
export function optionsSession(
  background: Pick<PageClient, 'call'>,
  rights: Rights,
  later: () => Promise<void> = () => new Promise((done) => setTimeout(done, ASK_AGAIN_AFTER)),
): OptionsSession {
  const store = createStore<Settings>(() => ({
    plans: null,
    lastImport: null,
    busy: false,
    sessionAllowed: null,
    asking: null,
    forgotten: false,
    cutOff: false,
    calibration: null,
    rules: undefined,
    rulesNews: null,
    rulesBusy: false,
    glances: null,
  }));
  const attempt = async (work: () => Promise<Partial<Settings>>): Promise<void> => {
    try {
      store.setState({ ...(await work()), cutOff: false });
    } catch {
      store.setState({ cutOff: true });
    }
  };
  /** The background answers at once; while it is at work, asking again keeps it awake. */
  const followCalibration = async () => {
    for (;;) {
      await attempt(async () => ({ calibration: await background.call('calibration', null) }));
      const { calibration, cutOff } = store.getState();
      if (cutOff || !calibration?.some(({ how }) => how.is === 'being-worked-out')) return;
      await later();
    }
  };
  return {
    store,
    load: async () => {
      await attempt(async () => {
        const [plans, rules, sessionAllowed] = await Promise.all([
          background.call('plans', null),
          background.call('rules', null),
          rights.allowed(),
        ]);
        return { plans, rules, sessionAllowed };
      });
      if (store.getState().cutOff) return;
      void followCalibration();
      // Without an answer there is nothing to switch.
      background.call('glances', { on: null }).then(
        (glances) => store.setState({ glances }),
        () => undefined,
      );
    },
    checkPay: (file) => payNews(background, file),
    tryRules: async (file) => {
      store.setState({ rulesBusy: true, rulesNews: null });
      await attempt(async () => ({ rulesNews: await tried(background, file) }));
      store.setState({ rulesBusy: false });
    },
    useRules: (file) =>
      attempt(async () => {
        const answer = await background.call('activateRules', { file });
        const fileName = file?.fileName ?? null;
        return answer.ok
          ? { rules: answer.value, rulesNews: { ended: 'in-force', fileName } }
          : { rulesNews: { ended: 'refused', fileName: fileName ?? '', problems: answer.problem } };
      }),
    showGlances: (on) => attempt(async () => ({ glances: await background.call('glances', { on }) })),
    keepRules: () => store.setState({ rulesNews: null }),
    importFile: async (file) => {
      store.setState({ busy: true, lastImport: null });
      await attempt(async () => {
        const lastImport = await taken(background, file);
        return { lastImport, ...(lastImport.ended === 'taken' && { plans: await background.call('plans', null) }) };
      });
      store.setState({ busy: false });
    },
    activate: (id) => attempt(async () => ({ plans: await background.call('activatePlan', { id }) })),
    ask: (asking) => store.setState({ asking, forgotten: false }),
    confirm: async () => {
      const { asking } = store.getState();
      store.setState({ asking: null });
      if (asking?.what === 'remove-plan') {
        await attempt(async () => ({ plans: await background.call('removePlan', { id: asking.plan.id }) }));
      }
      if (asking?.what === 'forget-all') {
        await attempt(async () => {
          await background.call('forgetAll', null);
          return { forgotten: true, calibration: [] };
        });
      }
    },
    allowSession: async (allow) => {
      // Nothing is awaited before it: a browser grants rights only within the user's own press.
      const changed = allow ? rights.allow() : rights.takeBack();
      await attempt(async () => {
        await changed;
        return { sessionAllowed: await rights.allowed() };
      });
    },
  };
}

async function taken(
  background: Pick<PageClient, 'call'>,
  file: Pick<File, 'name' | 'size' | 'text'>,
): Promise<Import> {
  const fileName = file.name;
  if (file.size > LARGEST_PLAN) return { ended: 'too-large', fileName };
  let text: string;
  try {
    text = await file.text();
  } catch {
    return { ended: 'not-a-file', fileName };
  }
  const answer = await background.call('importPlan', { fileName, text });
  return answer.ok
    ? { ended: 'taken', fileName, plan: answer.value }
    : { ended: 'refused', fileName, problems: answer.problem };
}
