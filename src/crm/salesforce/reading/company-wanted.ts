import { MOST_QUERIES } from '../api/composite';
import type { Seen } from '../api/seen';
import type { Select } from '../api/soql';
import { type AskedWith, family, familyDeals, lineOf, standings } from '../queries/family';
import { lookalikes, soundsLike } from '../queries/lookalikes';
import type { Organisation } from '../set-up';
import { toAccount } from '../to-core/buyer/account';
import type { Rows } from '../to-core/deal/dossier';
import type { Chain } from './chain';
import type { Carried } from './record/carried-over';
import { fitting, places, type Wanted } from './slots';

/** What a company's family is asked by. */
export type OfCompany = {
  readonly rows: Readonly<Record<string, Rows | undefined>>;
  readonly chain: Chain;
  readonly carried: Carried;
  readonly organisation: Organisation;
  readonly seen: Seen;
  readonly at: Parameters<typeof toAccount>[1]['asOf'];
};

/** The questions about a family that are still open. */
export type CompanyWanted = {
  /** Whose answers the rest of the family hangs on. */
  readonly first: Wanted;
  readonly then: Wanted;
  /**
   * As many of all questions as one call may hold: what sounds like the company, and then the deals of its family, are asked with the
   * family where there is no place for a question of their own.
   */
  readonly fitted: (wanted: Wanted, seen: Seen) => Readonly<Record<string, Select>>;
  /** There is nothing to find near names by: nobody sounds like it. */
  readonly soundsLikeNobody: boolean;
};

export function companyWanted({ rows, chain, carried, organisation, seen, at }: OfCompany): CompanyWanted {
  const line = lineOf(chain.ids);
  const open = chain.ids.length > 0 && !carried.family;
  const [own] = chain.rows;
  const account = own && toAccount(own, { asOf: at, currency: organisation.currency });
  // A person's namesakes are no companies of theirs.
  const like =
    account && !carried.lookalikes && own.IsPersonAccount !== true
      ? soundsLike(account, seen.fields.Account)
      : undefined;
  const first: Wanted = open
    ? [
        ['family', family(line, chain.ids[0], organisation.multiCurrency)],
        ['standings', standings(line, organisation.multiCurrency)],
      ]
    : [];
  const then: Wanted = [
    ['deals', open && !rows.deals ? familyDeals(line, organisation.multiCurrency) : undefined],
    ['lookalikes', like === undefined ? undefined : lookalikes(like, organisation.multiCurrency)],
  ];
  return {
    first,
    then,
    soundsLikeNobody: account !== undefined && !carried.lookalikes && like === undefined,
    fitted(wanted, fit) {
      const fold = (all: Wanted, name: string, asked: AskedWith): Wanted => {
        if (!open || places(all, fit) <= MOST_QUERIES || !all.some(([one, select]) => one === name && select))
          return all;
        const whole = family(line, chain.ids[0], organisation.multiCurrency, asked);
        return all.filter(([one]) => one !== name).map(([one, select]) => [one, one === 'family' ? whole : select]);
      };
      const near = fold(wanted, 'lookalikes', { among: like });
      const among = near === wanted ? undefined : like;
      return fitting(fold(near, 'deals', { among, withDeals: true }), fit);
    },
  };
}

/** The open deals of a family whose line is known. */
export function dealsOf(ids: readonly string[], { multiCurrency }: Organisation): Select {
  return familyDeals(lineOf(ids), multiCurrency);
}
