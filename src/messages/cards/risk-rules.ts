import type { RiskRules, Severity } from '../../core/deal/risks/rule';
import type { Phrase } from '../../core/value/phrase';

/** The risk rules in force: those that come with the extension, or an administrator's own from a file. */
export type RulesInForce = {
  /** null: those that come with the extension. */
  readonly fileName: string | null;
  readonly rules: RiskRules;
};

/** A risk of one deal, named. */
export type TriedRisk = { readonly rule: string; readonly severity: Severity; readonly says: Phrase };

/** What rules from a file would change, tried on the deals in the cache. Nothing has taken effect. */
export type RulesTrial = {
  readonly rules: RiskRules;
  /** Open deals they were tried on. */
  readonly deals: number;
  /** How many of them change; `changes` shows the first of these. */
  readonly changed: number;
  readonly changes: readonly {
    readonly name: string;
    readonly gains: readonly TriedRisk[];
    readonly loses: readonly TriedRisk[];
    readonly altered: readonly { readonly before: TriedRisk; readonly after: TriedRisk }[];
  }[];
  readonly byRule: readonly {
    readonly rule: string;
    readonly before: number;
    readonly after: number;
    readonly undecided: number;
  }[];
};
