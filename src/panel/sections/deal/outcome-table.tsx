import { isExplained } from '../../../core/value/explained';
import { phrase } from '../../../core/value/phrase';
import { Explain } from '../../../ui/explain/explain';
import { useLanguage } from '../../../ui/language/speech';
import type { OutcomeRow } from '../../view/deal/section-view';

/** The four ends and their chances, each with the pattern it has in the bar. */
export function OutcomeTable({ rows }: { readonly rows: readonly OutcomeRow[] }) {
  const { say } = useLanguage();
  return (
    <table class="outcome-rows">
      <tbody>
        {rows.map(({ outcome, name, answer }) => (
          <tr key={outcome}>
            <th scope="row">{say(name)}</th>
            <td>
              {isExplained(answer) && (
                <span class="outcomes" aria-hidden="true">
                  <i class={outcome} style={{ flexGrow: answer.value }} />
                  <i style={{ flexGrow: 1 - answer.value }} />
                </span>
              )}
            </td>
            <td>
              <Explain answer={answer} name={name} otherwise={phrase('ui_not_known')} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
