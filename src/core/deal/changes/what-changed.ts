import { countFigure, phrase } from '../../value/phrase';
import type { Change } from './change';
import { fieldChange } from './field-change';
import { peopleChanges } from './people-changes';
import type { Snapshot } from './snapshot';
import { AMOUNT, CLOSE_DATE, FORECAST, NEXT_STEP, OWNER, PROBABILITY, STAGE } from './tellings';

/**
 * What changed in a deal between two snapshots of the same viewer's, in the order in which it matters: how it ended, what the
 * buyer did, what the rep claims, who is in it.
 */
export function whatChanged(before: Snapshot, after: Snapshot): Change[] {
  return [
    ...outcomeChange(before, after),
    ...newActs(before.acts, after.acts),
    ...fieldChange(before.stage, after.stage, STAGE),
    ...fieldChange(before.forecastCategory, after.forecastCategory, FORECAST),
    ...fieldChange(before.amount, after.amount, AMOUNT),
    ...fieldChange(before.closeDate, after.closeDate, CLOSE_DATE),
    ...fieldChange(before.probability, after.probability, PROBABILITY),
    ...fieldChange(before.nextStep, after.nextStep, NEXT_STEP),
    ...fieldChange(before.owner, after.owner, OWNER),
    ...peopleChanges(before.committee, after.committee),
  ];
}

function outcomeChange(before: Snapshot, after: Snapshot): Change[] {
  if (before.outcome === after.outcome) return [];
  const part = 'outcome';
  if (after.outcome === 'won') return [{ part, direction: 'better', says: phrase('deal_changed_won') }];
  if (after.outcome === 'lost') return [{ part, direction: 'worse', says: phrase('deal_changed_lost') }];
  return [{ part, direction: 'neutral', says: phrase('deal_changed_reopened') }];
}

type Acts = Extract<Snapshot['acts'], { is: 'given' }>['value'];

function newActs(before: Snapshot['acts'], after: Snapshot['acts']): Change[] {
  if (after.is !== 'given' || (before.is !== 'given' && before.is !== 'empty')) return [];
  const known = new Set((before.is === 'given' ? before.value : []).map(({ id }) => id));
  const fresh: Acts = after.value.filter(({ id }) => !known.has(id));
  if (fresh.length === 0) return [];
  return [{ part: 'evidence', direction: 'better', says: phrase('deal_changed_acts', countFigure(fresh.length)) }];
}
