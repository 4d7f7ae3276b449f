import { earnKicker } from './earning/kicker';
import { earnMatrix } from './earning/matrix';
import { earnMilestones } from './earning/milestones';
import { modifyAll, modifyKicker } from './earning/modifier';
import { earnObjectives } from './earning/objectives';
import { earnTiered } from './earning/tiered';
import { applyGates, capDeals, capPeriod, capPlan, capYear } from './settling/caps';
import { clawback } from './settling/clawback';
import { draw } from './settling/draw';
import { guarantee } from './settling/guarantee';
import { lessPaid } from './settling/less-paid';
import type { Work, WorkLine } from './work';

/** One step of the evaluation; it adds lines or changes them and leaves a note on each that it changes. */
export type Step = { readonly name: string; readonly run: (work: Work) => void };

const eachLine =
  (change: (line: WorkLine, work: Work) => void) =>
  (work: Work): void => {
    for (const line of work.lines) if (line.component !== null && line.noAnswer === null) change(line, work);
  };

/**
 * What happens to pay, in this order. Before it, `count` has assigned credit (split, overlay, uplift, currency), left out what is
 * excluded, added up the measures and set the quotas (ramped, then prorated). After it, `settle` rounds each line once and tells what
 * is due now from what is held back.
 *
 * What was paid earlier comes off before clawback and draw, so that a draw looks at this period's earnings and not at the year's.
 */
export const STEPS: readonly Step[] = [
  {
    // Attainment, thresholds, tiers, target weights; closed gates keep accelerators shut.
    name: 'curve',
    run: (work) => {
      for (const component of work.plan.components) {
        if (component.kind === 'commission' || component.kind === 'bonus') work.lines.push(earnTiered(component, work));
        if (component.kind === 'matrix') work.lines.push(earnMatrix(component, work));
      }
    },
  },
  {
    // Sums for levels and for objectives.
    name: 'fixed-sums',
    run: (work) => {
      for (const component of work.plan.components) {
        if (component.kind === 'milestones') work.lines.push(earnMilestones(component, work));
        if (component.kind === 'objectives') work.lines.push(earnObjectives(component, work));
      }
    },
  },
  { name: 'gates', run: eachLine(applyGates) },
  { name: 'modifiers', run: eachLine(modifyAll) },
  { name: 'deal-caps', run: eachLine(capDeals) },
  {
    // Kickers and SPIFs may take a share of what a deal has earned so far.
    name: 'kickers',
    run: (work) => {
      for (const component of work.plan.components) {
        if (component.kind !== 'kicker') continue;
        const line = earnKicker(component, work);
        applyGates(line, work);
        modifyKicker(line, work);
        capDeals(line, work);
        work.lines.push(line);
      }
    },
  },
  { name: 'year-caps', run: eachLine(capYear) },
  { name: 'less-paid', run: eachLine(lessPaid) },
  { name: 'period-caps', run: eachLine(capPeriod) },
  { name: 'plan-caps', run: capPlan },
  { name: 'guarantee', run: guarantee },
  { name: 'clawback', run: clawback },
  { name: 'draw', run: draw },
];
