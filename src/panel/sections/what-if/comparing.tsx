import { phrase, textFigure } from '../../../core/value/phrase';
import { Explain } from '../../../ui/explain/explain';
import { useLanguage } from '../../../ui/language/speech';
import type { ComparedRow } from '../../view/what-if/compared';

type ComparingProps = {
  readonly rows: readonly ComparedRow[];
  readonly hasA: boolean;
  readonly hasB: boolean;
  /** Takes a what-if up again. */
  readonly onTake: (which: 'a' | 'b') => void;
};

/** The deal as recorded and two what-ifs, side by side. */
export function Comparing({ rows, hasA, hasB, onTake }: ComparingProps) {
  const { say } = useLanguage();
  const kept = (['a', 'b'] as const).filter((which) => (which === 'a' ? hasA : hasB));
  const nameOf = (which: 'a' | 'b') => say(phrase(which === 'a' ? 'panel_what_if_a' : 'panel_what_if_b'));
  return (
    <table class="comparing">
      <caption class="hidden">{say(phrase('panel_what_if_compared'))}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">{say(phrase('panel_what_if_as_recorded'))}</th>
          {kept.map((which) => (
            <th key={which} scope="col">
              <button
                type="button"
                class="link"
                title={say(phrase('panel_what_if_take', textFigure(nameOf(which))))}
                onClick={() => onTake(which)}
              >
                {nameOf(which)}
              </button>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, answers: [recorded = null, a = null, b = null] }) => (
          <tr key={name.key}>
            <th scope="row">{say(name)}</th>
            {[recorded, ...(hasA ? [a] : []), ...(hasB ? [b] : [])].map((answer, index) => (
              // Columns have no other name than their place.
              <td key={`${index}`}>{answer !== null && <Explain answer={answer} name={name} />}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
