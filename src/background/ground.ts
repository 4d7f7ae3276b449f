import type { Lesson, Page } from '../core/deal/norms/lesson';
import type { Crm, RecordRef } from '../core/model/record-ref';
import type { Http } from '../crm/http';
import type { CookieJar, CrmAdapter } from '../crm/port';
import type { DockChange } from '../messages/dock-setting';
import type { Store } from '../store/store';
import type { ManagedStorage } from './app/clients';
import type { SignInWindow } from './app/sign-in-window';
import type { Teacher } from './learn/lessons';
import type { SessionMemory } from './reach/keychain';
import type { PageWays } from './reach/relay';
import type { CompPlanCheck } from './shelf/plans';
import type { SiteRights } from './sites/sites';

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
