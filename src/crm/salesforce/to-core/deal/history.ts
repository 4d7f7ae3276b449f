import type { HistoryRow } from '../../../../core/model/history';
import { ifGiven, type Known, missing } from '../../../../core/value/known';
import type { Row } from '../../api/rows';
import { fieldsOf, type ReadAs } from '../field';
import { forecastCategory, share } from './opportunity';

/**
 * A deal's past, oldest first: Salesforce writes a row of `OpportunityHistory` at each change of stage, amount, probability,
 * close date or forecast category, with the values from then on; the next step is told by `OpportunityFieldHistory`, where
 * the organisation tracks it.
 *
 * @param changes - undefined where the field history could not be asked for
 */
export function toHistory(rows: readonly Row[], changes: readonly Row[] | undefined, as: ReadAs): HistoryRow[] {
  const steps = nextSteps(changes ?? [], as);
  const told = rows.flatMap((row) => {
    const fields = fieldsOf('OpportunityHistory', row, as);
    const at = ifGiven(fields.instant('CreatedDate'));
    if (at === undefined) return [];
    return [
      {
        at,
        stage: fields.text('StageName'),
        amount: fields.money('Amount'),
        closeDate: fields.date('CloseDate'),
        probability: share(fields.number('Probability')),
        forecastCategory: forecastCategory(fields.text('ForecastCategory')),
      },
    ];
  });
  told.sort((a, b) => (a.at < b.at ? -1 : 1));

  const moments = [...new Set([...told.map(({ at }) => at), ...steps.map(({ at }) => at)])].sort();
  const reason = changes === undefined ? 'feature-off' : 'not-recorded';
  return moments.flatMap((at) => {
    const then = told.filter((row) => row.at <= at).at(-1);
    if (!then) return [];
    const step = steps.filter((change) => change.at <= at).at(-1)?.now ?? steps[0]?.was ?? missing(reason);
    return [{ ...then, at, nextStep: step }];
  });
}

type Step = { readonly at: HistoryRow['at']; readonly was: Known<string>; readonly now: Known<string> };

function nextSteps(changes: readonly Row[], as: ReadAs): Step[] {
  return changes
    .filter(({ Field }) => Field === 'NextStep')
    .flatMap((row) => {
      const fields = fieldsOf('OpportunityFieldHistory', row, as);
      const at = ifGiven(fields.instant('CreatedDate'));
      return at === undefined ? [] : [{ at, was: fields.text('OldValue'), now: fields.text('NewValue') }];
    })
    .sort((a, b) => (a.at < b.at ? -1 : 1));
}
