import type { PlanProblem } from '../../core/pay/plan/problem';
import { phrase } from '../../core/value/phrase';
import { Say } from '../../ui/language/say';
import { useLanguage } from '../../ui/language/speech';

/** What is wrong in a plan's file: the place in it, and a sentence. */
export function Problems({ problems }: { readonly problems: readonly PlanProblem[] }) {
  const { say } = useLanguage();
  return (
    <ul class="problems">
      {problems.map(({ path, because }) => (
        <li key={`${path}/${JSON.stringify(because)}`}>
          <code>{path === '' ? say(phrase('options_whole_file')) : path}</code>
          {': '}
          <Say phrase={because} />
        </li>
      ))}
    </ul>
  );
}
