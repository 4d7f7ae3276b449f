import { isExplained, type Term, type Unanswered } from '../../value/explained';
import type { Phrase } from '../../value/phrase';
import { phrase, textFigure } from '../../value/phrase';
import { type FactLookup, factsIn, holds } from './condition';
import { FACTS, type FactName, isStandardFact } from './fact';
import { factsOf, type Judged } from './facts';
import { type RiskRule, type RiskRules, SEVERITIES, type Severity } from './rule';
import { sentence } from './says';

/** A risk that a deal runs by a rule, and the facts by which the rule says so. */
export type Risk = {
  readonly rule: string;
  readonly version: number;
  readonly severity: Severity;
  readonly says: Phrase;
  readonly facts: readonly Term[];
  /** Where the rule's figures come from, as its author wrote it. */
  readonly source?: string;
};

/** A rule that cannot be decided, and the facts it lacks. */
export type UndecidedRule = {
  readonly rule: string;
  readonly lacks: readonly { readonly name: Phrase; readonly of: Unanswered }[];
};

export type RiskReading = {
  /** The gravest first, then in the order of the file. */
  readonly risks: readonly Risk[];
  readonly undecided: readonly UndecidedRule[];
};

/** The risks that an open deal runs by a file of rules; a deal that has ended runs none. */
export function risksOf(rules: RiskRules, judged: Judged): RiskReading {
  if (judged.dossier.opportunity.outcome !== 'open') return { risks: [], undecided: [] };
  const fact = factsOf(judged, rules.economicBuyerRoles);
  const risks: Risk[] = [];
  const undecided: UndecidedRule[] = [];
  for (const rule of rules.rules) {
    const truth = holds(rule.when, fact);
    if (truth) risks.push(risk(rule, fact));
    else if (truth === undefined) undecided.push({ rule: rule.id, lacks: lacking(rule, fact) });
  }
  risks.sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
  return { risks, undecided };
}

function risk(rule: RiskRule, fact: FactLookup): Risk {
  const { id, version, severity, says, source } = rule;
  const facts = factsIn(rule.when).map((name) => ({ name: nameOf(name), of: fact(name) }));
  return { rule: id, version, severity, says: sentence(says, fact), facts, ...(source && { source }) };
}

function lacking(rule: RiskRule, fact: FactLookup): UndecidedRule['lacks'] {
  return factsIn(rule.when).flatMap((name) => {
    const of = fact(name);
    return isExplained(of) ? [] : [{ name: nameOf(name), of }];
  });
}

/** What a fact is called when it is shown. */
function nameOf(fact: FactName): Phrase {
  return isStandardFact(fact)
    ? FACTS[fact].name
    : phrase('deal_fact_own_field', textFigure(fact.slice('field:'.length)));
}
