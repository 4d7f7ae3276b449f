import { dateFigure, phrase, shareFigure } from '../../../core/value/phrase';
import { apart } from '../../../ui/chart/apart';
import { diamond } from '../../../ui/chart/key';
import { type Place, type Ruler, ruler, stepped, straight } from '../../../ui/chart/plot';
import { roomFor } from '../../../ui/chart/text-width';
import '../../../ui/chart/chart.css';
import { useLanguage } from '../../../ui/language/speech';
import type { PaceChartView, PacePoint } from '../../view/goal/chart-view';

const WIDTH = 348;
const HEIGHT = 156;
/** Least room for the words at either side. */
const SIDE = 34;
const TOP = 12;
const BOTTOM = 18;
/** From the right edge to its words: the range of the landing ends in between. */
const NAME_GAP = 7;
/** Least distance of two words at the right edge. */
const LINE = 12;

/** Booked so far against what is usual by now, where the period will probably end, and this deal as it may still come. */
export function PaceChart({ chart }: { readonly chart: PaceChartView }) {
  const { say, show } = useLanguage();
  const { usual, landing, ghost, today } = chart;
  const last = bookedNow(chart);
  const y = ruler([0, highest(chart) * 1.05], [HEIGHT - BOTTOM, TOP]);
  const ticks = y.ticks(4).filter((share) => share > 0 && Math.abs(y(share) - y(1)) > LINE);
  const goalName = say(phrase('panel_chart_goal'));
  const usualName = say(phrase(chart.learned ? 'panel_chart_usual' : 'panel_chart_even'));
  const left = roomFor(
    [...ticks, 1].map((share) => show(shareFigure(share))),
    SIDE,
  );
  const end = WIDTH - roomFor([goalName, usualName], SIDE, NAME_GAP + 2);
  const x = ruler([0, 1], [left, end]);
  const [goalAt = 0, usualAt = 0] = apart([y(1) + 3, y(usual.at(-1)?.share ?? 1) + 3], LINE, TOP, HEIGHT - BOTTOM);
  return (
    <svg class="chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={say(saidBy(chart))}>
      {ticks.map((share) => (
        <g key={share}>
          <line class="chart-grid" x1={left} x2={end} y1={y(share)} y2={y(share)} />
          <text x={left - 4} y={y(share) + 3} text-anchor="end">
            {show(shareFigure(share))}
          </text>
        </g>
      ))}
      <line class="chart-goal" x1={left} x2={end} y1={y(1)} y2={y(1)} />
      <text x={left - 4} y={y(1) + 3} text-anchor="end">
        {show(shareFigure(1))}
      </text>
      <text x={end + NAME_GAP} y={goalAt}>
        {goalName}
      </text>
      {landing !== null && (
        <>
          <path
            class="chart-landing"
            d={`M${x(today)},${y(last)}L${end},${y(landing.high)}L${end},${y(landing.low)}Z`}
          />
          <line class="chart-range" x1={end} x2={end} y1={y(landing.high)} y2={y(landing.low)} />
          <line class="chart-range" x1={end - 3} x2={end + 3} y1={y(landing.middle)} y2={y(landing.middle)} />
        </>
      )}
      <path class="chart-usual" d={straight(placed(usual, x, y))} />
      <text x={end + NAME_GAP} y={usualAt}>
        {usualName}
      </text>
      {ghost !== null && (
        <>
          <path class="chart-ghost" d={`M${x(today)},${y(last)}H${x(ghost.at)}V${y(ghost.won.value)}`} />
          <circle class="chart-slips" cx={x(ghost.at)} cy={y(last)} r="3.5" />
          {ghost.expected !== null && <path class="chart-expected" d={diamond(x(ghost.at), y(ghost.expected.value))} />}
          <path class="chart-won" d={diamond(x(ghost.at), y(ghost.won.value))} />
        </>
      )}
      <path class="chart-booked" d={stepped(placed(steps(chart), x, y))} />
      <circle class="chart-now" cx={x(today)} cy={y(last)} r="3.5" />
      <text x={left} y={HEIGHT - 4}>
        {show(dateFigure(chart.start))}
      </text>
      {today > 0.25 && today < 0.72 && (
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

const SMALL = { width: 156, height: 44, edge: 4 };

/** The same of another goal, small: booked, usual and the goal, without words. */
export function SmallPaceChart({ chart }: { readonly chart: PaceChartView }) {
  const { say } = useLanguage();
  const { width, height, edge } = SMALL;
  const x = ruler([0, 1], [edge, width - edge]);
  const y = ruler([0, highest(chart)], [height - edge, edge]);
  return (
    <svg class="chart small" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={say(saidBy(chart))}>
      <line class="chart-goal" x1={edge} x2={width - edge} y1={y(1)} y2={y(1)} />
      <path class="chart-usual" d={straight(placed(chart.usual, x, y))} />
      <path class="chart-booked" d={stepped(placed(steps(chart), x, y))} />
      <circle class="chart-now" cx={x(chart.today)} cy={y(bookedNow(chart))} r="3" />
    </svg>
  );
}

const placed = (points: readonly PacePoint[], x: Ruler, y: Ruler): readonly Place[] =>
  points.map(({ at, share }) => [x(at), y(share)]);

/** From nothing on the first day to what is booked today. */
function steps(chart: PaceChartView): readonly PacePoint[] {
  return [{ at: 0, share: 0 }, ...chart.booked, { at: chart.today, share: bookedNow(chart) }];
}

const bookedNow = ({ booked }: PaceChartView): number => booked.at(-1)?.share ?? 0;

/** A landing that reaches further than this above all that is known is cut off by the chart's edge, or it would flatten the rest. */
const FARTHEST = 1.6;

function highest({ booked, usual, landing, ghost }: PaceChartView): number {
  const known = Math.max(
    1.1,
    ...booked.map(({ share }) => share),
    ghost?.won.value ?? 0,
    ...usual.map(({ share }) => share),
  );
  return Math.max(known, Math.min(landing?.high ?? 0, known * FARTHEST));
}

function saidBy(chart: PaceChartView) {
  const { usual, landing, today } = chart;
  const figures = [shareFigure(bookedNow(chart)), shareFigure(usualBy(usual, today))] as const;
  return landing === null
    ? phrase('panel_chart_pace_only', ...figures)
    : phrase('panel_chart_pace', ...figures, shareFigure(landing.low), shareFigure(landing.high));
}

/** What is usual at a moment, between the two points around it. */
function usualBy(usual: readonly PacePoint[], at: number): number {
  return ruler(
    usual.map((point) => point.at),
    usual.map((point) => point.share),
  )(at);
}
