import type { Account } from '../../model/account';
import { isDescriptive, usePerThousand } from './common-words';
import { type CompanySigns, companySigns } from './company-name';
import { type Comparable, type Kinship, kinship, type Surroundings } from './kinship';
import { weighted } from './soft-tf-idf';
import { vocabulary } from './vocabulary';

/** An account that looks like kin of another, and why. */
export type Kin = Kinship & { readonly account: Account };

/** The user's accounts, ready to be asked which of them belong to one family. */
export type CompanyNameIndex = {
  readonly size: number;
  /** Accounts whose name holds no letter or digit of any script: they can only be found by domain or identifier. */
  readonly nameless: readonly Account[];
  /** Accounts suggested or worth a look, best first. The account itself is left out, and so is whatever `except` holds. */
  readonly near: (account: Account, except?: ReadonlySet<string>) => Kin[];
  /** Two accounts, in the index or not, held against each other. */
  readonly compare: (a: Account, b: Account) => Kinship;
};

/**
 * Names whose use was counted elsewhere stand in for as many accounts as this: with a handful of accounts the published use of
 * a word decides its weight, with tens of thousands the user's own.
 */
const COUNTED_ELSEWHERE = 1000;

/** A word in more accounts than this, and in more than this share of them, no longer tells companies apart. */
const COMMON_ACCOUNTS = 5;
const COMMON_SHARE = 0.02;

/** Words in more accounts than this are not followed: in an index of any size a look-up stays a matter of milliseconds. */
const LONGEST_TRAIL = 200;

/**
 * Indexes company names: weights by how rare a word is among these accounts, and for each word the accounts that hold it.
 *
 * @example companyNameIndex(accounts).near(account).filter(({ band }) => band === 'suggested')
 */
export function companyNameIndex(accounts: readonly Account[]): CompanyNameIndex {
  const signs = accounts.map(companySigns);
  const words = vocabulary(signs.map((one) => one.words));
  const total = accounts.length;
  const weigh = (word: string): number =>
    Math.log((total + COUNTED_ELSEWHERE) / (words.holders(word).length + usePerThousand(word)));
  const ready = (one: CompanySigns): Comparable => ({ signs: one, name: weighted(one.words, weigh) });
  const names = signs.map(ready);
  const byDomain = gather(signs, ({ domain }) => (domain === undefined ? [] : [domain]));
  const byIdentifier = gather(signs, ({ identifiers }) => identifiers.map(({ name, value }) => `${name}:${value}`));
  const byCompact = gather(signs, ({ compact }) => (compact === '' ? [] : [compact]));
  const around: Surroundings = {
    isCommon: (word) => {
      const held = words.holders(word).length;
      return isDescriptive(word) || (held > COMMON_ACCOUNTS && held > total * COMMON_SHARE);
    },
    onDomain: (domain) => byDomain.get(domain)?.length ?? 0,
  };

  function candidates(one: CompanySigns): Set<number> {
    const found = new Set<number>();
    const follow = (trail: readonly number[] | undefined) => {
      if (trail && trail.length <= LONGEST_TRAIL) for (const place of trail) found.add(place);
    };
    for (const word of new Set(one.words)) for (const close of words.close(word)) follow(words.holders(close));
    if (one.domain !== undefined) follow(byDomain.get(one.domain));
    for (const { name, value } of one.identifiers) follow(byIdentifier.get(`${name}:${value}`));
    follow(byCompact.get(one.compact));
    return found;
  }

  return {
    size: total,
    nameless: signs.filter((one) => one.words.length === 0).map(({ account }) => account),
    near: (account, except = new Set()) => {
      const own = ready(companySigns(account));
      const kin: Kin[] = [];
      for (const place of candidates(own.signs)) {
        const other = names[place];
        if (!other || other.signs.account.id === account.id || except.has(other.signs.account.id)) continue;
        const found = kinship(own, other, around);
        if (found.band !== 'no') kin.push({ ...found, account: other.signs.account });
      }
      return kin.sort((a, b) => b.score - a.score || (a.account.id < b.account.id ? -1 : 1));
    },
    compare: (a, b) => kinship(ready(companySigns(a)), ready(companySigns(b)), around),
  };
}

function gather(all: readonly CompanySigns[], keys: (one: CompanySigns) => readonly string[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  all.forEach((one, place) => {
    for (const key of keys(one)) {
      const held = places.get(key);
      if (held) held.push(place);
      else places.set(key, [place]);
    }
  });
  return places;
}
