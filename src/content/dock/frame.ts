import { formatRecordRef, type RecordRef } from '../../core/model/record-ref';
import { extension } from '../extension';

/** A page of the extension in a frame; which record it shows stands in its address's fragment. */
export type Frame = { readonly node: HTMLIFrameElement; readonly show: (ref: RecordRef | undefined) => void };

/** @param page - `index`: the panel; `tab`: what the closed tab shows of it */
export function frame(page: 'index' | 'tab', ref: RecordRef | undefined): Frame {
  const address = (of: RecordRef | undefined) =>
    extension.runtime.getURL(`src/panel/${page}.html#${of ? formatRecordRef(of) : ''}`);
  const node = document.createElement('iframe');
  node.title = extension.i18n.getMessage('extension_name');
  // For "copy" buttons: a frame of another origin may not write to the clipboard unless it is told so.
  node.allow = 'clipboard-write';
  node.src = address(ref);
  return {
    node,
    show: (next) => {
      // Replaced, not assigned: a page hop must not leave a second entry in the tab's history.
      node.contentWindow?.location.replace(address(next));
    },
  };
}
