import { isGiven } from '../../value/known';
import type { Money } from '../../value/money';
import { countFigure, dateFigure, moneyFigure, phrase } from '../../value/phrase';
import { course } from '../evidence/moves';
import { actsBetween, doneActs, idsOf } from './between';
import { type Holding, type Shown, shown } from './claim';
import { quotesAlone, quotesShown } from './quote-claim';

/**
 * What the evidence shows about the amount: whether it can be one at all, whether the products and the quote in force come to it,
 * whether the buyer did anything before it last changed, and whether they opened or signed a document.
 */
export function amountShown(holding: Holding): Shown[] {
  const { dossier, days, standing } = holding;
  const { amount } = dossier.opportunity;
  if (!isGiven(amount)) return [shown('unknown', phrase('deal_shown_nothing_said'))];
  const found: Shown[] = [];
  if (amount.value.minor < 0) {
    found.push(shown('contradicted', phrase('deal_shown_amount_negative', moneyFigure(amount.value))));
  }
  const lines = linesTotal(dossier, amount.value);
  if (lines && lines.minor !== amount.value.minor) {
    found.push(shown('contradicted', phrase('deal_shown_amount_lines', moneyFigure(lines))));
  }
  found.push(...quotesShown(holding, amount.value));
  if (!isGiven(dossier.activities)) return [...found, shown('unknown', phrase('deal_evidence_not_readable'))];
  const acts = doneActs(standing);
  const papers = acts.filter(({ kind }) => kind === 'document');
  if (isGiven(dossier.history)) {
    const last = course(
      dossier.history.value,
      (row) => row.amount,
      (a, b) => a.minor === b.minor && a.currency === b.currency,
    ).moves.at(-1);
    if (last) {
      const between = actsBetween(standing, days, last.since, last.at);
      const figures = [moneyFigure(last.from), moneyFigure(last.to), dateFigure(days.on(last.at))];
      if (between.length > 0) {
        found.push(shown('supported', phrase('deal_shown_amount_with_act', ...figures), idsOf(between)));
      } else {
        const verdict = acts.length > 0 ? 'contradicted' : 'unsupported';
        found.push(shown(verdict, phrase('deal_shown_amount_without_act', ...figures)));
      }
    }
  }
  if (papers.length > 0) {
    found.push(shown('supported', phrase('deal_shown_amount_papers', countFigure(papers.length)), idsOf(papers)));
  } else if (found.length === 0) {
    found.push(shown('unsupported', quotesAlone(holding) ?? phrase('deal_shown_amount_no_paper')));
  }
  return found;
}

/** The products together, where every line has an amount in the deal's own currency. */
function linesTotal({ opportunity: { products } }: Holding['dossier'], amount: Money): Money | undefined {
  if (!isGiven(products) || products.value.length === 0) return undefined;
  let minor = 0;
  for (const line of products.value) {
    if (!isGiven(line.amount) || line.amount.value.currency !== amount.currency) return undefined;
    minor += line.amount.value.minor;
  }
  return Number.isSafeInteger(minor) ? { minor, currency: amount.currency } : undefined;
}
