import { dateFigure, phrase } from '../../../core/value/phrase';
import { dayScale } from '../../../ui/chart/day-scale';
import { labelRows } from '../../../ui/chart/label-rows';
import { textWidth } from '../../../ui/chart/text-width';
import { useLanguage } from '../../../ui/language/speech';
import type { TimelineAct, TimelineView } from '../../view/deal/timeline-view';

const WIDTH = 348;
const LEFT = 6;
const RIGHT = 6;
const ROW = 13;
const TRACK = 22;
const STEP = 11;

/** Acts of both sides, the moves of the close date and both clocks on one line of days. Shape says whose, colour only repeats it. */
export function Timeline({ view }: { readonly view: TimelineView }) {
  const { say, show } = useLanguage();
  const { from, to, acts, moves, days } = view;
  const ends = [LEFT, WIDTH - RIGHT] as const;
  const { at, ticks } = dayScale(from, to, ends);
  const names = days.map(({ name }) => say(name));
  const labels = labelRows(
    days.map(({ on }, index) => ({ at: at(on), width: textWidth(names[index] ?? '') })),
    ends,
  );
  const marked = ticks(4).map((day) => ({ day, text: show(dateFigure(day)) }));
  const places = labelRows(
    marked.map(({ day, text }) => ({ at: at(day), width: textWidth(text) })),
    ends,
  );
  const rows = Math.max(1, ...labels.map(({ row }) => row + 1));
  const top = rows * ROW + 6;
  const track = { buyer: top + TRACK / 2, both: top + TRACK, seller: top + TRACK * 1.5 } as const;
  const movesTop = top + TRACK * 2 + 12;
  const bottom = moves.length > 0 ? movesTop + moves.length * STEP : top + TRACK * 2 + 6;
  const height = bottom + 18;
  return (
    <figure class="timeline">
      <svg class="chart" viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={say(view.says)}>
        {marked.map(({ day, text }, index) => (
          <g key={day}>
            <line class="time-tick" x1={at(day)} x2={at(day)} y1={bottom} y2={bottom + 4} />
            {places[index]?.row === 0 && (
              <text x={places[index].at} y={height - 3} text-anchor="middle">
                {text}
              </text>
            )}
          </g>
        ))}
        <line class="time-axis" x1={LEFT} x2={WIDTH - RIGHT} y1={bottom} y2={bottom} />
        <line class="time-between" x1={LEFT} x2={WIDTH - RIGHT} y1={track.both} y2={track.both} />
        {days.map((day, index) => (
          <line
            key={`${day.what}-${day.on}`}
            class={`time-day ${day.what}`}
            x1={at(day.on)}
            x2={at(day.on)}
            y1={(labels[index]?.row ?? 0) * ROW + ROW}
            y2={bottom}
          />
        ))}
        {days.map((day, index) => (
          <text
            key={`${day.what}-${day.on}`}
            class={`time-name ${day.what}`}
            x={labels[index]?.at ?? 0}
            y={(labels[index]?.row ?? 0) * ROW + 10}
            text-anchor="middle"
          >
            {names[index]}
          </text>
        ))}
        {acts.map((act) => (
          <Mark key={act.id} act={act} x={at(act.on)} y={track[act.whose]} says={say(act.says)} />
        ))}
        {moves.map((move, index) => {
          const y = movesTop + index * STEP;
          const [start, end] = [at(move.from), at(move.to)];
          const back = Math.sign(end - start) * 5;
          return (
            <g key={move.at} class={move.days > 0 ? 'time-move later' : 'time-move sooner'}>
              <title>{say(phrase('panel_timeline_moved', dateFigure(move.from), dateFigure(move.to)))}</title>
              <path
                d={`M${start},${y - 3}V${y + 3}M${start},${y}H${end}M${end - back},${y - 3}L${end},${y}L${end - back},${y + 3}`}
              />
            </g>
          );
        })}
      </svg>
      <figcaption class="legend">
        {SIDES.filter((side) => acts.some(({ whose }) => whose === side)).map((side) => (
          <Key key={side} act={side} />
        ))}
        {acts.some(({ hollow }) => hollow) && <Key act="hollow" />}
        {moves.length > 0 && <Key act="move" />}
      </figcaption>
    </figure>
  );
}

const SIDES = ['buyer', 'seller', 'both'] as const;

const KEYS = {
  buyer: phrase('panel_key_buyer'),
  seller: phrase('panel_key_seller'),
  both: phrase('panel_key_both'),
  hollow: phrase('panel_key_hollow'),
  move: phrase('panel_key_move'),
} as const;

function Key({ act }: { readonly act: keyof typeof KEYS }) {
  const { say } = useLanguage();
  return (
    <span class="key">
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
        {act === 'move' ? (
          <g class="time-move later">
            <path d="M1,3V9M1,6H11M7,3L11,6L7,9" />
          </g>
        ) : (
          <Shape whose={act === 'hollow' ? 'buyer' : act} hollow={act === 'hollow'} x={6} y={6} />
        )}
      </svg>
      {say(KEYS[act])}
    </span>
  );
}

function Mark({
  act,
  x,
  y,
  says,
}: {
  readonly act: TimelineAct;
  readonly x: number;
  readonly y: number;
  readonly says: string;
}) {
  return (
    <g>
      <title>{says}</title>
      <Shape whose={act.whose} hollow={act.hollow} x={x} y={y} />
    </g>
  );
}

/** A circle is the buyer's, a square ours, a diamond both sides'. */
export function Shape({
  whose,
  hollow,
  x,
  y,
}: {
  readonly whose: TimelineAct['whose'];
  readonly hollow: boolean;
  readonly x: number;
  readonly y: number;
}) {
  const name = `act ${whose}${hollow ? ' hollow' : ''}`;
  if (whose === 'buyer') return <circle class={name} cx={x} cy={y} r={4} />;
  if (whose === 'seller') return <rect class={name} x={x - 3.5} y={y - 3.5} width={7} height={7} />;
  return <path class={name} d={`M${x},${y - 5}L${x + 5},${y}L${x},${y + 5}L${x - 5},${y}Z`} />;
}
