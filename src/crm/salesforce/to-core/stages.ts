import type { Stage } from '../../../core/model/opportunity';
import { ifGiven } from '../../../core/value/known';
import type { Row } from '../api/rows';
import { fieldsOf, type ReadAs } from './field';

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
