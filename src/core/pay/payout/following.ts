import type { PayInputs } from './inputs';
import type { CarryOver } from './statement';

/**
 * Inputs of a period with what the one before it hands over: its draw balance, year to date and pay. What the inputs state themselves
 * goes before it.
 */
export function following(inputs: PayInputs, before: CarryOver): PayInputs {
  return {
    ...inputs,
    earlier: inputs.earlier ?? yearOf(before),
    draw: inputs.draw ?? { owed: before.drawOwed, period: before.drawPeriod },
    heldBack: inputs.heldBack ?? before.heldBack,
  };
}

function yearOf({ credit, quota, paid, unknown }: CarryOver): NonNullable<PayInputs['earlier']> {
  return { credit, quota, paid, ...(unknown.length > 0 && { unknown }) };
}
