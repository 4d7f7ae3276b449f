import { countFigure, phrase, textFigure } from '../../core/value/phrase';
import type { PlanCard } from '../../messages/cards/plan-card';
import { Say } from '../../ui/language/say';
import { useLanguage } from '../../ui/language/speech';
import type { Import, OptionsSession, Settings } from '../settings';
import { Problems } from './problems';

type PlansProps = Pick<Settings, 'plans' | 'lastImport' | 'busy'> & { readonly session: OptionsSession };

/** The shelf of comp plans: which one is active, and how to add one. */
export function Plans({ plans, lastImport, busy, session }: PlansProps) {
  const { say } = useLanguage();
  const active = plans?.some((plan) => plan.active) ?? false;
  return (
    <section aria-labelledby="plans-title">
      <h2 id="plans-title">{say(phrase('options_plans'))}</h2>
      <p class="note">{say(phrase('options_plans_what'))}</p>
      {plans !== null && plans.length === 0 && <p>{say(phrase('options_plans_empty'))}</p>}
      {plans !== null && plans.length > 0 && !active && <p>{say(phrase('options_plans_none_active'))}</p>}
      <ul>
        {plans?.map((plan) => (
          <Card key={plan.id} plan={plan} session={session} />
        ))}
      </ul>
      <div class="actions">
        <label class="file">
          <span class="button main">{say(phrase(busy ? 'options_importing' : 'options_import'))}</span>
          <input
            type="file"
            accept=".json,application/json"
            disabled={busy}
            onChange={(event) => {
              const input = event.currentTarget;
              const file = input.files?.[0];
              if (file) void session.importFile(file);
              // The same file, mended, can be chosen again.
              input.value = '';
            }}
          />
        </label>
      </div>
      <div role="status">{lastImport !== null && <Ended how={lastImport} />}</div>
    </section>
  );
}

function Card({ plan, session }: { readonly plan: PlanCard; readonly session: OptionsSession }) {
  const { say } = useLanguage();
  const named = textFigure(plan.name);
  return (
    <li class={plan.active ? 'card active' : 'card'}>
      <span class="card-name">
        <b>
          <bdi>{plan.name}</bdi>
        </b>
        <br />
        <span class="note">
          <Say phrase={phrase('options_plan_version', textFigure(plan.version))} />
          {plan.shipped && ` · ${say(phrase('options_plan_example'))}`}
          {plan.active && ` · ${say(phrase('options_plan_active'))}`}
        </span>
      </span>
      {plan.active ? (
        <button type="button" class="button" onClick={() => void session.activate(null)}>
          {say(phrase('options_plan_off'))}
        </button>
      ) : (
        <button
          type="button"
          class="button"
          aria-label={say(phrase('options_plan_use_named', named))}
          onClick={() => void session.activate(plan.id)}
        >
          {say(phrase('options_plan_use'))}
        </button>
      )}
      {!plan.shipped && (
        <button
          type="button"
          class="link"
          aria-label={say(phrase('options_plan_remove_named', named))}
          onClick={() => session.ask({ what: 'remove-plan', plan })}
        >
          {say(phrase('options_plan_remove'))}
        </button>
      )}
      {plan.warnings.length > 0 && (
        <details class="problems">
          <summary>{say(phrase('options_plan_warnings', countFigure(plan.warnings.length)))}</summary>
          <Problems problems={plan.warnings} />
        </details>
      )}
    </li>
  );
}

function Ended({ how }: { readonly how: Import }) {
  const { say } = useLanguage();
  const file = textFigure(how.fileName);
  switch (how.ended) {
    case 'taken':
      return (
        <p class="done">
          <Say phrase={phrase('options_import_taken', textFigure(how.plan.name), file)} />
        </p>
      );
    case 'refused':
      return (
        <div class="alarm">
          <p>{say(phrase('options_import_refused', countFigure(how.problems.length), file))}</p>
          <Problems problems={how.problems} />
        </div>
      );
    case 'too-large':
      return (
        <p class="alarm">
          <Say phrase={phrase('options_import_too_large', file)} />
        </p>
      );
    case 'not-a-file':
      return (
        <p class="alarm">
          <Say phrase={phrase('options_import_not_a_file', file)} />
        </p>
      );
  }
}
