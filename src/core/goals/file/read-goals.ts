import type { Target } from '../../model/goal';
import type { FileRow, RowProblem } from '../../pay/cross-check/statement-file';
import { type DecimalMark, decimalMarkOf, writtenAmount } from '../../pay/cross-check/written-amount';
import { isCurrency } from '../../value/currency';
import { moneyOf } from '../../value/money';
import { type Phrase, phrase, textFigure } from '../../value/phrase';
import { ok, problem, type Result } from '../../value/result';
import type { FileGoal } from './file-goal';
import { writtenPeriod } from './written-period';

/** Names that the columns go by, without case, spaces and marks. */
const COLUMNS = {
  owner: ['owner', 'ownerid', 'ownername', 'rep', 'employee', 'login', 'user', 'name'],
  measure: ['measure', 'goal', 'metric'],
  label: ['period', 'label', 'quarter'],
  start: ['start', 'from', 'periodstart', 'startdate', 'first'],
  end: ['end', 'to', 'until', 'periodend', 'enddate', 'last'],
  target: ['target', 'quota', 'amount', 'value'],
  currency: ['currency', 'currencycode'],
  unit: ['unit'],
} as const;
type Column = keyof typeof COLUMNS;

/** What a goal measures where the file does not say. */
const BOOKINGS = 'bookings';

const COUNTS = new Set(['count', 'deals', 'units', 'number', '#']);
const MONEY = new Set(['money', 'amount', '']);

/**
 * Goals from a table: one row a goal, with its owner, its period and its target. A target with a currency is money; one whose unit
 * says so is a count.
 *
 * @returns every row that cannot be read, with its line and a sentence; then no goal is taken
 */
export function readGoals(rows: readonly FileRow[]): Result<readonly FileGoal[], readonly RowProblem[]> {
  const [first] = rows;
  if (first === undefined) return problem([{ line: 1, because: phrase('goals_file_empty') }]);
  const columns = columnsOf(first);
  if (columns.owner === undefined) return problem([{ line: 1, because: phrase('goals_file_no_owner_column') }]);
  if (columns.target === undefined) return problem([{ line: 1, because: phrase('goals_file_no_target_column') }]);
  if (columns.label === undefined && (columns.start === undefined || columns.end === undefined)) {
    return problem([{ line: 1, because: phrase('goals_file_no_period_column') }]);
  }
  const cell = (row: FileRow, column: Column) => (row[columns[column] ?? ''] ?? '').trim();
  const mark = decimalMarkOf(rows.map((row) => cell(row, 'target')));
  if (mark === undefined) return problem([{ line: 1, because: phrase('goals_file_two_marks') }]);
  const goals: FileGoal[] = [];
  const problems: RowProblem[] = [];
  for (const [place, row] of rows.entries()) {
    const line = place + 2;
    const at = (because: Phrase) => void problems.push({ line, because });
    const owner = cell(row, 'owner');
    const [label, start, end] = [cell(row, 'label'), cell(row, 'start'), cell(row, 'end')];
    const period = writtenPeriod(label, start, end);
    const target = targetOf(cell(row, 'target'), cell(row, 'currency').toUpperCase(), cell(row, 'unit'), mark);
    if (owner === '') at(phrase('goals_file_no_owner'));
    if (!period) {
      const days = [start, end].filter((day) => day !== '');
      at(phrase('goals_file_no_period', textFigure(days.length > 0 ? days.join(' – ') : label)));
    }
    if ('because' in target) at(target.because);
    if (owner === '' || !period || 'because' in target) continue;
    const goal = { line, owner, measure: cell(row, 'measure') || BOOKINGS, period, target: target.of };
    const twin = goals.find((other) => isSame(other, goal));
    if (twin) at(phrase('goals_file_twice', textFigure(String(twin.line))));
    else goals.push(goal);
  }
  return problems.length > 0 ? problem(problems) : ok(goals);
}

/** The same goal, set twice. */
function isSame(a: FileGoal, b: FileGoal): boolean {
  const name = ({ owner, measure, period }: FileGoal) =>
    JSON.stringify([plainName(owner), plainName(measure), period.days ?? period.label]);
  return name(a) === name(b);
}

/** A name without case and with single spaces. */
export const plainName = (name: string): string => name.trim().toLocaleLowerCase('en').replace(/\s+/g, ' ');

function targetOf(
  written: string,
  code: string,
  unit: string,
  mark: DecimalMark,
): { readonly of: Target } | { readonly because: Phrase } {
  const amount = writtenAmount(written, mark);
  if (written === '' || amount === undefined || amount.startsWith('-')) {
    return { because: phrase('goals_file_no_target', textFigure(written)) };
  }
  if (COUNTS.has(unit.toLowerCase())) {
    const count = Number(amount);
    return Number.isSafeInteger(count)
      ? { of: { unit: 'count', count } }
      : { because: phrase('goals_file_no_count', textFigure(written)) };
  }
  if (!MONEY.has(unit.toLowerCase())) return { because: phrase('goals_file_no_unit', textFigure(unit)) };
  if (code === '') return { because: phrase('goals_file_no_currency') };
  if (!isCurrency(code)) return { because: phrase('goals_file_bad_currency', textFigure(code)) };
  try {
    return { of: { unit: 'money', amount: moneyOf(amount, code) } };
  } catch {
    return { because: phrase('goals_file_no_target', textFigure(written)) };
  }
}

function columnsOf(first: FileRow): Partial<Record<Column, string>> {
  const plain = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}#]/gu, '');
  const names = Object.keys(first);
  const found: Partial<Record<Column, string>> = {};
  for (const [column, known] of Object.entries(COLUMNS) as [Column, readonly string[]][]) {
    const name = names.find((one) => known.includes(plain(one)) && !Object.values(found).includes(one));
    if (name !== undefined) found[column] = name;
  }
  return found;
}
