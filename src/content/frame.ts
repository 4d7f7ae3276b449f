import { formatRecordRef, type RecordRef } from '../core/model/record-ref';
import { extension } from './extension';
import { style } from './style';

/** The panel: a page of the extension in a frame; which record it shows stands in its address's fragment. */
export type Frame = { readonly node: HTMLIFrameElement; readonly show: (ref: RecordRef | undefined) => void };

export function frame(ref: RecordRef | undefined, side: 'left' | 'right'): Frame {
  const page = extension.runtime.getURL('src/panel/index.html');
  const address = (of: RecordRef | undefined) => `${page}#${of ? formatRecordRef(of) : ''}`;
  const node = document.createElement('iframe');
  node.title = extension.i18n.getMessage('extension_name');
  // For "copy" buttons: a frame of another origin may not write to the clipboard unless it is told so.
  node.allow = 'clipboard-write';
  node.src = address(ref);
  style(node, {
    position: 'absolute',
    top: '0',
    [side]: '0',
    width: 'calc(100% - 6px)',
    height: '100%',
    border: '0',
    background: '#fff',
    'color-scheme': 'normal',
  });
  return {
    node,
    show: (next) => {
      // Replaced, not assigned: a page hop must not leave a second entry in the tab's history.
      node.contentWindow?.location.replace(address(next));
    },
  };
}
