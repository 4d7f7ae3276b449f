import type { FileGoal } from '../../core/goals/file/file-goal';
import { countFigure, type Figure, moneyFigure, phrase, textFigure } from '../../core/value/phrase';
import { Say } from '../../ui/language/say';
import { useLanguage } from '../../ui/language/speech';
import { useHeld } from '../../ui/use-held';
import type { ChosenGoals, GoalSettings, GoalsSession } from './session';

const whole = (settings: GoalSettings) => settings;

/** Goals from a file: for a CRM that keeps no quotas, or keeps them somewhere else. */
export function Goals({ session }: { readonly session: GoalsSession }) {
  const { say } = useLanguage();
  const { used, chosen } = useHeld(session.store, whole);
  return (
    <section aria-labelledby="goals-title">
      <h2 id="goals-title">{say(phrase('goals_title'))}</h2>
      <p class="note">{say(phrase('goals_what'))}</p>
      {used === null && <p>{say(phrase('goals_none'))}</p>}
      {used && (
        <>
          <p class="done">
            <Say phrase={phrase('goals_used', countFigure(used.goals.length), textFigure(used.fileName))} />
          </p>
          <Table goals={used.goals} />
          <div class="actions">
            <button type="button" class="button" onClick={() => void session.remove()}>
              {say(phrase('goals_remove'))}
            </button>
          </div>
        </>
      )}
      <div class="actions">
        <label class="file">
          <span class="button">{say(phrase('goals_choose'))}</span>
          <input
            type="file"
            accept=".csv,.tsv,.txt,text/csv"
            onChange={(event) => {
              const input = event.currentTarget;
              const file = input.files?.[0];
              if (file) void session.choose(file);
              // The same file, mended, can be chosen again.
              input.value = '';
            }}
          />
        </label>
      </div>
      <div role="status">{chosen !== null && <Chosen chosen={chosen} session={session} />}</div>
    </section>
  );
}

function Chosen({ chosen, session }: { readonly chosen: ChosenGoals; readonly session: GoalsSession }) {
  const { say } = useLanguage();
  const file = textFigure(chosen.fileName);
  if (chosen.is === 'no-table') {
    return (
      <p class="alarm">
        <Say phrase={phrase('goals_no_table', file)} />
      </p>
    );
  }
  if (chosen.is === 'faulty') {
    return (
      <div class="alarm">
        <p>
          <Say phrase={phrase('goals_faulty', countFigure(chosen.problems.length), file)} />
        </p>
        <ul class="problems">
          {chosen.problems.map(({ line, because }) => (
            <li key={`${line}-${because.key}`}>
              {say(phrase('goals_line', textFigure(String(line))))} <Say phrase={because} />
            </li>
          ))}
        </ul>
      </div>
    );
  }
  return (
    <>
      <p>
        <Say phrase={phrase('goals_in_file', countFigure(chosen.goals.length), file)} />
      </p>
      <Table goals={chosen.goals} />
      <div class="actions">
        <button type="button" class="button main" onClick={() => void session.use()}>
          {say(phrase('goals_use'))}
        </button>
        <button type="button" class="button" onClick={session.leave}>
          {say(phrase('goals_leave'))}
        </button>
      </div>
    </>
  );
}

function Table({ goals }: { readonly goals: readonly FileGoal[] }) {
  const { say } = useLanguage();
  return (
    <table class="goals">
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <th key={column.key} scope="col">
              {say(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {goals.map((goal) => (
          <tr key={goal.line}>
            <td>
              <bdi>{goal.owner}</bdi>
            </td>
            <td>
              <bdi>{goal.measure}</bdi>
            </td>
            <td>
              <bdi>{goal.period.label || goal.period.days?.start}</bdi>
            </td>
            <td>
              <Say phrase={phrase('goals_target', targetFigure(goal))} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const COLUMNS = [
  phrase('goals_column_owner'),
  phrase('goals_column_measure'),
  phrase('goals_column_period'),
  phrase('goals_column_target'),
];

function targetFigure({ target }: FileGoal): Figure {
  return target.unit === 'money' ? moneyFigure(target.amount) : countFigure(target.count);
}
