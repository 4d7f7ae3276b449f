import type { Instant } from '../value/instant';
import type { Known } from '../value/known';
import type { Account, FamilyAccounts } from './account';
import type { RecordRef } from './record-ref';

/** All that is known of one company, without any deal in particular. Each block stands or is missing by itself. */
export type CompanyDossier = {
  readonly ref: RecordRef;
  readonly account: Account;
  readonly family: Known<FamilyAccounts>;
  /** Accounts whose name, address on the web or identifier is near, and that the CRM does not link to this family. */
  readonly lookalikes: Known<readonly Account[]>;
  readonly asOf: Instant;
};
