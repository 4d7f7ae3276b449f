/**
 * Styles a node of ours, wholly: what it had before is gone. Every declaration is made important, so that no rule of the page
 * reaches it. No style sheet: the page's content policy may refuse one.
 *
 * @param declarations - as in a style attribute, without a `;` at the end
 */
export function style(node: HTMLElement, declarations: string): void {
  node.style.cssText = `${declarations};`.replace(/;+/g, '!important;');
}
