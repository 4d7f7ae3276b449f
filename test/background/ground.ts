import type { Ground } from '../../src/background/ground';
import { ADAPTERS } from '../../src/crm/adapters';
import type { Http } from '../../src/crm/http';
import type { Store } from '../../src/store/store';

/** A browser in which nothing happens beside what a test says: no tab, no site, no plan, and a memory for the session. */
export function quietGround(parts: {
  readonly store: Store;
  readonly http: Http;
  readonly clock: () => number;
  readonly memory: Map<string, unknown>;
  /** The value of every session cookie; null where nobody is signed in. */
  readonly secret: () => string | null;
}): Ground {
  const { store, http, clock, memory, secret } = parts;
  const mayGlance = { on: true };
  const nothing = async () => undefined;
  return {
    store,
    adapters: ADAPTERS,
    http,
    clock,
    sessionMemory: {
      get: async (key) => (memory.has(key) ? { [key]: memory.get(key) } : {}),
      set: async (items) => {
        for (const [key, value] of Object.entries(items)) memory.set(key, value);
      },
      remove: async (key) => void memory.delete(key),
    },
    jar: async () => ({
      at: async (url) => {
        const value = secret();
        return value === null ? undefined : { domain: new URL(url).hostname, value };
      },
      under: async () => [],
    }),
    shippedPlans: async () => [],
    checkPlan: () => ({ ok: false, problem: [] }),
    shippedRules: async () => '{}',
    pages: { tabsAt: async () => [], send: nothing },
    siteRights: { granted: async () => false, giveBack: nothing, register: nothing, startIn: nothing },
    teacher: null,
    tabsMayGlance: async (on) => {
      if (on !== null) mayGlance.on = on;
      return mayGlance.on;
    },
    shownIn: async () => null,
    browserLanguage: 'en-US',
    openOptions: nothing,
    managed: nothing,
    signInWindow: null,
    random: (bytes) => new Uint8Array(bytes),
    undock: nothing,
    dockIn: nothing,
    chance: () => 0.5,
    alarm: { set: () => undefined, clear: () => undefined },
    isInFront: async () => true,
  };
}
