import { isGiven, type Known, type MissingReason } from '../../core/value/known';
import { listFigure, type Phrase, phraseFigure } from '../../core/value/phrase';
import { type Line, line } from '../../ui/language/line';

/** A part of a deal that is a list, and what it is called inside a sentence. */
export type DealPart = { readonly name: Phrase; readonly known: Known<readonly unknown[]> };

/** What the page does not show is said once for all of it; what waits to be read is on its way. */
const SAYS: Readonly<Partial<Record<MissingReason, string>>> = {
  'not-recorded': 'panel_parts_none',
  hidden: 'panel_parts_hidden',
  'not-readable': 'panel_parts_not_readable',
  'feature-off': 'panel_parts_off',
  'not-yet-read': 'panel_parts_unread',
};

/** What of a deal there is nothing to show of, one quiet line for each reason why. */
export function unknownParts(parts: readonly DealPart[]): readonly Line[] {
  const reasons = Object.keys(SAYS) as MissingReason[];
  return reasons.flatMap((reason) => {
    const names = parts.flatMap(({ name, known }) => (reasonOf(known) === reason ? [phraseFigure(name)] : []));
    const key = SAYS[reason];
    return key === undefined || names.length === 0 ? [] : [line(key, listFigure(names))];
  });
}

function reasonOf(known: Known<readonly unknown[]>): MissingReason | undefined {
  if (!isGiven(known)) return known.missing;
  return known.value.length === 0 ? 'not-recorded' : undefined;
}
