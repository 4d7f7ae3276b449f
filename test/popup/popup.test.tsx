// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import { Popup } from '../../src/popup/popup';
import { originOf, patternOf, siteSession } from '../../src/popup/site';
import { Speaking } from '../../src/ui/language/speech';
import { english } from '../ui/english';

afterEach(cleanup);

/** @param works - whether the panel works on the site, as the background sees it from one question to the next */
function over(url: string | null, works: boolean[], given = true) {
  const did: string[] = [];
  const session = siteSession({
    tab: async () => (url === null ? null : { id: 7, url }),
    ask: (pattern) => {
      did.push(`ask ${pattern}`);
      return Promise.resolve(given);
    },
    toggle: async (tab) => void did.push(`toggle ${tab}`),
    background: {
      call: async (call: string, request: unknown) => {
        did.push(`${call} ${(request as { origin: string }).origin}`);
        return (call === 'siteWorks' ? (works.shift() ?? false) : []) as never;
      },
    },
  });
  render(
    <Speaking value={english}>
      <Popup
        session={session}
        onOptions={() => did.push('options')}
        libraryUrl="library"
        onDone={() => did.push('done')}
      />
    </Speaking>,
  );
  return { did, loaded: session.load() };
}

describe('the toolbar button', () => {
  test('opens and closes the panel where it works', async () => {
    const { did, loaded } = over('https://erp.example:8443/#sales', [true]);
    await loaded;
    fireEvent.click(await screen.findByRole('button', { name: 'Open or close the panel' }));
    await waitFor(() => expect(did).toContain('done'));
    expect(did.slice(-2)).toEqual(['toggle 7', 'done']);
  });

  test('connects a site on a press: leave is asked for before anything else, and for that host alone', async () => {
    const { did, loaded } = over('https://erp.example:8443/#sales', [false, true]);
    await loaded;
    fireEvent.click(await screen.findByRole('button', { name: 'Connect erp.example:8443' }));
    await screen.findByText(/works on/);
    expect(did.slice(did.indexOf('ask https://erp.example/*'))).toEqual([
      'ask https://erp.example/*',
      'connectSite https://erp.example:8443',
      'connectSite https://erp.example:8443',
      'siteWorks https://erp.example:8443',
    ]);
  });

  test('says so where the user gives no leave', async () => {
    const { loaded } = over('http://erp/', [false, false], false);
    await loaded;
    fireEvent.click(await screen.findByRole('button', { name: 'Connect erp' }));
    await screen.findByText(/was not given leave/);
  });

  test.each(['chrome://extensions', 'about:blank', 'file:///etc/passwd', '', null])(
    'has nothing to connect at %s',
    async (url) => {
      const { did, loaded } = over(url, []);
      await loaded;
      await screen.findByText('There is no CRM in this tab.');
      expect(screen.queryByRole('button', { name: /Connect/ })).toBeNull();
      expect(did).toEqual([]);
    },
  );
});

test('a site is its scheme, host and port; leave is for its host', () => {
  expect(originOf('https://user:pw@erp.example:8443/a?b#c')).toBe('https://erp.example:8443');
  expect(patternOf('https://erp.example:8443')).toBe('https://erp.example/*');
});
