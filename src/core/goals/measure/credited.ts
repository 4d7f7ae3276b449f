import type { Book } from '../../model/book';
import type { Goal, Target } from '../../model/goal';
import type { CivilDate } from '../../value/civil-date';
import { type Answer, explained, read, type Term, term, unanswered } from '../../value/explained';
import { isGiven, type Known } from '../../value/known';
import { countFigure, dateFigure, type Phrase, phrase, textFigure } from '../../value/phrase';
import type { Counted, Tally } from './tally';
import { amountIn, figureIn, type Unit } from './unit';

/** Deals shown one by one in an explanation; the rest are one term. */
const SHOWN = 8;

/** Credited so far from won deals, and from earlier in the fiscal year where the goal began before the book. */
export function creditedOf(book: Book, goal: Goal, unit: Unit, won: Tally): Answer<Target> {
  if (!isGiven(book.won)) return unanswered(book.won.missing, phrase('goals_won_unknown'));
  const terms = dealTerms(won.counted, unit);
  let size = won.counted.reduce((sum, { amount }) => sum + amount, 0);
  if (goal.period.start < book.period.start) {
    const plain = goal.measure.filter.length === 0 && (goal.measure.counts ?? 'amount') === 'amount';
    const { yearToDate } = book;
    const tells = plain && unit.kind === 'money' && beginsTheYear(goal, book);
    if (!tells || !isGiven(yearToDate) || yearToDate.value.currency !== unit.currency)
      return unanswered(
        isGiven(yearToDate) ? 'not-yet-read' : yearToDate.missing,
        phrase('goals_earlier_unknown'),
        terms,
      );
    size += yearToDate.value.minor;
    terms.unshift(term('goals_earlier', read(yearToDate, figureIn(unit, yearToDate.value.minor))));
  }
  const rule = phrase('goals_credited_rule', countFigure(won.counted.length));
  return explained(amountIn(unit, size), figureIn(unit, size), rule, [...terms, ...uncountedTerms(won)], {
    asOf: book.asOf,
  });
}

/** Whether a goal counts from the day that the year to date counts from: that of a half or a quarter holds more than the goal does. */
function beginsTheYear({ period }: Goal, { yearStart }: Book): boolean {
  return yearStart === undefined ? period.kind === 'year' : period.start === yearStart;
}

/** Acts counted for a leading goal: meetings held in its period, up to today. */
export function actsCounted(goal: Goal, acts: Known<readonly CivilDate[]>, today: CivilDate): Answer<Target> {
  if (!isGiven(acts)) return unanswered(acts.missing, phrase('goals_acts_unknown'));
  const count = acts.value.filter((on) => on >= goal.period.start && on < goal.period.end && on <= today).length;
  return explained({ unit: 'count', count }, countFigure(count), phrase('goals_acts_rule'), [], {
    asOf: acts.asOf,
    sources: [acts.source],
  });
}

function dealTerms(counted: readonly Counted[], unit: Unit): Term[] {
  const largest = [...counted].sort((a, b) => b.amount - a.amount);
  const terms = largest.slice(0, SHOWN).map((each) => {
    const rule = each.on === null ? RULES[each.deal.credit.rule] : closed(each.deal.credit.rule, each.on);
    return term(
      'goals_deal',
      explained(each.amount, figureIn(unit, each.amount), rule),
      textFigure(each.deal.opportunity.name),
    );
  });
  const rest = largest.slice(SHOWN);
  if (rest.length === 0) return terms;
  const size = rest.reduce((sum, { amount }) => sum + amount, 0);
  return [
    ...terms,
    term(
      'goals_other_deals',
      explained(size, figureIn(unit, size), phrase('goals_other_deals_rule')),
      countFigure(rest.length),
    ),
  ];
}

/** Deals that could not be counted, each with what is not known of it. */
function uncountedTerms({ uncounted }: Tally): Term[] {
  return uncounted
    .slice(0, SHOWN)
    .map(({ name, because }) => term('goals_deal', unanswered('not-recorded', because), textFigure(name)));
}

const RULES: Readonly<Record<'owner' | 'split' | 'overlay', Phrase>> = {
  owner: phrase('goals_credit_owner'),
  split: phrase('goals_credit_split'),
  overlay: phrase('goals_credit_overlay'),
};

function closed(rule: 'owner' | 'split' | 'overlay', on: CivilDate): Phrase {
  switch (rule) {
    case 'owner':
      return phrase('goals_credit_owner_on', dateFigure(on));
    case 'split':
      return phrase('goals_credit_split_on', dateFigure(on));
    case 'overlay':
      return phrase('goals_credit_overlay_on', dateFigure(on));
  }
}
