import type { Instant } from '../value/instant';
import type { Known } from '../value/known';
import type { Account, FamilyAccounts } from './account';
import type { Activity } from './activity';
import type { Credit } from './book';
import type { HistoryRow } from './history';
import type { Opportunity, Stage } from './opportunity';
import type { CommitteeMember } from './person';
import type { RecordRef } from './record-ref';

/** All that is known of one opportunity. Each block stands or is missing by itself. */
export type Dossier = {
  readonly ref: RecordRef;
  readonly opportunity: Opportunity;
  readonly account: Known<Account>;
  readonly family: Known<FamilyAccounts>;
  readonly credits: Known<readonly Credit[]>;
  readonly committee: Known<readonly CommitteeMember[]>;
  /** Newest first. */
  readonly activities: Known<readonly Activity[]>;
  /** Oldest first. */
  readonly history: Known<readonly HistoryRow[]>;
  readonly competitors: Known<readonly string[]>;
  /** The organisation's open stages and closed ones, in the order of its process. */
  readonly stages: Known<readonly Stage[]>;
  readonly asOf: Instant;
};
