import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { type Answer, isExplained, type Term } from '../../core/value/explained';
import type { MissingReason } from '../../core/value/known';
import { instantFigure, type Phrase, phrase } from '../../core/value/phrase';
import { useLanguage } from '../language/speech';
import { sourcePhrase } from './source-phrase';

const REASONS: Readonly<Record<MissingReason, Phrase>> = {
  hidden: phrase('ui_missing_hidden'),
  'feature-off': phrase('ui_missing_feature_off'),
  'not-recorded': phrase('ui_missing_not_recorded'),
  'not-yet-read': phrase('ui_missing_not_yet_read'),
  'not-readable': phrase('ui_missing_not_readable'),
  'too-few': phrase('ui_missing_too_few'),
  'not-shown': phrase('ui_missing_not_shown'),
};

/** What an answer rests on: its rule in words, its terms - each can be opened in turn - its sources and its age. */
export function Grounds({ answer }: { readonly answer: Answer }) {
  const { say } = useLanguage();
  const known = isExplained(answer);
  const sources = known ? answer.sources : [];
  return (
    <div class="grounds">
      <span class="rule">{say(known ? answer.rule : answer.because)}</span>
      {!known && <span class="reason">{say(REASONS[answer.missing])}</span>}
      {answer.terms.length > 0 && (
        <ul class="terms">
          {answer.terms.map((term, index) => (
            <TermLine key={`${term.name.key}/${index}`} term={term} />
          ))}
        </ul>
      )}
      {sources.map((source) => (
        <span key={JSON.stringify(source)} class="source">
          {say(sourcePhrase(source))}
        </span>
      ))}
      {answer.asOf !== null && <span class="age">{say(phrase('ui_oldest_input', instantFigure(answer.asOf)))}</span>}
    </div>
  );
}

function TermLine({ term }: { readonly term: Term }) {
  const { say, show } = useLanguage();
  const id = useId();
  const line = useRef<HTMLLIElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const around = line.current;
    if (!isOpen || around === null) return;
    const close = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      // Only the innermost open term closes; the next Escape closes the one around it.
      event.preventDefault();
      event.stopPropagation();
      setOpen(false);
      button.current?.focus();
    };
    around.addEventListener('keydown', close);
    return () => around.removeEventListener('keydown', close);
  }, [isOpen]);
  return (
    <li ref={line} class="term">
      <button
        ref={button}
        type="button"
        class="term-line"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        <span class="term-name" dir="auto">
          {say(term.name)}
        </span>
        <span class="term-value" dir="auto">
          {isExplained(term.of) ? show(term.of.figure) : say(phrase('ui_not_known'))}
        </span>
      </button>
      {isOpen && (
        <div id={id} class="term-grounds">
          <Grounds answer={term.of} />
        </div>
      )}
    </li>
  );
}
