import type { ComponentChildren } from 'preact';
import { phrase } from '../../core/value/phrase';
import { useLanguage } from '../language/speech';
import './chart.css';

/** The figures of a chart as a table, folded away under it. */
export function Behind({ children }: { readonly children: ComponentChildren }) {
  const { say } = useLanguage();
  return (
    <details class="behind">
      <summary>{say(phrase('ui_chart_figures'))}</summary>
      <div class="behind-body">{children}</div>
    </details>
  );
}
