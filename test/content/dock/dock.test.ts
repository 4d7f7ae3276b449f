// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Remembered } from '../../../src/content/dock/remembered';
import type { RecordRef } from '../../../src/core/model/record-ref';
import { readIsThereGlance } from '../../../src/messages/glance';

const kept: Record<string, unknown> = {};
const said = new Set<string>();
/** As long as the background has it asked again later. */
let tooEarly: number | undefined;
let asked = 0;
const runtime = {
  id: 'goalside' as string | undefined,
  getURL: (path: string) => `chrome-extension://goalside/${path}`,
  onMessage: { addListener: () => undefined },
  // Of which records the panel has said anything.
  sendMessage: async (message: unknown) => {
    asked += 1;
    return tooEarly ?? said.has(readIsThereGlance(message)?.id ?? '');
  },
};
vi.stubGlobal('chrome', {
  runtime,
  storage: {
    local: {
      get: async (keys: readonly string[]) => Object.fromEntries(keys.map((key) => [key, kept[key]])),
      set: async (items: object) => void Object.assign(kept, items),
    },
  },
  i18n: { getMessage: (key: string) => key },
});
// Layout is the browser's; here nothing lies under the panel.
document.elementsFromPoint = () => [];

vi.resetModules();
const { dock, DOCK_ELEMENT } = await import('../../../src/content/dock/dock');
const { remembered, WIDTH, widthWithin } = await import('../../../src/content/dock/remembered');

const REF: RecordRef = {
  crm: 'salesforce',
  host: 'acme.lightning.force.com',
  kind: 'opportunity',
  id: '006R0000005hDFYIA2',
};
const CLOSED: Remembered = { open: false, width: WIDTH.usual, down: 0.5, side: null, used: false };
const node = () => document.querySelector<HTMLElement>(DOCK_ELEMENT);
const settled = () => new Promise((settle) => setTimeout(settle, 0));

/** The closed shadow root, caught as it is made: nobody else can get at it. */
let root: ShadowRoot;
const attach = Element.prototype.attachShadow;
beforeEach(() => {
  runtime.id = 'goalside';
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init) {
    root = attach.call(this, init);
    return root;
  });
});
let leave = () => undefined as unknown;
afterEach(() => {
  leave();
  vi.restoreAllMocks();
});
const docked = (at = CLOSED) => {
  const made = dock(at, true, () => undefined);
  leave = made.leave;
  return made;
};

describe('the closed dock', () => {
  test('is one node under the root, with a button and no frame', () => {
    const before = document.body.innerHTML;
    docked().show(REF);
    expect(document.querySelectorAll(DOCK_ELEMENT)).toHaveLength(1);
    expect(node()?.parentElement).toBe(document.documentElement);
    expect(node()?.shadowRoot).toBeNull();
    expect(root.querySelector('iframe')).toBeNull();
    const button = root.querySelector('button')!;
    expect(button.ariaLabel).toBe('dock_open');
    expect(button.ariaExpanded).toBe('false');
    expect(document.body.innerHTML).toBe(before);
    expect(document.documentElement.getAttribute('style')).toBeNull();
  });

  test('is not there at all where the page shows no record', () => {
    docked().show(undefined);
    expect(node()).toBeNull();
  });

  test('moves along the edge by the arrow keys', async () => {
    docked().show(REF);
    root.querySelector('button')!.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown' }));
    await settled();
    expect((await remembered(location.hostname)).down).toBeCloseTo(0.55);
  });
});

