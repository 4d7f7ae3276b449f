import { useState } from 'preact/hooks';
import { countFigure, phrase } from '../../core/value/phrase';
import { useLanguage } from '../../ui/language/speech';

/** The first of a long list, and how the next ones are asked for: a list of any length costs no more than what is looked at. */
export function useShownFirst<T>(
  all: readonly T[],
  first: number,
): { readonly shown: readonly T[]; readonly rest: number; readonly more: () => void } {
  const [count, setCount] = useState(first);
  return {
    shown: all.slice(0, count),
    rest: Math.max(0, all.length - count),
    more: () => setCount(count + Math.max(first, 50)),
  };
}

/** Asks for the rest of a list; nothing where there is none. */
export function ShowMore({ rest, onMore }: { readonly rest: number; readonly onMore: () => void }) {
  const { say } = useLanguage();
  if (rest === 0) return null;
  return (
    <button type="button" class="link more-button" onClick={onMore}>
      {say(phrase('panel_show_more', countFigure(rest)))}
    </button>
  );
}
