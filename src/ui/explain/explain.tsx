import { useId, useRef } from 'preact/hooks';
import { type Answer, isExplained } from '../../core/value/explained';
import type { Phrase } from '../../core/value/phrase';
import { phrase } from '../../core/value/phrase';
import type { Writing } from '../language/figures';
import { useLanguage } from '../language/speech';
import { Explanation } from './explanation';
import { useOpening } from './opening';

type ExplainProps = {
  readonly answer: Answer;
  readonly writing?: Writing;
  /** What the number is, for those who hear it without seeing what stands around it. */
  readonly name?: Phrase;
  /** What is written where there is no number, instead of a dash. */
  readonly otherwise?: Phrase;
};

/**
 * A number and, behind it, how it came about: the only way a number gets on to the screen. A press (or Enter, or Space) opens
 * the explanation under it; Escape, the cross, or going elsewhere closes it, and Escape brings the keyboard back.
 */
export function Explain({ answer, writing = 'short', name, otherwise }: ExplainProps) {
  const { say, show } = useLanguage();
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const { isOpen, toggle, close, around } = useOpening(button);
  const known = isExplained(answer);
  const written = known ? show(answer.figure, writing) : otherwise === undefined ? '–' : say(otherwise);
  // What is read out holds what is seen, or speech control could not press it.
  const spoken = known ? written : otherwise === undefined ? say(answer.because) : `${written}. ${say(answer.because)}`;
  return (
    <span class="explain" ref={around}>
      <button
        ref={button}
        type="button"
        class={known ? 'why' : 'why unknown'}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        aria-label={name === undefined ? (known ? undefined : spoken) : `${say(name)}: ${spoken}`}
        title={known ? say(phrase('ui_why')) : spoken}
        onClick={toggle}
      >
        {written}
      </button>
      {isOpen && <Explanation id={id} answer={answer} name={name} onClose={close} />}
    </span>
  );
}
