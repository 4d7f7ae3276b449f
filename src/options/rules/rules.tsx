import type { RiskRule } from '../../core/deal/risks/rule';
import { RISK_MESSAGES } from '../../core/deal/risks/says';
import { countFigure, numberFigure, type Phrase, phrase, textFigure } from '../../core/value/phrase';
import { Say } from '../../ui/language/say';
import { useLanguage } from '../../ui/language/speech';
import { Chip } from '../../ui/pieces/chip';
import { Problems } from '../plans/problems';
import type { OptionsSession, Settings } from '../settings';
import type { RulesNews } from './rules-trial';
import { SEVERITY } from './severity';
import { Trial } from './trial';

type RulesProps = Pick<Settings, 'rules' | 'rulesNews' | 'rulesBusy'> & { readonly session: OptionsSession };

/** The risk rules in force, and how to try others. */
export function Rules({ rules, rulesNews, rulesBusy, session }: RulesProps) {
  const { say } = useLanguage();
  return (
    <section aria-labelledby="rules-title">
      <h2 id="rules-title">{say(phrase('options_rules'))}</h2>
      <p class="note">{say(phrase('options_rules_what'))}</p>
      {rules === null && <p>{say(phrase('options_rules_unreadable'))}</p>}
      {rules && (
        <>
          <p>
            <Say
              phrase={
                rules.fileName === null
                  ? phrase('options_rules_shipped')
                  : phrase('options_rules_own', textFigure(rules.fileName))
              }
            />
          </p>
          <details>
            <summary>{say(phrase('options_rules_list', countFigure(rules.rules.rules.length)))}</summary>
            <ul class="rules">
              {rules.rules.rules.map((rule) => (
                <Rule key={rule.id} rule={rule} />
              ))}
            </ul>
          </details>
        </>
      )}
      <div class="actions">
        <label class="file">
          <span class="button">{say(phrase(rulesBusy ? 'options_rules_trying' : 'options_rules_import'))}</span>
          <input
            type="file"
            accept=".json,application/json"
            disabled={rulesBusy}
            onChange={(event) => {
              const input = event.currentTarget;
              const file = input.files?.[0];
              if (file) void session.tryRules(file);
              // The same file, mended, can be chosen again.
              input.value = '';
            }}
          />
        </label>
        {rules && rules.fileName !== null && (
          <button type="button" class="button" onClick={() => void session.useRules(null)}>
            {say(phrase('options_rules_shipped_again'))}
          </button>
        )}
      </div>
      <div role="status">{rulesNews !== null && <News news={rulesNews} session={session} />}</div>
    </section>
  );
}

function Rule({ rule }: { readonly rule: RiskRule }) {
  const { say } = useLanguage();
  const { tone, name } = SEVERITY[rule.severity];
  return (
    <li>
      <Chip tone={tone}>{say(name)}</Chip> <Say phrase={saidOf(rule)} />{' '}
      <span class="note">
        <Say phrase={phrase('options_rule_named', textFigure(rule.id), numberFigure(rule.version, 0))} />
      </span>
    </li>
  );
}

/** A rule's sentence without a deal: an ellipsis stands for each figure. */
function saidOf({ says }: RiskRule): Phrase {
  if ('text' in says) return phrase('deal_risk_own_words', textFigure(says.text));
  const message = Object.hasOwn(RISK_MESSAGES, says.message) ? RISK_MESSAGES[says.message] : undefined;
  return message?.say(says.with.map(() => textFigure('…'))) ?? phrase('deal_risk_own_words', textFigure(says.message));
}

function News({ news, session }: { readonly news: RulesNews; readonly session: OptionsSession }) {
  const { say } = useLanguage();
  switch (news.ended) {
    case 'tried':
      return <Trial file={news.file} trial={news.trial} session={session} />;
    case 'refused':
      return (
        <div class="alarm">
          <p>{say(phrase('options_rules_refused', countFigure(news.problems.length), textFigure(news.fileName)))}</p>
          <Problems problems={news.problems} />
        </div>
      );
    case 'too-large':
      return (
        <p class="alarm">
          <Say phrase={phrase('options_rules_too_large', textFigure(news.fileName))} />
        </p>
      );
    case 'not-a-file':
      return (
        <p class="alarm">
          <Say phrase={phrase('options_import_not_a_file', textFigure(news.fileName))} />
        </p>
      );
    case 'in-force':
      return (
        <p class="done">
          <Say
            phrase={
              news.fileName === null
                ? phrase('options_rules_now_shipped')
                : phrase('options_rules_now_own', textFigure(news.fileName))
            }
          />
        </p>
      );
  }
}
