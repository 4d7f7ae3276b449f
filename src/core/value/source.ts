/** Where a value came from, in words a person can follow back to the record. */
export type Source =
  /** A field or an answer of the CRM: `Opportunity.Amount`, `ForecastingQuota`. `record` is the record's id where there is one. */
  | { readonly kind: 'crm'; readonly field: string; readonly record?: string }
  /** A file the user gave: a comp plan, goals, holidays. `path` is the place in it. */
  | { readonly kind: 'file'; readonly name: string; readonly path?: string }
  /** Typed by the user in the options. */
  | { readonly kind: 'entered'; readonly where: string }
  /** Learned from closed deals; `n` says from how many. */
  | { readonly kind: 'learned'; readonly from: string; readonly n: number }
  /** A published figure, with who said so and when. */
  | { readonly kind: 'published'; readonly by: string; readonly year: number }
  /** Worked out from other values by the rule named. */
  | { readonly kind: 'derived'; readonly rule: string };
