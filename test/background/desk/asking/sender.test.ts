import { describe, expect, test } from 'vitest';
import { type Asker, askerOf, mayAsk, type Sender } from '../../../../src/background/desk/asking/sender';

const OWN = 'chrome-extension://abcdefghijklmnopabcdefghijklmnop';
const CRM = 'https://acme.lightning.force.com';
const may = (asker: Asker, ref: { readonly host: string }) => mayAsk(asker, ref, async (host) => host === 'erp:8069');
const frame = (tabUrl: string, origin = OWN): Sender => ({
  origin,
  url: `${OWN}/src/panel/index.html`,
  frameId: 7,
  tab: { id: 3, url: tabUrl },
});

describe('who may ask', () => {
  test("the panel's frame asks for records of its own tab's host, and of no other", async () => {
    const asker = askerOf(frame(`${CRM}/lightning/page/home`), OWN);
    expect(asker).toEqual({ inside: 'acme.lightning.force.com', tabId: 3, container: '' });
    expect(asker && (await may(asker, { host: 'acme.lightning.force.com' }))).toBe(true);
    expect(asker && (await may(asker, { host: 'other.lightning.force.com' }))).toBe(false);
  });

  test("a tab of the extension's own may ask for any record of a CRM, and so may the panel's frame in it", async () => {
    const tab = askerOf({ origin: OWN, frameId: 0, tab: { id: 1, url: `${OWN}/src/library/index.html` } }, OWN);
    const inLibrary = askerOf(frame(`${OWN}/src/library/index.html`), OWN);
    for (const asker of [tab, inLibrary]) {
      expect(asker && (await may(asker, { host: 'acme.lightning.force.com' }))).toBe(true);
      expect(asker && (await may(asker, { host: 'evil.example' }))).toBe(false);
    }
  });

  test('a content script, which has the origin of its page, is not heard', async () => {
    expect(askerOf({ origin: CRM, frameId: 0, tab: { id: 3, url: CRM } }, OWN)).toBeUndefined();
    expect(askerOf(frame(CRM, CRM), OWN)).toBeUndefined();
  });

  test('another extension, a page that looks like ours, and nobody are not heard', async () => {
    expect(askerOf(frame(CRM, `${OWN}x`), OWN)).toBeUndefined();
    expect(askerOf({ url: `https://evil.example/${OWN}/` }, OWN)).toBeUndefined();
    expect(askerOf({}, OWN)).toBeUndefined();
    expect(askerOf(undefined, OWN)).toBeUndefined();
  });

  test('a frame in a tab whose address is not told may ask for nothing', async () => {
    const asker = askerOf({ origin: OWN, frameId: 7, tab: { id: 3 } }, OWN);
    expect(asker && (await may(asker, { host: 'acme.lightning.force.com' }))).toBe(false);
  });

  test('the container of the tab goes with it', async () => {
    const sender = { ...frame(CRM), tab: { id: 3, url: CRM, cookieStoreId: 'firefox-container-2' } };
    expect(askerOf(sender, OWN)?.container).toBe('firefox-container-2');
  });

  test('a host that a company runs a CRM on is asked for only while it is connected, by its name and port', async () => {
    const asker = askerOf(frame('http://erp:8069/#sales/model/sale.opportunity/7'), OWN);
    expect(asker?.inside).toBe('erp:8069');
    expect(asker && (await may(asker, { host: 'erp:8069' }))).toBe(true);
    expect(asker && (await may(asker, { host: 'erp' }))).toBe(false);
    const elsewhere = askerOf(frame('http://erp:8070/#sales/model/sale.opportunity/7'), OWN);
    expect(elsewhere && (await may(elsewhere, { host: 'erp:8070' }))).toBe(false);
    expect(elsewhere && (await may(elsewhere, { host: 'erp:8069' }))).toBe(false);
  });
});
