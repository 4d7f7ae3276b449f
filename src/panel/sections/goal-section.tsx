import { phrase } from '../../core/value/phrase';
import { Say } from '../../ui/language/say';
import { Section } from '../../ui/pieces/section';
import type { GoalSectionView } from '../view/goal-section-view';
import { FigureTable } from './figure-table';
import type { Folding } from './folding';
import { PaceChart } from './pace-chart';

/** The goal: booked against what is usual, and the numbers behind it. */
export function GoalSection({ view, isOpen, onToggle }: Folding & { readonly view: GoalSectionView }) {
  return (
    <Section title={phrase('panel_section_goal')} aside={view.aside} isOpen={isOpen} onToggle={onToggle}>
      {view.chart !== null && <PaceChart chart={view.chart} />}
      <FigureTable rows={view.rows} />
      {view.notes.map((note) => (
        <p key={note.key} class="note">
          <Say phrase={note} />
        </p>
      ))}
    </Section>
  );
}
