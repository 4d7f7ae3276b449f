import { isExplained } from '../../../core/value/explained';
import { phrase } from '../../../core/value/phrase';
import { Explain } from '../../../ui/explain/explain';
import { useLanguage } from '../../../ui/language/speech';
import type { FigureRow } from '../../view/rows';

const WIDTH = 96;
const HEIGHT = 10;

/** How the chance of winning comes about, step by step: each bar begins where the one before it ended. */
export function Contributions({ rows }: { readonly rows: readonly FigureRow[] }) {
  const { say } = useLanguage();
  let at = 0;
  const steps = rows.map((row) => {
    const by = isExplained(row.answer) && typeof row.answer.value === 'number' ? row.answer.value : 0;
    const from = at;
    at += by;
    return { ...row, from, to: at };
  });
  const highest = Math.max(0.01, ...steps.flatMap(({ from, to }) => [from, to]));
  const x = (share: number) => (Math.min(Math.max(share, 0), highest) / highest) * WIDTH;
  return (
    <table class="contributions">
      <tbody>
        {steps.map(({ name, answer, from, to }) => (
          <tr key={JSON.stringify(name)}>
            <th scope="row">{say(name)}</th>
            <td>
              <svg width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
                <line class="step-from" x1={x(from)} x2={x(from)} y1={0} y2={HEIGHT} />
                <rect
                  class={to >= from ? 'step up' : 'step down'}
                  x={Math.min(x(from), x(to))}
                  y={2}
                  width={Math.max(1, Math.abs(x(to) - x(from)))}
                  height={HEIGHT - 4}
                />
              </svg>
            </td>
            <td>
              <Explain answer={answer} name={name} otherwise={phrase('ui_not_known')} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
