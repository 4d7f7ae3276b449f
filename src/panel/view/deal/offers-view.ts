import { isAccepted, isExpired, isInPlay, type QuotesInForce, quotesInForce } from '../../../core/deal/quotes/in-force';
import type { Dossier } from '../../../core/model/dossier';
import type { Quote } from '../../../core/model/quote';
import type { CivilDate } from '../../../core/value/civil-date';
import { explained, read, term } from '../../../core/value/explained';
import { type Given, ifGiven, isGiven } from '../../../core/value/known';
import { type Money, subtract } from '../../../core/value/money';
import { dateFigure, listFigure, moneyFigure, phrase, shareFigure, textFigure } from '../../../core/value/phrase';
import { type Line, line } from '../../../ui/language/line';
import type { Tone } from '../../../ui/pieces/chip';
import type { FigureRow } from '../rows';
import { unknownParts } from '../unknown-parts';

/** An offer, and what is known of it. */
export type QuoteView = {
  readonly id: string;
  readonly name: string;
  readonly tone: Tone;
  readonly says: readonly Line[];
};

/** What was offered, and who else offers. */
export type OffersView = {
  /** What speaks for the deal first, then the newest. */
  readonly quotes: readonly QuoteView[];
  readonly competitors: readonly FigureRow[];
  /** What there is nothing to show of, and why. */
  readonly unknown: readonly Line[];
};

export function offersView({ quotes, competitors, opportunity }: Dossier, today: CivilDate): OffersView {
  const all = ifGiven(quotes) ?? [];
  const speak = quotesInForce(all);
  return {
    quotes: inOrder(all, speak).map((quote) => ({
      id: quote.id,
      name: quote.name,
      tone: toneOf(quote, speak, opportunity, today),
      says: linesOf(quote, opportunity, today),
    })),
    competitors:
      isGiven(competitors) && competitors.value.length > 0
        ? [
            {
              name: phrase('panel_competitors'),
              answer: read(competitors, listFigure(competitors.value.map(textFigure))),
            },
          ]
        : [],
    unknown: unknownParts([
      { name: phrase('panel_part_quotes'), known: quotes },
      { name: phrase('panel_part_competitors'), known: competitors },
    ]),
  };
}

function inOrder(quotes: readonly Quote[], speak: QuotesInForce | undefined): readonly Quote[] {
  const place = (quote: Quote) => (speak?.quotes.includes(quote) ? 0 : isInPlay(quote) ? 1 : 2);
  const day = ({ createdOn }: Quote) => ifGiven(createdOn) ?? '';
  return [...quotes].sort((a, b) => place(a) - place(b) || (day(a) < day(b) ? 1 : day(a) > day(b) ? -1 : 0));
}

type Deal = Pick<Dossier['opportunity'], 'amount' | 'outcome'>;

function toneOf(quote: Quote, speak: QuotesInForce | undefined, { outcome }: Deal, today: CivilDate): Tone {
  if (isAccepted(quote)) return 'good';
  const speaks = speak === undefined || speak.quotes.includes(quote);
  if (!speaks || outcome !== 'open') return 'plain';
  return isExpired(quote, today) || ifGiven(quote.standing) === 'declined' ? 'risk' : 'plain';
}

function linesOf(quote: Quote, { amount: deal, outcome }: Deal, today: CivilDate): Line[] {
  const { amount, status, discount, acceptedOn, expires, number, primary } = quote;
  const says: Line[] = [];
  if (isGiven(amount)) {
    says.push(line('panel_trait', read(amount, moneyFigure(amount.value))));
    if (isInPlay(quote) && isGiven(deal)) says.push(...apartFrom(deal, amount));
  } else if (amount.missing === 'hidden') says.push(line('panel_deal_amount_hidden'));
  if (isGiven(discount) && discount.value > 0) {
    says.push(line('panel_quote_discount', read(discount, shareFigure(discount.value, digitsOf(discount.value)))));
  }
  if (isGiven(status)) says.push(line('panel_quote_status', read(status, textFigure(status.value))));
  else if (status.missing === 'hidden') says.push(line('panel_quote_status_hidden'));
  if (isGiven(acceptedOn)) says.push(line('panel_quote_accepted_on', read(acceptedOn, dateFigure(acceptedOn.value))));
  else if (isGiven(expires) && isInPlay(quote) && !isAccepted(quote)) {
    const until = read(expires, dateFigure(expires.value));
    const over = isExpired(quote, today) && outcome === 'open';
    says.push(over ? line('panel_quote_expired', until) : line('panel_quote_until', until));
  }
  if (isGiven(number)) says.push(line('panel_quote_number', read(number, textFigure(number.value))));
  if (primary) says.push(line('panel_quote_synced'));
  return says;
}

/** What a quote comes to beside the deal's amount; nothing where they are the same, or in two currencies. */
function apartFrom(deal: Given<Money>, quote: Given<Money>): Line[] {
  if (deal.value.currency !== quote.value.currency || deal.value.minor === quote.value.minor) return [];
  const isAbove = quote.value.minor > deal.value.minor;
  const apart = isAbove ? subtract(quote.value, deal.value) : subtract(deal.value, quote.value);
  const difference = explained(apart, moneyFigure(apart), phrase('panel_quote_apart_rule'), [
    term('panel_quote_total', read(quote, moneyFigure(quote.value))),
    term('panel_quote_deal_amount', read(deal, moneyFigure(deal.value))),
  ]);
  return [isAbove ? line('panel_quote_above', difference) : line('panel_quote_below', difference)];
}

/** Hundredths of a per cent are written where there are any. */
function digitsOf(share: number): number {
  return Number.isInteger(Math.round(share * 10_000) / 100) ? 0 : 2;
}
