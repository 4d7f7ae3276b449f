import { phrase } from '../../../core/value/phrase';
import { Explain } from '../../../ui/explain/explain';
import { Tell } from '../../../ui/language/say';
import { useLanguage } from '../../../ui/language/speech';
import type { SmallGoalView } from '../../view/goal/section-view';
import { SmallPaceChart } from './pace-chart';

/** The rep's other goals beside each other, each with its own pace. */
export function SmallGoals({ goals }: { readonly goals: readonly SmallGoalView[] }) {
  const { say } = useLanguage();
  if (goals.length === 0) return null;
  return (
    <>
      <h3>{say(phrase('panel_other_goals'))}</h3>
      <ul class="small-goals">
        {goals.map(({ id, name, attainment, gap, chart }) => (
          <li key={id}>
            <bdi class="small-goal-name" title={name}>
              {name}
            </bdi>
            <span class="small-goal-figure">
              <Explain answer={attainment} name={phrase('panel_attainment')} otherwise={phrase('ui_not_known')} />
            </span>
            {chart !== null && <SmallPaceChart chart={chart} />}
            {gap !== null && (
              <span class="note">
                <Tell line={gap} />
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
