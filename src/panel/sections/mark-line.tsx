import type { ComponentChildren } from 'preact';
import type { Tone } from '../../ui/pieces/chip';
import { SIGNS } from '../tiles/answer-tile';

/** A line of a list with a sign before it. */
export function MarkLine({ tone, children }: { readonly tone: Tone; readonly children: ComponentChildren }) {
  return (
    <li>
      <span class={`sign ${tone}`} aria-hidden="true">
        {SIGNS[tone]}
      </span>
      <span class="mark-body">{children}</span>
    </li>
  );
}
