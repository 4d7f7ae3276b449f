import { phrase } from '../../core/value/phrase';
import { Explain } from '../../ui/explain/explain';
import { useLanguage } from '../../ui/language/speech';
import type { FigureRow } from '../view/rows';

/** Names and their numbers, one a row. */
export function FigureTable({ rows }: { readonly rows: readonly FigureRow[] }) {
  const { say } = useLanguage();
  return (
    <table>
      <tbody>
        {rows.map(({ name, answer, quiet }) => (
          <tr key={JSON.stringify(name)} class={quiet === true ? 'quiet' : undefined}>
            <th scope="row">{say(name)}</th>
            <td>
              <Explain answer={answer} name={name} otherwise={phrase('ui_not_known')} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
