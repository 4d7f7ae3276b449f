/** How often the address is looked at where the browser does not tell of its changes, in milliseconds. */
const LOOK_EVERY = 500;

/**
 * Calls `changed` whenever the page's address may have changed: on the Navigation API's events where the browser has it, else
 * by looking. A single-page application changes its address without loading anything.
 *
 * @returns stops listening
 */
export function watchAddress(changed: () => void): () => void {
  const { navigation } = window as { readonly navigation?: EventTarget };
  const stop = new AbortController();
  const timer = navigation ? undefined : setInterval(changed, LOOK_EVERY);
  for (const type of ['navigatesuccess', 'currententrychange']) {
    navigation?.addEventListener(type, changed, { signal: stop.signal });
  }
  // Back from the browser's cache of whole pages.
  window.addEventListener('pageshow', changed, { signal: stop.signal });
  return () => {
    clearInterval(timer);
    stop.abort();
  };
}
