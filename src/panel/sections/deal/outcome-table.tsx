import { phrase } from '../../../core/value/phrase';
import { Explain } from '../../../ui/explain/explain';
import { useLanguage } from '../../../ui/language/speech';
import type { OutcomeRow } from '../../view/deal/section-view';

/** The four ends and their chances, each with the pattern it has in the bar. */
export function OutcomeTable({ rows }: { readonly rows: readonly OutcomeRow[] }) {
  const { say } = useLanguage();
  return (
    <table>
      <tbody>
        {rows.map(({ outcome, name, answer }) => (
          <tr key={outcome}>
            <th scope="row">
              <span class="outcomes swatch" aria-hidden="true">
                <i class={outcome} />
              </span>
              {say(name)}
            </th>
            <td>
              <Explain answer={answer} name={name} otherwise={phrase('ui_not_known')} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
