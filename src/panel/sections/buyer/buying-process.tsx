import { phrase } from '../../../core/value/phrase';
import { Explain } from '../../../ui/explain/explain';
import { Tell } from '../../../ui/language/say';
import { useLanguage } from '../../../ui/language/speech';
import type { ProcessView, StepLine } from '../../view/buyer/process-view';

/** The buyer's way to a purchase beside the stage that we have claimed, and how far the one is behind the other. */
export function BuyingSteps({ view }: { readonly view: ProcessView }) {
  const { say } = useLanguage();
  if (view.steps.length === 0) return null;
  return (
    <>
      <h3>{say(phrase('panel_steps'))}</h3>
      <p class="note">
        <Tell line={view.summary} />
      </p>
      <table class="steps">
        <thead>
          <tr>
            <th scope="col">{say(phrase('panel_step'))}</th>
            <th scope="col">{say(phrase('panel_step_claimed'))}</th>
            <th scope="col">{say(phrase('panel_step_shown'))}</th>
            <th scope="col">{say(phrase('panel_step_lag'))}</th>
          </tr>
        </thead>
        <tbody>
          {view.steps.map((step) => (
            <Step key={step.step} step={step} />
          ))}
        </tbody>
      </table>
    </>
  );
}

function Step({ step: { name, claimed, shown, waiting, lag, late } }: { readonly step: StepLine }) {
  const { say } = useLanguage();
  const none = say(phrase('panel_step_none'));
  return (
    <tr>
      <th scope="row">{say(name)}</th>
      <td>{claimed === null ? none : <Explain answer={claimed} name={name} />}</td>
      <td>
        {shown !== null ? <Explain answer={shown} name={name} /> : waiting === null ? none : <Tell line={waiting} />}
      </td>
      <td class={late ? 'watch' : undefined}>
        {lag === null ? '–' : <Explain answer={lag} name={phrase('panel_step_lag')} />}
      </td>
    </tr>
  );
}
