import { useEffect, useId, useRef } from 'preact/hooks';
import type { Phrase } from '../../core/value/phrase';
import { useLanguage } from '../language/speech';

type AskingProps = {
  readonly question: Phrase;
  readonly yes: Phrase;
  readonly no: Phrase;
  readonly onYes: () => void;
  readonly onNo: () => void;
};

/** Asks before something that cannot be undone. Escape and the first button both mean no. */
export function Asking({ question, yes, no, onYes, onNo }: AskingProps) {
  const { say } = useLanguage();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      class="asking"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onNo();
      }}
    >
      <p id={id}>{say(question)}</p>
      <div class="asking-answers">
        <button type="button" class="button" onClick={onNo}>
          {say(no)}
        </button>
        <button type="button" class="button danger" onClick={onYes}>
          {say(yes)}
        </button>
      </div>
    </dialog>
  );
}
