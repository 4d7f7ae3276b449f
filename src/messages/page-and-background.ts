import type { OwnCalibration } from '../core/deal/calibration/own-past';
import type { BookPosition } from '../core/deal/process-level/matrix';
import type { RiskRules, RuleProblem, Severity } from '../core/deal/risks/rule';
import type { GoalsFile } from '../core/goals/file/file-goal';
import type { AppProblem } from '../core/model/app-problem';
import type { CrmProblem } from '../core/model/crm-problem';
import type { Period } from '../core/model/goal';
import type { RecordKey, RecordRef } from '../core/model/record-ref';
import type { CrossCheck } from '../core/pay/cross-check/cross-check';
import type { FileRow, RowProblem } from '../core/pay/cross-check/statement-file';
import type { PlanProblem } from '../core/pay/plan/problem';
import type { Instant } from '../core/value/instant';
import type { Phrase } from '../core/value/phrase';
import type { Result } from '../core/value/result';
import type { Ahead, AheadCalls } from './ahead';
import type { Glance } from './glance';
import type { Progress, Reading } from './reading';

/** A cached opportunity in the library's list. */
export type CachedRecord = {
  readonly key: RecordKey;
  readonly ref: RecordRef;
  readonly name: string;
  readonly account: string | null;
  readonly owner: string | null;
  /** When it was read; null where only its line in the list is kept. */
  readonly asOf: Instant | null;
  readonly pinned: boolean;
};

/** A comp plan on the shelf. At most one is active. */
export type PlanCard = {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly active: boolean;
  readonly shipped: boolean;
  readonly warnings: readonly PlanProblem[];
};

/** How the odds have done in one organisation, for one of its users. */
export type CalibrationCard = {
  readonly host: string;
  /** The user's name; null where the CRM does not tell it. */
  readonly user: string | null;
  readonly how: /** Nothing was read yet, or the closed deals are still being read for the first time. */
    | { readonly is: 'unread' }
    | { readonly is: 'being-read'; readonly done: number; readonly of: number | null }
    | { readonly is: 'being-worked-out' }
    /** It could not be worked out just now. */
    | { readonly is: 'failed' }
    /** So many closed deals were read, and none of them was open on a day that can be scored. */
    | { readonly is: 'too-few'; readonly deals: number }
    | { readonly is: 'known'; readonly asOf: Instant; readonly of: OwnCalibration };
};

/** The risk rules in force: those that come with the extension, or an administrator's own from a file. */
export type RulesInForce = {
  /** null: those that come with the extension. */
  readonly fileName: string | null;
  readonly rules: RiskRules;
};

/** A risk of one deal, named. */
export type TriedRisk = { readonly rule: string; readonly severity: Severity; readonly says: Phrase };

/** What rules from a file would change, tried on the deals in the cache. Nothing has taken effect. */
export type RulesTrial = {
  readonly rules: RiskRules;
  /** Open deals they were tried on. */
  readonly deals: number;
  /** How many of them change; `changes` shows the first of these. */
  readonly changed: number;
  readonly changes: readonly {
    readonly name: string;
    readonly gains: readonly TriedRisk[];
    readonly loses: readonly TriedRisk[];
    readonly altered: readonly { readonly before: TriedRisk; readonly after: TriedRisk }[];
  }[];
  readonly byRule: readonly {
    readonly rule: string;
    readonly before: number;
    readonly after: number;
    readonly undecided: number;
  }[];
};

/** How one host of a CRM is reached. */
export type ConnectionCard = {
  readonly host: string;
  /** The user's name; null where it is not known. */
  readonly user: string | null;
  /** The way that is open just now; null: none is, or none was tried. */
  readonly way: 'session' | 'app' | null;
  readonly problem: CrmProblem | null;
  /** The app that the organisation has approved; null: nobody has told which. */
  readonly client: { readonly clientId: string; readonly from: 'entered' | 'administrator' } | null;
};

export type Connections = {
  readonly cards: readonly ConnectionCard[];
  /** The address that an administrator registers with the app. */
  readonly redirectUrl: string;
};
/** Somebody else's statement of the viewer's pay beside the plan's, for the period that holds today. */
export type PayCheck = {
  readonly rep: string;
  readonly period: Period;
  readonly plan: string;
  readonly check: CrossCheck;
};

/** Why a statement could not be held against the plan's. */
export type PayCheckProblem =
  | { readonly kind: 'no-plan' }
  /** The viewer's own deals of this period have not been read. */
  | { readonly kind: 'no-book' }
  | { readonly kind: 'not-a-statement'; readonly problems: readonly RowProblem[] };

/** A file that was chosen: its name and what is in it. */
export type ChosenFile = { readonly fileName: string; readonly text: string };

/**
 * What our pages - panel, library, options - may ask of the background: call -> [request, answer].
 * Only frames and tabs of the extension's own origin are heard.
 */
