import { trytonPages } from '../crm/tryton/page';
import { ring } from './doorbell';
import { relay } from './relay';

/** Sites that the user has connected, where the CRM is asked through its own page. */
if (window.top === window) {
  ring({
    recordAt: trytonPages.recordAt,
    answer: (call) => (call.call === 'relay' ? relay(trytonPages, call.request) : undefined),
  }).catch(() => undefined);
}
