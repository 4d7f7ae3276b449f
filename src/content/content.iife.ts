import { formatRecordRef } from '../core/model/record-ref';
import { recordAt } from '../crm/pages';
import { readContentCall } from '../messages/content-call';
import { watchAddress } from './address';
import { DOCK_ELEMENT, type Dock, dock } from './dock';
import { extension, isOrphaned } from './extension';
import { relay } from './relay';
import { remembered } from './remembered';
import { frontPage, shownOn } from './shown';

/** Scripts of the same extension in the same page share this: the newest stays. */
const shared = globalThis as { goalsideLeaves?: () => void };

/** The doorbell: sees which record the page's address names, and docks the panel beside it. Nothing else. */
async function start(): Promise<void> {
  shared.goalsideLeaves?.();
  document.querySelector(DOCK_ELEMENT)?.remove();
  const left = await remembered(location.hostname);
  let shown = '';
  let former: Element | null = null;
  let docked: Dock | null = null;

  const look = () => {
    if (isOrphaned()) {
      leave();
      return;
    }
    const ref = recordAt(location.href);
    const name = ref ? formatRecordRef(ref) : '';
    if (name === shown) return;
    // The address changes first; until the next page is drawn, the one before stays in front.
    former = shown === '' ? null : frontPage();
    shown = name;
    if (ref && !docked) docked = dock(left, left.glances, leave);
    docked?.show(ref);
  };
  const hear = (message: unknown, _: unknown, answer: (answer: unknown) => void) => {
    const call = readContentCall(message);
    if (call?.call === 'relay') relay(call.request).then(answer, () => answer(null));
    else if (call?.call === 'shown') answer(shownOn(call.id, former));
    else if (call?.call === 'toggle') docked?.toggle();
    else if (call) docked?.change(call.change);
    // The answer comes later: both browsers keep its way open for it.
    return call?.call === 'relay';
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

if (window.top === window) start().catch(() => undefined);
