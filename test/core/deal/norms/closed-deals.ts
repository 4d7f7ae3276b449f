import type { ClosedDeal, RoleSince } from '../../../../src/core/model/closed-deal';
import type { HistoryRow } from '../../../../src/core/model/history';
import { addDays, type CivilDate, civilDate } from '../../../../src/core/value/civil-date';
import { currency } from '../../../../src/core/value/currency';
import type { Instant } from '../../../../src/core/value/instant';
import { given, type Known, missing } from '../../../../src/core/value/known';
import { money } from '../../../../src/core/value/money';

const AT = '2026-01-01T00:00:00.000Z' as Instant;
export const known = <T>(value: T): Known<T> =>
  given(value, { kind: 'learned', from: 'closed deals', n: 1 }, AT) as Known<T>;

export const dollars = (amount: number) => money(Math.round(amount * 100), currency('USD'));

/** A won deal that took 30 days, unless told otherwise. */
export function closed(id: string, deal: Partial<ClosedDeal> = {}): ClosedDeal {
  return {
    id,
    outcome: 'won',
    owner: { id: 'ann', name: 'Ann' },
    teamId: missing('not-recorded'),
    product: missing('not-recorded'),
    amount: missing('not-recorded'),
    createdOn: civilDate('2026-01-01'),
    closedOn: civilDate('2026-01-31'),
    history: missing('not-readable'),
    roles: missing('not-readable'),
    buyerActs: missing('not-readable'),
    ...deal,
  };
}

export const roleSince = (role: string, on: CivilDate): RoleSince => ({ role: known(role), since: known(on) });

/** The deal as it stood from a day on. */
export function row(on: string, stage: string, closeDate: string): HistoryRow {
  return {
    at: `${on}T09:00:00.000Z` as Instant,
    stage: known(stage),
    amount: missing('not-recorded'),
    closeDate: known(civilDate(closeDate)),
    probability: missing('not-recorded'),
    forecastCategory: missing('not-recorded'),
    nextStep: missing('not-recorded'),
  };
}

/** So many closed deals before a day, the first of them numbered, spread over three years, forty reps, seven products and three stages. */
export function madeUpClosed(count: number, today: CivilDate, first = 0): ClosedDeal[] {
  return Array.from({ length: count }, (_, place) => {
    const n = first + place;
    const closedOn = addDays(today, -1 - ((n * 7919) % 1095));
    const days = 8 + ((n * 104_729) % 170);
    const createdOn = addDays(closedOn, -days);
    const at = (share: number) => addDays(createdOn, Math.floor(days * share));
    return closed(`d${n}`, {
      outcome: n % 10 < 3 ? 'won' : n % 10 < 8 ? 'lost' : 'no-decision',
      owner: { id: `rep ${n % 40}`, name: `Rep ${n % 40}` },
      teamId: known(`team ${n % 5}`),
      product: known(`product ${n % 7}`),
      amount: known(dollars(1000 + ((n * 31) % 90_000))),
      createdOn,
      closedOn,
      history: known([
        row(createdOn, 'Discovery', closedOn),
        row(at(0.3), 'Proposal', addDays(closedOn, n % 3)),
        row(at(0.7), 'Negotiation', addDays(closedOn, (n % 3) * 2)),
      ]),
      roles: known(['Economic Buyer', 'User', 'Coach'].slice(0, n % 4).map((role) => roleSince(role, at(0.2)))),
      buyerActs: known([at(0.1), at(0.4), at(0.8)]),
    });
  });
}
