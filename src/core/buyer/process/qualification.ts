import type { Opportunity } from '../../model/opportunity';
import { type Answer, explained, unanswered } from '../../value/explained';
import { isGiven, type Known } from '../../value/known';
import { type Phrase, phrase, textFigure } from '../../value/phrase';

/** What a buyer must have before a purchase can happen. */
export const QUALIFICATIONS = ['need', 'budget', 'process', 'authority', 'timeline', 'pain'] as const;
export type QualificationKind = (typeof QUALIFICATIONS)[number];

/** What the CRM's own fields say about each; undated, and the rep's word, so that it stands beside the acts and is none. */
export type Qualification = Readonly<Record<QualificationKind, Answer<string | number | boolean>>>;

/**
 * Fields that hold each, by API name without case, underscores and the marks of custom fields: those of Dynamics 365 opportunities (`need`,
 * `budgetstatus`, `purchaseprocess`, `decisionmaker`, `purchasetimeframe`, `customerpainpoints`), those that Salesforce
 * creates in a trial organisation (`Budget_Confirmed__c`, `Discovery_Completed__c`, …), and what organisations add for MEDDIC and BANT.
 */
const FIELDS: Readonly<Record<QualificationKind, readonly string[]>> = {
  need: ['need', 'customerneed', 'needs', 'needconfirmed', 'discoverycompleted', 'needsdefined'],
  budget: ['budgetstatus', 'budget', 'budgetconfirmed', 'budgetamount', 'budgetallocated', 'isbudgeted'],
  process: ['purchaseprocess', 'decisionprocess', 'buyingprocess', 'decisioncriteria', 'paperprocess'],
  authority: ['decisionmaker', 'authority', 'economicbuyer', 'decisionmakeridentified', 'authorityconfirmed'],
  timeline: [
    'purchasetimeframe',
    'timeline',
    'timeframe',
    'decisiondate',
    'decisiontimeline',
    'golivedate',
    'compellingevent',
  ],
  pain: ['customerpainpoints', 'pain', 'painpoints', 'identifiedpain', 'identifypain', 'businesspain'],
};

/** Values of a choice by which nobody knows yet; never read as a no. */
const NOTHING_SAID: ReadonlySet<string> = new Set(['', 'unknown', 'none', '--none--', 'n/a', 'tbd', '?', '-']);

const NO_FIELD: Readonly<Record<QualificationKind, Phrase>> = {
  need: phrase('buyer_no_need'),
  budget: phrase('buyer_no_budget'),
  process: phrase('buyer_no_process'),
  authority: phrase('buyer_no_authority'),
  timeline: phrase('buyer_no_timeline'),
  pain: phrase('buyer_no_pain'),
};

/** What the opportunity's fields say about need, budget, process, authority, timeline and pain. */
export function qualification({ fields }: Pick<Opportunity, 'fields'>): Qualification {
  const byName = new Map<string, Known<string | number | boolean>>();
  for (const [name, known] of Object.entries(fields)) byName.set(plainName(name), known);
  const of = (kind: QualificationKind): Answer<string | number | boolean> => {
    const held = FIELDS[kind].flatMap((name) => byName.get(name) ?? []);
    const said = held.find((known) => isGiven(known) && !saysNothing(known.value));
    if (said && isGiven(said)) {
      return explained(said.value, textFigure(String(said.value)), phrase('buyer_field_rule'), [], {
        asOf: said.asOf,
        sources: [said.source],
      });
    }
    const hidden = held.find((known) => !isGiven(known) && known.missing === 'hidden');
    const reason = hidden ? 'hidden' : held.length === 0 ? 'feature-off' : 'not-recorded';
    return unanswered(reason, NO_FIELD[kind]);
  };
  return {
    need: of('need'),
    budget: of('budget'),
    process: of('process'),
    authority: of('authority'),
    timeline: of('timeline'),
    pain: of('pain'),
  };
}

function plainName(name: string): string {
  return name
    .replace(/__c$/i, '')
    .replace(/^(new|cr[a-z0-9]{3,5})_/i, '')
    .replace(/_/g, '')
    .toLowerCase();
}

function saysNothing(value: string | number | boolean): boolean {
  return typeof value === 'string' && NOTHING_SAID.has(value.trim().toLowerCase());
}
