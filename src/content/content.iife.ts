import { salesforcePages } from '../crm/salesforce/page';
import { ring } from './doorbell';
import { frontPage, shownOn } from './shown';

/** Salesforce's pages: the record stands in the address, and what a page shows is told where the API is closed. */
let former: Element | null = null;

if (window.top === window) {
  ring({
    recordAt: salesforcePages.recordAt,
    // The address changes first; until the next page is drawn, the one before stays in front.
    hopped: (isFirst) => {
      former = isFirst ? null : frontPage();
    },
    answer: (call) => (call.call === 'shown' ? shownOn(call.id, former) : undefined),
  }).catch(() => undefined);
}
