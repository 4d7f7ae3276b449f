import { salesforcePages } from '../crm/salesforce/page';
import type { PageShows } from '../messages/content-call';

/** Of the record pages that Lightning keeps mounted, the one in front: in the standard app, in the console. */
export const frontPage = () => document.querySelector('.windowViewMode-normal.active,.windowViewMode-maximized.active');

/**
 * What the page of this record shows, word for word; null where another record's page is in front.
 *
 * @param former - the page that was in front when the address changed: it is another record's, and stays until the new one is drawn
 */
export function shownOn(id: string, former: Element | null): PageShows | null {
  const page = frontPage();
  if (!page || page === former || salesforcePages.recordAt(new URL(location.href))?.id !== id) return null;
  const all = (what: string) => [...page.querySelectorAll<HTMLElement>(what)];
  return {
    fields: all('[data-target-selection-name]').map((field) => {
      const value = field.querySelector('.slds-form-element__static');
      const link = value?.querySelector('a');
      return value?.checkVisibility()
        ? [field.dataset.targetSelectionName ?? '', (link ?? value).textContent ?? '', link?.href ?? '']
        : [];
    }),
    path: all('.slds-path__item').map((item) => item.className),
    lang: document.documentElement.lang,
  };
}
