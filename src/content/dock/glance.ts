import type { RecordRef } from '../../core/model/record-ref';
import { isThereGlance } from '../../messages/glance';
import { extension, isOrphaned } from '../extension';
import { type Frame, frame } from './frame';
import { style } from './style';

/**
 * How long a record is in sight before it is asked about, in milliseconds: a tab or a record that is only passed through wakes nobody,
 * and what the tab before had is gone by then.
 */
const PAUSE = 800;

/**
 * What the closed tab shows of a record is a frame too: neither the page nor this script learns it. A frame keeps a process of the
 * browser: there is one only where there is something to show, and none while the browser has yet to end the panel's.
 *
 * @returns shows what there is of a record, or with `undefined` nothing
 */
export function glanceIn(inside: ShadowRoot): (ref: RecordRef | undefined) => void {
  let now: RecordRef | undefined;
  let shown: Frame | null = null;
  let asking: ReturnType<typeof setTimeout> | undefined;

  const draw = (isThere: unknown) => {
    if (isThere !== true) {
      shown?.node.remove();
      shown = null;
    } else if (!shown) {
      shown = frame('tab', now);
      shown.node.tabIndex = -1;
      // Within the button's edge, and no target: it is the button that is pressed.
      style(shown.node, 'position:absolute;inset:6px 2px;width:20px;height:60px;border:0;pointer-events:none');
      inside.append(shown.node);
    }
  };

  const askIn = (milliseconds: number, ref: RecordRef) => {
    asking = setTimeout(async () => {
      if (isOrphaned()) return;
      // Nobody answers where the background was just ending.
      const isThere: unknown = await extension.runtime.sendMessage(isThereGlance(ref)).catch(() => PAUSE);
      // The page may have gone on, or the panel have been opened, before it is answered.
      if (now !== ref) return;
      draw(isThere);
      if (typeof isThere === 'number') askIn(isThere, ref);
    }, milliseconds);
  };

  return (ref) => {
    if (ref === now) return;
    now = ref;
    clearTimeout(asking);
    if (!ref) return draw(false);
    shown?.show(ref);
    askIn(PAUSE, ref);
  };
}
