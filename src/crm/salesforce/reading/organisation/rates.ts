import type { CivilDate } from '../../../../core/value/civil-date';
import type { Instant } from '../../../../core/value/instant';
import { isGiven, missing } from '../../../../core/value/known';
import { block, missingBlock } from '../../../known';
import { CURRENCIES, datedRates } from '../../queries/organisation';
import type { Organisation } from '../../set-up';
import type { Rows } from '../../to-core/deal/dossier';
import { toRates } from '../../to-core/rates';
import type { Wanted } from '../slots';

/** What is still to be asked of the exchange rates. */
export function ratesWanted({ rates, standingRates }: Organisation, today: CivilDate): Wanted {
  if (rates === null || isGiven(rates) || rates.missing !== 'not-yet-read') return [];
  return [
    ['currencies', standingRates ? undefined : CURRENCIES],
    ['dated', datedRates(today)],
  ];
}

/**
 * The organisation with the rates that were read. Those of all days alone are not enough where there may be some by day: a deal
 * converted at the wrong rate would look right.
 */
export function withRates(
  organisation: Organisation,
  rows: Readonly<Record<string, Rows | undefined>>,
  at: Instant,
): Organisation {
  const { rates } = organisation;
  if (rates === null || isGiven(rates)) return organisation;
  const { currencies, dated } = rows;
  if (currencies?.ok === false) return { ...organisation, rates: missingBlock(currencies.problem, 'CurrencyType', at) };
  const standing = currencies?.ok ? toRates(currencies.value, []) : organisation.standingRates;
  if (standing === undefined)
    return { ...organisation, rates: missing('not-readable', { kind: 'crm', field: 'CurrencyType' }, at) };
  if (!standing) return organisation;
  const known = { ...organisation, standingRates: standing, currency: organisation.currency ?? standing.own };
  if (!dated) return known;
  if (!dated.ok && dated.problem.kind !== 'feature-off' && dated.problem.kind !== 'not-found')
    return { ...known, rates: missingBlock(dated.problem, 'DatedConversionRate', at) };
  const byDay = dated.ok
    ? (toRates([{ IsoCode: standing.own, IsCorporate: true, ConversionRate: 1 }], dated.value)?.dated ?? [])
    : [];
  return { ...known, rates: block({ ...standing, dated: byDay }, 'CurrencyType', at) };
}
