import { recordAt } from '../crm/pages';
import type { PageShows } from '../messages/content-call';

/** The record page in front, of those that Lightning keeps mounted: in the standard app, in the console. */
const PAGE = 'div.windowViewMode-normal.active,.oneConsoleTab .windowViewMode-maximized.active';
const FIELD = 'data-target-selection-name';

/** What the page of this record shows, word for word; null where another record's page is in front. */
export function shownOn(id: string): PageShows | null {
  const page = recordAt(location.href)?.id === id && document.querySelector(PAGE);
  if (!page) return null;
  return {
    fields: [...page.querySelectorAll(`[${FIELD}^="sfdc:RecordField."]`)].flatMap((field) => {
      const value = field.querySelector<HTMLElement>('.slds-form-element__static');
      const link = value?.querySelector('a');
      return value?.checkVisibility()
        ? [[field.getAttribute(FIELD)?.slice(17) ?? '', (link ?? value).textContent ?? '', link?.href ?? '']]
        : [];
    }),
    path: ['won', 'lost', 'current'].find((is) => page.querySelector(`.slds-path__item.slds-is-${is}`)) ?? '',
    lang: document.documentElement.lang,
  };
}
