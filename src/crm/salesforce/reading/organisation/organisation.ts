import type { CrmProblem } from '../../../../core/model/crm-problem';
import type { Rep } from '../../../../core/model/person';
import { civilDateAt, type Instant } from '../../../../core/value/instant';
import { type Known, mapKnown, missing } from '../../../../core/value/known';
import { problem, type Result } from '../../../../core/value/result';
import { block, missingBlock } from '../../../known';
import type { Round } from '../../api/ask';
import { type Row, rowOf } from '../../api/rows';
import { type Seen, withDescribe } from '../../api/seen';
import { currencyOfLocale } from '../../currency-of-locale';
import type { Organisation } from '../../set-up';
import { kindsOf, periodsByRule, toPeriods } from '../../to-core/book/periods';
import { stagesOfDescribe, toStages } from '../../to-core/deal/stages';
import { fieldsOf } from '../../to-core/field';
import { zoneAmong } from '../../zone';
import { isUntold } from '../untold';
import { withRates } from './rates';

/** The organisation's set-up from what the first round brought. What could not be read is unknown, and read again with the next. */
export function toOrganisation(
  user: Row | undefined,
  organisation: Row | undefined,
  multiCurrency: boolean,
  stages: Result<readonly Row[], CrmProblem>,
  periods: Result<readonly Row[], CrmProblem>,
  at: Instant,
): Organisation {
  const zone = zoneAmong(user?.TimeZoneSidKey, organisation?.TimeZoneSidKey);
  return {
    readAt: at,
    zone,
    currency: currencyIn(organisation),
    multiCurrency,
    stages: stagesOf(stages, at),
    periods:
      periods.ok && periods.value.length > 0
        ? toPeriods(periods.value)
        : periodsByRule(organisation, civilDateAt(at, zone)),
    kinds: periods.ok ? kindsOf(periods.value) : {},
    standingRates: null,
    rates: multiCurrency ? missing('not-yet-read', { kind: 'crm', field: 'CurrencyType' }, at) : null,
    forecastTypes: {},
  };
}

/**
 * What the first round says of the organisation: as it was known before, or as it brought it, with what is there to be asked.
 *
 * @param last - as it was known a while ago: stands in for what nobody could tell just then
 */
export function organisationOf(
  before: Organisation | null,
  { rows, bodies, seen, at }: Round<string, string>,
  multiCurrency: boolean,
  last: Organisation | null = null,
): { readonly organisation: Organisation; readonly seen: Seen } {
  if (before) return { organisation: withRates(before, rows, at), seen };
  const described = bodies.describeOpportunity;
  const told = described?.ok ? stagesOfDescribe(described.value, { asOf: at, currency: null }) : undefined;
  const stages = rows.stages ?? NOT_ASKED;
  const periods = rows.periods ?? NOT_ASKED;
  const organisation = toOrganisation(
    bodyRow(bodies.user),
    bodyRow(bodies.organisation),
    multiCurrency,
    stages,
    periods,
    at,
  );
  const parts = { user: bodies.user, organisation: bodies.organisation, periods, ...(!told && { stages }) };
  const untold = untoldOf(parts);
  const read = { ...organisation, ...(told && { stages: told }), ...asLastSeen(last, untold), untold };
  return { organisation: withRates(read, rows, at), seen: withDescribes(seen, bodies) };
}

/** The parts of an organisation that were not told, as they were the last time. */
function asLastSeen(last: Organisation | null, untold: readonly string[]): Partial<Organisation> {
  if (!last) return {};
  return {
    ...(untold.includes('user') && { zone: last.zone }),
    ...(untold.includes('organisation') && { currency: last.currency }),
    ...(untold.includes('stages') && { stages: last.stages }),
    ...(untold.includes('periods') && { periods: last.periods, kinds: last.kinds }),
  };
}

/** The organisation with what a later round brought of it. */
export function withLate(
  organisation: Organisation,
  { stages, periods, organisation: own }: Readonly<Record<string, Result<readonly Row[], CrmProblem> | undefined>>,
  at: Instant,
): Organisation {
  const calendar = periods?.ok && periods.value.length > 0 ? periods.value : undefined;
  const row = own?.ok ? own.value[0] : undefined;
  const zone = organisation.zone === 'UTC' ? zoneAmong(row?.TimeZoneSidKey) : organisation.zone;
  const late = {
    ...organisation,
    zone,
    currency: organisation.currency ?? currencyIn(row),
    periods: organisation.periods.length > 0 ? organisation.periods : periodsByRule(row, civilDateAt(at, zone)),
    ...(stages && { stages: stagesOf(stages, at) }),
    ...(calendar && { periods: toPeriods(calendar), kinds: kindsOf(calendar) }),
  };
  const still = untoldOf({ stages, periods });
  const asked = { stages, periods, organisation: row };
  const told = Object.entries(asked).flatMap(([name, part]) => (part && !still.includes(name) ? [name] : []));
  return { ...late, untold: (organisation.untold ?? []).filter((name) => !told.includes(name)) };
}

function stagesOf(stages: Result<readonly Row[], CrmProblem>, at: Instant): Organisation['stages'] {
  return stages.ok
    ? block(toStages(stages.value, { asOf: at, currency: null }), 'OpportunityStage', at)
    : missingBlock(stages.problem, 'OpportunityStage', at);
}

/** The parts to which nobody answered just then: asked again, they may. */
function untoldOf(parts: Readonly<Record<string, Result<unknown, CrmProblem> | undefined>>): string[] {
  return Object.entries(parts).flatMap(([name, part]) => (isUntold(part) ? [name] : []));
}

/** What describes that came along say is there. */
function withDescribes(seen: Seen, bodies: Round<string, string>['bodies']): Seen {
  return Object.entries(bodies).reduce((now, [name, body]) => {
    const object = /^describe(\w+)$/.exec(name)?.[1];
    // One that cannot be described may be there all the same.
    return object === undefined || !body.ok ? now : withDescribe(now, object, body);
  }, seen);
}

export function bodyRow(body: Result<unknown, CrmProblem> | undefined): Row | undefined {
  return body?.ok ? rowOf(body.value) : undefined;
}

const NOT_ASKED: Result<readonly Row[], CrmProblem> = problem({ kind: 'not-the-crm' });

/** The user as a rep. */
export function viewerOf(body: Result<unknown, CrmProblem> | undefined, user: string, at: Instant): Known<Rep> {
  if (!body) return missingBlock({ kind: 'not-the-crm' }, 'User', at);
  if (!body.ok) return missingBlock(body.problem, 'User', at);
  const row = rowOf(body.value);
  if (!row) return missingBlock({ kind: 'not-the-crm' }, 'User', at);
  return mapKnown(fieldsOf('User', row, { asOf: at, currency: null }).text('Name'), (name) => ({ id: user, name }));
}

/** The currency of an organisation; null where its record does not tell. */
function currencyIn(organisation: Row | undefined): string | null {
  return code(organisation?.DefaultCurrencyIsoCode) ?? currencyOfLocale(organisation?.DefaultLocaleSidKey);
}

function code(value: unknown): string | null {
  return typeof value === 'string' && /^[A-Z]{3}$/.test(value) ? value : null;
}
