import { useId } from 'preact/hooks';
import type { Figure, Phrase } from '../../../core/value/phrase';
import { phrase } from '../../../core/value/phrase';
import { useLanguage } from '../../../ui/language/speech';

type LeverProps = {
  readonly name: Phrase;
  readonly kind: 'number' | 'date';
  /** What is typed; '' where the field is as recorded. */
  readonly text: string;
  readonly onText: (text: string) => void;
  /** What is recorded, as the field writes it; '' where nothing is. */
  readonly recorded: string;
  /** The same to be read; null where nothing is recorded. */
  readonly recordedFigure: Figure | null;
  readonly unread: boolean;
  readonly slider: {
    readonly from: number;
    readonly to: number;
    readonly step: number;
    /** Where it stands. */
    readonly at: number;
    readonly textOf: (at: number) => string;
    readonly figureOf: (at: number) => Figure;
  };
};

/** One thing that can be supposed: a slider and a field that say the same, and what is recorded. */
export function Lever(props: LeverProps) {
  const { name, kind, text, onText, recorded, recordedFigure, unread, slider } = props;
  const { say, show } = useLanguage();
  const id = useId();
  const said = recordedFigure === null ? phrase('panel_what_if_unknown') : phrase('panel_what_if_is', recordedFigure);
  return (
    <div class={text === '' ? 'lever' : 'lever moved'}>
      <label for={id}>{say(name)}</label>
      <span class="note" id={`${id}-is`}>
        {say(unread ? phrase('panel_what_if_unread') : said)}
      </span>
      <input
        type="range"
        aria-label={say(phrase('panel_what_if_slide', { unit: 'phrase', phrase: name }))}
        aria-valuetext={show(slider.figureOf(slider.at), 'short')}
        min={slider.from}
        max={slider.to}
        step={slider.step}
        value={slider.at}
        onInput={({ currentTarget }) => onText(slider.textOf(Number(currentTarget.value)))}
      />
      <input
        id={id}
        type={kind}
        inputMode={kind === 'number' ? 'decimal' : undefined}
        step={kind === 'number' ? 'any' : undefined}
        min={kind === 'number' ? 0 : undefined}
        value={text === '' ? recorded : text}
        aria-describedby={`${id}-is`}
        aria-invalid={unread ? 'true' : undefined}
        onInput={({ currentTarget }) => onText(currentTarget.value === recorded ? '' : currentTarget.value)}
      />
    </div>
  );
}
