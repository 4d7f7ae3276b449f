import type { RecordRef } from '../../model/record-ref';
import type { Judged } from './facts';
import { type Risk, risksOf } from './risks';
import type { RiskRules } from './rule';

/** What new rules would change for one deal. */
export type DealChange = {
  readonly ref: RecordRef;
  readonly name: string;
  readonly gains: readonly Risk[];
  readonly loses: readonly Risk[];
  /** Risks that stay, but graver, less grave, or in other words. */
  readonly altered: readonly { readonly before: Risk; readonly after: Risk }[];
};

/** What new rules would change before they take effect. */
export type DryRun = {
  /** Deals looked at: the open ones. */
  readonly deals: number;
  /** Only deals for which something changes, in the order given. */
  readonly changes: readonly DealChange[];
  /** How many deals each rule speaks for, by the old rules and by the new, and for how many the new ones cannot tell. */
  readonly byRule: readonly {
    readonly rule: string;
    readonly before: number;
    readonly after: number;
    readonly undecided: number;
  }[];
};

/** Tries new rules on deals already read, beside the rules in force. Nothing is stored and nothing takes effect. */
export function dryRun(rules: RiskRules, inForce: RiskRules, deals: readonly Judged[]): DryRun {
  const open = deals.filter(({ dossier }) => dossier.opportunity.outcome === 'open');
  const tally = new Map<string, { before: number; after: number; undecided: number }>();
  const of = (rule: string) => {
    const counts = tally.get(rule) ?? { before: 0, after: 0, undecided: 0 };
    tally.set(rule, counts);
    return counts;
  };
  for (const { id } of [...rules.rules, ...inForce.rules]) of(id);
  const changes: DealChange[] = [];
  for (const judged of open) {
    const before = risksOf(inForce, judged).risks;
    const { risks: after, undecided } = risksOf(rules, judged);
    for (const { rule } of before) of(rule).before += 1;
    for (const { rule } of after) of(rule).after += 1;
    for (const { rule } of undecided) of(rule).undecided += 1;
    const change = compare(before, after);
    if (change.gains.length + change.loses.length + change.altered.length === 0) continue;
    changes.push({ ref: judged.dossier.ref, name: judged.dossier.opportunity.name, ...change });
  }
  return { deals: open.length, changes, byRule: [...tally].map(([rule, counts]) => ({ rule, ...counts })) };
}

function compare(before: readonly Risk[], after: readonly Risk[]): Omit<DealChange, 'ref' | 'name'> {
  const old = new Map(before.map((risk) => [risk.rule, risk]));
  const kept = new Set(after.map(({ rule }) => rule));
  return {
    gains: after.filter(({ rule }) => !old.has(rule)),
    loses: before.filter(({ rule }) => !kept.has(rule)),
    altered: after.flatMap((risk) => {
      const was = old.get(risk.rule);
      return was && (was.severity !== risk.severity || was.version !== risk.version || !sameWords(was, risk))
        ? [{ before: was, after: risk }]
        : [];
    }),
  };
}

function sameWords(a: Risk, b: Risk): boolean {
  return JSON.stringify(a.says) === JSON.stringify(b.says);
}
