import { phrase } from '../core/value/phrase';
import { useLanguage } from '../ui/language/speech';
import type { OptionsSession } from './settings';

type ClosedTabProps = { readonly glances: boolean | null; readonly session: Pick<OptionsSession, 'showGlances'> };

/** What the panel shows while it is closed. */
export function ClosedTab({ glances, session }: ClosedTabProps) {
  const { say } = useLanguage();
  if (glances === null) return null;
  return (
    <section aria-labelledby="tab-title">
      <h2 id="tab-title">{say(phrase('options_tab'))}</h2>
      <label>
        <input
          type="checkbox"
          checked={glances}
          onChange={({ currentTarget }) => void session.showGlances(currentTarget.checked)}
        />{' '}
        {say(phrase('options_tab_glances'))}
      </label>
      <p class="note">{say(phrase('options_tab_what'))}</p>
    </section>
  );
}
