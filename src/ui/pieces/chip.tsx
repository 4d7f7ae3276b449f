import type { ComponentChildren } from 'preact';

/** What a mark says at a glance; its words say the same. */
export type Tone = 'good' | 'watch' | 'risk' | 'plain';

export function Chip({ tone, children }: { readonly tone: Tone; readonly children: ComponentChildren }) {
  return <span class={`chip ${tone}`}>{children}</span>;
}
