/**
 * Stops a page of ours that a frame within a page has framed: we dock beside the page itself, and whoever frames us deeper may have
 * clicks in mind that are not meant for us.
 *
 * @throws {Error} framed by anything but the tab's own page
 */
export function onlyDocked({ parent, top }: Pick<Window, 'parent' | 'top'>): void {
  if (parent !== top) throw new Error('framed within a frame');
}
