import { isGiven } from '../../core/value/known';
import type { Reading } from '../../messages/reading';

/** Whose deal it is, seen from the person who looks: "you", or somebody's name - never a "you" that is not certain. */
export type Whose =
  | { readonly who: 'you' }
  | { readonly who: 'rep'; readonly name: string }
  | { readonly who: 'unknown' };

export function whose({ viewer, dossier, book }: Reading): Whose {
  const owner =
    isGiven(dossier) && isGiven(dossier.value.opportunity.owner) ? dossier.value.opportunity.owner.value : null;
  // The book is the owner's: it names them where the record itself hides its owner.
  const rep = owner ?? (isGiven(book) ? book.value.rep : null);
  if (rep === null) return { who: 'unknown' };
  return isGiven(viewer) && viewer.value.id === rep.id ? { who: 'you' } : { who: 'rep', name: rep.name };
}
