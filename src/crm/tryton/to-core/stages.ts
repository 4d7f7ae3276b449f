import type { Outcome, Stage } from '../../../core/model/opportunity';
import type { Instant } from '../../../core/value/instant';
import { block } from '../../known';

/**
 * The states of an opportunity, in the order of its life. Tryton fixes them: they are a workflow of its own, not the company's.
 * `converted`: a quotation is out; it is won when the sale is confirmed.
 */
const ORDER = ['lead', 'opportunity', 'converted', 'won', 'lost', 'cancelled'] as const;

/** @param labels - from the field's own selection, in the user's language: `[["lead", "Lead"], …]` */
export function toStages(labels: unknown, asOf: Instant): Stage[] {
  const said = new Map(
    (Array.isArray(labels) ? (labels as readonly unknown[]) : []).flatMap((pair) =>
      Array.isArray(pair) && typeof pair[0] === 'string' && typeof pair[1] === 'string'
        ? [[pair[0], pair[1]] as const]
        : [],
    ),
  );
  return ORDER.map((name, order) => ({
    name,
    label: said.get(name) ?? name,
    order: block(order, 'sale.opportunity.state', asOf),
  }));
}

/** Open, won or lost. `undefined`: a state that a module of somebody's has added. */
export function outcomeOf(state: string): Outcome | undefined {
  if (state === 'won') return 'won';
  if (state === 'lost' || state === 'cancelled') return 'lost';
  return (ORDER as readonly string[]).includes(state) ? 'open' : undefined;
}
