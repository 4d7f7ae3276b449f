import type { ComponentChildren } from 'preact';
import type { Phrase } from '../../core/value/phrase';
import { useLanguage } from '../../ui/language/speech';

/** Something that is there for who asks for it. */
export function More({ label, children }: { readonly label: Phrase; readonly children: ComponentChildren }) {
  const { say } = useLanguage();
  return (
    <details class="more">
      <summary>{say(label)}</summary>
      {children}
    </details>
  );
}
