import type { Phrase } from '../../core/value/phrase';
import { useLanguage } from '../../ui/language/speech';
import { CopyText } from './copy-text';

/** Copies a note, sentence by sentence, as text. */
export function CopyNote({ label, note }: { readonly label: Phrase; readonly note: () => readonly Phrase[] }) {
  const { say } = useLanguage();
  return <CopyText label={label} text={() => note().map(say).join('\n')} />;
}
