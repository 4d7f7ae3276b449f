import type { ComponentChildren } from 'preact';
import './chart.css';

/** How a thing is drawn in a chart: each is told by its form, the colour only repeats it. */
export type KeyForm = 'line' | 'dashes' | 'dots' | 'patch' | 'full' | 'half' | 'hollow' | 'goal';

/** What is what in a chart, in words, under it. */
export function Keys({ children }: { readonly children: ComponentChildren }) {
  return <ul class="keys">{children}</ul>;
}

export function Key({ form, children }: { readonly form: KeyForm; readonly children: ComponentChildren }) {
  return (
    <li>
      <svg class="key" width="18" height="10" viewBox="0 0 18 10" aria-hidden="true">
        <Form form={form} />
      </svg>
      <span>{children}</span>
    </li>
  );
}

function Form({ form }: { readonly form: KeyForm }) {
  switch (form) {
    case 'line':
      return <line class="chart-booked" x1="0" x2="18" y1="5" y2="5" />;
    case 'dashes':
      return <line class="chart-usual" x1="0" x2="18" y1="5" y2="5" />;
    case 'dots':
      return <line class="chart-ghost" x1="0" x2="18" y1="5" y2="5" />;
    case 'goal':
      return <line class="chart-goal" x1="0" x2="18" y1="5" y2="5" />;
    case 'patch':
      return <rect class="chart-landing" x="1" y="1" width="16" height="8" />;
    case 'full':
      return <path class="chart-won" d={diamond(9, 5)} />;
    case 'half':
      return <path class="chart-expected" d={diamond(9, 5)} />;
    case 'hollow':
      return <circle class="chart-slips" cx="9" cy="5" r="3.5" />;
  }
}

/** The path of a diamond about a point. */
export function diamond(x: number, y: number, size = 4.5): string {
  return `M${x},${y - size}L${x + size},${y}L${x},${y + size}L${x - size},${y}Z`;
}
