/** Between two signs of a user who moves. Milliseconds. */
const EVERY = 60_000;

/** Calls `sign` while the user moves the pointer or types in this page, at most once a minute. */
export function whileMoving(sign: () => void): void {
  let last = Number.NEGATIVE_INFINITY;
  const moved = () => {
    const now = performance.now();
    if (now - last < EVERY) return;
    last = now;
    sign();
  };
  for (const event of ['pointermove', 'pointerdown', 'keydown', 'wheel']) {
    window.addEventListener(event, moved, { passive: true });
  }
}
