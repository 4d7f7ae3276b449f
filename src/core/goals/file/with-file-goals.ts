import type { Book } from '../../model/book';
import type { Goal } from '../../model/goal';
import { given, ifGiven } from '../../value/known';
import type { FileGoal, GoalsFile } from './file-goal';
import { plainName } from './read-goals';
import { isPeriod } from './written-period';

/**
 * A book with the goals that a file sets for its rep and period, and the team's below it. A goal of the CRM's stays; one of the file's
 * for the same measure takes its place, and keeps what it took the place of.
 *
 * @param names - what else somebody goes by in the CRM, a login, by the id of the rep
 */
export function withFileGoals(book: Book, file: GoalsFile, names: Readonly<Record<string, string>> = {}): Book {
  const { rep, period } = book;
  const called = new Set([rep.id, rep.name, names[rep.id] ?? rep.name].map(plainName));
  const own = file.goals.filter((goal) => called.has(plainName(goal.owner)) && isPeriod(goal.period, period));
  const team =
    book.team && 'value' in book.team
      ? { team: { ...book.team, value: book.team.value.map((one) => withFileGoals(one, file, names)) } }
      : {};
  if (own.length === 0) return { ...book, ...team };
  const ofCrm = ifGiven(book.goals) ?? [];
  const written = own.map((goal) => asGoal(goal, ofCrm, book, file));
  const replaced = new Set(written.map(({ id }) => id));
  const goals = [...ofCrm.filter(({ id }) => !replaced.has(id)), ...written];
  return { ...book, ...team, goals: given(goals, { kind: 'file', name: file.fileName }, book.asOf) };
}

function asGoal({ line, measure, target }: FileGoal, ofCrm: readonly Goal[], book: Book, file: GoalsFile): Goal {
  const name = plainName(measure);
  const same = ofCrm.find((goal) => plainName(goal.measure.id) === name || plainName(goal.measure.name) === name);
  const source = { kind: 'file', name: file.fileName, path: String(line) } as const;
  const base = same ?? {
    id: `file:${name}`,
    measure: { id: measure, name: measure, unit: target.unit, filter: [] },
    period: book.period,
    ownerId: book.rep.id,
    leads: false,
  };
  return {
    ...base,
    measure: { ...base.measure, unit: target.unit },
    target: given(target, source, book.asOf),
    ...(same && { insteadOf: same.target }),
  };
}
