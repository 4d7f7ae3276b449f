import type { BookPosition } from '../core/deal/process-level/matrix';
import type { RuleProblem } from '../core/deal/risks/rule';
import type { GoalsFile } from '../core/goals/file/file-goal';
import type { AppProblem } from '../core/model/app-problem';
import type { CrmProblem } from '../core/model/crm-problem';
import type { RecordKey, RecordRef } from '../core/model/record-ref';
import type { FileRow, RowProblem } from '../core/pay/cross-check/statement-file';
import type { PlanProblem } from '../core/pay/plan/problem';
import type { Result } from '../core/value/result';
import type { Ahead, AheadCalls } from './ahead';
import type { CalibrationCard } from './cards/calibration-card';
import type { Connections } from './cards/connection-card';
import type { PayCheck, PayCheckProblem } from './cards/pay-check';
import type { PlanCard } from './cards/plan-card';
import type { RulesInForce, RulesTrial } from './cards/risk-rules';
import type { DockChange } from './dock-setting';
import type { Glance } from './glance';
import type { Progress, Reading } from './reading';

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
