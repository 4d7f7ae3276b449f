import { currency, minorDigits } from '../value/currency';
import { Decimal } from '../value/decimal';
import { money } from '../value/money';
import { edgesOf } from './curve-edges';
import type { Counted } from './payout/count';
import type { CreditedDeal } from './payout/inputs';
import { payTotal } from './payout/payout';

/** A stretch on which pay is a straight line. Amounts are major units of the plan's currency, as floats: for expectation only. */
export type CurvePiece = {
  /** Where it begins: additional credited amount. */
  readonly from: number;
  /** Pay at `from`. */
  readonly pay: number;
  /** Pay for each further unit of credit. */
  readonly slope: number;
};

/** Pay of the period as a function of additional credited amount, from nothing upwards. */
export type PayCurve = {
  readonly pieces: readonly CurvePiece[];
  /** Whether every piece is a straight line to a tenth of a minor unit; false where a rate itself moves and pieces are chords. */
  readonly straight: boolean;
  /** Pay with so much more credit, as a float, at any point; beyond `horizon` the last piece goes on. */
  readonly at: (more: number) => number;
  /** The same exactly, before rounding, by the engine itself. */
  readonly exactly: (more: Decimal) => Decimal;
  /** Up to where the pieces were worked out. */
  readonly horizon: number;
};

/** What the additional credit is like: without it, a deal of which nothing is known but its amount. */
export type Like = Omit<CreditedDeal, 'id' | 'amount' | 'lines' | 'share' | 'role' | 'margin'>;

/** How many evaluations a curve may take before chords have to do. */
const BUDGET = 320;

/**
 * Compiles the pay of a period into straight pieces by asking the engine: at every point where the plan says that something changes,
 * just below it, and between. Where a line turns out not to be straight it is divided further (a cap is found where two lines meet).
 *
 * @param like - the additional deal's fields; it closes after all others
 * @param horizon - how much more credit is looked at, in major units; three times the farthest point of change unless told
 */
export function curveOf(counted: Counted, like: Like = {}, horizon?: number): PayCurve {
  const code = currency(counted.plan.currency);
  const unit = 10 ** minorDigits(code);
  const deal = (minor: number): CreditedDeal => ({ ...like, id: '', amount: money(minor, code) });
  const memo = new Map<number, number>();
  const nothing = payTotal(counted).toNumber();
  const pay = (minor: number): number => {
    let found = memo.get(minor);
    if (found === undefined) {
      found = minor <= 0 ? nothing : payTotal(counted, [deal(minor)]).toNumber();
      memo.set(minor, found);
    }
    return found;
  };
  const edges = edgesOf(counted, deal(0), unit);
  const last = Math.max(
    Math.round((horizon ?? 0) * unit),
    horizon === undefined ? 3 * (edges[edges.length - 1] ?? 0) : 0,
    1_000 * unit,
  );
  const { pieces, straight } = divide(pay, edges, last, unit, memo);
  return {
    pieces,
    straight,
    at: (more) => heightOf(pieces, more),
    exactly: (more) => payTotal(counted, [deal(Number(more.times(unit).round(0, Decimal.roundHalfUp).toFixed(0)))]),
    horizon: last / unit,
  };
}

