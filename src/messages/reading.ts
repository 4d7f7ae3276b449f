import type { Snapshot } from '../core/deal/changes/snapshot';
import type { Norms } from '../core/deal/norms/norms';
import type { Book } from '../core/model/book';
import type { CompanyDossier } from '../core/model/company';
import type { CrmProblem } from '../core/model/crm-problem';
import type { Dossier } from '../core/model/dossier';
import type { Rep } from '../core/model/person';
import type { RecordRef } from '../core/model/record-ref';
import type { CompPlan } from '../core/pay/plan/plan';
import type { CivilDate } from '../core/value/civil-date';
import type { Instant } from '../core/value/instant';
import type { Known } from '../core/value/known';
import type { RoomMadeCard } from './ahead';

/** How the CRM is reached. `cache` means not at all just now: what is shown was read before. */
export type Way = 'session' | 'app' | 'page' | 'cache';

/** How far a long read has come. */
export type Progress = {
  /** What is being read: the key of a phrase. */
  readonly what: string;
  readonly done: number;
  /** null while the CRM has not said how many there are. */
  readonly of: number | null;
};

/** How the connection stands for the host of a record. */
export type Connection = {
  readonly way: Way;
  /** What is in the way, if anything. Cached facts stay valid beside it. */
  readonly problem: CrmProblem | null;
  /** A read is under way. */
  readonly reading: boolean;
  readonly progress: Progress | null;
  /** Deals that had to make room in the full storage, until the user has seen it. */
  readonly roomMade?: RoomMadeCard | null;
};

/**
 * All a page needs to answer for one record, as the background has it now: a whole, never a difference.
 * `now` is the CRM's clock and `today` the viewer's day in the organisation's time zone, so that a wrong clock on the machine
 * moves no quarter.
 */
export type Reading = {
  readonly ref: RecordRef;
  readonly viewer: Known<Rep>;
  readonly dossier: Known<Dossier>;
  /** The company, where the record is one. */
  readonly company: Known<CompanyDossier>;
  /** The book of the deal's owner for the period that holds today; of the user, where the record is one. */
  readonly book: Known<Book>;
  readonly norms: Known<Norms>;
  readonly plan: Known<CompPlan>;
  /** The deal as this viewer last saw it, before this visit. */
  readonly lastSeen: Known<Snapshot>;
  readonly connection: Connection;
  readonly now: Instant;
  readonly today: CivilDate;
  /** The zone `today` is counted in: the viewer's in the CRM, else the organisation's. IANA name. */
  readonly zone: string;
};
