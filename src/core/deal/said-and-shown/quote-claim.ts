import type { Quote } from '../../model/quote';
import { ifGiven, isGiven } from '../../value/known';
import type { Money } from '../../value/money';
import { dateFigure, type Figure, listFigure, moneyFigure, type Phrase, phrase, textFigure } from '../../value/phrase';
import { isAccepted, isExpired, type QuotesInForce, quotesInForce } from '../quotes/in-force';
import { type Holding, type Shown, shown } from './claim';

/**
 * What a deal's quotes show about its amount. One in force that comes to another sum, that has expired, or that the buyer turned down
 * contradicts it. That a quote comes to the same supports nothing: we wrote it. Only the buyer's taking it would, and where the CRM
 * keeps the day of that, it is an act like any other.
 */
export function quotesShown({ dossier: { quotes }, days }: Holding, amount: Money): Shown[] {
  if (!isGiven(quotes) || quotes.value.length === 0) return [];
  const speak = quotesInForce(quotes.value);
  if (!speak) {
    const declined = quotes.value.filter(({ standing }) => ifGiven(standing) === 'declined');
    return declined.length > 0 ? [shown('contradicted', phrase('deal_shown_quote_declined', names(declined)))] : [];
  }
  const expired = speak.quotes.filter((quote) => isExpired(quote, days.today));
  return [
    ...apart(speak, amount),
    ...expired.flatMap((quote) =>
      isGiven(quote.expires)
        ? [
            shown(
              'contradicted',
              phrase('deal_shown_quote_expired', textFigure(quote.name), dateFigure(quote.expires.value)),
            ),
          ]
        : [],
    ),
  ];
}

/** What is said of the quotes where nothing else speaks for the amount: whose word they are. */
export function quotesAlone({ dossier: { quotes } }: Holding): Phrase | undefined {
  const speak = isGiven(quotes) ? quotesInForce(quotes.value) : undefined;
  if (!speak) return undefined;
  const ours = speak.quotes.every(isAccepted) ? 'deal_shown_quote_accepted' : 'deal_shown_quote_ours';
  return phrase(ours, names(speak.quotes));
}

const APART: Readonly<Record<QuotesInForce['why'], (name: Figure, total: Figure) => Phrase>> = {
  accepted: (name, total) => phrase('deal_shown_quote_accepted_apart', name, total),
  synced: (name, total) => phrase('deal_shown_quote_synced_apart', name, total),
  latest: (name, total) => phrase('deal_shown_quote_latest_apart', name, total),
};

function apart({ why, quotes, total }: QuotesInForce, amount: Money): Shown[] {
  if (!total || total.currency !== amount.currency || total.minor === amount.minor) return [];
  return [shown('contradicted', APART[why](names(quotes), moneyFigure(total)))];
}

function names(quotes: readonly Quote[]): Figure {
  const all = quotes.map(({ name }) => textFigure(name));
  return all.length === 1 && all[0] ? all[0] : listFigure(all);
}
