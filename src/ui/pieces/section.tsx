import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { Phrase } from '../../core/value/phrase';
import { useLanguage } from '../language/speech';

type SectionProps = {
  readonly title: Phrase;
  /** What the section is about, in a few words beside its title. */
  readonly aside?: Phrase | undefined;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly children: ComponentChildren;
};

/** A part of the panel that can be folded away. */
export function Section({ title, aside, isOpen, onToggle, children }: SectionProps) {
  const { say } = useLanguage();
  const id = useId();
  return (
    <section class="section" aria-labelledby={`${id}-title`}>
      <h2>
        <button
          type="button"
          class="section-head"
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          onClick={onToggle}
        >
          <span class="fold" aria-hidden="true" />
          <span id={`${id}-title`}>{say(title)}</span>
          {aside !== undefined && <span class="aside">{say(aside)}</span>}
        </button>
      </h2>
      {isOpen && (
        <div id={id} class="section-body">
          {children}
        </div>
      )}
    </section>
  );
}
