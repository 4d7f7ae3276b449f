import type { ComponentChildren } from 'preact';
import { phrase } from '../../../core/value/phrase';
import { Explain } from '../../../ui/explain/explain';
import { Tell } from '../../../ui/language/say';
import { useLanguage } from '../../../ui/language/speech';
import { Section } from '../../../ui/pieces/section';
import type { PaySectionView, Rung } from '../../view/pay/section-view';
import { CopyNote } from '../copy-note';
import { FigureTable } from '../figure-table';
import type { Folding } from '../folding';
import { MarkLine } from '../mark-line';
import { Closing, WayUp } from './pay-ahead';
import { PayCurve } from './pay-curve';
import { ThisOrNext } from './this-or-next';

type PaySectionProps = Folding & { readonly view: PaySectionView; readonly children?: ComponentChildren };

/**
 * The pay: where on the plan's ladder the rep stands, what the deal is worth, which deals would close the gap; and by what of the deal it
 * is counted.
 */
export function PaySection({ view, isOpen, onToggle, children }: PaySectionProps) {
  const { say } = useLanguage();
  return (
    <Section title={phrase('panel_section_pay')} aside={view.aside} isOpen={isOpen} onToggle={onToggle}>
      {view.curve !== null && <PayCurve curve={view.curve} />}
      {view.ladders.map(({ id, name, rungs }) => (
        <div key={id}>
          {view.ladders.length > 1 && <h3>{say(name)}</h3>}
          <ol class="ladder">
            {rungs.map((rung) => (
              <RungLine key={rung.key} rung={rung} />
            ))}
          </ol>
        </div>
      ))}
      {(view.worth.length > 0 || view.noWorth !== null) && <h3>{say(phrase('panel_worth'))}</h3>}
      {view.worth.length > 0 && <FigureTable rows={view.worth} />}
      {view.noWorth !== null && (
        <p class="note">
          <Tell line={view.noWorth} />
        </p>
      )}
      {view.edges.length > 0 && (
        <ul class="marks">
          {view.edges.map((edge, index) => (
            <MarkLine key={`edge-${index}`} tone="plain">
              <Explain answer={edge} />
            </MarkLine>
          ))}
        </ul>
      )}
      {children}
      {view.thisOrNext !== null && <ThisOrNext view={view.thisOrNext} />}
      <WayUp ahead={view.ahead} />
      <Closing closing={view.closing} />
      <h3>{say(phrase('panel_pay_statement'))}</h3>
      <FigureTable rows={view.statement} />
      {view.disputeNote !== null && <CopyNote label={phrase('panel_copy_dispute_note')} note={view.disputeNote} />}
      {view.notes.map((note) => (
        <p key={note.phrase.key} class="note">
          <Tell line={note} />
        </p>
      ))}
    </Section>
  );
}

function RungLine({ rung: { place, band, says, earned } }: { readonly rung: Rung }) {
  return (
    <li class={`rung ${place}`} aria-current={place === 'here' ? 'step' : undefined}>
      <span>
        <Tell line={band} />
      </span>
      <span>
        <Tell line={says} />
      </span>
      <span class="rung-earned">{earned !== null && <Explain answer={earned} />}</span>
    </li>
  );
}
