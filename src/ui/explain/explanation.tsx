import { useEffect, useRef } from 'preact/hooks';
import { type Answer, isExplained } from '../../core/value/explained';
import { type Phrase, phrase } from '../../core/value/phrase';
import { useLanguage } from '../language/speech';
import { Grounds } from './grounds';

type ExplanationProps = {
  readonly id: string;
  readonly answer: Answer;
  readonly name: Phrase | undefined;
  readonly onClose: () => void;
};

/** The explanation of a number: what it is, the rule, the terms, the sources and the age. */
export function Explanation({ id, answer, name, onClose }: ExplanationProps) {
  const { say, show } = useLanguage();
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    box.current?.scrollIntoView?.({ block: 'nearest' });
  }, []);
  const title = name === undefined ? say(phrase('ui_why')) : say(name);
  return (
    <section id={id} ref={box} class="explanation" aria-label={title}>
      <div class="explanation-head">
        <span class="explanation-name">{title}</span>
        {isExplained(answer) && (
          <b class="explanation-value" dir="auto">
            {show(answer.figure)}
          </b>
        )}
        <button type="button" class="icon-button" aria-label={say(phrase('ui_close_explanation'))} onClick={onClose}>
          ✕
        </button>
      </div>
      <Grounds answer={answer} />
    </section>
  );
}
