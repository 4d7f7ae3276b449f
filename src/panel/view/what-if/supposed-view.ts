import { type Answer, type Explained, explained, isExplained, term, unanswered } from '../../../core/value/explained';
import { isGiven, missing } from '../../../core/value/known';
import type { Money } from '../../../core/value/money';
import { phrase, probabilityFigure } from '../../../core/value/phrase';
import { suppose } from '../../../core/what-if/suppose';
import type { Reading } from '../../../messages/reading';
import type { OddsSight } from '../odds-sight';
import { type Ground, groundOf, type PanelView, viewOn } from '../panel-view';
import type { PayRoom, PaySight } from '../pay/sight';
import type { TileView } from '../tile-view';
import type { Supposed } from './wish';

/** The panel as it would be. */
export type SupposedView = { readonly reading: Reading; readonly view: PanelView };

/** Said wherever a deal that is supposed to close after the period would count in it. */
const LATER = phrase('panel_what_if_later');

/**
 * The whole panel of a deal with some of it supposed to be otherwise: the same engines over a copy. Null where there is no open deal.
 *
 * @param recorded - the panel of the deal as it is: what differs from it is marked
 */
export function supposedView(
  reading: Reading,
  { supposition, won }: Supposed,
  payRoom: PayRoom | null,
  recorded: PanelView | null,
): SupposedView | null {
  if (!isGiven(reading.dossier) || reading.dossier.value.opportunity.outcome !== 'open') return null;
  const { dossier, book } = suppose(reading.dossier.value, reading.book, supposition);
  const would: Reading = {
    ...reading,
    dossier: { ...reading.dossier, value: dossier },
    book,
    // What is supposed has not changed in the CRM.
    lastSeen: missing('not-recorded'),
  };
  const { id } = dossier.opportunity;
  const { closeDate } = supposition;
  const later = closeDate !== undefined && isGiven(book) && closeDate >= book.value.period.end;
  const ground = groundOf(would, (odds) => oddsAs(odds, id, won, later));
  if (ground === null) return null;
  const bent = later ? afterPeriod(ground) : ground;
  const view = viewOn(bent, { payRoom: later && payRoom !== null ? paidLater(payRoom) : payRoom });
  return {
    reading: would,
    view: { ...view, tiles: view.tiles.map((tile, index) => marked(tile, recorded?.tiles[index])) },
  };
}

/** The odds with the deal's own chance as supposed. The other ends make room in proportion; after the period it slips. */
function oddsAs(odds: OddsSight, id: string, supposed: number | null, later: boolean): OddsSight {
  if (supposed === null && !later) return odds;
  const { slips, noDecision, lost } = odds;
  const before = odds.won;
  const chance = supposed ?? (isExplained(before) ? before.value : null);
  const won = later ? 0 : chance;
  if (won === null) return odds;
  const terms = [term('panel_what_if_recorded', before)];
  const rule = phrase(later ? 'panel_what_if_later_rule' : 'panel_what_if_chance_rule');
  const as = (value: number): Explained<number> => explained(value, probabilityFigure(value), rule, terms);
  const room = supposed === null || !isExplained(before) ? 1 : (1 - supposed) / (1 - before.value);
  const rest = (of: Answer<number>): Answer<number> =>
    isExplained(of) && isExplained(before) && Number.isFinite(room) ? as(of.value * room) : of;
  const others = { noDecision: rest(noDecision), lost: rest(lost) };
  const slipping = rest(slips);
  return {
    ...odds,
    won: as(won),
    slips: later && isExplained(slipping) ? as(slipping.value + (chance ?? 0)) : slipping,
    ...others,
    // They lead to the odds that are recorded.
    contributions: [],
    ofBook: new Map([...odds.ofBook, [id, { won }]]),
  };
}

/** A deal that closes later counts nothing in this period. */
function afterPeriod(ground: Ground): Ground {
  const { goal } = ground.sights;
  return goal.known
    ? { ...ground, sights: { ...ground.sights, goal: { ...goal, withDeal: unanswered('not-recorded', LATER) } } }
    : ground;
}

/** What a deal that closes in the next period pays is what it pays as the first one of it. */
function paidLater(payRoom: PayRoom): PayRoom {
  return (...asked): PaySight => {
    const sight = payRoom(...asked);
    if (!sight.known || sight.ahead.worth === null) return sight;
    const { worth } = sight.ahead;
    const none = unanswered('not-recorded', LATER);
    const next = isExplained(worth.thisOrNext) ? worth.thisOrNext.terms[1]?.of : worth.thisOrNext;
    const now = (next ?? none) as Answer<Money>;
    return {
      ...sight,
      now,
      paidNext: true,
      ahead: {
        ...sight.ahead,
        worth: { ...worth, nowNext: none, lastIn: none, expected: none, goalLift: none, edges: [] },
      },
    };
  };
}

/** Marks a tile that says something else than it does of the deal as recorded, with what it said. */
function marked(tile: TileView, recorded: TileView | undefined): TileView {
  if (recorded === undefined || saysOf(tile) === saysOf(recorded)) return tile;
  const was = recorded.big?.answer;
  const differs = was !== undefined && JSON.stringify(figureOf(was)) !== JSON.stringify(figureOf(tile.big?.answer));
  return { ...tile, supposed: { was: differs ? was : null } };
}

const figureOf = (answer: Answer | undefined) => (answer !== undefined && isExplained(answer) ? answer.figure : null);

function saysOf({ big, chip, lines, marks, graphic }: TileView): string {
  return JSON.stringify([
    figureOf(big?.answer),
    chip?.line.phrase,
    lines.map((line) => line.phrase),
    marks.map(({ line }) => line.phrase),
    graphic,
  ]);
}
