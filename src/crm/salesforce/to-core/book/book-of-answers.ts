import type { Book } from '../../../../core/model/book';
import type { Rep } from '../../../../core/model/person';
import type { CivilDate } from '../../../../core/value/civil-date';
import type { Instant } from '../../../../core/value/instant';
import { type Known, mapKnown } from '../../../../core/value/known';
import { ok } from '../../../../core/value/result';
import type { Row } from '../../api/rows';
import { recordId } from '../../ids';
import { isUntold } from '../../reading/untold';
import type { Organisation } from '../../set-up';
import { known, type Rows, readDeals } from '../deal/dossier';
import { toBook } from './book';
import { type QuotaGoals, splitUse, toGoals } from './goals';
import { bookPeriod, periodAt } from './periods';

/** What the rounds brought for books: deals that reps own, those they have a part in, their quotas. */
export type BookAnswers = {
  readonly own: Rows | undefined;
  readonly shared: Rows | undefined;
  readonly quotas: Rows | undefined;
  readonly organisation: Organisation;
  readonly at: Instant;
  readonly today: CivilDate;
  /** A book of an earlier look, whose goals stand where quotas were not asked for. */
  readonly before: Book | null;
};

/** A rep's goals, with what they say of how deals count. */
export function goalsOf(rep: Rep, answers: BookAnswers) {
  const { quotas, organisation, at, today, before } = answers;
  const period = bookPeriod(organisation.periods, today);
  const carried = !quotas && before?.rep.id === rep.id && before.period.start === period?.start ? before : null;
  const read: Known<QuotaGoals> | null = period
    ? mapKnown(known(quotas, 'ForecastingQuota', at), (rows) =>
        toGoals(
          rows,
          rep,
          { period, periods: organisation.periods, kinds: organisation.kinds, types: organisation.forecastTypes },
          readDeals(answers),
        ),
      )
    : null;
  const goals = carried?.goals ?? (read && mapKnown(read, (all) => all.goals));
  const ofTerritories = carried
    ? (carried.territoryQuotas ?? 0)
    : read && 'value' in read
      ? read.value.ofTerritories
      : 0;
  const use = goals && 'value' in goals ? splitUse(goals.value, organisation.forecastTypes) : null;
  return { period, goals, ofTerritories, use };
}

/** A rep's book; null where the organisation's calendar could not be read. */
export function bookFrom(rep: Rep, answers: BookAnswers): Book | null {
  const { own, shared, organisation, at, today } = answers;
  const { period, goals, ofTerritories, use } = goalsOf(rep, answers);
  if (!period || !goals) return null;
  return toBook(
    rep,
    period,
    periodAt(organisation.periods, 'year', today),
    known(together(own, shared), 'Opportunity', at),
    { goals, territoryQuotas: ofTerritories, use, rates: organisation.rates },
    readDeals(answers),
  );
}

/** Deals that a rep owns, and those they have a part in. Splits that are off, or out of reach, leave the rep's own deals. */
function together(own: Rows | undefined, shared: Rows | undefined): Rows | undefined {
  if (own?.ok && shared?.ok) return ok(once([...own.value, ...shared.value]));
  // Whose part in others' deals nobody could tell just then has no sum yet.
  return own?.ok && isUntold(shared) ? shared : own;
}

function once(rows: readonly Row[]): Row[] {
  return [...new Map(rows.map((row) => [recordId(row.Id), row])).values()];
}
