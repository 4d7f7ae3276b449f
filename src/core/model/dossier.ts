import type { Instant } from '../value/instant';
import type { Known } from '../value/known';
import type { Account, FamilyAccounts } from './account';
import type { Activity } from './activity';
import type { Credit } from './book';
import type { HistoryRow } from './history';
import type { Opportunity, Stage } from './opportunity';
import type { CommitteeMember, TeamMember } from './person';
import type { Quote } from './quote';
import type { RecordRef } from './record-ref';

/** All that is known of one opportunity. Each block stands or is missing by itself. */
export type Dossier = {
  readonly ref: RecordRef;
  readonly opportunity: Opportunity;
  readonly account: Known<Account>;
  readonly family: Known<FamilyAccounts>;
  /**
   * Accounts whose name, address on the web or identifier is near, and that the CRM does not link to this family: candidates only,
   * see `companyNameIndex` and `unlinked`.
   */
  readonly lookalikes: Known<readonly Account[]>;
  readonly credits: Known<readonly Credit[]>;
  readonly committee: Known<readonly CommitteeMember[]>;
  /** Newest first. */
  readonly activities: Known<readonly Activity[]>;
  /** Oldest first. */
  readonly history: Known<readonly HistoryRow[]>;
  readonly competitors: Known<readonly string[]>;
  readonly quotes: Known<readonly Quote[]>;
  /** Colleagues who work on the deal beside its owner. */
  readonly team: Known<readonly TeamMember[]>;
  /** The organisation's open stages and closed ones, in the order of its process. */
  readonly stages: Known<readonly Stage[]>;
  readonly asOf: Instant;
};
