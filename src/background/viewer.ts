import { ifGiven } from '../core/value/known';
import type { CrmFacts } from '../crm/port';
import type { StoredConnection } from '../store/schema';

/** The rep that the user behind a connection is: books are kept by rep, and not every CRM gives reps the ids of its users. */
export function viewerOf({ facts, user }: Pick<StoredConnection, 'facts' | 'user'>): string {
  return ifGiven((facts as CrmFacts).viewer)?.id ?? user;
}
