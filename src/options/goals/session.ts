import { createStore, type StoreApi } from 'zustand/vanilla';
import type { FileGoal, GoalsFile } from '../../core/goals/file/file-goal';
import { readGoals } from '../../core/goals/file/read-goals';
import type { FileRow, RowProblem } from '../../core/pay/cross-check/statement-file';
import type { PageClient } from '../../messages/port';
import { tableOf } from '../table';

/** A file larger than this is no file of goals. */
const LARGEST_GOALS = 1_000_000;

/** A file that was chosen and is not used yet. */
export type ChosenGoals =
  | { readonly is: 'readable'; readonly fileName: string; readonly goals: readonly FileGoal[] }
  | { readonly is: 'faulty'; readonly fileName: string; readonly problems: readonly RowProblem[] }
  | { readonly is: 'no-table'; readonly fileName: string };

export type GoalSettings = {
  /** The goals in use; `undefined` until the background has answered, null for none. */
  readonly used: GoalsFile | null | undefined;
  readonly chosen: ChosenGoals | null;
};

export type GoalsSession = {
  readonly store: StoreApi<GoalSettings>;
  readonly load: () => Promise<void>;
  readonly choose: (file: Pick<File, 'name' | 'size' | 'text'>) => Promise<void>;
  /** Uses the file that was chosen. */
  readonly use: () => Promise<void>;
  readonly leave: () => void;
  readonly remove: () => Promise<void>;
};

export function goalsSession(background: Pick<PageClient, 'call'>): GoalsSession {
  const store = createStore<GoalSettings>(() => ({ used: undefined, chosen: null }));
  let rows: readonly FileRow[] = [];
  return {
    store,
    async load() {
      store.setState({ used: await background.call('goalsFile', null) });
    },
    async choose(file) {
      const fileName = file.name;
      try {
        if (file.size > LARGEST_GOALS) throw new RangeError('too large for a file of goals');
        rows = await tableOf(await file.text());
      } catch {
        store.setState({ chosen: { is: 'no-table', fileName } });
        return;
      }
      const goals = readGoals(rows);
      store.setState({
        chosen: goals.ok
          ? { is: 'readable', fileName, goals: goals.value }
          : { is: 'faulty', fileName, problems: goals.problem },
      });
    },
    async use() {
      const { chosen } = store.getState();
      if (chosen?.is !== 'readable') return;
      const { fileName } = chosen;
      const answer = await background.call('useGoals', { fileName, rows });
      store.setState(
        answer.ok
          ? { used: answer.value, chosen: null }
          : { chosen: { is: 'faulty', fileName, problems: answer.problem } },
      );
    },
    leave: () => store.setState({ chosen: null }),
    async remove() {
      const answer = await background.call('useGoals', null);
      if (answer.ok) store.setState({ used: answer.value });
    },
  };
}
