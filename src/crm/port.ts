import type { Book } from '../core/model/book';
import type { ClosedDeal } from '../core/model/closed-deal';
import type { CompanyDossier } from '../core/model/company';
import type { CrmProblem } from '../core/model/crm-problem';
import type { DealLine } from '../core/model/deal-line';
import type { Dossier } from '../core/model/dossier';
import type { Rep } from '../core/model/person';
import type { Crm, RecordRef } from '../core/model/record-ref';
import type { CivilDate } from '../core/value/civil-date';
import type { Instant } from '../core/value/instant';
import type { Known } from '../core/value/known';
import type { Result } from '../core/value/result';
import type { ApprovedApp } from './approved-app';
import type { Http, HttpResponse } from './http';
import type { ShownPage } from './shown-page';

/** A cookie of the browser, as far as an adapter asks for it. */
export type Cookie = { readonly domain: string; readonly value: string };

/** The browser's cookies, of the container that the page's tab is in. */
export type CookieJar = {
  /** The cookie that a request to this address would carry. */
  readonly at: (url: string, name: string) => Promise<Cookie | undefined>;
  /** All of that name at a domain and below it. */
  readonly under: (domain: string, name: string) => Promise<readonly Cookie[]>;
};

/** The user's own session on a host of the CRM. A secret: it is in no message, log, store or error text. */
export type Session = { readonly host: string; readonly secret: string };

/** Who is looking, and what of the organisation's set-up an adapter need not ask for again. Plain JSON, without secrets. */
export type CrmFacts = {
  readonly organisation: string;
  readonly user: string;
  readonly viewer: Known<Rep>;
  /** What the viewer signs in as, where that is another name than the rep's. */
  readonly login?: string;
  /** Whom the viewer manages, at any depth: by role, by the manager each user names. Without the viewer. */
  readonly manages: Known<readonly Rep[]>;
  /** IANA zone in which the viewer's days are counted. */
  readonly zone: string;
  /** The adapter's own: what this organisation has and what this user may see. */
  readonly setUp: unknown;
};

/** What one look at a record brought, and when by the CRM's own clock. */
export type RecordRead = {
  readonly dossier: Dossier;
  /** null where it was fresh enough not to be read again. */
  readonly book: Book | null;
  readonly facts: CrmFacts;
  readonly now: Instant;
};

/** What one look at a company brought. */
export type CompanyRead = { readonly company: CompanyDossier; readonly facts: CrmFacts; readonly now: Instant };

/** What one look at a user's home brought. */
export type HomeRead = { readonly book: Book; readonly facts: CrmFacts; readonly now: Instant };

/** What is known of the record from before, and whether the rep's book is wanted anew. */
export type Earlier = { readonly dossier: Dossier | null; readonly book: Book | null; readonly wantBook: boolean };

/** Where reading the closed deals goes on. Plain JSON. */
export type HistoryMark = {
  /** Read only deals changed after this; null: all of them. */
  readonly since: Instant | null;
  readonly place: { readonly closedOn: string; readonly id: string } | null;
};

/** A slice of the closed deals, newest first. */
export type HistorySlice = {
  readonly deals: readonly ClosedDeal[];
  /** Deals that were deleted, or merged into others, since then: what was learned of them is to be dropped. */
  readonly gone: readonly string[];
  /** How many there are in all; null where the CRM did not say. */
  readonly of: number | null;
  /**
   * The deals that are open now, by day of creation: without them a pipeline of dead deals would teach as if it were not there.
   * null where they were not asked for (they come with the first slice) or could not be counted.
   */
  readonly open: readonly (readonly [createdOn: CivilDate, deals: number])[] | null;
  /** null: that was the last. */
  readonly next: HistoryMark | null;
  readonly now: Instant;
};

/** Where listing the viewer's deals goes on. Plain JSON, kept on the disk: it is gone on with hours later, by another worker. */
export type ChangeMark = {
  /** Only what was touched at or after this; null: the first time, all that are open. */
  readonly since: Instant | null;
  /** The last line of the slice before; null: from the start. Lines come by (changedAt, id), oldest change first. */
  readonly place: { readonly changedAt: Instant; readonly id: string } | null;
};

