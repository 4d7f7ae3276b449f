/** How often the frame looks whether the extension is still there, in milliseconds. */
const LOOK_EVERY = 1000;

/**
 * Tells once when the extension was updated or switched off under the page. In Firefox nothing else is left to notice it: the script
 * that docked the frame is taken away without a word, the frame stays, and nobody tells it any more which record the page shows.
 *
 * @param isThere - whether the extension still answers to its name; where it does not it may throw
 * @param tell - must not ask the extension for anything
 */
export function onceLeftBehind(isThere: () => boolean, tell: () => void): void {
  const looking = setInterval(() => {
    if (answers(isThere)) return;
    clearInterval(looking);
    tell();
  }, LOOK_EVERY);
}

function answers(isThere: () => boolean): boolean {
  try {
    return isThere();
  } catch {
    return false;
  }
}
