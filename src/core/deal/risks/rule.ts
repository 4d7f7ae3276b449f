import type { Phrase } from '../../value/phrase';
import type { FactName } from './fact';

/** How grave a risk is. */
export const SEVERITIES = ['high', 'medium', 'low'] as const;
export type Severity = (typeof SEVERITIES)[number];

export const COMPARISONS = ['>', '>=', '<', '<=', '=', '!='] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** What a fact is compared with: a value, or another fact, so many times over. */
export type Operand = number | string | boolean | { readonly fact: FactName; readonly times?: number };

/** When a rule speaks. `missing` is true only where a value is known not to be recorded, not where it is hidden or unread. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly missing: FactName }
  | { readonly fact: FactName; readonly is: Comparison; readonly than: Operand };

/** What a rule says: a sentence of the interface with facts for its places, or the administrator's own words with `{fact}` in them. */
export type Says = { readonly message: string; readonly with: readonly FactName[] } | { readonly text: string };

/** A rule by which a deal is at risk. */
export type RiskRule = {
  readonly id: string;
  /** Counts up with every change, so that it can be said which wording a deal was judged by. */
  readonly version: number;
  readonly severity: Severity;
  readonly when: Condition;
  readonly says: Says;
  /** Where its figures come from, in words, if from anywhere. */
  readonly source?: string;
};

/** A file of rules. */
export type RiskRules = {
  readonly format: 1;
  /** Roles, as the organisation words them, that make somebody the economic buyer; case does not matter. */
  readonly economicBuyerRoles: readonly string[];
  readonly rules: readonly RiskRule[];
};

/** What is wrong in a file of rules, and where: `rules[3].when.all[0].fact`. */
export type RuleProblem = { readonly path: string; readonly because: Phrase };
