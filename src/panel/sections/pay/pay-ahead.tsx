import { countFigure, phrase, phraseFigure } from '../../../core/value/phrase';
import { Explain } from '../../../ui/explain/explain';
import { Say, Tell } from '../../../ui/language/say';
import { useLanguage } from '../../../ui/language/speech';
import type { AheadView, ClosingView } from '../../view/pay/ahead-view';

/** The way to every point of the plan that is not reached yet. */
export function WayUp({ ahead }: { readonly ahead: readonly AheadView[] }) {
  const { say } = useLanguage();
  const steps = ahead.flatMap(({ steps }) => steps);
  const maxed = ahead.filter(({ steps }) => steps.length === 0);
  const inDeals = steps.some((step) => step.inDeals !== null);
  if (ahead.length === 0) return null;
  return (
    <>
      <h3>{say(phrase('panel_ahead'))}</h3>
      {steps.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{say(phrase('panel_ahead_point'))}</th>
              <th scope="col">{say(phrase('panel_ahead_to_go'))}</th>
              {inDeals && <th scope="col">{say(phrase('panel_ahead_deals'))}</th>}
            </tr>
          </thead>
          <tbody>
            {steps.map(({ key, name, toGo, inDeals: deals }) => (
              <tr key={key}>
                <th scope="row">{say(name)}</th>
                <td>
                  <Explain answer={toGo} name={name} />
                </td>
                {inDeals && (
                  <td>{deals !== null && <Explain answer={deals} name={phrase('panel_goal_gap_in_deals')} />}</td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {maxed.map(({ id, name }) => (
        <p key={id} class="note">
          <Say phrase={phrase('panel_ahead_maxed', phraseFigure(name))} />
        </p>
      ))}
    </>
  );
}

/** Which open deals would close the gap together, likeliest first. */
export function Closing({ closing: { sets, reach, none, cut } }: { readonly closing: ClosingView }) {
  const { say } = useLanguage();
  return (
    <>
      <h3>{say(phrase('panel_closing'))}</h3>
      {none !== null && (
        <p class="note">
          <Tell line={none} />
        </p>
      )}
      {reach !== null && (
        <p class="note">
          <Tell line={reach} />
        </p>
      )}
      {sets.length > 0 && (
        <table class="closing">
          <thead>
            <tr>
              <th scope="col">{say(phrase('panel_closing_deals'))}</th>
              <th scope="col">{say(phrase('panel_closing_chance'))}</th>
              <th scope="col">{say(phrase('panel_closing_pays'))}</th>
            </tr>
          </thead>
          <tbody>
            {sets.map(({ key, deals, named, chance, pays, leads }) => (
              <tr key={key}>
                <td>
                  {deals.slice(0, named).map((deal, index) => (
                    // Two deals may bear one name.
                    <div key={`${index}/${deal}`} class="closing-deal">
                      {index > 0 && <span>+ </span>}
                      <bdi>{deal}</bdi>
                    </div>
                  ))}
                  {deals.length > named && (
                    <div title={deals.slice(named).join(', ')}>
                      {say(phrase('panel_closing_more', countFigure(deals.length - named)))}
                    </div>
                  )}
                  <div class="note">
                    <Tell line={leads} />
                  </div>
                </td>
                <td>
                  <Explain answer={chance} name={phrase('panel_closing_chance')} />
                </td>
                <td>
                  <Explain answer={pays} name={phrase('panel_closing_pays')} otherwise={phrase('ui_not_known')} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {cut && <p class="note">{say(phrase('panel_closing_cut'))}</p>}
    </>
  );
}
