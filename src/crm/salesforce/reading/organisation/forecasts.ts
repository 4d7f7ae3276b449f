import type { CrmProblem } from '../../../../core/model/crm-problem';
import type { CivilDate } from '../../../../core/value/civil-date';
import { ok, type Result } from '../../../../core/value/result';
import { type Row, rowOf } from '../../api/rows';
import { recordId } from '../../ids';
import type { Organisation } from '../../set-up';
import { toForecastTypes } from '../../to-core/book/goals';
import { bookPeriod } from '../../to-core/book/periods';
import type { Rows } from '../../to-core/deal/dossier';

/** Records of one kind that are read beside the queries of a call. */
const MOST = 8;

type Bodies = Readonly<Record<string, Result<unknown, CrmProblem> | undefined>>;

/**
 * The records that say what quotas mean: their forecast types, and, where there are several currencies and the quotas were asked for
 * before that was known, the quotas themselves. Records tell every field that is there; a query would have to know them.
 */
export function quotaParts(
  quotas: Rows | undefined,
  { forecastTypes, multiCurrency, periods }: Organisation,
  today: CivilDate,
): Readonly<Record<string, string>> {
  const rows = quotas?.ok ? quotas.value : [];
  const types = new Set(rows.flatMap(({ ForecastingTypeId }) => recordId(ForecastingTypeId) ?? []));
  const period = bookPeriod(periods, today);
  const current = rows.filter(
    ({ StartDate }) => period && typeof StartDate === 'string' && period.start <= StartDate && StartDate < period.end,
  );
  const bare = multiCurrency ? current.filter((row) => !('CurrencyIsoCode' in row)) : [];
  return {
    ...Object.fromEntries(
      [...types]
        .filter((id) => !(id in forecastTypes))
        .slice(0, MOST)
        .map((id) => [`type_${id}`, `/sobjects/ForecastingType/${id}`]),
    ),
    ...Object.fromEntries(
      bare
        .flatMap(({ Id }) => recordId(Id) ?? [])
        .slice(0, MOST)
        .map((id) => [`quota_${id}`, `/sobjects/ForecastingQuota/${id}`]),
    ),
  };
}

/** The organisation with the forecast types that were read; one that cannot be read is one that says nothing. */
export function withForecastTypes(organisation: Organisation, bodies: Bodies): Organisation {
  const read = Object.entries(bodies).flatMap(([name, body]): [string, Row][] => {
    const id = /^type_(\w+)$/.exec(name)?.[1];
    return id === undefined ? [] : [[id, (body?.ok && rowOf(body.value)) || {}]];
  });
  if (read.length === 0) return organisation;
  const types = toForecastTypes(Object.fromEntries(read));
  return { ...organisation, forecastTypes: { ...organisation.forecastTypes, ...types } };
}

/** Quotas with what their own records say beside. */
export function withOwnRecords(quotas: Rows | undefined, bodies: Bodies): Rows | undefined {
  if (!quotas?.ok) return quotas;
  return ok(
    quotas.value.map((row) => {
      const body = bodies[`quota_${recordId(row.Id)}`];
      const own = body?.ok ? rowOf(body.value) : undefined;
      return own ? { ...own, ...row } : row;
    }),
  );
}
