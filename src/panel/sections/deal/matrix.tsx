import { useState } from 'preact/hooks';
import type { RecordRef } from '../../../core/model/record-ref';
import { phrase } from '../../../core/value/phrase';
import { Explain } from '../../../ui/explain/explain';
import { useLanguage } from '../../../ui/language/speech';
import { useAsks } from '../../frame/asks';
import { bookRows, type MatrixView } from '../../view/deal/matrix-view';
import type { FigureRow } from '../../view/rows';
import { FigureTable } from '../figure-table';
import { More } from '../more';

const CELL = { width: 52, height: 15 } as const;
const NAMES = 132;
const HEAD = 16;

/** Where deal and book stand between relationship and process, by what was done. A leading indicator and never a gate. */
export function Matrix({ view }: { readonly view: MatrixView }) {
  const { say } = useLanguage();
  const height = HEAD + view.rows.length * CELL.height;
  return (
    <>
      <h3>{say(phrase('panel_matrix'))}</h3>
      <svg
        class="chart matrix"
        viewBox={`0 0 ${NAMES + view.columns.length * CELL.width} ${height}`}
        role="img"
        aria-label={say(view.says)}
      >
        {view.columns.map((name, column) => (
          <text key={name.key} x={NAMES + (column + 0.5) * CELL.width} y={10} text-anchor="middle">
            {say(phrase(SHORT[column] ?? name.key))}
          </text>
        ))}
        {view.rows.map(({ name, cells }, row) => {
          const y = HEAD + row * CELL.height;
          return (
            <g key={name.key}>
              <text x={NAMES - 6} y={y + 11} text-anchor="end">
                {say(name)}
              </text>
              {cells.map(({ process, here, read }, column) => (
                <g key={process}>
                  <rect
                    class={here ? 'cell here' : 'cell'}
                    x={NAMES + column * CELL.width + 1}
                    y={y + 1}
                    width={CELL.width - 2}
                    height={CELL.height - 2}
                    rx={2}
                  />
                  {read && (
                    <circle class="cell-mark" cx={NAMES + (column + 0.5) * CELL.width} cy={y + CELL.height / 2} r={3} />
                  )}
                </g>
              ))}
            </g>
          );
        })}
      </svg>
      <p class="note">{say(phrase('panel_matrix_shaded'))}</p>
      <FigureTable rows={view.figures} />
      <Book dealRef={view.ref} />
      <p class="note">{say(view.label)}</p>
      <More label={phrase('panel_matrix_published')}>
        <ul class="plain-list">
          {view.published.map((one, index) => (
            <li key={`published-${index}`}>
              <Explain answer={one} />
            </li>
          ))}
        </ul>
      </More>
    </>
  );
}

/** The rep's other deals are looked at when somebody asks: every one of them has to be fetched from the store. */
function Book({ dealRef }: { readonly dealRef: RecordRef }) {
  const { say } = useLanguage();
  const { book } = useAsks();
  const [rows, setRows] = useState<readonly FigureRow[] | null>(null);
  const [asked, setAsked] = useState(false);
  const ask = async () => {
    setAsked(true);
    const position = await book(dealRef);
    setRows(position === null ? [] : bookRows(position));
  };
  if (!asked) {
    return (
      <button type="button" class="link more-button" onClick={() => void ask()}>
        {say(phrase('panel_matrix_book'))}
      </button>
    );
  }
  return (
    <div role="status">
      {rows !== null && rows.length === 0 && <p class="note">{say(phrase('panel_matrix_book_none'))}</p>}
      {rows !== null && rows.length > 0 && (
        <>
          <h4>{say(phrase('panel_matrix_book'))}</h4>
          <FigureTable rows={rows} />
        </>
      )}
    </div>
  );
}

/** The columns in one word each. */
const SHORT = ['panel_matrix_random', 'panel_matrix_informal', 'panel_matrix_formal', 'panel_matrix_dynamic'] as const;
