import { phrase } from '../../../core/value/phrase';
import { Explain } from '../../../ui/explain/explain';
import { Tell } from '../../../ui/language/say';
import { useLanguage } from '../../../ui/language/speech';
import type { StepLine } from '../../view/buyer/section-view';

/** The buyer's way to a purchase beside the stage that we have claimed. */
export function BuyingSteps({ steps }: { readonly steps: readonly StepLine[] }) {
  const { say } = useLanguage();
  if (steps.length === 0) return null;
  return (
    <>
      <h3>{say(phrase('panel_steps'))}</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">{say(phrase('panel_step'))}</th>
            <th scope="col">{say(phrase('panel_step_claimed'))}</th>
            <th scope="col">{say(phrase('panel_step_shown'))}</th>
          </tr>
        </thead>
        <tbody>
          {steps.map(({ step, name, claimed, shown, waiting }) => (
            <tr key={step}>
              <th scope="row">{say(name)}</th>
              <td>{claimed === null ? say(phrase('panel_step_none')) : <Explain answer={claimed} name={name} />}</td>
              <td>
                {shown !== null ? (
                  <Explain answer={shown} name={name} />
                ) : waiting !== null ? (
                  <Tell line={waiting} />
                ) : (
                  say(phrase('panel_step_none'))
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
