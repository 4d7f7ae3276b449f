import { phrase } from '../../core/value/phrase';
import { Explain } from '../../ui/explain/explain';
import { Tell } from '../../ui/language/say';
import { useLanguage } from '../../ui/language/speech';
import { Section } from '../../ui/pieces/section';
import type { ClosingSet, PaySectionView, Rung } from '../view/pay-section-view';
import { FigureTable } from './figure-table';
import type { Folding } from './folding';

/** The pay: where on the plan's ladder the rep stands, what the deal is worth, which deals would close the gap. */
export function PaySection({ view, isOpen, onToggle }: Folding & { readonly view: PaySectionView }) {
  const { say } = useLanguage();
  return (
    <Section title={phrase('panel_section_pay')} aside={view.aside} isOpen={isOpen} onToggle={onToggle}>
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
      {view.worth.length > 0 && (
        <>
          <h3>{say(phrase('panel_worth'))}</h3>
          <FigureTable rows={view.worth} />
        </>
      )}
      <h3>{say(phrase('panel_pay_statement'))}</h3>
      <FigureTable rows={view.statement} />
      {view.closing.length > 0 && <Closing sets={view.closing} />}
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

function Closing({ sets }: { readonly sets: readonly ClosingSet[] }) {
  const { say } = useLanguage();
  const pays = sets.some((set) => set.pays !== null);
  return (
    <>
      <h3>{say(phrase('panel_closing'))}</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">{say(phrase('panel_closing_deals'))}</th>
            <th scope="col">{say(phrase('panel_closing_chance'))}</th>
            {pays && <th scope="col">{say(phrase('panel_closing_pays'))}</th>}
          </tr>
        </thead>
        <tbody>
          {sets.map((set) => (
            <tr key={set.deals.join('\n')}>
              <td>
                {set.deals.map((deal) => (
                  <div key={deal}>
                    <bdi>{deal}</bdi>
                  </div>
                ))}
              </td>
              <td>
                <Explain answer={set.chance} />
              </td>
              {pays && <td>{set.pays !== null && <Explain answer={set.pays} />}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