describe('what the closed tab shows', () => {
  const USED: Remembered = { ...CLOSED, used: true };
  const NEXT = { ...REF, id: '006R0000005hDFZIA2' };
  const frames = () => [...root.querySelectorAll('iframe')];
  let isSeen: boolean;
  const see = async (seen: boolean) => {
    isSeen = seen;
    document.dispatchEvent(new Event('visibilitychange'));
    await aWhile();
  };
  const aWhile = (milliseconds = 1000) => vi.advanceTimersByTimeAsync(milliseconds);
  beforeEach(() => {
    vi.useFakeTimers();
    tooEarly = undefined;
    asked = 0;
    isSeen = true;
    vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => (isSeen ? 'visible' : 'hidden'));
    said.clear();
    said.add(REF.id);
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('stands in a frame, of a record that the panel has said something of', async () => {
    docked(USED).show(REF);
    await aWhile();
    expect(frames().map(({ src }) => src)).toEqual([
      `chrome-extension://goalside/src/panel/tab.html#salesforce/${REF.host}/opportunity/${REF.id}`,
    ]);
  });

  test('is no frame where there is nothing to show, nor where the panel was never opened', async () => {
    docked(USED).show(NEXT);
    await aWhile();
    expect(frames()).toEqual([]);
    leave();
    docked(CLOSED).show(REF);
    await aWhile();
    expect(frames()).toEqual([]);
  });

  test('goes while the page is not seen, and comes back with it', async () => {
    docked(USED).show(REF);
    await aWhile();
    await see(false);
    expect(frames()).toEqual([]);
    await see(true);
    expect(frames()).toHaveLength(1);
  });

  test('stays one and the same frame from a deal that has it to the next, and goes at one that has not', async () => {
    said.add(NEXT.id);
    const made = docked(USED);
    made.show(REF);
    await aWhile();
    const [first] = frames();
    made.show(NEXT);
    expect(frames()).toEqual([first]);
    await aWhile();
    expect(frames()).toEqual([first]);
    made.show({ ...REF, id: '006R0000005hDFaIAM' });
    await aWhile();
    expect(frames()).toEqual([]);
  });

  test('an answer that comes late puts no frame into a page that has gone on, is not seen any more, or has the panel open', async () => {
    for (const goOn of [
      (made: ReturnType<typeof docked>) => made.show(NEXT),
      (made: ReturnType<typeof docked>) => made.show(undefined),
      () => void see(false),
      (made: ReturnType<typeof docked>) => made.toggle(),
    ] as const) {
      leave();
      isSeen = true;
      const made = docked(USED);
      asked = 0;
      made.show(REF);
      await aWhile(799);
      vi.advanceTimersByTime(1);
      expect(asked).toBe(1);
      goOn(made);
      await aWhile(100);
      expect(frames().filter(({ src }) => src.includes('tab.html'))).toEqual([]);
    }
  });

  test('wakes nobody over deals and pages that are only passed through', async () => {
    const made = docked(USED);
    for (const id of ['006R0000005hDFYIA2', '006R0000005hDFZIA2', '006R0000005hDFaIAM']) {
      made.show({ ...REF, id });
      await aWhile(100);
    }
    await see(false);
    expect(asked).toBe(0);
    await see(true);
    expect(asked).toBe(1);
  });

  test('comes when the background has let go of the panel, and is asked for no more often than it says', async () => {
    tooEarly = 35_000;
    docked(USED).show(REF);
    await aWhile();
    await aWhile(34_000);
    expect([asked, frames().length]).toEqual([1, 0]);
    tooEarly = undefined;
    await aWhile();
    expect([asked, frames().length]).toEqual([2, 1]);
    await aWhile(200_000);
    expect(asked).toBe(2);
  });

  test('is asked for by one question at a time, however often the page is left and come back to', async () => {
    tooEarly = 35_000;
    docked(USED).show(REF);
    for (let times = 0; times < 4; times += 1) {
      await aWhile(10_000);
      await see(false);
      await see(true);
    }
    const before = asked;
    await aWhile(35_000);
    expect(asked).toBe(before + 1);
  });

  test('is not waited for by what has left, or was cut off by an update', async () => {
    tooEarly = 35_000;
    const made = docked(USED);
    made.show(REF);
    await aWhile();
    made.leave();
    await aWhile(100_000);
    expect(asked).toBe(1);
    docked(USED).show(REF);
    await aWhile();
    runtime.id = undefined;
    await aWhile(100_000);
    expect(asked).toBe(2);
  });

  test('is asked for once more where nobody answered', async () => {
    const { sendMessage } = runtime;
    runtime.sendMessage = async () => {
      throw new Error('Could not establish connection. Receiving end does not exist.');
    };
    docked(USED).show(REF);
    await aWhile();
    expect(frames()).toEqual([]);
    runtime.sendMessage = sendMessage;
    await aWhile();
    expect(frames()).toHaveLength(1);
  });
});

describe('the open dock', () => {
  test('frames the panel with the record in the fragment, and is remembered', async () => {
    docked().show(REF);
    root.querySelector('button')!.click();
    await settled();
    expect(root.querySelector('iframe')?.src).toBe(
      'chrome-extension://goalside/src/panel/index.html#salesforce/acme.lightning.force.com/opportunity/006R0000005hDFYIA2',
    );
    expect(document.documentElement.style.getPropertyValue('margin-right')).toBe('380px');
    expect((await remembered(location.hostname)).open).toBe(true);
  });

  test('closes without a trace: no frame, the page as it was', () => {
    const made = docked({ ...CLOSED, open: true });
    made.show(REF);
    expect(root.querySelector('iframe')).not.toBeNull();
    made.change({ open: false });
    expect(root.querySelector('iframe')).toBeNull();
    expect(document.documentElement.getAttribute('style')).toBeNull();
    expect(root.querySelector('button')).not.toBeNull();
  });

  test('keeps its frame when the page shows another record, and gives the room back where it shows none', () => {
    const made = docked({ ...CLOSED, open: true });
    made.show(REF);
    const frame = root.querySelector('iframe');
    made.show({ ...REF, id: '006R0000005hDFZIA2' });
    expect(root.querySelector('iframe')).toBe(frame);
    made.show(undefined);
    expect(root.querySelector('iframe')).toBe(frame);
    expect(node()?.style.display).toBe('none');
    expect(document.documentElement.getAttribute('style')).toBeNull();
  });

  test('is made wider and narrower by keys, within its bounds', () => {
    docked({ ...CLOSED, open: true }).show(REF);
    const edge = root.querySelector('[role=separator]')!;
    const press = (key: string) => edge.dispatchEvent(new KeyboardEvent('keydown', { key }));
    press('ArrowLeft');
    expect(edge.ariaValueNow).toBe('396');
    press('End');
    press('ArrowLeft');
    expect(edge.ariaValueNow).toBe(String(WIDTH.most));
    press('Home');
    expect(edge.ariaValueNow).toBe(String(WIDTH.least));
  });

  test('is put back where the page throws it out, five times; then it lets be', async () => {
    docked().show(REF);
    for (let times = 0; times < 5; times += 1) {
      node()?.remove();
      await settled();
      expect(node()).not.toBeNull();
    }
    node()?.remove();
    await settled();
    expect(node()).toBeNull();
  });

  test('leaves silently once the extension has been replaced', async () => {
    docked().show(REF);
    runtime.id = undefined;
    node()?.remove();
    await settled();
    expect(node()).toBeNull();
  });
});

test('a width from anywhere is brought within bounds', () => {
  expect([0, 320, 400.4, 9999].map(widthWithin)).toEqual([320, 320, 400, 560]);
});
