import * as v from 'valibot';
import type { Stage } from '../../../../core/model/opportunity';
import { ifGiven, type Known } from '../../../../core/value/known';
import { block } from '../../../known';
import type { Row } from '../../api/rows';
import { fieldsOf, type ReadAs } from '../field';

const Described = v.looseObject({
  fields: v.array(v.looseObject({ name: v.string(), picklistValues: v.optional(v.unknown()) })),
});
const Choices = v.array(
  v.looseObject({ value: v.string(), label: v.nullish(v.string()), active: v.nullish(v.boolean()) }),
);

/**
 * The stages as describe tells them of `StageName`: in the order of the organisation's process, with their names in the user's own
 * language. `undefined` where it tells none.
 *
 * @param body - what describe says of opportunities
 */
export function stagesOfDescribe(body: unknown, { asOf }: ReadAs): Known<readonly Stage[]> | undefined {
  const described = v.safeParse(Described, body);
  const field = described.success ? described.output.fields.find(({ name }) => name === 'StageName') : undefined;
  const choices = v.safeParse(Choices, field?.picklistValues);
  if (!choices.success || choices.output.length === 0) return undefined;
  const stages = choices.output
    .filter(({ active, value }) => active !== false && value !== '')
    .map(({ value, label }, order) => ({
      name: value,
      label: label || value,
      order: block(order, 'Opportunity.StageName', asOf),
    }));
  return block(stages, 'Opportunity.StageName', asOf);
}

/** The stages of the organisation's process, in its order. `StageName` of a deal holds the API name. */
export function toStages(rows: readonly Row[], as: ReadAs): Stage[] {
  return rows
    .map((row) => ({ row, place: typeof row.SortOrder === 'number' ? row.SortOrder : Number.POSITIVE_INFINITY }))
    .sort((a, b) => a.place - b.place)
    .flatMap(({ row }, order) => {
      const fields = fieldsOf('OpportunityStage', row, as);
      const label = ifGiven(fields.text('MasterLabel'));
      const name = ifGiven(fields.text('ApiName')) ?? label;
      if (name === undefined) return [];
      const place = fields.number('SortOrder');
      return [{ name, label: label ?? name, order: 'value' in place ? { ...place, value: order } : place }];
    });
}
