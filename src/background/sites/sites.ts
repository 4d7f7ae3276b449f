import type { Store } from '../../store/store';
import { turns } from '../turns';

/** What is asked of the browser about sites. */
export type SiteRights = {
  /** Whether leave was given for pages of these patterns. */
  readonly granted: (pattern: string) => Promise<boolean>;
  readonly giveBack: (pattern: string) => Promise<void>;
  /** Our content script runs on pages of these patterns from now on, also after a restart, and on no others beside the manifest's. */
  readonly register: (patterns: readonly string[]) => Promise<void>;
  /** Runs it in the tabs of a site that are open already. */
  readonly startIn: (pattern: string) => Promise<void>;
};

/** The sites that the user has connected: hosts on which a company runs a CRM of its own. */
export type Sites = {
  readonly all: () => Promise<readonly string[]>;
  readonly has: (host: string) => Promise<boolean>;
  /** Whether leave for a site was given, or comes with the extension. */
  readonly isGranted: (origin: string) => Promise<boolean>;
  /** Remembers a site, and starts there once leave for it was given. */
  readonly connect: (origin: string) => Promise<void>;
  readonly disconnect: (origin: string) => Promise<void>;
  /** Leave was given or taken, or the browser has started: what is registered follows. */
  readonly follow: () => Promise<void>;
};

const SETTING = 'sites';

/** Leave is given for a host at every port: browsers do not tell them apart alike. */
function patternOf(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}

export function sites(store: Pick<Store, 'setting' | 'keepSetting'>, rights: SiteRights): Sites {
  const remembered = async (): Promise<readonly string[]> => {
    const kept = await store.setting(SETTING);
    return Array.isArray(kept) ? kept.filter((origin) => typeof origin === 'string' && URL.canParse(origin)) : [];
  };
  const all = async () => {
    const origins = await remembered();
    const granted = await Promise.all(origins.map((origin) => rights.granted(patternOf(origin))));
    return origins.filter((_, place) => granted[place]);
  };
  const followNow = async () => {
    const patterns = new Set((await all()).map(patternOf));
    await rights.register([...patterns]);
    await Promise.all([...patterns].map(rights.startIn));
  };
  // The browser tells of leave that is given or taken while what was asked for it is still under way.
  const inTurn = turns();
  const follow = () => inTurn(followNow);
  return {
    all,
    has: async (host) => (await all()).some((origin) => new URL(origin).host === host),
    isGranted: (origin) => rights.granted(patternOf(origin)),
    async connect(origin) {
      await inTurn(async () => {
        const origins = await remembered();
        if (!origins.includes(origin)) await store.keepSetting(SETTING, [...origins, origin]);
      });
      await follow();
    },
    async disconnect(origin) {
      await inTurn(async () => {
        const left = (await remembered()).filter((one) => one !== origin);
        await store.keepSetting(SETTING, left);
        if (!left.some((one) => patternOf(one) === patternOf(origin))) await rights.giveBack(patternOf(origin));
      });
      await follow();
    },
    follow,
  };
}
