import { useState } from 'preact/hooks';
import { type Phrase, phrase } from '../../core/value/phrase';
import { useLanguage } from '../../ui/language/speech';

type Copied = 'not-yet' | 'copied' | 'by-hand';

/**
 * Copies a text. Where the browser does not let a frame write to the clipboard, the text is shown to be copied by hand: what was
 * asked for is never lost.
 */
export function CopyText({ label, text }: { readonly label: Phrase; readonly text: () => string }) {
  const { say } = useLanguage();
  const [copied, setCopied] = useState<Copied>('not-yet');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text());
      setCopied('copied');
    } catch {
      setCopied('by-hand');
    }
  };
  return (
    <div class="copy-note">
      <button type="button" class="link" onClick={() => void copy()}>
        {say(label)}
      </button>
      <span role="status" class="note">
        {copied === 'copied' && say(phrase('panel_copied'))}
        {copied === 'by-hand' && say(phrase('panel_copy_by_hand'))}
      </span>
      {copied === 'by-hand' && <textarea readOnly rows={8} aria-label={say(label)} value={text()} />}
    </div>
  );
}
