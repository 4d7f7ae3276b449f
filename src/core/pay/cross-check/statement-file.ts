import { parseCivilDate } from '../../value/civil-date';
import { type Currency, isCurrency } from '../../value/currency';
import type { Instant } from '../../value/instant';
import { given, type Known, missing } from '../../value/known';
import { type Money, moneyOf } from '../../value/money';
import { type Phrase, phrase, textFigure } from '../../value/phrase';
import { ok, problem, type Result } from '../../value/result';
import type { Source } from '../../value/source';
import type { Counted } from './cross-check';
import type { PaidLine } from './paid-line';
import { type DecimalMark, decimalMarkOf, writtenAmount } from './written-amount';

/** A row of a file, by the names in its first row. */
export type FileRow = Readonly<Record<string, string>>;

/** What is wrong in a file, and on which line of it; 1 is the row of names. */
export type RowProblem = { readonly line: number; readonly because: Phrase };

/** Names that the columns go by, without case, spaces and marks. */
const COLUMNS = {
  dealId: ['dealid', 'opportunityid', 'recordid', 'id'],
  name: ['deal', 'dealname', 'opportunity', 'opportunityname', 'name', 'description'],
  pay: ['pay', 'commission', 'payout', 'paid', 'earned', 'commissionamount'],
  base: ['base', 'credited', 'credit', 'creditedamount', 'amount', 'dealamount'],
  on: ['date', 'paidon', 'paymentdate'],
  currency: ['currency', 'currencycode', 'currencyisocode'],
} as const;
type Column = keyof typeof COLUMNS;

export type ReadAs = {
  /** The file's name. */
  readonly file: string;
  readonly asOf: Instant;
  /** Of amounts beside which none stands. */
  readonly currency: Currency;
  /** The deals that the plan counted, by id. */
  readonly counted: ReadonlyMap<string, Counted>;
};

/**
 * The lines of a commission statement from a table: one row a payment, with at least what was paid and the deal's id or name. A name
 * stands for a deal only where exactly one deal of the period is called so.
 *
 * @returns every row that cannot be read, with its line and a sentence; then nothing is compared
 */
export function paidLines(rows: readonly FileRow[], as: ReadAs): Result<readonly PaidLine[], readonly RowProblem[]> {
  const [first] = rows;
  if (first === undefined) return problem([{ line: 1, because: phrase('pay_file_empty') }]);
  const columns = columnsOf(first);
  if (columns.pay === undefined) return problem([{ line: 1, because: phrase('pay_file_no_pay') }]);
  if (columns.dealId === undefined && columns.name === undefined) {
    return problem([{ line: 1, because: phrase('pay_file_no_deal') }]);
  }
  const cell = (row: FileRow, column: Column) => (row[columns[column] ?? ''] ?? '').trim();
  const mark = decimalMarkOf(rows.flatMap((row) => [cell(row, 'pay'), cell(row, 'base')]));
  if (mark === undefined) return problem([{ line: 1, because: phrase('pay_file_two_marks') }]);
  const dealOf = finder(as.counted);
  const lines: PaidLine[] = [];
  const problems: RowProblem[] = [];
  for (const [place, row] of rows.entries()) {
    const at = (because: Phrase) => void problems.push({ line: place + 2, because });
    const [id, name] = [cell(row, 'dealId'), cell(row, 'name')];
    const code = cell(row, 'currency') === '' ? as.currency : cell(row, 'currency').toUpperCase();
    if (!isCurrency(code)) {
      at(phrase('pay_file_no_currency', textFigure(code)));
      continue;
    }
    const pay = amountOf(cell(row, 'pay'), mark, code);
    if (pay === undefined) {
      at(phrase('pay_file_no_amount', textFigure(cell(row, 'pay'))));
      continue;
    }
    lines.push({
      dealId: id === '' && name === '' ? null : dealOf(id, name),
      name: name === '' ? id : name,
      pay,
      base: known(amountOf(cell(row, 'base'), mark, code), cell(row, 'base'), as),
      on: known(parseCivilDate(cell(row, 'on')), cell(row, 'on'), as),
    });
  }
  if (problems.length > 0) return problem(problems);
  return ok(lines);
}

function columnsOf(first: FileRow): Partial<Record<Column, string>> {
  const plain = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const names = Object.keys(first);
  const found: Partial<Record<Column, string>> = {};
  for (const [column, known] of Object.entries(COLUMNS) as [Column, readonly string[]][]) {
    for (const each of known) {
      const name = names.find((one) => plain(one) === each && !Object.values(found).includes(one));
      if (name !== undefined && found[column] === undefined) found[column] = name;
    }
  }
  return found;
}

/** The deal that a row is about; what is written there where it is none of ours. */
function finder(counted: ReadonlyMap<string, Counted>): (id: string, name: string) => string | null {
  // An id of fifteen characters names the same record as the eighteen that begin with it.
  const byId = new Map([...counted.keys()].map((id) => [id.length === 18 ? id.slice(0, 15) : id, id]));
  const byName = new Map<string, string | null>();
  for (const [id, { name }] of counted) byName.set(plainName(name), byName.has(plainName(name)) ? null : id);
  return (id, name) => {
    if (id !== '') return byId.get(id.length === 18 ? id.slice(0, 15) : id) ?? id;
    return byName.get(plainName(name)) ?? name;
  };
}

const plainName = (name: string) => name.trim().toLocaleLowerCase('en').replace(/\s+/g, ' ');

function amountOf(text: string, mark: DecimalMark, currency: Currency): Money | undefined {
  const amount = writtenAmount(text, mark);
  if (amount === undefined) return undefined;
  try {
    return moneyOf(amount, currency);
  } catch {
    // More than any money: not an amount.
    return undefined;
  }
}

function known<T>(value: T | undefined, text: string, { file, asOf }: ReadAs): Known<T> {
  const source: Source = { kind: 'file', name: file };
  if (value !== undefined) return given(value, source, asOf);
  return missing(text === '' ? 'not-recorded' : 'not-readable', source, asOf);
}
