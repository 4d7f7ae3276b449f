import { describe, expect, test } from 'vitest';
import { askerOf, mayAsk, type Sender } from '../../src/background/sender';

const OWN = 'chrome-extension://abcdefghijklmnopabcdefghijklmnop';
const CRM = 'https://acme.lightning.force.com';
const frame = (tabUrl: string, origin = OWN): Sender => ({
  origin,
  url: `${OWN}/src/panel/index.html`,
  frameId: 7,
  tab: { id: 3, url: tabUrl },
});

describe('who may ask', () => {
  test("the panel's frame asks for records of its own tab's host, and of no other", () => {
    const asker = askerOf(frame(`${CRM}/lightning/page/home`), OWN);
    expect(asker).toEqual({ inside: 'acme.lightning.force.com', tabId: 3, container: '' });
    expect(asker && mayAsk(asker, { host: 'acme.lightning.force.com' })).toBe(true);
    expect(asker && mayAsk(asker, { host: 'other.lightning.force.com' })).toBe(false);
  });

  test("a tab of the extension's own may ask for any record of a CRM, and so may the panel's frame in it", () => {
    const tab = askerOf({ origin: OWN, frameId: 0, tab: { id: 1, url: `${OWN}/src/library/index.html` } }, OWN);
    const inLibrary = askerOf(frame(`${OWN}/src/library/index.html`), OWN);
    for (const asker of [tab, inLibrary]) {
      expect(asker && mayAsk(asker, { host: 'acme.lightning.force.com' })).toBe(true);
      expect(asker && mayAsk(asker, { host: 'evil.example' })).toBe(false);
    }
  });

  test('a content script, which has the origin of its page, is not heard', () => {
    expect(askerOf({ origin: CRM, frameId: 0, tab: { id: 3, url: CRM } }, OWN)).toBeUndefined();
    expect(askerOf(frame(CRM, CRM), OWN)).toBeUndefined();
  });

  test('another extension, a page that looks like ours, and nobody are not heard', () => {
    expect(askerOf(frame(CRM, `${OWN}x`), OWN)).toBeUndefined();
    expect(askerOf({ url: `https://evil.example/${OWN}/` }, OWN)).toBeUndefined();
    expect(askerOf({}, OWN)).toBeUndefined();
    expect(askerOf(undefined, OWN)).toBeUndefined();
  });

  test('a frame in a tab whose address is not told may ask for nothing', () => {
    const asker = askerOf({ origin: OWN, frameId: 7, tab: { id: 3 } }, OWN);
    expect(asker && mayAsk(asker, { host: 'acme.lightning.force.com' })).toBe(false);
  });

  test('the container of the tab goes with it', () => {
    const sender = { ...frame(CRM), tab: { id: 3, url: CRM, cookieStoreId: 'firefox-container-2' } };
    expect(askerOf(sender, OWN)?.container).toBe('firefox-container-2');
  });
});
