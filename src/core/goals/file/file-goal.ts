import type { Target } from '../../model/goal';
import type { CivilDate } from '../../value/civil-date';

/** A stretch of time as a file names it: by a label, by its days, or both. Half-open, as everywhere. */
export type WrittenPeriod = {
  readonly label: string;
  readonly days: { readonly start: CivilDate; readonly end: CivilDate } | null;
};

/** A goal as a line of a file sets it. */
export type FileGoal = {
  /** 1 is the row of names. */
  readonly line: number;
  /** The id, the name or the login that the owner goes by in the CRM. */
  readonly owner: string;
  readonly measure: string;
  readonly period: WrittenPeriod;
  readonly target: Target;
};

/** Goals that the user has brought along, in a file. */
export type GoalsFile = { readonly fileName: string; readonly goals: readonly FileGoal[] };
