import { phrase } from '../../../core/value/phrase';
import { Say, Tell } from '../../../ui/language/say';
import { useLanguage } from '../../../ui/language/speech';
import { Section } from '../../../ui/pieces/section';
import type { BuyerSectionView } from '../../view/buyer/section-view';
import { FigureTable } from '../figure-table';
import type { Folding } from '../folding';
import { MarkLine } from '../mark-line';
import { BuyingSteps } from './buying-process';
import { Conditions } from './conditions';
import { Family } from './family';
import { Links } from './links';
import { People } from './people';

/** The buyer: who sits at the table, whose chair is empty, how far they have come, what presses them, and the family around them. */
export function BuyerSection({ view, isOpen, onToggle }: Folding & { readonly view: BuyerSectionView }) {
  const { say } = useLanguage();
  return (
    <Section title={phrase('panel_section_buyer')} aside={view.aside} isOpen={isOpen} onToggle={onToggle}>
      {view.noPeople !== null && (
        <p class="note">
          <Say phrase={view.noPeople} />
        </p>
      )}
      <People people={view.people} chairs={view.chairs} />
      {view.outside.map((said) => (
        <p key={said.phrase.key} class="note">
          <Tell line={said} />
        </p>
      ))}
      <FigureTable rows={view.rows} />
      <BuyingSteps view={view.process} />
      {view.missing.length > 0 && (
        <>
          <h3>{say(phrase('panel_missing_facts'))}</h3>
          <ul class="marks">
            {view.missing.map(({ tone, line }) => (
              <MarkLine key={JSON.stringify(line.phrase)} tone={tone}>
                <Tell line={line} />
              </MarkLine>
            ))}
          </ul>
        </>
      )}
      <Conditions view={view.conditions} />
      <Family view={view.family} />
      {view.links !== null && <Links view={view.links} />}
    </Section>
  );
}
