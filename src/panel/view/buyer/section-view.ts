import type { Seat } from '../../../core/buyer/committee/committee';
import type { EmptyChair } from '../../../core/buyer/committee/empty-chairs';
import type { FamilyNode, FamilyTree } from '../../../core/buyer/family/family-tree';
import { type BuyerStep, STEP_NAMES } from '../../../core/buyer/process/buyer-step';
import type { BuyingProcess } from '../../../core/buyer/process/buying-process';
import { type CivilDate, daysBetween } from '../../../core/value/civil-date';
import { type Answer, isExplained } from '../../../core/value/explained';
import { isGiven, type Known } from '../../../core/value/known';
import { countFigure, daysFigure, moneyFigure, type Phrase, phrase, phraseFigure } from '../../../core/value/phrase';
import { type Line, line, lineOf } from '../../../ui/language/line';
import type { FigureRow } from '../rows';
import type { Mark } from '../tile-view';
import type { BuyerSight } from './sight';

/** One company of the family, as a line of its tree. */
export type FamilyLine = {
  readonly id: string;
  readonly name: string;
  /** Generations below the ultimate parent. */
  readonly depth: number;
  /** The company of this deal. */
  readonly own: boolean;
  readonly says: readonly Line[];
};

/** A step of the purchase: the day our stage claimed it, and the day the buyer's own acts showed it. */
export type StepLine = {
  readonly step: BuyerStep;
  readonly name: Phrase;
  readonly claimed: Answer | null;
  /** Where the buyer has not come so far, how long we have claimed it. */
  readonly shown: Answer | null;
  readonly waiting: Line | null;
};

export type BuyerSectionView = {
  readonly aside: Phrase | undefined;
  readonly seats: readonly Seat[];
  readonly chairs: readonly EmptyChair[];
  /** Said where the people cannot be read, or nobody is recorded. */
  readonly noPeople: Phrase | null;
  readonly rows: readonly FigureRow[];
  /** Both tracks side by side; empty where neither is known. */
  readonly steps: readonly StepLine[];
  readonly missing: readonly Mark[];
  readonly family: readonly FamilyLine[];
  readonly familyNotes: readonly Line[];
};

export function buyerSectionView(
  { committee, chairs, family, clocks, process }: BuyerSight,
  missing: readonly Mark[],
  familyKnown: Known<unknown>,
  today: CivilDate,
): BuyerSectionView {
  const empty = chairs.known ? chairs.chairs.filter(({ usual }) => usual) : [];
  return {
    aside: isExplained(committee.people)
      ? phrase(
          'panel_buyer_aside',
          phraseFigure(phrase('panel_people', countFigure(committee.seats.length))),
          phraseFigure(phrase('panel_empty_chairs', countFigure(empty.length))),
        )
      : undefined,
    seats: committee.seats,
    chairs: empty,
    noPeople: noPeople(committee),
    rows: [
      { name: phrase('panel_threads'), answer: committee.threading.active },
      ...(clocks === null
        ? []
        : [
            { name: phrase('panel_buyer_next_date'), answer: clocks.buyer.nextDate },
            { name: phrase('panel_buyer_year_end'), answer: clocks.buyer.yearEnd },
            { name: phrase('panel_our_period_left'), answer: clocks.seller.daysLeft },
          ]),
    ],
    steps: stepLines(process),
    missing,
    family: family === null ? [] : family.nodes.map((node) => familyLine(node, family, today)),
    familyNotes: family === null ? noFamily(familyKnown) : familyNotes(family),
  };
}

function stepLines({ steps }: BuyingProcess): StepLine[] {
  const lines = steps.map(({ step, claimedOn, shownOn, shown, lagDays, running }) => ({
    step,
    name: STEP_NAMES[step],
    claimed: isExplained(claimedOn) ? claimedOn : null,
    shown: isExplained(shownOn) ? shownOn : null,
    waiting:
      shown === 'undated'
        ? line('panel_step_date_ahead')
        : running && isExplained(lagDays)
          ? line('panel_step_waiting', lagDays)
          : null,
  }));
  return lines.some(({ claimed, shown, waiting }) => claimed !== null || shown !== null || waiting !== null)
    ? lines
    : [];
}

function noPeople({ people, seats }: BuyerSight['committee']): Phrase | null {
  if (!isExplained(people)) return people.because;
  return seats.length === 0 ? phrase('panel_nobody_recorded') : null;
}

function familyLine({ account, depth, standing }: FamilyNode, { lineage }: FamilyTree, today: CivilDate): FamilyLine {
  const says: Line[] = [];
  if (standing === undefined) says.push(line('panel_family_uncounted'));
  else {
    if (standing.open > 0) says.push(line('panel_family_open', countFigure(standing.open)));
    if (standing.won > 0) {
      says.push(
        isGiven(standing.wonAmount)
          ? line('panel_family_won', moneyFigure(standing.wonAmount.value))
          : line('panel_family_won_count', countFigure(standing.won)),
      );
    }
    if (isGiven(standing.lastContactOn) && standing.lastContactOn.value <= today) {
      says.push(line('panel_family_contact', daysFigure(daysBetween(standing.lastContactOn.value, today))));
    }
    if (says.length === 0) says.push(line('panel_family_nothing'));
  }
  return { id: account.id, name: account.name, depth, own: account.id === lineage.at(-1)?.id, says };
}

function noFamily(known: Known<unknown>): Line[] {
  if (isGiven(known)) return [];
  return [lineOf(known.missing === 'hidden' ? phrase('panel_family_hidden_all') : phrase('panel_family_not_known'))];
}

function familyNotes({ gaps }: FamilyTree): Line[] {
  const notes: Line[] = [];
  if (gaps.hidden > 0) notes.push(line('panel_family_hidden', countFigure(gaps.hidden)));
  if (gaps.cycles.length > 0) notes.push(line('panel_family_cycle', countFigure(gaps.cycles.length)));
  if (gaps.parentUnseen.length > 0)
    notes.push(line('panel_family_parent_unseen', countFigure(gaps.parentUnseen.length)));
  if (gaps.deeper.length > 0) notes.push(line('panel_family_deeper', countFigure(gaps.deeper.length)));
  return notes;
}
