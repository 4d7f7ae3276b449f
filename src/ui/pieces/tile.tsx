import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { Phrase } from '../../core/value/phrase';
import { useLanguage } from '../language/speech';

type TileProps = {
  readonly title: Phrase;
  readonly chip?: ComponentChildren /** It says what would be. */;
  readonly supposed?: boolean;
  readonly children: ComponentChildren;
};

/** One of the four answers. */
export function Tile({ title, chip, supposed = false, children }: TileProps) {
  const { say } = useLanguage();
  const id = useId();
  return (
    <section class={supposed ? 'tile supposed' : 'tile'} aria-labelledby={id}>
      <div class="tile-head">
        <h2 id={id}>{say(title)}</h2>
        {chip}
      </div>
      {children}
    </section>
  );
}
