import type { CrmProblem } from '../../core/model/crm-problem';
import { type Phrase, phrase } from '../../core/value/phrase';
import { Say } from '../../ui/language/say';
import { useLanguage } from '../../ui/language/speech';
import { problemWords } from './problem-words';

export type NoticeActions = {
  readonly onConnect: () => void;
  readonly onRefresh: () => void;
  /** Asks once more where nothing is asked again by itself. */
  readonly onRetry: () => void;
  /** Opens the options where the organisation's approved app is. */
  readonly onApp: () => void;
};

/** Problems that pass by themselves or by the user's own doing: worth another try from here. */
const WORTH_TRYING: ReadonlySet<CrmProblem['kind']> = new Set([
  'signed-out',
  'offline',
  'not-the-crm',
  'conflict',
  'rate-limited',
  'invalid',
]);

type NoticeOf = {
  readonly problem: CrmProblem;
  /** What that leaves of the panel, where it is more than waiting. */
  readonly beside?: Phrase | null;
};

/** What is in the way and what the user can do about it. One quiet strip; what is known stays below it. */
export function Notice({ problem, onConnect, onRefresh, onRetry, onApp, beside }: NoticeActions & NoticeOf) {
  const { say } = useLanguage();
  return (
    <div class="notice">
      <p>
        <Say phrase={problemWords(problem)} />
      </p>
      {beside != null && <p class="note">{say(beside)}</p>}
      {problem.kind === 'not-connected' && (
        <>
          <p class="note">{say(phrase('panel_connect_why'))}</p>
          <button type="button" class="button main" onClick={onConnect}>
            {say(phrase('panel_connect'))}
          </button>
        </>
      )}
      {(problem.kind === 'blocked' || problem.kind === 'session-hidden') && (
        <button type="button" class="button main" onClick={onApp}>
          {say(phrase('panel_use_app'))}
        </button>
      )}
      {problem.kind === 'blocked' && (
        <button type="button" class="button" onClick={onRetry}>
          {say(phrase('panel_ask_once_more'))}
        </button>
      )}
      {WORTH_TRYING.has(problem.kind) && (
        <button type="button" class="button" onClick={onRefresh}>
          {say(phrase('panel_try_again'))}
        </button>
      )}
    </div>
  );
}
