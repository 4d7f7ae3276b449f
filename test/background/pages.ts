import type { Background } from '../../src/background/background';
import { PANEL_CALLS } from '../../src/background/desk/asking/panel-calls';
import type { Asker } from '../../src/background/desk/asking/sender';
import { type PageClient, pageClient } from '../../src/messages/port';
import { joined } from './joined';

/**
 * A user with a page of ours here and a tab of the extension's own beside it: what a panel in somebody else's page is not answered, is
 * asked from the tab.
 */
export function user(back: Pick<Background, 'serve'>, here: Asker): PageClient {
  const opened = (asker: Asker) => {
    const port = joined();
    back.serve(port.back, asker);
    return pageClient(() => port.page);
  };
  const page = opened(here);
  const tab = here.inside === null ? page : opened({ ...here, inside: null });
  const isForPanel = (call: string) => (PANEL_CALLS as readonly string[]).includes(call);
  return { ...page, call: (call, request) => (isForPanel(call) ? page : tab).call(call, request) };
}
