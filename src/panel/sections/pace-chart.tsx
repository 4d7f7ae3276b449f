import { dateFigure, phrase, shareFigure } from '../../core/value/phrase';
import { useLanguage } from '../../ui/language/speech';
import type { PaceChartView, PacePoint } from '../view/goal-section-view';

const WIDTH = 348;
const HEIGHT = 128;
const LEFT = 4;
const RIGHT = 46;
const TOP = 10;
const BOTTOM = 18;

/** Booked so far against what is usual by now, and where the period will probably end. A table behind it says the same. */
export function PaceChart({ chart }: { readonly chart: PaceChartView }) {
  const { say, show } = useLanguage();
  const { booked, usual, landing, today } = chart;
  const last = booked.at(-1)?.share ?? 0;
  const highest = Math.max(1.1, last, landing?.high ?? 0, ...usual.map(({ share }) => share)) * 1.05;
  const x = (at: number) => LEFT + (WIDTH - LEFT - RIGHT) * Math.min(1, Math.max(0, at));
  const y = (share: number) => TOP + (HEIGHT - TOP - BOTTOM) * (1 - share / highest);
  const end = WIDTH - RIGHT;
  const usualEnd = usual.at(-1)?.share ?? 1;
  // The two words at the right edge must not lie on one another.
  const usualText = Math.max(y(usualEnd) + 3, y(1) + 14);
  const said = phrase(
    'panel_chart_pace',
    shareFigure(last),
    shareFigure(usualAt(usual, today)),
    shareFigure(landing?.low ?? last),
    shareFigure(landing?.high ?? last),
  );
  return (
    <svg class="chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={say(said)}>
      <line class="chart-goal" x1={LEFT} x2={end} y1={y(1)} y2={y(1)} />
      <text x={end + 5} y={y(1) + 3}>
        {say(phrase('panel_chart_goal'))}
      </text>
      {landing !== null && (
        <path
          class="chart-landing"
          d={`M${x(today)},${y(last)}L${x(1)},${y(landing.high)}L${x(1)},${y(landing.low)}Z`}
        />
      )}
      {usual.length > 0 && (
        <>
          <path class="chart-usual" d={`M${usual.map(({ at, share }) => `${x(at)},${y(share)}`).join('L')}`} />
          <text x={end + 5} y={usualText}>
            {say(phrase(chart.learned ? 'panel_chart_usual' : 'panel_chart_even'))}
          </text>
        </>
      )}
      <path class="chart-booked" d={steps(booked, today, x, y)} />
      <circle class="chart-now" cx={x(today)} cy={y(last)} r="3.5" />
      <text x={LEFT} y={HEIGHT - 4}>
        {show(dateFigure(chart.start))}
      </text>
      {today > 0.18 && today < 0.8 && (
        <text x={x(today)} y={HEIGHT - 4} text-anchor="middle">
          {say(phrase('panel_chart_today'))}
        </text>
      )}
      <text x={end} y={HEIGHT - 4} text-anchor="end">
        {show(dateFigure(chart.lastDay))}
      </text>
    </svg>
  );
}

function steps(
  booked: readonly PacePoint[],
  today: number,
  x: (at: number) => number,
  y: (share: number) => number,
): string {
  return `M${x(0)},${y(0)}${booked.map(({ at, share }) => `H${x(at)}V${y(share)}`).join('')}H${x(today)}`;
}

/** What is usual at a moment, between the two points around it. */
function usualAt(usual: readonly PacePoint[], at: number): number {
  const after = usual.findIndex((point) => point.at >= at);
  const right = usual[after] ?? usual.at(-1);
  const left = usual[after - 1] ?? right;
  if (right === undefined || left === undefined) return 0;
  if (right.at === left.at) return right.share;
  return left.share + ((right.share - left.share) * (at - left.at)) / (right.at - left.at);
}
