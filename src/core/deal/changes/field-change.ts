import { type Phrase, phrase, phraseFigure } from '../../value/phrase';
import type { Change, ChangedPart } from './change';
import type { Seen } from './snapshot';

/** How the change of one field is told. */
export type Telling<T> = {
  readonly part: ChangedPart;
  readonly name: Phrase;
  readonly same: (a: T, b: T) => boolean;
  readonly moved: (from: T, to: T) => Omit<Change, 'part'>;
  readonly set: (to: T) => Phrase;
  readonly cleared: (from: T) => Phrase;
};

/**
 * The change of one field, if there is one to tell. What could not be read on either side tells nothing; what became hidden
 * or visible is said to be that, and never to be empty or new.
 */
export function fieldChange<T>(before: Seen<T>, after: Seen<T>, telling: Telling<T>): Change[] {
  const { part, name, same, moved, set, cleared } = telling;
  const neutral = (says: Phrase): Change[] => [{ part, direction: 'neutral', says }];
  if (before.is === 'unread' || after.is === 'unread') return [];
  if (before.is === 'hidden' || after.is === 'hidden') {
    if (before.is === after.is) return [];
    return neutral(
      after.is === 'hidden'
        ? phrase('deal_changed_hidden', phraseFigure(name))
        : phrase('deal_changed_visible', phraseFigure(name)),
    );
  }
  if (before.is === 'empty') return after.is === 'empty' ? [] : neutral(set(after.value));
  if (after.is === 'empty') return neutral(cleared(before.value));
  return same(before.value, after.value) ? [] : [{ part, ...moved(before.value, after.value) }];
}
