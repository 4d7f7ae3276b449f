/** How often a page may throw us out before we take the hint. */
const PATIENCE = 5;

/**
 * Puts our node back where a page's own script removes it, a few times; then lets it be.
 *
 * @returns stops guarding
 */
export function guard(node: Element, orphaned: () => boolean, gaveUp: () => void): () => void {
  let left = PATIENCE;
  const observer = new MutationObserver(() => {
    if (node.isConnected) return;
    if (orphaned() || left === 0) {
      observer.disconnect();
      gaveUp();
      return;
    }
    left -= 1;
    document.documentElement.append(node);
  });
  observer.observe(document.documentElement, { childList: true });
  return () => observer.disconnect();
}
