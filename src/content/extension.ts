import type { Browser } from 'webextension-polyfill';

/**
 * The little of the extension's interface that a content script uses, as both browsers have it: Firefox calls it `browser`,
 * Chromium `chrome`, and both answer with promises. The polyfill would be half of this script's weight.
 */
type Extension = {
  readonly runtime: Pick<Browser['runtime'], 'getURL' | 'sendMessage'> & {
    readonly id?: string;
    /** A hearer that gives `true` answers later, by the function it is handed: the one way that both browsers have. */
    readonly onMessage: {
      addListener(hear: (message: unknown, sender: unknown, answer: (answer: unknown) => void) => boolean): void;
    };
  };
  readonly storage: { readonly local: Pick<Browser['storage']['local'], 'get' | 'set'> };
  readonly i18n: Pick<Browser['i18n'], 'getMessage'>;
};

const globals = globalThis as { readonly browser?: Extension; readonly chrome?: Extension };
export const extension = (globals.browser ?? globals.chrome) as Extension;

/** After an update of the extension an old script stays behind in the page, cut off: it has to go. */
export function isOrphaned(): boolean {
  try {
    return extension.runtime.id === undefined;
  } catch {
    return true;
  }
}
