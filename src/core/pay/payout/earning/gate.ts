import { phrase } from '../../../value/phrase';
import type { Gate } from '../../plan/component';
import { exact } from '../../plan/exact';
import type { Work } from '../work';
import { readAxis } from './reading';

/** Whether a gate stands open; `unknown` where its measure is absent or has no quota. */
export type GateStanding = { readonly gate: Gate; readonly open: boolean; readonly unknown: boolean };

/** Looks at a gate. What is unknown does not open one. */
export function gateStanding(gate: Gate, work: Work): GateStanding {
  const { state, x, unit } = readAxis(gate, work);
  if (state.absent || unit === null) return { gate, open: false, unknown: true };
  const open =
    (gate.atLeast === undefined || x.gte(exact(gate.atLeast).times(unit))) &&
    (gate.above === undefined || x.gt(exact(gate.above).times(unit))) &&
    (gate.atMost === undefined || x.lte(exact(gate.atMost).times(unit))) &&
    (gate.below === undefined || x.lt(exact(gate.below).times(unit)));
  return { gate, open, unknown: false };
}

/** The sentence for a gate as it stands. */
export function gateRule({ open, unknown }: GateStanding) {
  if (unknown) return phrase('pay_gate_unknown');
  return open ? phrase('pay_gate_open') : phrase('pay_gate_closed');
}
