/** Nearer than this to where it began, a press is no drag. CSS pixels. */
const SLACK = 5;

/**
 * Lets a node of ours be dragged.
 *
 * @param follow - called for every movement, and with `null` once it has ended
 * @returns whether the last press was a drag
 */
export function draggable(node: HTMLElement, follow: (at: PointerEvent | null) => void): () => boolean {
  let from: PointerEvent | null = null;
  let dragged = false;
  node.addEventListener('pointerdown', (event) => {
    dragged = false;
    from = event;
    node.setPointerCapture(event.pointerId);
  });
  node.addEventListener('pointermove', (event) => {
    if (from && (dragged || Math.hypot(event.x - from.x, event.y - from.y) > SLACK)) {
      dragged = true;
      follow(event);
    }
  });
  node.addEventListener('lostpointercapture', () => {
    from = null;
    if (dragged) follow(null);
  });
  return () => dragged;
}
