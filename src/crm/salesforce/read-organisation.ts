import type { CrmProblem } from '../../core/model/crm-problem';
import type { Rep } from '../../core/model/person';
import type { Instant } from '../../core/value/instant';
import { type Known, mapKnown } from '../../core/value/known';
import type { Result } from '../../core/value/result';
import { type Row, rowOf } from './api/rows';
import { currencyOfLocale } from './currency-of-locale';
import type { Organisation } from './set-up';
import { block, fieldsOf, missingBlock } from './to-core/field';
import { toPeriods } from './to-core/periods';
import { toStages } from './to-core/stages';
import { zoneAmong } from './zone';

/** The organisation's set-up from what the first round brought. What could not be read is unknown, and read again with the next. */
export function toOrganisation(
  user: Row | undefined,
  organisation: Row | undefined,
  deal: Row,
  stages: Result<readonly Row[], CrmProblem>,
  periods: Result<readonly Row[], CrmProblem>,
  at: Instant,
): Organisation {
  const multiCurrency = 'CurrencyIsoCode' in deal;
  return {
    readAt: at,
    zone: zoneAmong(user?.TimeZoneSidKey, organisation?.TimeZoneSidKey),
    currency: code(organisation?.DefaultCurrencyIsoCode) ?? currencyOfLocale(organisation?.DefaultLocaleSidKey),
    multiCurrency,
    stages: stages.ok
      ? block(toStages(stages.value, { asOf: at, currency: null }), 'OpportunityStage', at)
      : missingBlock(stages.problem, 'OpportunityStage', at),
    periods: periods.ok ? toPeriods(periods.value) : [],
  };
}

/** The user as a rep. */
export function viewerOf(body: Result<unknown, CrmProblem> | undefined, user: string, at: Instant): Known<Rep> {
  if (!body) return missingBlock({ kind: 'not-the-crm' }, 'User', at);
  if (!body.ok) return missingBlock(body.problem, 'User', at);
  const row = rowOf(body.value);
  if (!row) return missingBlock({ kind: 'not-the-crm' }, 'User', at);
  return mapKnown(fieldsOf('User', row, { asOf: at, currency: null }).text('Name'), (name) => ({ id: user, name }));
}

function code(value: unknown): string | null {
  return typeof value === 'string' && /^[A-Z]{3}$/.test(value) ? value : null;
}
