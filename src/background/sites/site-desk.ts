import { originsBehind } from '../../crm/origins';
import { isCrmHost } from '../../crm/pages';
import type { PageAnswers } from '../../messages/port';
import type { Store } from '../../store/store';
import { originIn } from '../desk/asking/requests';
import type { Sites } from './sites';

/**
 * What pages of ours ask about the sites that the user connects.
 *
 * @param left - told of a host whose site was disconnected: what is in memory of it, and on the screens, has to go
 */
export function siteAnswers(
  sites: Sites,
  store: Pick<Store, 'forgetHost'>,
  left: (host: string) => Promise<void>,
): Pick<PageAnswers, 'siteWorks' | 'siteNeeds' | 'sites' | 'connectSite' | 'disconnectSite'> {
  return {
    async siteWorks(request) {
      const origin = originIn(request);
      const { host } = new URL(origin);
      return isCrmHost(host) ? sites.isGranted(origin) : sites.has(host);
    },
    siteNeeds: async (request) => originsBehind(new URL(originIn(request)).hostname),
    sites: () => sites.all(),
    async connectSite(request) {
      await sites.connect(originIn(request));
      return sites.all();
    },
    async disconnectSite(request) {
      const origin = originIn(request);
      await sites.disconnect(origin);
      const { host } = new URL(origin);
      await store.forgetHost(host);
      await left(host);
      return sites.all();
    },
  };
}