function divide(
  pay: (minor: number) => number,
  edges: readonly number[],
  last: number,
  unit: number,
  memo: ReadonlyMap<number, number>,
): { pieces: CurvePiece[]; straight: boolean } {
  const pieces: CurvePiece[] = [];
  let straight = true;
  const near = 0.1 / unit;
  // Where a rate itself moves, chords this close will do: a fiftieth of a thousandth of the largest pay looked at.
  const close = Math.max(near, Math.abs(pay(last)) * 2e-5);
  const add = (a: number, b: number, depth: number): void => {
    const [low, high] = [pay(a), pay(b)];
    if (b - a <= 1) {
      push(pieces, a, low, b === a ? 0 : (high - low) / (b - a), unit, near);
      if (b > a && Math.abs(high - low) > near && pieces.length > 0) push(pieces, b, high, 0, unit, near);
      return;
    }
    const slope = (high - low) / (b - a);
    const third = Math.floor((b - a) / 3);
    const half = Math.floor((a + b) / 2);
    const off = Math.max(
      ...(depth < 4 ? [a + third, b - third] : [half]).map((x) => Math.abs(pay(x) - (low + slope * (x - a)))),
    );
    const isStraight = off <= near;
    if (isStraight || (depth >= 4 && off <= close) || depth > 40 || memo.size > BUDGET) {
      if (!isStraight) straight = false;
      push(pieces, a, low, slope, unit, near);
      return;
    }
    const meet = depth < 4 ? meeting(pay, a, b) : null;
    const middle = meet ?? half;
    add(a, middle, depth + 1);
    add(middle, b, depth + 1);
  };
  const marks = [0, ...edges.flatMap((edge) => [edge, edge + 1]), last].filter((mark) => mark <= last);
  const starts = [...new Set(marks)].sort((a, b) => a - b);
  // The first unit of credit is a deal of its own: a sum a deal pays from there on.
  if (starts[1] !== 1) starts.splice(1, 0, 1);
  starts.forEach((from, index) => {
    const next = starts[index + 1];
    if (next === undefined) return;
    if (next - from === 1) push(pieces, from, pay(from), Number.NaN, unit, near);
    else add(from, index === starts.length - 2 ? next : next - 1, 0);
  });
  return { pieces: settle(pieces, near), straight };
}

/** Where the lines of the two ends meet: a cap, where pay stops rising. */
function meeting(pay: (minor: number) => number, a: number, b: number): number | null {
  const step = Math.max(1, Math.floor((b - a) / 1000));
  const left = (pay(a + step) - pay(a)) / step;
  const right = (pay(b) - pay(b - step)) / step;
  if (Math.abs(left - right) < 1e-12) return null;
  const x = a + (pay(b) - pay(a) - right * (b - a)) / (left - right);
  const at = Math.round(x);
  return at > a && at < b ? at : null;
}

function push(pieces: CurvePiece[], from: number, pay: number, slope: number, unit: number, near: number): void {
  const before = pieces[pieces.length - 1];
  const own = { from: from / unit, pay, slope: slope * unit };
  if (before !== undefined) {
    const reached = before.pay + before.slope * (own.from - before.from);
    const goesOn =
      Math.abs(reached - pay) <= near && (Number.isNaN(slope) || Math.abs(before.slope - own.slope) < 1e-9);
    if (goesOn) return;
  }
  pieces.push(own);
}

/** A single point (a first unit, an edge) takes the slope of what follows it; pieces that go straight on become one. */
function settle(pieces: readonly CurvePiece[], near: number): CurvePiece[] {
  const settled: CurvePiece[] = [];
  pieces.forEach((piece, index) => {
    const next = pieces[index + 1];
    const own = Number.isNaN(piece.slope) ? { ...piece, slope: slopeInto(piece, next, near) } : piece;
    const before = settled[settled.length - 1];
    const goesOn =
      before !== undefined &&
      Math.abs(before.slope - own.slope) < 1e-6 &&
      Math.abs(before.pay + before.slope * (own.from - before.from) - own.pay) <= near;
    if (!goesOn) settled.push(own);
  });
  return settled;
}

function slopeInto(piece: CurvePiece, next: CurvePiece | undefined, near: number): number {
  if (next === undefined) return 0;
  const width = next.from - piece.from;
  if (!Number.isNaN(next.slope) && Math.abs(piece.pay + next.slope * width - next.pay) <= near) return next.slope;
  return (next.pay - piece.pay) / width;
}

function heightOf(pieces: readonly CurvePiece[], more: number): number {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pieces[middle] as CurvePiece).from <= more) low = middle;
    else high = middle - 1;
  }
  const piece = pieces[low] as CurvePiece;
  return piece.pay + piece.slope * Math.max(0, more - piece.from);
}
