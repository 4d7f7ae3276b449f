import { salesforcePages } from '../crm/salesforce/page';
import type { PageShows } from '../messages/content-call';

/** Record pages that Lightning keeps mounted, each in front where it stands: in the standard app, in each tab of the console. */
const PAGES = '.windowViewMode-normal.active,.windowViewMode-maximized.active';

/** What a field holds; its label, its pencil and what is said to screen readers alone stand beside it. */
const VALUES = ['.test-id__field-value', '.slds-form-element__static'];

/** Of the record pages that are mounted, the one that is seen: a tab of the console that is not in front has one of its own. */
export function frontPage(): Element | null {
  const pages = [...document.querySelectorAll(PAGES)];
  return pages.find((page) => page.checkVisibility()) ?? null;
}

/** A node and the open shadow roots below it: newer components are drawn in roots of their own. */
function rootsIn(node: Element | ShadowRoot): (Element | ShadowRoot)[] {
  const own = node instanceof Element && node.shadowRoot ? [node.shadowRoot] : [];
  const below = [...node.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? []);
  return [node, ...[...own, ...below].flatMap(rootsIn)];
}

/** All that match, at whatever depth. */
function allIn(node: Element | ShadowRoot, what: string): HTMLElement[] {
  return rootsIn(node).flatMap((root) => [...root.querySelectorAll<HTMLElement>(what)]);
}

/** The text of a node as it is read, without what styles it. */
function textOf(node: Element): string {
  return rootsIn(node)
    .flatMap((root) =>
      root instanceof Element
        ? root.textContent
        : [...root.childNodes].filter(({ nodeName }) => nodeName !== 'STYLE').map(({ textContent }) => textContent),
    )
    .join('');
}

/**
 * What the page of this record shows, word for word; null where another record's page is in front.
 *
 * @param former - the page that was in front when the address changed: it is another record's, and stays until the new one is drawn
 */
export function shownOn(id: string, former: Element | null): PageShows | null {
  const page = frontPage();
  if (!page || page === former || salesforcePages.recordAt(new URL(location.href))?.id !== id) return null;
  return {
    fields: allIn(page, '[data-target-selection-name]').map((field) => {
      const [value] = VALUES.flatMap((what) => allIn(field, what));
      const link = value && (allIn(value, 'a')[0] as HTMLAnchorElement | undefined);
      return value?.checkVisibility()
        ? [field.dataset.targetSelectionName ?? '', textOf(link ?? value), link?.href ?? '']
        : [];
    }),
    path: allIn(page, '.slds-path__item').map((item) => item.className),
    lang: document.documentElement.lang,
  };
}
