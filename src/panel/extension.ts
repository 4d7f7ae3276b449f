import type { Browser } from 'webextension-polyfill';

/**
 * The little of the extension's interface that the panel uses, as both browsers have it: Firefox calls it `browser`, Chromium
 * `chrome`, and both answer with promises. The polyfill would be a twentieth of what the panel loads before it can draw.
 */
type Extension = {
  readonly runtime: Pick<Browser['runtime'], 'getURL' | 'getManifest' | 'connect'>;
  readonly permissions: Pick<Browser['permissions'], 'request'>;
  readonly i18n: Pick<Browser['i18n'], 'getMessage' | 'getUILanguage'>;
};

const globals = globalThis as { readonly browser?: Extension; readonly chrome?: Extension };
export const extension = (globals.browser ?? globals.chrome) as Extension;
