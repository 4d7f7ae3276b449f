import { type CurvePiece, curveOf, type Like } from '../../../core/pay/curve';
import { count } from '../../../core/pay/payout/count';
import type { Statement, ThresholdPoint } from '../../../core/pay/payout/statement';
import type { PayGround } from '../../../core/pay/worth/ground';
import { payWith } from '../../../core/pay/worth/pay-of';
import { Decimal } from '../../../core/value/decimal';
import { explained, isExplained, term } from '../../../core/value/explained';
import { type Money, major, moneyOf, roundMoney } from '../../../core/value/money';
import { type Figure, moneyFigure, type Phrase, phrase, phraseFigure, shareFigure } from '../../../core/value/phrase';
import type { FigureRow } from '../rows';
import { pointName } from './tier-words';

/** A point of the curve: credited amount and pay, in major units of the plan's currency. For drawing only. */
export type CurvePoint = { readonly credited: number; readonly pay: number };

/** A point on the way where the plan pays otherwise. */
export type CurveMark = {
  readonly credited: number;
  readonly label: Figure;
  readonly what: Phrase;
  readonly reached: boolean;
};

export type PayCurveView = {
  readonly currency: string;
  /** Up to where it is drawn. */
  readonly until: number;
  /** Null where what is earned so far does not follow from the credited amount alone. */
  readonly past: readonly CurvePoint[] | null;
  /** From here on, for further deals like this one. */
  readonly ahead: readonly CurvePoint[];
  readonly here: CurvePoint;
  /** Where this deal leads; null where it is not open or cannot be counted. */
  readonly jump: CurvePoint | null;
  readonly marks: readonly CurveMark[];
  /** The table behind the chart. */
  readonly rows: readonly FigureRow[];
};

/** Beyond so many times what is within reach nothing is drawn. */
const FAR = 2;
/** Room right of the last point. */
const BEYOND = 1.08;

/** What the period pays over what is credited; null where the plan counts no money, or cannot say. */
export function payCurveView(ground: PayGround, statement: Statement, dealId: string | null): PayCurveView | null {
  const { plan, counted, inputs, unit } = ground;
  const measure = plan.measures.find(({ counts }) => counts === 'credit');
  const standing = statement.measures.find((each) => each.measure === measure?.id);
  if (ground.unknown !== null || standing === undefined || typeof standing.credited.value === 'number') return null;
  const creditedNow = standing.credited.value;
  const now = major(creditedNow).toNumber();
  const deal = dealId === null ? undefined : ground.open.get(dealId);
  const withDeal = deal === undefined || deal.credit === 0 ? null : now + deal.credit / unit;
  const { quota } = standing;
  const target = isExplained(quota) && typeof quota.value !== 'number' ? major(quota.value).toNumber() : 0;
  const points = statement.thresholds.filter((point) => point.measure === measure?.id && Number(point.value) > 0);
  const reach = FAR * Math.max(now, withDeal ?? 0, target);
  const marks = marksOf(points, reach, plan.currency);
  const until = BEYOND * Math.max(now, withDeal ?? 0, target, ...marks.map(({ credited }) => credited));
  if (!(until > 0)) return null;
  const like: Like = deal === undefined ? {} : likeness(deal.deal);
  const curve = curveOf(counted, like, until - now);
  const here = { credited: now, pay: major(statement.total.value).toNumber() };
  const ahead = pointsOf(curve.pieces, until - now).map(({ credited, pay }) => ({ credited: credited + now, pay }));
  const before = curveOf(count(plan, { ...inputs, deals: [] }), {}, Math.max(now, 1));
  const follows = Math.abs(before.at(now) - here.pay) <= Math.max(1, here.pay * 0.01);
  const paid = deal === undefined ? null : payWith(ground, [deal.deal]);
  const jump = withDeal === null || paid === null ? null : { credited: withDeal, pay: major(paid).toNumber() };
  const rows: FigureRow[] = [{ name: phrase('panel_curve_now', moneyFigure(creditedNow)), answer: statement.total }];
  if (jump !== null && paid !== null)
    rows.push(rowAt(phrase('panel_curve_with_deal', sumOf(jump.credited, plan.currency)), paid, statement));
  for (const point of nearest(points, reach))
    rows.push(
      rowAt(
        phrase('panel_curve_at', sumOf(Number(point.value), plan.currency), phraseFigure(pointName(point.what))),
        roundMoney(curve.exactly(new Decimal(point.toGo)), ground.currency),
        statement,
      ),
    );
  return {
    currency: plan.currency,
    until,
    past: follows ? pointsOf(before.pieces, now) : null,
    ahead,
    here,
    jump,
    marks,
    rows,
  };
}

function rowAt(name: Phrase, pay: Money, statement: Statement): FigureRow {
  return {
    name,
    answer: explained(pay, moneyFigure(pay), phrase('panel_curve_rule'), [term('panel_curve_paid', statement.total)]),
  };
}

const sumOf = (amount: number, currency: string): Figure => moneyFigure(moneyOf(amount.toFixed(4), currency));

/** The fields of a deal that rates may go by. */
function likeness({ type, product, family, fields, closeDate }: Like): Like {
  return {
    ...(type !== undefined && { type }),
    ...(product !== undefined && { product }),
    ...(family !== undefined && { family }),
    ...(fields !== undefined && { fields }),
    ...(closeDate !== undefined && { closeDate }),
  };
}

function nearest(points: readonly ThresholdPoint[], reach: number): readonly ThresholdPoint[] {
  const seen = new Set<string>();
  return points.filter(({ reached, value, what }) => {
    const key = `${value} ${JSON.stringify(what)}`;
    if (reached || Number(value) > reach || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function marksOf(points: readonly ThresholdPoint[], reach: number, currency: string): CurveMark[] {
  const marks = new Map<string, CurveMark>();
  for (const { value, at, by, what, reached } of points) {
    const credited = Number(value);
    if (credited > reach || marks.has(value)) continue;
    marks.set(value, {
      credited,
      label: by === 'attainment' ? shareFigure(at) : sumOf(credited, currency),
      what: pointName(what),
      reached,
    });
  }
  return [...marks.values()].sort((a, b) => a.credited - b.credited);
}

/** The corners of a curve up to a point; a jump stands upright. */
function pointsOf(pieces: readonly CurvePiece[], until: number): CurvePoint[] {
  return pieces.flatMap(({ from, pay, slope }, index) => {
    if (from > until) return [];
    const to = Math.min(until, pieces[index + 1]?.from ?? until);
    return [
      { credited: from, pay },
      { credited: to, pay: pay + slope * (to - from) },
    ];
  });
}
