import type { Book, BookDeal } from '../../../../core/model/book';
import type { Goal, Period } from '../../../../core/model/goal';
import type { Rep } from '../../../../core/model/person';
import { type CivilDate, later } from '../../../../core/value/civil-date';
import { convert, type Rates } from '../../../../core/value/conversion';
import { type Currency, currency } from '../../../../core/value/currency';
import { civilDateAt, parseInstant } from '../../../../core/value/instant';
import { ifGiven, isGiven, type Known, missing } from '../../../../core/value/known';
import { type Money, noMoney } from '../../../../core/value/money';
import { block } from '../../../known';
import { childrenOf, type Row, unreadOf } from '../../api/rows';
import { creditOf, ownerCredit, type SplitUse } from '../deal/credits';
import { itemsOf, type ReadDeals, toOpportunity } from '../deal/opportunity';
import { sumOf } from '../sum';
import { holds } from './periods';

/** A rep's book for a period, from the rep's open deals and those won since the fiscal year began. */
export function toBook(
  rep: Rep,
  period: Period,
  year: Period | undefined,
  rows: Known<readonly Row[]>,
  { goals, territoryQuotas, use, rates }: Sense,
  as: ReadDeals,
): Book {
  const deals: Known<readonly BookDeal[]> = isGiven(rows)
    ? { ...rows, value: rows.value.flatMap((row) => bookDeal(row, rep, use, as) ?? []) }
    : rows;
  const pick = (keep: (deal: BookDeal) => boolean): Known<readonly BookDeal[]> =>
    isGiven(deals) ? { ...deals, value: deals.value.filter(keep) } : deals;
  const closedIn = (deal: BookDeal, within: (day: CivilDate) => boolean) => {
    const on = ifGiven(deal.opportunity.closeDate);
    return deal.opportunity.outcome === 'won' && on !== undefined && within(on);
  };
  return {
    rep,
    period,
    goals,
    won: pick((deal) => closedIn(deal, (on) => holds(period, on))),
    open: pick(({ opportunity }) => opportunity.outcome === 'open'),
    yearToDate: year
      ? total(
          pick((deal) => closedIn(deal, (on) => year.start <= on && on < period.start)),
          moneyOfGoals(ifGiven(goals) ?? []),
          rates,
          as,
        )
      : missing('not-recorded', { kind: 'crm', field: 'Period' }, as.asOf),
    ...(year && { yearStart: year.start }),
    holidays: missing('not-recorded', { kind: 'crm', field: 'Holiday' }, as.asOf),
    ...(territoryQuotas > 0 && { territoryQuotas }),
    ...(rates && { rates }),
    asOf: as.asOf,
  };
}

function bookDeal(row: Row, rep: Rep, use: SplitUse, as: ReadDeals): BookDeal | undefined {
  const opportunity = toOpportunity(row, as, itemsOf(row, as));
  const own = typeof row.CurrencyIsoCode === 'string' ? row.CurrencyIsoCode : as.currency;
  const splits = childrenOf(row, 'OpportunitySplits');
  const credit = opportunity && creditOf(opportunity, splits, rep.id, use, { ...as, currency: own });
  // Of a deal whose splits could not be read nobody knows whose part is how large.
  if (opportunity && unreadOf(row, 'OpportunitySplits'))
    return {
      opportunity,
      credit: { ...ownerCredit(opportunity, rep.id), amount: missing('not-yet-read', undefined, as.asOf) },
      lastBuyerActOn: lastBuyerAct(row, as),
    };
  return opportunity && credit && { opportunity, credit, lastBuyerActOn: lastBuyerAct(row, as) };
}

/** What a book goes by beside its deals. */
export type Sense = {
  readonly goals: Known<readonly Goal[]>;
  readonly territoryQuotas: number;
  readonly use: SplitUse;
  /** null where the organisation has one currency. */
  readonly rates: Known<Rates> | null;
};

/** The currency that the rep's results are counted in; undefined where no goal says. */
function moneyOfGoals(goals: readonly Goal[]): Currency | undefined {
  for (const { target } of goals) {
    if (isGiven(target) && target.value.unit === 'money') return target.value.amount.currency;
  }
  return undefined;
}

/** The latest meeting with a contact or incoming mail; nothing recorded is not the same as nothing that could be asked. */
function lastBuyerAct(row: Row, { zone, asOf }: ReadDeals): Known<CivilDate> {
  const meetings = childrenOf(row, 'Events');
  const mails = childrenOf(row, 'Emails');
  if (!meetings && !mails) return missing('not-yet-read', { kind: 'crm', field: 'Event' }, asOf);
  const days = [
    ...(meetings ?? []).map(({ StartDateTime }) => StartDateTime),
    ...(mails ?? []).map(({ MessageDate }) => MessageDate),
  ].flatMap((text) => {
    const at = parseInstant(text);
    return at === undefined ? [] : [civilDateAt(at, zone)];
  });
  const last = days.reduce<CivilDate | undefined>((latest, day) => (latest ? later(latest, day) : day), undefined);
  return last ? block(last, 'Event', asOf) : missing('not-recorded', { kind: 'crm', field: 'Event' }, asOf);
}

/**
 * What deals add up to, in the currency of the goals. An amount that is missing, or in another currency without a rate for its close
 * date, leaves the sum unknown rather than short.
 */
function total(
  deals: Known<readonly BookDeal[]>,
  into: Currency | undefined,
  rates: Known<Rates> | null,
  as: ReadDeals,
): Known<Money> {
  if (!isGiven(deals)) return deals;
  const amounts: Money[] = [];
  for (const { credit, opportunity } of deals.value) {
    if (!isGiven(credit.amount)) {
      if (credit.amount.missing === 'not-recorded') continue;
      return credit.amount;
    }
    const said = credit.amount.value;
    const on = ifGiven(opportunity.closeDate) ?? null;
    const converted = into && rates && isGiven(rates) ? convert(said, into, rates.value, on) : undefined;
    amounts.push(converted ?? said);
  }
  const code = into ?? amounts[0]?.currency ?? (as.currency === null ? undefined : currency(as.currency));
  const sum = code === undefined ? undefined : sumOf([noMoney(code), ...amounts]);
  return sum
    ? block(sum, 'Opportunity.Amount', as.asOf)
    : missing('not-readable', { kind: 'crm', field: 'Opportunity.Amount' }, as.asOf);
}
