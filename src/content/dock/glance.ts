import type { RecordRef } from '../../core/model/record-ref';
import { isThereGlance } from '../../messages/glance';
import { extension } from '../extension';
import { type Frame, frame } from './frame';
import { style } from './style';

/**
 * What the closed tab shows of a record is a frame too: neither the page nor this script learns it. A frame keeps a process of the
 * browser: there is one only where there is something to show.
 *
 * @returns shows what there is of a record, or with `undefined` nothing
 */
export function glanceIn(inside: ShadowRoot): (ref: RecordRef | undefined) => void {
  let now: RecordRef | undefined;
  let shown: Frame | null = null;

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

  return (ref) => {
    if (ref === now) return;
    now = ref;
    if (!ref) return draw(false);
    shown?.show(ref);
    // The page may have gone on, or the panel have been opened, before it is answered.
    const answered = (isThere: unknown) => now === ref && draw(isThere);
    extension.runtime.sendMessage(isThereGlance(ref)).then(answered, answered);
  };
}
