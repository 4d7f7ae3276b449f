type Navigation = EventTarget;

/** How often the address is looked at where the browser does not tell of its changes, in milliseconds. */
const LOOK_EVERY = 500;

/**
 * Calls `changed` whenever the page's address may have changed: on the Navigation API's events where the browser has it, else
 * by looking. A single-page application changes its address without loading anything.
 *
 * @returns stops listening
 */
export function watchAddress(changed: () => void): () => void {
  const navigation = (window as { readonly navigation?: Navigation }).navigation;
  const stops: (() => void)[] = [];
  const on = (target: EventTarget, type: string) => {
    target.addEventListener(type, changed);
    stops.push(() => target.removeEventListener(type, changed));
  };
  if (navigation) {
    on(navigation, 'navigatesuccess');
    on(navigation, 'currententrychange');
  } else {
    let last = location.href;
    const timer = setInterval(() => {
      if (location.href === last) return;
      last = location.href;
      changed();
    }, LOOK_EVERY);
    stops.push(() => clearInterval(timer));
    on(window, 'popstate');
  }
  on(window, 'pageshow');
  return () => {
    for (const stop of stops) stop();
  };
}
