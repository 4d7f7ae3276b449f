import type { Dossier } from '../core/model/dossier';
import type { RecordRef } from '../core/model/record-ref';
import type { Instant } from '../core/value/instant';
import type { CrmFacts } from './port';

/** What is known beside the page itself while it is read. */
export type PageReading = {
  readonly now: Instant;
  /** What the CRM once told of this user and organisation; null where it never did. */
  readonly facts: CrmFacts | null;
  /** BCP 47. */
  readonly browserLanguage: string;
};

/** A CRM's record page, for where its API is closed: only what stands on it is read. */
export type ShownPage = {
  /** @returns null where the page is not recognised */
  readonly read: (raw: unknown, ref: RecordRef, how: PageReading) => Dossier | null;
  /** Whether the page shows what was read before, as far as it shows it. */
  readonly confirms: (shown: Dossier, kept: Dossier) => boolean;
};
