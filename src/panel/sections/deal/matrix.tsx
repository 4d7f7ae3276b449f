import { useState } from 'preact/hooks';
import type { RecordRef } from '../../../core/model/record-ref';
import { phrase } from '../../../core/value/phrase';
import { roomFor } from '../../../ui/chart/text-width';
import { Explain } from '../../../ui/explain/explain';
import { useLanguage } from '../../../ui/language/speech';
import { useAsks } from '../../frame/asks';
import { bookRows, type MatrixView } from '../../view/deal/matrix-view';
import type { FigureRow } from '../../view/rows';
import { FigureTable } from '../figure-table';
import { More } from '../more';

/** Least width of a cell. */
const CELL_WIDTH = 52;
const CELL_HEIGHT = 15;
/** Least room for the names of the rows. */
const NAMES = 124;
const HEAD = 16;

/** Where deal and book stand between relationship and process, by what was done. A leading indicator and never a gate. */
export function Matrix({ view }: { readonly view: MatrixView }) {
  const { say } = useLanguage();
  const heads = view.columns.map((name, column) => say(phrase(SHORT[column] ?? name.key)));
  const cell = { width: roomFor(heads, CELL_WIDTH, 4), height: CELL_HEIGHT };
  const names = roomFor(
    view.rows.map(({ name }) => say(name)),
    NAMES,
    8,
  );
  const height = HEAD + view.rows.length * cell.height;
  return (
    <>
      <h3>{say(phrase('panel_matrix'))}</h3>
      <svg
        class="chart matrix"
        viewBox={`0 0 ${names + view.columns.length * cell.width} ${height}`}
        role="img"
        aria-label={say(view.says)}
      >
        {view.columns.map((name, column) => (
          <text key={name.key} x={names + (column + 0.5) * cell.width} y={10} text-anchor="middle">
            {heads[column]}
          </text>
        ))}
        {view.rows.map(({ name, cells }, row) => {
          const y = HEAD + row * cell.height;
          return (
            <g key={name.key}>
              <text x={names - 6} y={y + 11} text-anchor="end">
                {say(name)}
              </text>
              {cells.map(({ process, here, read }, column) => (
                <g key={process}>
                  <rect
                    class={here ? 'cell here' : 'cell'}
                    x={names + column * cell.width + 1}
                    y={y + 1}
                    width={cell.width - 2}
                    height={cell.height - 2}
                    rx={2}
                  />
                  {read && (
                    <circle class="cell-mark" cx={names + (column + 0.5) * cell.width} cy={y + cell.height / 2} r={3} />
                  )}
                </g>
              ))}
            </g>
          );
        })}
      </svg>
      {view.rows.some(({ cells }) => cells.some(({ here }) => here)) && (
        <p class="note">{say(phrase('panel_matrix_shaded'))}</p>
      )}
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
