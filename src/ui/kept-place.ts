/**
 * Keeps the keyboard's place in a page of ours: where what it was on is taken away - a deal that is forgotten, a button that has done its
 * work - it goes to the heading of what that stood in, and not back to the start of the page.
 */
export function keepPlace(root: HTMLElement): void {
  let stoodIn: readonly Element[] = [];
  root.addEventListener('focusin', ({ target }) => {
    stoodIn = target instanceof Element ? upwards(target, root) : [];
  });
  new MutationObserver(() => {
    const [last] = stoodIn;
    if (!last || last.isConnected) return;
    const left = stoodIn.find((one) => one.isConnected);
    stoodIn = [];
    // Whoever took it away may have led the keyboard on; and a frame that does not have it must not take it from its page.
    if (!left || !document.hasFocus() || document.activeElement !== document.body) return;
    const heading = headingOf(left);
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus();
  }).observe(root, { childList: true, subtree: true });
}

function upwards(from: Element, to: Element): readonly Element[] {
  const all: Element[] = [];
  for (let one: Element | null = from; one && one !== to; one = one.parentElement) all.push(one);
  return [...all, to];
}

/** The first heading in the nearest part of the page that has one. */
function headingOf(within: Element): HTMLElement | null {
  for (let one: Element | null = within; one; one = one.parentElement) {
    const heading = one.querySelector<HTMLElement>('h1, h2, h3, h4');
    if (heading) return heading;
  }
  return null;
}
