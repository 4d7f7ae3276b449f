import { countFigure, type Phrase, phrase, phraseFigure, textFigure } from '../../core/value/phrase';
import type { RulesTrial, TriedRisk } from '../../messages/cards/risk-rules';
import type { ChosenFile } from '../../messages/page-and-background';
import { Say } from '../../ui/language/say';
import { useLanguage } from '../../ui/language/speech';
import type { OptionsSession } from '../settings';
import { SEVERITY } from './severity';

type TrialProps = { readonly file: ChosenFile; readonly trial: RulesTrial; readonly session: OptionsSession };

/** What rules from a file would change, and whether to use them. */
export function Trial({ file, trial, session }: TrialProps) {
  const { say, show } = useLanguage();
  const { deals, changed, changes, byRule } = trial;
  return (
    <div class="trial">
      <h3>
        <Say phrase={phrase('options_rules_trial', textFigure(file.fileName))} />
      </h3>
      {deals === 0 ? (
        <p>
          {say(phrase('options_rules_tried_none'))} {say(phrase('options_rules_not_yet'))}
        </p>
      ) : (
        <p>{say(phrase('options_rules_tried', countFigure(deals), countFigure(changed)))}</p>
      )}
      <table class="figures">
        <caption>{say(phrase('options_rules_by_rule'))}</caption>
        <thead>
          <tr>
            <th scope="col">{say(phrase('options_rules_col_rule'))}</th>
            <th scope="col">{say(phrase('options_rules_col_before'))}</th>
            <th scope="col">{say(phrase('options_rules_col_after'))}</th>
            <th scope="col">{say(phrase('options_rules_col_undecided'))}</th>
          </tr>
        </thead>
        <tbody>
          {byRule.map(({ rule, before, after, undecided }) => (
            <tr key={rule}>
              <th scope="row">
                <bdi>{rule}</bdi>
              </th>
              <td>{show(countFigure(before), 'short')}</td>
              <td>{show(countFigure(after), 'short')}</td>
              <td>{show(countFigure(undecided), 'short')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {changes.length > 0 && (
        <>
          <h4>{say(phrase('options_rules_changes'))}</h4>
          <ul class="changes">
            {changes.map((change, place) => (
              <li key={`${place}/${change.name}`}>
                <b>
                  <bdi>{change.name}</bdi>
                </b>
                <ul>
                  {linesOf(change).map((line) => (
                    <li key={JSON.stringify(line)}>
                      <Say phrase={line} />
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
          {changed > changes.length && (
            <p>{say(phrase('options_rules_more', countFigure(changed - changes.length)))}</p>
          )}
        </>
      )}
      <div class="actions">
        <button type="button" class="button main" onClick={() => void session.useRules(file)}>
          {say(phrase('options_rules_use'))}
        </button>
        <button type="button" class="button" onClick={() => session.keepRules()}>
          {say(phrase('options_rules_keep'))}
        </button>
      </div>
    </div>
  );
}

function linesOf({ gains, loses, altered }: RulesTrial['changes'][number]): Phrase[] {
  return [
    ...gains.map((risk) => phrase('options_rules_gains', named(risk))),
    ...loses.map((risk) => phrase('options_rules_loses', named(risk))),
    ...altered.map(({ before, after }) => phrase('options_rules_alters', named(before), named(after))),
  ];
}

const named = ({ severity, says }: TriedRisk) =>
  phraseFigure(phrase('options_rules_risk', phraseFigure(SEVERITY[severity].name), phraseFigure(says)));
