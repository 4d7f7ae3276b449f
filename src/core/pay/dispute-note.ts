import { type Answer, isExplained, type Term } from '../value/explained';
import {
  type Figure,
  instantFigure,
  moneyFigure,
  type Phrase,
  phrase,
  phraseFigure,
  textFigure,
} from '../value/phrase';
import type { Source } from '../value/source';
import type { Standing, Statement, StatementLine } from './payout/statement';

const STANDINGS: Readonly<Record<Standing, Phrase>> = {
  earned: phrase('pay_standing_word_earned'),
  provisional: phrase('pay_standing_word_provisional'),
  'at-risk': phrase('pay_standing_word_at_risk'),
};

/**
 * A line of a statement as text that a person can recompute by hand: the rule, every input with its record id and the time it was
 * read, what each record pays, and the standing. One phrase a row, in order; the page says them in the user's language.
 *
 * @param lineId - a line of the statement; every line where it is absent
 */
export function disputeNote(statement: Statement, lineId?: string): readonly Phrase[] {
  const lines = statement.lines.filter(({ id }) => lineId === undefined || id === lineId);
  const rows = lines.flatMap((line) => rowsOf(statement, line));
  if (lineId !== undefined || lines.length < 2) return rows;
  return [...rows, phrase('pay_dispute_total', moneyFigure(statement.total.value))];
}

function rowsOf(statement: Statement, line: StatementLine): readonly Phrase[] {
  const rows: Phrase[] = [
    phrase(
      'pay_dispute_head',
      textFigure(statement.planId),
      textFigure(statement.planVersion),
      phraseFigure(line.name),
      moneyFigure(line.amount),
    ),
  ];
  rows.push(
    isExplained(line.pay)
      ? phrase('pay_dispute_rule', phraseFigure(line.pay.rule))
      : phrase('pay_dispute_no_answer', phraseFigure(line.pay.because)),
  );
  steps(line.pay.terms, '', rows);
  for (const { dealId, amount } of line.byDeal) {
    rows.push(phrase('pay_dispute_deal', textFigure(dealId), moneyFigure(amount)));
  }
  for (const { dealId, field } of line.unknown) {
    rows.push(phrase('pay_dispute_unknown', textFigure(dealId), textFigure(field)));
  }
  for (const { standing, amount, because } of line.parts) {
    rows.push(
      phrase('pay_dispute_standing', phraseFigure(STANDINGS[standing]), moneyFigure(amount), phraseFigure(because)),
    );
  }
  return rows;
}

/** Deeper than any explanation of pay. */
const DEEPEST = 6;

function steps(terms: readonly Term[], above: string, rows: Phrase[], depth = 0): void {
  if (depth > DEEPEST) return;
  terms.forEach(({ name, of }, index) => {
    const number = above === '' ? String(index + 1) : `${above}.${index + 1}`;
    rows.push(step(number, name, of));
    steps(of.terms, number, rows, depth + 1);
  });
}

function step(number: string, name: Phrase, of: Answer<unknown>): Phrase {
  const own = [textFigure(number), phraseFigure(name)] as const;
  if (!isExplained(of)) return phrase('pay_dispute_step_missing', ...own, phraseFigure(of.because));
  const [source] = of.sources;
  if (of.asOf === null || source === undefined) {
    return phrase('pay_dispute_step', ...own, of.figure, phraseFigure(of.rule));
  }
  return phrase(
    'pay_dispute_step_age',
    ...own,
    of.figure,
    phraseFigure(of.rule),
    instantFigure(of.asOf),
    placeOf(source),
  );
}

/** Where a figure came from, as one finds it again. */
function placeOf(source: Source): Figure {
  switch (source.kind) {
    case 'crm':
      return textFigure(source.record === undefined ? source.field : `${source.field} ${source.record}`);
    case 'file':
      return textFigure(source.path === undefined ? source.name : `${source.name} ${source.path}`);
    case 'entered':
      return textFigure(source.where);
    case 'learned':
      return textFigure(source.from);
    case 'published':
      return textFigure(`${source.by} ${source.year}`);
    default:
      return textFigure(source.rule);
  }
}
