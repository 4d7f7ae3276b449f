/** Styles a node of ours; declared as important, so that no rule of the page reaches it. No style sheet: the page's content policy may refuse one. */
export function style(node: HTMLElement, declarations: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(declarations)) node.style.setProperty(name, value, 'important');
}