/** A slice of the viewer's deals. */
export type ChangeSlice = {
  /** The first time, the open deals that the viewer owns; later, those of theirs and of `among` that were touched, closed ones too. */
  readonly lines: readonly DealLine[];
  /** Of `among`: deleted, or not shared with the viewer any more. */
  readonly gone: readonly string[];
  /** How many lines there are in all, with the first slice; null where the CRM did not say. */
  readonly of: number | null;
  /** null: that was the last. */
  readonly next: ChangeMark | null;
  readonly now: Instant;
};

/** Several opportunities read together, or the first few of them: what is in neither list is to be asked for again. */
export type BatchRead = {
  readonly read: readonly Dossier[];
  /** Ids of those that are not there for this user, or cannot be read as opportunities. */
  readonly gone: readonly string[];
  readonly facts: CrmFacts;
  readonly now: Instant;
};

/** How hard pressed a CRM is, as an answer tells it. */
export type Strain = {
  /** Calls that the whole organisation has used of its daily allowance, and that allowance. */
  readonly usage: { readonly used: number; readonly limit: number } | null;
  /** The CRM asks to be left alone for a while: too many calls, overload, a record locked by somebody else. */
  readonly busy: boolean;
  /** For at least so long, where it said so. Milliseconds. */
  readonly pause: number | null;
};

/** A CRM that is reached: everything the panel's numbers come from. Each block of an answer stands or is missing by itself. */
export type CrmReader = {
  /** Who the session belongs to: one cheap call, which also proves that the session is good. */
  readonly identify: () => Promise<Result<CrmFacts, CrmProblem>>;
  /** One opportunity with all around it and, where wanted, its owner's book for the period that holds today. */
  readonly record: (ref: RecordRef, facts: CrmFacts, earlier: Earlier) => Promise<Result<RecordRead, CrmProblem>>;
  /** One company with its family. */
  readonly company: (ref: RecordRef, facts: CrmFacts) => Promise<Result<CompanyRead, CrmProblem>>;
  /** The book of a user - of the viewer where the reference names nobody else - and, where that user manages others, theirs. */
  readonly home: (ref: RecordRef, facts: CrmFacts) => Promise<Result<HomeRead, CrmProblem>>;
  /** Deals that have ended, a slice at a time; with `since`, those that changed after it. */
  readonly closed: (facts: CrmFacts, mark: HistoryMark) => Promise<Result<HistorySlice, CrmProblem>>;
  /**
   * The viewer's deals, or what changed of them since, a slice at a time and in one call. Without it nothing is read ahead.
   *
   * @param among - ids kept from before that are to be looked after too, at most {@link MOST_AMONG}
   */
  readonly changed?: (
    facts: CrmFacts,
    mark: ChangeMark,
    among: readonly string[],
  ) => Promise<Result<ChangeSlice, CrmProblem>>;
  /** Several records with all around them, without books, at most {@link MOST_AT_ONCE}. Without it they are read one by one. */
  readonly records?: (refs: readonly RecordRef[], facts: CrmFacts) => Promise<Result<BatchRead, CrmProblem>>;
  /** When a record was last touched: one small call. null where the CRM does not tell. */
  readonly touched?: (ref: RecordRef, facts: CrmFacts) => Promise<Result<Instant | null, CrmProblem>>;
};

/** Ids that one call of `changed` looks after at most. */
export const MOST_AMONG = 500;

/** Records that one call of `records` reads at most. */
export const MOST_AT_ONCE = 10;

/** One CRM. */
export type CrmAdapter = {
  readonly crm: Crm;
  /**
   * The sessions that may be the user's for a page's host, likeliest first. null where a session cannot leave its page: what is asked
   * goes out from the page then, and a session stands for whoever is signed in there, by the user's id in place of a secret.
   */
  readonly sessions: ((pageHost: string, jar: CookieJar) => Promise<readonly Session[]>) | null;
  /** Whether the session of a page's host cannot be read at all: something between keeps it. */
  readonly hidesSession?: (pageHost: string) => boolean;
  /** The way in through an app that the organisation has approved. */
  readonly app?: ApprovedApp;
  /** What its record pages show, for where its API is closed. */
  readonly shown?: ShownPage;
  readonly reader: (session: Session, http: Http, machineNow: () => Instant) => CrmReader;
  /** Reads how hard pressed the CRM is from any answer of it. */
  readonly strain?: (response: HttpResponse) => Strain;
};
