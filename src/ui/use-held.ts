import { useEffect, useState } from 'preact/hooks';

/** A store as a page holds it: the state now, and word of each change. */
export type Held<S> = {
  readonly getState: () => S;
  readonly subscribe: (listener: (state: S) => void) => () => void;
};

/** A part of a store's state; the component draws again only when that part has changed. */
export function useHeld<S, T>(held: Held<S>, pick: (state: S) => T): T {
  const [part, setPart] = useState(() => pick(held.getState()));
  useEffect(() => {
    const follow = () => setPart(() => pick(held.getState()));
    // Something may have changed between the first drawing and now.
    follow();
    return held.subscribe(follow);
  }, [held, pick]);
  return part;
}
