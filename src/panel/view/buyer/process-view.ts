import { type BuyerStep, STEP_NAMES } from '../../../core/buyer/process/buyer-step';
import type { BuyingProcess } from '../../../core/buyer/process/buying-process';
import { type Answer, isExplained } from '../../../core/value/explained';
import { daysFigure, type Phrase, phrase, phraseFigure } from '../../../core/value/phrase';
import { type Line, line } from '../../../ui/language/line';

/** A step of the purchase: the day our stage claimed it, the day the buyer's own acts showed it, and the days between. */
export type StepLine = {
  readonly step: BuyerStep;
  readonly name: Phrase;
  readonly claimed: Answer | null;
  /** Where the buyer has not come so far, how long we have claimed it. */
  readonly shown: Answer | null;
  readonly waiting: Line | null;
  /** Days that the buyer came after our claim, in words; null where one of the two days is not known. */
  readonly lag: Answer | null;
  /** The buyer came later than we said, or has not come. */
  readonly late: boolean;
};

export type ProcessView = {
  /** Both tracks side by side; empty where neither is known. */
  readonly steps: readonly StepLine[];
  readonly summary: Line;
};

export function processView({ steps, buyerAt, sellerAt }: BuyingProcess): ProcessView {
  const lines = steps.map(({ step, claimedOn, shownOn, shown, lagDays, running }): StepLine => {
    const days = isExplained(lagDays) ? lagDays.value : null;
    return {
      step,
      name: STEP_NAMES[step],
      claimed: isExplained(claimedOn) ? claimedOn : null,
      shown: isExplained(shownOn) ? shownOn : null,
      waiting: shown === 'undated' ? line('panel_step_date_ahead') : null,
      lag:
        isExplained(lagDays) && days !== null
          ? { ...lagDays, figure: phraseFigure(running ? soFar(days) : apart(days)) }
          : null,
      late: days !== null && days > 0,
    };
  });
  const known = lines.some(({ claimed, shown, waiting }) => claimed !== null || shown !== null || waiting !== null);
  return { steps: known ? lines : [], summary: line('panel_steps_summary', sellerAt, buyerAt) };
}

function soFar(days: number): Phrase {
  return phrase('panel_lag_so_far', daysFigure(days));
}

function apart(days: number): Phrase {
  if (days === 0) return phrase('panel_lag_none');
  return days > 0 ? phrase('panel_lag_later', daysFigure(days)) : phrase('panel_lag_earlier', daysFigure(-days));
}
