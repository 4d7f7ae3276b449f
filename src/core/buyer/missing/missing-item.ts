import type { MissingReason } from '../../value/known';
import { type Phrase, phrase } from '../../value/phrase';
import type { EmptyChair } from '../committee/empty-chairs';
import type { QualificationKind } from '../process/qualification';

export type MissingKind =
  | 'committee'
  | 'chair'
  | 'second-thread'
  | 'activities'
  | 'decision-date'
  | 'next-step'
  | 'amount'
  | 'close-date'
  | 'account'
  | 'buyer-year'
  | QualificationKind;

/** Something a deal lacks on the buyer's side. */
export type MissingItem = {
  readonly what: MissingKind;
  /** What it is, in a few words: a role as the organisation words it, "Their decision date". */
  readonly name: Phrase;
  /** Why it matters, or why nobody can say whether it is there. */
  readonly because: Phrase;
  /** `absent`: looked for and not there. `hidden`: there or not, this user may not see. `unknown`: not read, or the CRM has no place for it. */
  readonly standing: 'absent' | 'hidden' | 'unknown';
  /** 0..1, orders the list. For a chair, the share of won deals that had it. */
  readonly importance: number;
  readonly chair?: EmptyChair;
};

/**
 * How much each weighs where no norm of the organisation's says so. Order of the trade, not a measurement: without people and an
 * amount there is no deal to speak of; then what dates it, then what moves it, then what qualifies it.
 */
const IMPORTANCE: Readonly<Record<Exclude<MissingKind, 'chair'>, number>> = {
  committee: 1,
  activities: 0.97,
  amount: 0.95,
  'close-date': 0.92,
  account: 0.91,
  'decision-date': 0.75,
  'next-step': 0.7,
  'second-thread': 0.65,
  budget: 0.5,
  authority: 0.48,
  timeline: 0.46,
  pain: 0.44,
  need: 0.42,
  process: 0.4,
  'buyer-year': 0.2,
};

/** One that is no chair, with the weight it always has. */
export function item(
  what: Exclude<MissingKind, 'chair'>,
  name: Phrase,
  why: Phrase,
  reason: MissingReason,
): MissingItem {
  return { what, name, because: why, standing: standingOf(reason), importance: IMPORTANCE[what] };
}

function standingOf(reason: MissingReason): MissingItem['standing'] {
  if (reason === 'not-recorded') return 'absent';
  return reason === 'hidden' ? 'hidden' : 'unknown';
}

/** Why it is not there: the sentence for what nobody recorded, or what stands in the way of knowing. */
export function because(reason: MissingReason, absent: Phrase): Phrase {
  if (reason === 'not-recorded') return absent;
  if (reason === 'not-shown') return phrase('buyer_not_shown');
  return reason === 'hidden' ? phrase('buyer_hidden') : phrase('buyer_not_known');
}
