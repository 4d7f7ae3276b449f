import type { Book, BookDeal } from '../model/book';
import type { Goal, Target } from '../model/goal';
import { type Answer, explained, unanswered } from '../value/explained';
import { ifGiven, isGiven, missing } from '../value/known';
import { countFigure, phrase } from '../value/phrase';
import { averageWon, type OpenBet } from './chance/bet';
import { openBets } from './chance/open-bets';
import type { Looking } from './looking';
import { actsCounted, creditedOf } from './measure/credited';
import { type Counted, type Tally, tally, type Uncounted } from './measure/tally';
import { amountIn, figureIn, type Unit, unitOf } from './measure/unit';
import { evidencedPipeline, pipeline } from './progress/coverage';
import { usualDeal } from './progress/usual-deal';

/** The two sides of a goal: what is won, and what is open. */
export type Sides = {
  readonly unit: Unit | null;
  readonly won: readonly Counted[];
  /** Open deals due by the end of the period. */
  readonly open: readonly Counted[];
  readonly uncounted: readonly Uncounted[];
  readonly credited: Answer<Target>;
  readonly usual: Answer<Target>;
  readonly pipelineDue: Answer<Target>;
  readonly evidencedDue: Answer<Target>;
  /** Open deals with a chance inside the period, also those that are due later. */
  readonly bets: readonly OpenBet[];
  readonly without: readonly Counted[];
  readonly names: ReadonlyMap<string, string>;
  readonly expected: Answer<Target>;
};

const NONE: Tally = { counted: [], uncounted: [] };

/** Gathers what counts for a goal from the book. An overdue open deal counts as due: it has not been lost. */
export function sidesOf(book: Book, goal: Goal, looking: Looking): Sides {
  const unit = isGiven(goal.target) ? unitOf(goal.target.value) : null;
  if (unit === null) return unknownSides(phrase('goals_no_quota'));
  const counts = (deals: readonly BookDeal[]): Tally =>
    goal.measure.counts === 'acts' ? NONE : tally(deals, goal.measure, unit, looking.convert);
  const won = counts((ifGiven(book.won) ?? []).filter((deal) => closedIn(deal, goal)));
  const all = counts(ifGiven(book.open) ?? []);
  const open = all.counted.filter(({ on }) => on !== null && on < goal.period.end);
  const evidenced = open.filter(({ deal }) => hasEvidence(deal, looking));
  const chanced = all.counted.filter(
    (each) =>
      (each.on !== null && each.on < goal.period.end) || (looking.odds.get(each.deal.opportunity.id)?.won ?? 0) > 0,
  );
  const openUnknown = isGiven(book.open) ? null : unanswered(book.open.missing, phrase('goals_open_unknown'));
  const { bets, without } = openBets(chanced, looking.odds);
  return {
    unit,
    won: won.counted,
    open,
    uncounted: [...won.uncounted, ...all.uncounted],
    credited:
      goal.measure.counts === 'acts'
        ? actsCounted(goal, looking.acts ?? missing('not-yet-read'), looking.today)
        : creditedOf(book, goal, unit, won),
    usual: looking.usualDeal ?? usualDeal(won.counted, unit),
    pipelineDue: openUnknown ?? pipeline(open, unit),
    evidencedDue: openUnknown ?? evidencedPipeline(evidenced, unit),
    bets,
    without,
    names: new Map(all.counted.map(({ deal: { opportunity } }) => [opportunity.id, opportunity.name])),
    expected: openUnknown ?? expectedWins(bets, unit),
  };
}

function unknownSides(because: ReturnType<typeof phrase>): Sides {
  const unknown = unanswered('not-recorded', because);
  return {
    unit: null,
    won: [],
    open: [],
    uncounted: [],
    credited: unknown,
    usual: unknown,
    pipelineDue: unknown,
    evidencedDue: unknown,
    bets: [],
    without: [],
    names: new Map(),
    expected: unknown,
  };
}

function expectedWins(bets: readonly OpenBet[], unit: Unit): Answer<Target> {
  const size = bets.reduce((sum, bet) => sum + bet.probability * averageWon(bet), 0);
  const counted = explained(bets.length, countFigure(bets.length), phrase('goals_bets_rule'));
  return explained(amountIn(unit, size), figureIn(unit, size), phrase('goals_expected_wins_rule'), [
    { name: phrase('goals_bets'), of: counted },
  ]);
}

function closedIn({ opportunity }: BookDeal, { period }: Goal): boolean {
  const on = ifGiven(opportunity.closeDate);
  return on === undefined || (on >= period.start && on < period.end);
}

function hasEvidence({ opportunity, lastBuyerActOn }: BookDeal, { evidenced }: Looking): boolean {
  return evidenced ? evidenced.has(opportunity.id) : isGiven(lastBuyerActOn);
}
