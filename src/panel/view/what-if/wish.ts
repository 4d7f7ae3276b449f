import type { Book } from '../../../core/model/book';
import type { Dossier } from '../../../core/model/dossier';
import type { LineItem } from '../../../core/model/opportunity';
import type { CompPlan } from '../../../core/pay/plan/plan';
import { addDays, type CivilDate, later, parseCivilDate } from '../../../core/value/civil-date';
import { type Currency, currency, minorDigits } from '../../../core/value/currency';
import { type Answer, isExplained } from '../../../core/value/explained';
import { ifGiven, isGiven, type Known, missing } from '../../../core/value/known';
import { moneyOf } from '../../../core/value/money';
import type { Supposition } from '../../../core/what-if/suppose';
import type { Reading } from '../../../messages/reading';

/** What can be supposed of a deal. */
export const FIELDS = ['amount', 'closeDate', 'chance', 'term', 'product'] as const;
export type WishField = (typeof FIELDS)[number];

/** A what-if as it was typed, field by field; '' leaves the field as it is recorded. */
export type Wish = Readonly<Record<WishField, string>>;

export const NOTHING: Wish = { amount: '', closeDate: '', chance: '', term: '', product: '' };

/** What a wish comes to. What cannot be read changes nothing and is named. */
export type Supposed = {
  readonly supposition: Supposition;
  /** Chance to be won, 0..1; null leaves the odds as they are. */
  readonly won: number | null;
  readonly unread: readonly WishField[];
};

/** What the fields start from, and how far their sliders go. */
export type Bounds = {
  readonly currency: Currency | null;
  /** Amounts in major units; null where no amount is recorded. */
  readonly amount: number | null;
  readonly most: number;
  readonly step: number;
  readonly closeDate: CivilDate | null;
  readonly today: CivilDate;
  readonly lastDay: CivilDate;
  /** As a whole per cent; null where no chance is known. */
  readonly chance: number | null;
  readonly term: number | null;
  /** Whether anything would come of a term. */
  readonly asksTerm: boolean;
  readonly product: string | null;
  readonly products: readonly string[];
};

/** Amounts are read as the browser writes numbers: digits with one point. */
const NUMBER = /^\d{1,13}(?:\.\d{1,6})?$/;
const LONGEST_TERM = 240;

/** Reads a wish, field by field. */
export function read(wish: Wish, bounds: Pick<Bounds, 'currency'>, reading: Reading): Supposed {
  const unread: WishField[] = [];
  const field = <T>(name: WishField, parse: (text: string) => T | undefined): T | undefined => {
    const text = wish[name].trim();
    if (text === '') return undefined;
    const value = parse(text);
    if (value === undefined) unread.push(name);
    return value;
  };
  const amount = field('amount', (text) =>
    NUMBER.test(text) && bounds.currency !== null ? moneyOf(text, bounds.currency) : undefined,
  );
  const closeDate = field('closeDate', (text) => parseCivilDate(text));
  const percent = field('chance', (text) => (NUMBER.test(text) && Number(text) <= 100 ? Number(text) : undefined));
  const termMonths = field('term', (text) => {
    const months = Number(text);
    return Number.isInteger(months) && months >= 1 && months <= LONGEST_TERM ? months : undefined;
  });
  const product = field('product', (text) => ({ name: text, family: familyOf(text, reading) }));
  return {
    supposition: {
      ...(amount !== undefined && { amount }),
      ...(closeDate !== undefined && { closeDate }),
      ...(termMonths !== undefined && { termMonths }),
      ...(product !== undefined && { product }),
    },
    won: percent === undefined ? null : percent / 100,
    unread,
  };
}

function linesIn({ book, dossier }: Reading): readonly LineItem[] {
  const deals = isGiven(book) ? [...(ifGiven(book.value.open) ?? []), ...(ifGiven(book.value.won) ?? [])] : [];
  const own = isGiven(dossier) ? (ifGiven(dossier.value.opportunity.products) ?? []) : [];
  return [...own, ...deals.flatMap(({ opportunity }) => ifGiven(opportunity.products) ?? [])];
}

/** The family that the product has on the deals that are known. */
function familyOf(product: string, reading: Reading): Known<string> {
  return (
    linesIn(reading).find((line) => line.product === product && isGiven(line.family))?.family ?? missing('not-recorded')
  );
}

/** Steps of a slider across so much, from a decimal's 1, 2 and 5. */
function stepFor(most: number, digits: number): number {
  const rough = most / 100;
  const power = 10 ** Math.floor(Math.log10(rough));
  const nice = [1, 2, 5, 10].find((each) => each * power >= rough) ?? 10;
  return Math.max(nice * power, 10 ** -digits);
}

/** A slider of dates reaches so many days beyond the period. */
const BEYOND_DAYS = 92;

/** The bounds of the deal that is read; null where there is none. */
export function boundsFor(reading: Reading, won: Answer<number>): Bounds | null {
  if (!isGiven(reading.dossier)) return null;
  const dossier = reading.dossier.value;
  const end = isGiven(reading.book) ? reading.book.value.period.end : reading.today;
  const due = ifGiven(dossier.opportunity.closeDate) ?? reading.today;
  return boundsOf(reading, dossier, isExplained(won) ? won.value : null, later(addDays(end, BEYOND_DAYS), due));
}

function boundsOf(reading: Reading, dossier: Dossier, chance: number | null, lastDay: CivilDate): Bounds {
  const { opportunity } = dossier;
  const recorded = ifGiven(opportunity.amount);
  const plan = ifGiven(reading.plan);
  const code = recorded?.currency ?? currencyOf(reading, plan);
  const unit = code === null ? 1 : 10 ** minorDigits(code);
  const amount = recorded === undefined ? null : recorded.minor / unit;
  const most = amount === null || amount <= 0 ? usualMost(ifGiven(reading.book), unit) : 3 * amount;
  const lines = linesIn(reading);
  const norms = ifGiven(reading.norms);
  const term = opportunity.termMonths && ifGiven(opportunity.termMonths);
  return {
    currency: code,
    amount,
    most,
    step: stepFor(most, code === null ? 0 : minorDigits(code)),
    closeDate: ifGiven(opportunity.closeDate) ?? null,
    today: reading.today,
    lastDay,
    chance: chance === null ? null : Math.round(chance * 100),
    term: term ?? null,
    asksTerm: term !== undefined || (plan !== undefined && JSON.stringify(plan).includes('"field":"term"')),
    product: mainOf(ifGiven(opportunity.products) ?? []),
    products: [...new Set([...lines.map(({ product }) => product), ...Object.keys(norms?.byProduct ?? {})])].sort(),
  };
}

function mainOf(lines: readonly LineItem[]): string | null {
  const weight = ({ amount }: LineItem) => ifGiven(amount)?.minor ?? 0;
  return [...lines].sort((a, b) => weight(b) - weight(a))[0]?.product ?? null;
}

function currencyOf({ book }: Reading, plan: CompPlan | undefined): Currency | null {
  const goals = isGiven(book) ? (ifGiven(book.value.goals) ?? []) : [];
  for (const { target } of goals)
    if (isGiven(target) && target.value.unit === 'money') return target.value.amount.currency;
  return plan === undefined ? null : currency(plan.currency);
}

/** Three times the largest open deal; something to slide on where there is none. */
function usualMost(book: Book | undefined, unit: number): number {
  const open = book === undefined ? [] : (ifGiven(book.open) ?? []);
  const largest = Math.max(0, ...open.map(({ opportunity }) => ifGiven(opportunity.amount)?.minor ?? 0)) / unit;
  return largest > 0 ? 3 * largest : 100_000;
}
