import type { RoleNorms } from '../../core/buyer/committee/empty-chairs';
import { missing } from '../../core/buyer/missing/missing';
import type { MissingItem } from '../../core/buyer/missing/missing-item';
import { type Explained, explained, isExplained } from '../../core/value/explained';
import { countFigure, phrase, phraseFigure } from '../../core/value/phrase';
import { type Line, line } from '../../ui/language/line';
import type { Tone } from '../../ui/pieces/chip';
import type { DealSight } from './deal-sight';
import { type Mark, type TileView, tileView } from './tile-view';

/** A tile has room for so many; the section names the rest. */
const MOST_IN_TILE = 4;
/** From here on something missing is grave: people, an amount, a date of theirs. */
const GRAVE = 0.75;

/** What is not there on the buyer's side, the most important first; each opens why it matters. */
export function missingItems({ dossier, clock, columns }: DealSight, norms?: RoleNorms): readonly MissingItem[] {
  return missing(dossier, clock, norms, columns.standing.longSilence);
}

export function missingMarks(items: readonly MissingItem[]): readonly Mark[] {
  return items.map((item) => ({ tone: toneOf(item), line: lineFor(item) }));
}

function toneOf({ standing, importance }: MissingItem): Tone {
  if (standing !== 'absent') return 'plain';
  return importance >= GRAVE ? 'risk' : 'watch';
}

function lineFor(item: MissingItem): Line {
  const named = namedBy(item);
  if (item.standing === 'hidden') return line('panel_missing_hidden', named);
  if (item.standing === 'unknown') return line('panel_missing_unknown', named);
  const { chair } = item;
  return chair !== undefined && isExplained(chair.share)
    ? line('panel_missing_chair', named, chair.share)
    : line('panel_missing_plain', named);
}

function namedBy({ name, because, chair }: MissingItem): Explained {
  const terms =
    chair !== undefined && isExplained(chair.share) ? [{ name: phrase('panel_chair_share'), of: chair.share }] : [];
  return explained(name, phraseFigure(name), because, terms);
}

export function missingTile(items: readonly MissingItem[], isOpen: boolean): TileView {
  const title = phrase('panel_tile_missing');
  if (!isOpen) return tileView(title, { lines: [line('panel_missing_closed')] });
  if (items.length === 0) return tileView(title, { lines: [line('panel_missing_nothing')] });
  const rest = items.length - MOST_IN_TILE;
  return tileView(title, {
    marks: missingMarks(items.slice(0, MOST_IN_TILE)),
    lines:
      rest > 0
        ? [line('panel_missing_more', explained(rest, countFigure(rest), phrase('panel_missing_more_rule')))]
        : [],
  });
}
