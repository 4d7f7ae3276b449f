import { type Phrase, phrase } from '../../value/phrase';

/** What kind of value a fact has, and so what it can be compared with. */
export type FactKind = 'number' | 'flag' | 'text';

/** The facts about a deal that a rule may ask for: their kinds, and what they are called when they are shown. */
export const FACTS = {
  /** Days since the buyer's last act that counts. */
  days_since_buyer_act: { kind: 'number', name: phrase('deal_fact_days_since_buyer_act') },
  /** How many days of silence are long, by won deals or the published figure. */
  long_silence_days: { kind: 'number', name: phrase('deal_fact_long_silence_days') },
  buyer_acts: { kind: 'number', name: phrase('deal_fact_buyer_acts') },
  /** Acts that count since the deal came into its present stage. */
  buyer_acts_in_stage: { kind: 'number', name: phrase('deal_fact_buyer_acts_in_stage') },
  /** Different people on the buyer's side behind the acts that count. */
  people_engaged: { kind: 'number', name: phrase('deal_fact_people_engaged') },
  /** People on the buying committee, as recorded. */
  committee_size: { kind: 'number', name: phrase('deal_fact_committee_size') },
  /** Whether somebody on the committee has one of the roles that the rules call an economic buyer. */
  economic_buyer_named: { kind: 'flag', name: phrase('deal_fact_economic_buyer_named') },
  evidenced: { kind: 'flag', name: phrase('deal_fact_evidenced') },
  /** Claims of the rep's that the evidence contradicts. */
  contradictions: { kind: 'number', name: phrase('deal_fact_contradictions') },
  /** Days since the close date; negative while it is ahead. */
  days_overdue: { kind: 'number', name: phrase('deal_fact_days_overdue') },
  pushes: { kind: 'number', name: phrase('deal_fact_pushes') },
  days_pushed: { kind: 'number', name: phrase('deal_fact_days_pushed') },
  /** Days to the latest date ahead that the buyer has set. */
  days_to_buyer_date: { kind: 'number', name: phrase('deal_fact_days_to_buyer_date') },
  /** Days from the close date to the last day of its fiscal period; 0 on that day. */
  days_close_to_period_end: { kind: 'number', name: phrase('deal_fact_days_close_to_period_end') },
  age_days: { kind: 'number', name: phrase('deal_fact_age_days') },
  /** The longest that a won deal of this kind took. */
  longest_won_days: { kind: 'number', name: phrase('deal_fact_longest_won_days') },
  days_in_stage: { kind: 'number', name: phrase('deal_fact_days_in_stage') },
  stage: { kind: 'text', name: phrase('deal_fact_stage') },
  /** By meaning: pipeline, best-case, most-likely, commit, closed, omitted. */
  forecast_category: { kind: 'text', name: phrase('deal_fact_forecast_category') },
  /** In the deal's own currency, major units. */
  amount: { kind: 'number', name: phrase('deal_fact_amount') },
  /** As the record states it, 0..1. */
  probability: { kind: 'number', name: phrase('deal_fact_probability') },
  next_step: { kind: 'text', name: phrase('deal_fact_next_step') },
  type: { kind: 'text', name: phrase('deal_fact_type') },
} as const satisfies Readonly<Record<string, { readonly kind: FactKind; readonly name: Phrase }>>;

/** A fact of the table, or `field:` and the API name of one of the organisation's own fields. */
export type StandardFact = keyof typeof FACTS;
export type FactName = StandardFact | `field:${string}`;

export function isStandardFact(name: string): name is StandardFact {
  return Object.hasOwn(FACTS, name);
}

/** Whether a rule may ask for a fact of this name. */
export function isFactName(name: string): name is FactName {
  return isStandardFact(name) || /^field:[A-Za-z][A-Za-z0-9_.]{0,79}$/.test(name);
}

/** The kind of a fact; undefined for an organisation's own field, which may hold any. */
export function kindOf(name: FactName): FactKind | undefined {
  return isStandardFact(name) ? FACTS[name].kind : undefined;
}
