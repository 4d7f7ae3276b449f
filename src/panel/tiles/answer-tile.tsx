import { Explain } from '../../ui/explain/explain';
import { line } from '../../ui/language/line';
import { Tell } from '../../ui/language/say';
import { useLanguage } from '../../ui/language/speech';
import { Bar } from '../../ui/pieces/bar';
import { Chip, type Tone } from '../../ui/pieces/chip';
import { OutcomeBar } from '../../ui/pieces/outcome-bar';
import { Tile } from '../../ui/pieces/tile';
import type { TileGraphic, TileView } from '../view/tile-view';

/** A sign of its own for each tone: the colour only repeats it. */
export const SIGNS: Readonly<Record<Tone, string>> = { good: '✓', watch: '△', risk: '✕', plain: '·' };

/** One of the four answers. */
export function AnswerTile({ view, onOptions }: { readonly view: TileView; readonly onOptions: () => void }) {
  const { say } = useLanguage();
  const { chip, big, graphic, lines, marks, offersOptions, supposed } = view;
  return (
    <Tile
      title={view.title}
      supposed={supposed !== undefined}
      chip={
        chip !== null && (
          <Chip tone={chip.tone}>
            <Tell line={chip.line} />
          </Chip>
        )
      }
    >
      {big !== null && (
        <div class="big">
          <Explain answer={big.answer} name={big.name} />
          {big.after !== null && (
            <small>
              <Tell line={big.after} />
            </small>
          )}
        </div>
      )}
      {supposed !== undefined && (
        <div class="tile-was">
          <Tell line={supposed.was === null ? line('panel_what_if_tile') : line('panel_what_if_was', supposed.was)} />
        </div>
      )}
      {graphic !== null && <Graphic graphic={graphic} />}
      {marks.length > 0 && (
        <ul class="marks">
          {marks.map(({ tone, line }) => (
            <li key={JSON.stringify(line.phrase)}>
              <span class={`sign ${tone}`} aria-hidden="true">
                {SIGNS[tone]}
              </span>
              <span>
                <Tell line={line} />
              </span>
            </li>
          ))}
        </ul>
      )}
      {lines.map((line) => (
        <div key={line.phrase.key} class="note">
          <Tell line={line} />
        </div>
      ))}
      {offersOptions !== null && (
        <button type="button" class="link" onClick={onOptions}>
          {say(offersOptions)}
        </button>
      )}
    </Tile>
  );
}

function Graphic({ graphic }: { readonly graphic: TileGraphic }) {
  const { say } = useLanguage();
  const label = say(graphic.label);
  return graphic.kind === 'bar' ? (
    <Bar value={graphic.value} ahead={graphic.ahead} mark={graphic.mark} label={label} />
  ) : (
    <OutcomeBar chances={graphic.chances} label={label} />
  );
}
