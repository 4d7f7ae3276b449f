import type { GoalsFile } from '../../core/goals/file/file-goal';
import { readGoals } from '../../core/goals/file/read-goals';
import { withFileGoals } from '../../core/goals/file/with-file-goals';
import type { Book } from '../../core/model/book';
import type { FileRow, RowProblem } from '../../core/pay/cross-check/statement-file';
import { ifGiven } from '../../core/value/known';
import { ok, type Result } from '../../core/value/result';
import type { CrmFacts } from '../../crm/port';
import type { Store } from '../../store/store';

/** The goals that the user has brought along. */
export type GoalFiles = {
  readonly inForce: () => Promise<GoalsFile | null>;
  readonly use: (
    file: { readonly fileName: string; readonly rows: readonly FileRow[] } | null,
  ) => Promise<Result<GoalsFile | null, readonly RowProblem[]>>;
  /** A book with them. */
  readonly into: (book: Book, facts: CrmFacts) => Promise<Book>;
};

const SETTING = 'goals-file';

export function goalFiles(store: Pick<Store, 'setting' | 'keepSetting'>): GoalFiles {
  const inForce = async (): Promise<GoalsFile | null> => {
    const kept = await store.setting(SETTING);
    if (typeof kept !== 'object' || kept === null) return null;
    const { fileName, rows } = kept as { readonly fileName: string; readonly rows: readonly FileRow[] };
    // Read anew: a release may have learned to read more, and what it reads otherwise is not what was kept.
    const goals = readGoals(rows);
    return goals.ok ? { fileName, goals: goals.value } : null;
  };
  return {
    inForce,
    async use(file) {
      if (file === null) {
        await store.keepSetting(SETTING, null);
        return ok(null);
      }
      const goals = readGoals(file.rows);
      if (!goals.ok) return goals;
      await store.keepSetting(SETTING, file);
      return ok({ fileName: file.fileName, goals: goals.value });
    },
    async into(book, { viewer, login }) {
      const file = await inForce();
      const id = ifGiven(viewer)?.id;
      return file ? withFileGoals(book, file, id !== undefined && login !== undefined ? { [id]: login } : {}) : book;
    },
  };
}
