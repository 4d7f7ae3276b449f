import type { Odds } from '../../core/goals/chance/open-bets';
import type { Dossier } from '../../core/model/dossier';
import { type Answer, type Unanswered, unanswered } from '../../core/value/explained';
import type { Money } from '../../core/value/money';
import { phrase } from '../../core/value/phrase';
import type { Reading } from '../../messages/reading';

/** What the pay room says about this deal under the plan, worked out once for tile, summary and section. */
export type PaySight =
  | {
      readonly known: true;
      /** What winning it now adds; for a deal that was won, what it added. */
      readonly now: Answer<Money>;
      readonly expected: Answer<Money>;
      readonly lastIn: Answer<Money>;
      /** By how much winning it rather than losing it raises the chance of making the goal. */
      readonly goalLift: Answer<number>;
      /** From where the deal leaves the rep to the next tier. */
      readonly toNextTier: Answer<Money>;
      /** What the next tier pays, in the plan's words; null at the top of the plan. */
      readonly nextTier: Answer | null;
    }
  | { readonly known: false; readonly because: Unanswered };

export function paySight({ plan }: Reading, _dossier: Dossier, _odds: Odds): PaySight {
  return {
    known: false,
    because: unanswered('missing' in plan ? plan.missing : 'not-yet-read', phrase('panel_no_plan')),
  };
}
