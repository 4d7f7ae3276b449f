/** How a section is folded, and what folds it. */
export type Folding = { readonly isOpen: boolean; readonly onToggle: () => void };
