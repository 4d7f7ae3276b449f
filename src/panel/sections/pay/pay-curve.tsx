import { moneyOf } from '../../../core/value/money';
import { type Figure, moneyFigure, phrase } from '../../../core/value/phrase';
import { Behind } from '../../../ui/chart/behind';
import { diamond, Key, Keys } from '../../../ui/chart/key';
import type { Label } from '../../../ui/chart/label-rows';
import { ruler, straight } from '../../../ui/chart/plot';
import { roomFor, textWidth } from '../../../ui/chart/text-width';
import '../../../ui/chart/chart.css';
import { useLanguage } from '../../../ui/language/speech';
import type { CurvePoint, PayCurveView } from '../../view/pay/curve-view';
import { FigureTable } from '../figure-table';

const WIDTH = 348;
const HEIGHT = 150;
/** Least room for the amounts at the side. */
const SIDE = 34;
const RIGHT = 10;
const TOP = 10;
const BOTTOM = 30;
/** Least distance of two labels under the axis. */
const GAP = 6;

/** Pay over credited amount: where the rep stands, where this deal leads, where the plan pays otherwise. */
export function PayCurve({ curve }: { readonly curve: PayCurveView }) {
  const { say } = useLanguage();
  return (
    <figure class="chart-box">
      <CurveChart curve={curve} />
      <Keys>
        <Key form="line">{say(phrase('panel_curve_key_paid'))}</Key>
        <Key form="dashes">{say(phrase('panel_curve_key_ahead'))}</Key>
        {curve.jump !== null && <Key form="full">{say(phrase('panel_curve_key_deal'))}</Key>}
      </Keys>
      <Behind>
        <FigureTable rows={curve.rows} />
      </Behind>
    </figure>
  );
}

function CurveChart({ curve }: { readonly curve: PayCurveView }) {
  const { say, show } = useLanguage();
  const { past, ahead, here, jump, until, currency } = curve;
  const from = past === null ? here.credited : 0;
  const most = Math.max(1, here.pay, jump?.pay ?? 0, ...ahead.map(({ pay }) => pay));
  const y = ruler([0, most * 1.05], [HEIGHT - BOTTOM, TOP]);
  const path = (points: readonly CurvePoint[]) => straight(points.map(({ credited, pay }) => [x(credited), y(pay)]));
  const money = (amount: number): Figure => moneyFigure(moneyOf(amount.toFixed(2), currency));
  const amounts = y.ticks(3).filter((pay) => pay > 0);
  const left = roomFor(
    amounts.map((pay) => show(money(pay), 'axis')),
    SIDE,
  );
  const x = ruler([from, until], [left, WIDTH - RIGHT]);
  const base = HEIGHT - BOTTOM;
  const marks = curve.marks.filter(({ credited }) => credited >= from);
  return (
    <svg
      class="chart"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={say(
        jump === null
          ? phrase('panel_curve_said', money(here.credited), money(here.pay))
          : phrase(
              'panel_curve_said_deal',
              money(here.credited),
              money(here.pay),
              money(jump.credited),
              money(jump.pay),
            ),
      )}
    >
      {amounts.map((pay) => (
        <g key={pay}>
          <line class="chart-grid" x1={left} x2={WIDTH - RIGHT} y1={y(pay)} y2={y(pay)} />
          <text x={left - 4} y={y(pay) + 3} text-anchor="end">
            {show(money(pay), 'axis')}
          </text>
        </g>
      ))}
      <line class="chart-axis" x1={left} x2={WIDTH - RIGHT} y1={base} y2={base} />
      {marks.map(({ credited, reached }) => (
        <line
          key={credited}
          class={reached ? 'chart-mark reached' : 'chart-mark'}
          x1={x(credited)}
          x2={x(credited)}
          y1={TOP}
          y2={base}
        />
      ))}
      {readable(marks, ({ credited, label }) => ({ at: x(credited), width: textWidth(show(label, 'axis')) })).map(
        ({ credited, label }) => (
          <text key={credited} x={x(credited)} y={base + 12} text-anchor="middle">
            {show(label, 'axis')}
          </text>
        ),
      )}
      {past !== null && <path class="chart-booked" d={path([...past, here])} />}
      <path class="chart-usual" d={path(ahead)} />
      {jump !== null && (
        <>
          <path class="chart-ghost" d={`M${x(here.credited)},${y(here.pay)}H${x(jump.credited)}V${y(jump.pay)}`} />
          <path class="chart-won" d={diamond(x(jump.credited), y(jump.pay))} />
        </>
      )}
      <line class="chart-here" x1={x(here.credited)} x2={x(here.credited)} y1={y(here.pay)} y2={base + 16} />
      <circle class="chart-now" cx={x(here.credited)} cy={y(here.pay)} r="4" />
      <text
        class="chart-strong"
        x={x(here.credited)}
        y={HEIGHT - 4}
        text-anchor={x(here.credited) > WIDTH - 70 ? 'end' : x(here.credited) < left + 40 ? 'start' : 'middle'}
      >
        {say(phrase('panel_curve_here'))}
      </text>
    </svg>
  );
}

/** Those labels that neither lie on the one before them nor leave the chart. */
function readable<T>(all: readonly T[], of: (one: T) => Label): readonly T[] {
  let free = 0;
  return all.filter((one) => {
    const { at, width } = of(one);
    if (at - width / 2 < free || at + width / 2 > WIDTH) return false;
    free = at + width / 2 + GAP;
    return true;
  });
}
