import { phrase } from '../../../core/value/phrase';
import { Explain } from '../../../ui/explain/explain';
import { useLanguage } from '../../../ui/language/speech';
import type { ThisOrNextView } from '../../view/pay/section-view';

/** What the deal pays in this period beside what it pays in the next one. */
export function ThisOrNext({ view }: { readonly view: ThisOrNextView }) {
  const { say } = useLanguage();
  return (
    <div class="beside">
      <h3>{say(phrase('panel_this_or_next'))}</h3>
      <table>
        <tbody>
          {view.sides.map(({ name, answer, share }) => (
            <tr key={name.key}>
              <th scope="row">{say(name)}</th>
              <td class="beside-bar" aria-hidden="true">
                <i style={{ width: `${share * 100}%` }} />
              </td>
              <td>
                <Explain answer={answer} name={name} />
              </td>
            </tr>
          ))}
          <tr>
            <th scope="row" colSpan={2}>
              {say(phrase('panel_this_or_next_more'))}
            </th>
            <td>
              <Explain answer={view.difference} name={phrase('panel_this_or_next_more')} />
            </td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}
