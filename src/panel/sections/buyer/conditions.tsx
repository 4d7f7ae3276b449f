import { phrase } from '../../../core/value/phrase';
import { Tell } from '../../../ui/language/say';
import { useLanguage } from '../../../ui/language/speech';
import type { ConditionsView } from '../../view/buyer/conditions-view';
import { FigureTable } from '../figure-table';

/** The condition the buyer is in, by what is recorded and, where a source is connected, published. */
export function Conditions({ view }: { readonly view: ConditionsView }) {
  const { say } = useLanguage();
  if (view.rows.length === 0 && view.notes.length === 0) return null;
  return (
    <>
      <h3>{say(phrase('panel_conditions'))}</h3>
      {view.rows.length > 0 && <FigureTable rows={view.rows} />}
      {view.notes.map((line) => (
        <p key={line.phrase.key} class="note">
          <Tell line={line} />
        </p>
      ))}
    </>
  );
}
