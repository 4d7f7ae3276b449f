import type { Instant } from '../../core/value/instant';
import { isGiven, type Known } from '../../core/value/known';
import type { Reading } from '../../messages/reading';

/** Whom or what the panel is about: its name, who belongs to it, and when it was read. */
export type Subject = { readonly name: string; readonly people: readonly string[]; readonly asOf: Instant };

/** The block of a reading that its kind of record is told by. */
export function blockOf({ ref, dossier, company, book }: Reading): Known<unknown> {
  return ref.kind === 'opportunity' ? dossier : ref.kind === 'account' ? company : book;
}

/** null where it has not been read, or cannot be. */
export function subjectOf({ ref, dossier, company, book }: Reading): Subject | null {
  if (ref.kind === 'account') {
    return isGiven(company) ? { name: company.value.account.name, people: [], asOf: company.value.asOf } : null;
  }
  if (ref.kind === 'user') {
    if (!isGiven(book)) return null;
    return { name: book.value.rep.name, people: [book.value.period.label], asOf: book.value.asOf };
  }
  if (!isGiven(dossier)) return null;
  const { name, account, owner } = dossier.value.opportunity;
  const people = [account, owner].flatMap((known) => (isGiven(known) ? [known.value.name] : []));
  return { name, people, asOf: dossier.value.asOf };
}
