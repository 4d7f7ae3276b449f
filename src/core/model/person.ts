import type { Known } from '../value/known';

/** A user of the CRM who sells, or manages those who do. */
export type Rep = { readonly id: string; readonly name: string };

/** Somebody on the buyer's side. */
export type Contact = {
  readonly id: string;
  readonly name: string;
  readonly title: Known<string>;
  readonly email: Known<string>;
  readonly accountId: Known<string>;
};

/** The part a person plays in the purchase, as the CRM words it: "Economic Buyer", "Decision Maker", "Evaluator". */
export type Role = string;

/** A colleague on a deal, and as what. */
export type TeamMember = { readonly rep: Rep; readonly role: Known<string> };

/** A person on the buying committee of an opportunity. */
export type CommitteeMember = {
  readonly contact: Contact;
  readonly role: Known<Role>;
  readonly primary: boolean;
  /** How much weight their word has, 0..1, where somebody recorded it. */
  readonly influence: Known<number>;
  /** For us, against us or neither, where somebody recorded it. */
  readonly support: Known<'for' | 'neutral' | 'against'>;
};