export type PageCalls = AheadCalls & {
  /** Show this record: answers at once from the store, then `reading` is pushed at each change until the next `watch` or `unwatch`. */
  watch: [request: { readonly ref: RecordRef }, answer: Reading];
  unwatch: [request: null, answer: null];
  /** Read the record again now. Answers when the read has ended; what it found is pushed. */
  refresh: [request: { readonly ref: RecordRef }, answer: Result<null, CrmProblem>];
  /** The user has just allowed the session of this host to be used: try it. */
  connect: [request: { readonly host: string }, answer: Result<null, CrmProblem>];
  forget: [request: { readonly key: RecordKey }, answer: null];
  forgetAll: [request: null, answer: null];
  /** Whether the panel works on a site: a CRM's own host, or one that the user has connected; with the leave that it needs. */
  siteWorks: [request: { readonly origin: string }, answer: boolean];
  /** The goals that the user has brought along in a file; null for none. */
  goalsFile: [request: null, answer: GoalsFile | null];
  /** Checks a table of goals once more and uses it, or with null none. A refused table changes nothing. */
  useGoals: [
    request: { readonly fileName: string; readonly rows: readonly FileRow[] } | null,
    answer: Result<GoalsFile | null, readonly RowProblem[]>,
  ];
  /** What a site needs leave for besides its own pages, as the browser is asked for it: its CRM's API on another host. */
  siteNeeds: [request: { readonly origin: string }, answer: readonly string[]];
  /** The sites that the user has connected, by their origins: `https://erp.example:8443`. */
  sites: [request: null, answer: readonly string[]];
  /** Remembers a site. It is connected as soon as the browser has been given leave for it, which only the user's press can ask for. */
  connectSite: [request: { readonly origin: string }, answer: readonly string[]];
  /** Gives the leave back, and forgets all that was read there. */
  disconnectSite: [request: { readonly origin: string }, answer: readonly string[]];
  plans: [request: null, answer: readonly PlanCard[]];
  /** Check a comp plan file and put it on the shelf. A refused plan changes nothing. */
  importPlan: [
    request: { readonly fileName: string; readonly text: string },
    answer: Result<PlanCard, readonly PlanProblem[]>,
  ];
  /** Use this plan, or none. */
  activatePlan: [request: { readonly id: string | null }, answer: readonly PlanCard[]];
  /** Hold a commission statement, as rows of a file, against what the active plan pays. Nothing is kept of it. */
  checkPay: [
    request: { readonly fileName: string; readonly rows: readonly FileRow[] },
    answer: Result<PayCheck, PayCheckProblem>,
  ];
  removePlan: [request: { readonly id: string }, answer: readonly PlanCard[]];
  /** How the odds have done, for each that was learned. What is not worked out yet is begun; ask again to hear of it. */
  calibration: [request: null, answer: readonly CalibrationCard[]];
  /** The risk rules in force; null where not even the shipped ones can be read. */
  rules: [request: null, answer: RulesInForce | null];
  /** Check a file of risk rules and try it on the cached deals. Nothing takes effect. */
  importRules: [request: ChosenFile, answer: Result<RulesTrial, readonly RuleProblem[]>];
  /** Use the rules of this file, which is checked once more, or with null the shipped ones. A refused file changes nothing. */
  activateRules: [
    request: { readonly file: ChosenFile | null },
    answer: Result<RulesInForce | null, readonly RuleProblem[]>,
  ];
  /** Where the deals of this deal's owner stand between relationship and process, of those read on this machine; null: not known. */
  bookPosition: [request: { readonly ref: RecordRef }, answer: BookPosition | null];
  /** The panel's sections that this user keeps folded away, by name. */
  folded: [request: null, answer: readonly string[]];
  keepFolded: [request: { readonly sections: readonly string[] }, answer: null];
  /** How each known host is reached; `also`: one that is wanted among them. */
  connections: [request: { readonly also: string | null }, answer: Connections];
  /** The client id of the app that the host's organisation has approved; null forgets it. False: it is none, and nothing changed. */
  setAppClient: [request: { readonly host: string; readonly clientId: string | null }, answer: boolean];
  /** Have the user sign in through the approved app. Answers when that has ended. */
  connectApp: [request: { readonly host: string }, answer: Result<null, AppProblem>];
  /** End what was granted, at the organisation too. */
  disconnectApp: [request: { readonly host: string }, answer: null];
  /** Open the options in a tab, at the connection of this host. */
  openConnection: [request: { readonly host: string }, answer: null];
  /** What the closed tab shows of a record, from memory: nothing is read for it. null where nothing was said of it yet. */
  glance: [request: { readonly ref: RecordRef }, answer: Glance | null];
  /** What the panel has just said of a record, for the closed tab. */
  glanced: [request: { readonly ref: RecordRef; readonly glance: Glance }, answer: null];
  /** Whether closed tabs may show the goal and what the deal pays; with `on`, from now on. */
  glances: [request: { readonly on: boolean | null }, answer: boolean];
  /** Open the options in a tab: a frame inside a page can do so in one browser only. */
  openOptions: [request: null, answer: null];
  /** The panel's own close button and resize handle: passed on to the content script of the frame's tab. */
  dock: [request: DockChange, answer: null];
};

export type PageCall = keyof PageCalls;

/** What the background tells a page that watches, unasked. */
export type PagePushes = {
  reading: Reading;
  /** How far a long read at the record's CRM has come, between one reading and the next: nothing else has changed. */
  progress: { readonly ref: RecordRef; readonly progress: Progress | null };
  /** How reading ahead stands, for every user it is done for. */
  ahead: readonly Ahead[];
  /** Other risk rules have been put in force; null where not even the shipped ones can be read. */
  rules: RulesInForce | null;
};

export type DockChange = { readonly open: false } | { readonly side: 'other' } | { readonly width: number };
