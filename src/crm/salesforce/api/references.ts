import type { CrmProblem } from '../../../core/model/crm-problem';
import type { Result } from '../../../core/value/result';
import { rowOf } from './rows';
import type { Select } from './soql';

/** A reference to a field of a record that is read in the same call. */
export const REFERENCE = /@\{(\w+)\.(\w+)\}/g;

/** What references lead to: answers by the names of their parts. */
type Answers = Readonly<Record<string, Result<unknown, CrmProblem> | undefined>>;

/** The text that a reference stands for; `undefined` where it leads to nothing. */
export function referred(answers: Answers, name: string, field: string): string | undefined {
  const answer = answers[name];
  const value = answer?.ok ? rowOf(answer.value)?.[field] : undefined;
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A query whose references are written out: it can be asked without what they refer to. Those that lead to nothing stay. */
export function writtenOut(select: Select, answers: Answers): Select {
  const out = (text: string) =>
    text.replace(REFERENCE, (whole, name: string, field: string) => {
      const value = referred(answers, name, field);
      // An id and nothing else: what comes from outside does not become part of a query.
      return value !== undefined && /^\w+$/.test(value) ? value : whole;
    });
  return {
    ...select,
    rest: out(select.rest),
    ...(select.children && {
      children: select.children.map((child) =>
        child.rest === undefined ? child : { ...child, rest: out(child.rest) },
      ),
    }),
  };
}
