import { formatRecordRef, type RecordRef } from '../core/model/record-ref';
import { type ContentCall, readContentCall } from '../messages/content-call';
import { watchAddress } from './address';
import { DOCK_ELEMENT, type Dock, dock } from './dock/dock';
import { undoLeft } from './dock/inset';
import { remembered } from './dock/remembered';
import { extension, isOrphaned } from './extension';

/** Scripts of the same extension in the same page share this: the newest stays. */
const shared = globalThis as { goalsideLeaves?: () => void };

/** What differs from one kind of page to another. */
export type Pages = {
  /** The record that an address names. */
  readonly recordAt: (url: URL) => RecordRef | undefined;
  /** The address has changed, and the page has not been drawn anew yet; `isFirst` before it named any record. */
  readonly hopped?: (isFirst: boolean) => void;
  /** Answers what only such pages can be asked; `undefined` where it is none of that, a promise where the answer comes later. */
  readonly answer: (call: ContentCall) => unknown;
};

/** The doorbell: sees which record the page's address names, and docks the panel beside it. Nothing else. */
export async function ring({ recordAt, hopped, answer: answerOf }: Pages): Promise<void> {
  shared.goalsideLeaves?.();
  let isLast = true;
  shared.goalsideLeaves = () => {
    isLast = false;
  };
  document.querySelector(DOCK_ELEMENT)?.remove();
  undoLeft();
  const left = await remembered(location.hostname);
  if (!isLast) return;
  let shown = '';
  let docked: Dock | null = null;

  const look = () => {
    if (isOrphaned()) {
      leave();
      return;
    }
    const ref = recordAt(new URL(location.href));
    const name = ref ? formatRecordRef(ref) : '';
    if (name === shown) return;
    hopped?.(shown === '');
    shown = name;
    if (ref && !docked) docked = dock(left, left.glances, leave);
    docked?.show(ref);
  };
  const hear = (message: unknown, _: unknown, answer: (answer: unknown) => void) => {
    const call = readContentCall(message);
    if (!call) return false;
    if (call.call === 'toggle') docked?.toggle();
    else if (call.call === 'dock') docked?.change(call.change);
    else {
      const said = answerOf(call);
      if (!(said instanceof Promise)) answer(said ?? null);
      else said.then(answer, () => answer(null));
      // The answer may come later: both browsers keep its way open for it.
      return true;
    }
    return false;
  };
  const unwatch = watchAddress(look);
  const leave = () => {
    unwatch();
    const old = docked;
    docked = null;
    old?.leave();
  };
  shared.goalsideLeaves = leave;

  extension.runtime.onMessage.addListener(hear);
  look();
}
