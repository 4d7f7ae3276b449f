// @vitest-environment happy-dom
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { formatRecordRef } from '../../src/core/model/record-ref';
import { salesforcePages } from '../../src/crm/salesforce/page';
import { SALESFORCE_SAMPLES } from '../crm/salesforce/page-samples';

/** Where each frame was led to last; frames load nothing here. */
const ledTo = new WeakMap<HTMLIFrameElement, string>();
const kept: Record<string, unknown> = {};
const navigation = new EventTarget();
let hear: (message: unknown, from: unknown, answer: (answer: unknown) => void) => void = () => undefined;

vi.stubGlobal('navigation', navigation);
vi.stubGlobal('chrome', {
  runtime: {
    id: 'goalside',
    getURL: (path: string) => `chrome-extension://goalside/${path}`,
    onMessage: {
      addListener: (listener: typeof hear) => {
        hear = listener;
      },
    },
    sendMessage: async () => true,
  },
  storage: {
    local: {
      get: async (keys: readonly string[]) => Object.fromEntries(keys.map((key) => [key, kept[key]])),
      set: async (items: object) => void Object.assign(kept, items),
    },
  },
  i18n: { getMessage: (key: string) => key },
});
document.elementsFromPoint = () => [];
const ofFrames = Object.getOwnPropertyDescriptors(HTMLIFrameElement.prototype);
Object.defineProperty(HTMLIFrameElement.prototype, 'src', {
  configurable: true,
  get(this: HTMLIFrameElement) {
    return ledTo.get(this);
  },
  set(this: HTMLIFrameElement, address: string) {
    ledTo.set(this, address);
  },
});
Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', {
  configurable: true,
  get(this: HTMLIFrameElement) {
    return { location: { replace: (address: string) => ledTo.set(this, address) } };
  },
});

let inside: ShadowRoot | undefined;
const attach = Element.prototype.attachShadow;
Element.prototype.attachShadow = function (this: Element, init) {
  inside = attach.call(this, init);
  return inside;
};

const view = window as unknown as { happyDOM: { setURL: (address: string) => void } };
// Frames load nothing here, and their saying so would drown all else.
const complain = console.error;
vi.spyOn(console, 'error').mockImplementation((...said) => {
  if (!String(said[0]).includes('Iframe page loading is disabled')) complain(...said);
});
const settled = () => new Promise((settle) => setTimeout(settle, 0));

/** The page goes to an address; single-page applications, back and forward, and the cache of whole pages tell of it in different ways. */
function goTo(address: string, way: 'navigatesuccess' | 'currententrychange' | 'pageshow'): void {
  view.happyDOM.setURL(address);
  if (way === 'pageshow') window.dispatchEvent(new Event(way));
  else navigation.dispatchEvent(new Event(way));
}

/** What is on the screen: the records that visible frames name. */
function onScreen(): string[] {
  const host = document.querySelector<HTMLElement>('goalside-dock');
  if (!host || host.style.display === 'none') return [];
  return [...(inside?.querySelectorAll('iframe') ?? [])].map((frame) => (ledTo.get(frame) ?? '').split('#')[1] ?? '');
}

describe('over two hundred hops', () => {
  beforeAll(async () => {
    view.happyDOM.setURL('https://acme.lightning.force.com/lightning/page/home');
    vi.resetModules();
    await import('../../src/content/content.iife');
    await settled();
  });
  // Other files share this window and these modules.
  afterAll(() => {
    (globalThis as { goalsideLeaves?: () => void }).goalsideLeaves?.();
    Element.prototype.attachShadow = attach;
    Object.defineProperty(HTMLIFrameElement.prototype, 'src', ofFrames.src);
    Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', ofFrames.contentWindow);
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
    vi.resetModules();
  });

  const addresses = [...SALESFORCE_SAMPLES.shows.map(([address]) => address), ...SALESFORCE_SAMPLES.refuses];
  const hop = fc.record({
    address: fc.constantFrom(...addresses),
    way: fc.constantFrom('navigatesuccess' as const, 'currententrychange' as const, 'pageshow' as const),
    toggles: fc.boolean(),
  });

  test('no frame ever shows another record than the address names, open or closed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(hop, { minLength: 50, maxLength: 50 }), async (hops) => {
        for (const { address, way, toggles } of hops) {
          goTo(address, way);
          if (toggles) hear({ call: 'toggle' }, null, () => undefined);
          const ref = salesforcePages.recordAt(new URL(address));
          const shown = onScreen();
          for (const record of shown) expect(record).toBe(ref && formatRecordRef(ref));
          expect(shown.length).toBeLessThanOrEqual(ref ? 1 : 0);
          const host = document.querySelector<HTMLElement>('goalside-dock');
          expect(host !== null && host.style.display !== 'none').toBe(ref !== undefined);
        }
      }),
      { numRuns: 4 },
    );
  });

  test('there is one node of ours, however often it was toggled', () => {
    expect(document.querySelectorAll('goalside-dock')).toHaveLength(1);
    expect(inside?.querySelectorAll('button').length ?? 0).toBeLessThanOrEqual(1);
  });

  test('a second script of the same extension takes the first one’s place', async () => {
    goTo('https://acme.lightning.force.com/lightning/page/home', 'navigatesuccess');
    const first = document.querySelector('goalside-dock');
    vi.resetModules();
    await import('../../src/content/content.iife');
    await settled();
    expect(document.querySelectorAll('goalside-dock')).toHaveLength(1);
    expect(document.querySelector('goalside-dock')).not.toBe(first);
    goTo('https://acme.lightning.force.com/lightning/o/Opportunity/list', 'navigatesuccess');
    expect(document.querySelector<HTMLElement>('goalside-dock')?.style.display).toBe('none');
  });
});
