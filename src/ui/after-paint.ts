import { useLayoutEffect, useState } from 'preact/hooks';

/** A page that is not drawn - a tab in the back - has no frames: then this long, in milliseconds. */
const WITHOUT_FRAMES = 250;

/**
 * Calls once what is in the document now has been painted.
 *
 * @returns calls it off
 */
export function afterPaint(call: () => void): () => void {
  let turn: ReturnType<typeof setTimeout> | undefined;
  // A frame's callbacks come before its painting, and it is on the screen when those of the next are called.
  let frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(() => {
      clearTimeout(turn);
      turn = setTimeout(call);
    });
  });
  turn = setTimeout(() => {
    cancelAnimationFrame(frame);
    call();
  }, WITHOUT_FRAMES);
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(turn);
  };
}

/** Whether the component has been painted: what may come later than the rest is drawn then, and delays nothing. */
export function usePainted(): boolean {
  const [isPainted, setPainted] = useState(false);
  useLayoutEffect(() => afterPaint(() => setPainted(true)), []);
  return isPainted;
}
