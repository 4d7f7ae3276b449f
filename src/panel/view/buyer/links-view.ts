import { companyNameIndex, type Kin } from '../../../core/buyer/names/name-index';
import { unlinked } from '../../../core/buyer/names/unlinked';
import type { Account } from '../../../core/model/account';
import { isGiven, type Known } from '../../../core/value/known';
import { countFigure, listFigure, type Phrase, phrase, textFigure } from '../../../core/value/phrase';
import { type Line, line, lineOf } from '../../../ui/language/line';

/** A company that looks as if it belonged to the family, beside the member it resembles, with what speaks for it and against it. */
export type LinkView = {
  readonly id: string;
  readonly name: string;
  readonly like: string;
  readonly reasons: readonly Phrase[];
};

/** Suggested links in three bands: worth linking, worth a look, looked at and not alike. Nothing is linked by itself. */
export type LinksView = {
  readonly suggested: readonly LinkView[];
  readonly review: readonly LinkView[];
  /** The names that were looked at and dismissed, in one line; null where there are none. */
  readonly dismissed: Line | null;
  /** Said where nothing could be looked at, or nothing was found. */
  readonly note: Line | null;
};

/** Names of the dismissed that are told; the rest are counted. */
const NAMED = 5;

/**
 * Companies that may be missing links of a family.
 *
 * @param members - the family as the CRM links it, the deal's own company among them
 * @param lookalikes - accounts outside it that a CRM's own search found near by name, web domain or identifier
 */
export function linksView(members: readonly Account[], lookalikes: Known<readonly Account[]>): LinksView {
  if (!isGiven(lookalikes)) {
    const said = lookalikes.missing === 'hidden' ? phrase('panel_links_hidden') : phrase('panel_links_not_read');
    return { suggested: [], review: [], dismissed: null, note: lineOf(said) };
  }
  const inside = new Set(members.map(({ id }) => id));
  const outside = lookalikes.value.filter(({ id }) => !inside.has(id));
  const found = unlinked(companyNameIndex([...members, ...outside]), members);
  const of = (band: Kin['band']) =>
    found
      .filter((one) => one.band === band)
      .map(({ account, like, reasons }) => ({ id: account.id, name: account.name, like: like.name, reasons }));
  const taken = new Set(found.map(({ account }) => account.id));
  const rest = outside.filter(({ id }) => !taken.has(id));
  const [suggested, review] = [of('suggested'), of('review')];
  return {
    suggested,
    review,
    dismissed:
      rest.length === 0
        ? null
        : line(
            'panel_links_dismissed',
            countFigure(rest.length),
            listFigure(rest.slice(0, NAMED).map(({ name }) => textFigure(name))),
          ),
    note: found.length === 0 ? line('panel_links_none') : null,
  };
}
