import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { companyNameIndex } from '../../../../src/core/buyer/names/name-index';
import { unlinked } from '../../../../src/core/buyer/names/unlinked';
import type { Account } from '../../../../src/core/model/account';
import { account, known } from './accounts';

const keys = (reasons: readonly { readonly key: string }[]) => reasons.map(({ key }) => key);

/** The 85 companies of the Maven "CRM Sales Opportunities" data set, with the parent that 15 of them have. */
const MAVEN = readFileSync(new URL('../../../org/maven/accounts.csv', import.meta.url), 'utf8')
  .trim()
  .split(/\r?\n/)
  .slice(1)
  .map((line) => line.split(','))
  .map(([name = '', , , , , country = '', parent = '']) => ({ name, country, parent }));
const mavenAccounts = MAVEN.map(({ name, country }) => account(name, { country: known(country) }));
const ultimate = new Map(MAVEN.map(({ name, parent }) => [name, parent || name]));

describe('which companies look like one family', () => {
  // Source: Tilores, "Company Name Normalization Isn't Enough for Fuzzy Matching",
  // https://tilores.io/content/Company-name-normalization-isnt-enough-for-fuzzy-matching: the second pair must score above the
  // first, where edit distance, Jaro, Dice, Jaccard and n-gram cosine all have it the other way round.
  describe('the published pair', () => {
    const [acmeGroup, betaGroup, acmeHoldings] = ['Acme Group Ltd', 'Beta Group Ltd', 'Acme Holdings Ltd'].map((name) =>
      account(name),
    ) as [Account, Account, Account];

    it.each([
      ['alone', [acmeGroup, betaGroup, acmeHoldings]],
      ['among others', [acmeGroup, betaGroup, acmeHoldings, ...mavenAccounts]],
    ])('Acme Group and Acme Holdings are suggested, Acme Group and Beta Group are not: %s', (_, accounts) => {
      const index = companyNameIndex(accounts);
      const apart = index.compare(acmeGroup, betaGroup);
      const kin = index.compare(acmeGroup, acmeHoldings);
      expect(kin.names).toBeGreaterThan(apart.names);
      expect(kin.score).toBeGreaterThan(apart.score);
      expect(kin.band).toBe('suggested');
      expect(keys(kin.reasons)).toContain('buyer_link_shared_words');
      expect(apart.band).toBe('no');
      expect(keys(apart.reasons)).toEqual(['buyer_link_only_common']);
    });

    it('and the index finds the one and not the other', () => {
      const index = companyNameIndex([acmeGroup, betaGroup, acmeHoldings]);
      expect(index.near(acmeGroup).map(({ account: { name } }) => name)).toEqual(['Acme Holdings Ltd']);
    });
  });

  it('85 unrelated made-up names: no wrong suggestion in the top band', () => {
    const index = companyNameIndex(mavenAccounts);
    expect(index.size).toBe(85);
    const wrong = mavenAccounts.flatMap((one) =>
      index
        .near(one)
        .filter(({ band, account: { name } }) => band === 'suggested' && ultimate.get(name) !== ultimate.get(one.name))
        .map(({ account: { name } }) => [one.name, name]),
    );
    expect(wrong).toEqual([]);
  });

  it('a subsidiary dressed up like its parent is found among them, each of 85 times', () => {
    const subsidiaries = mavenAccounts.map(({ name }) => account(`${name} Deutschland GmbH`));
    const index = companyNameIndex([...mavenAccounts, ...subsidiaries]);
    const found = subsidiaries.filter(
      (one, place) =>
        index.near(one)[0]?.account.name === mavenAccounts[place]?.name && index.near(one)[0]?.band !== 'no',
    );
    expect(found).toHaveLength(85);
  });

  describe('signs beside the name', () => {
    const here = account('Acme', {
      website: known('https://acme.com/de'),
      identifiers: { LEI: 'HWUPKR0MPOU8FGXBT394' },
    });
    const judge = (name: string, but: Partial<Account>, others: readonly Account[] = []) => {
      const there = account(name, but);
      return companyNameIndex([here, there, ...mavenAccounts, ...others]).compare(here, there);
    };

    it('one web domain is the strongest, whatever the names', () => {
      const kin = judge('Roadrunner Traps', { website: known('http://www.acme.com') });
      expect(kin.band).toBe('suggested');
      expect(keys(kin.reasons)[0]).toBe('buyer_link_same_domain');
    });

    it('a web domain that dozens of accounts name is nobody’s', () => {
      const crowd = Array.from({ length: 30 }, (_, n) => account(`Crowd ${n}`, { website: known('acme.com') }));
      const kin = judge('Roadrunner Traps', { website: known('acme.com') }, crowd);
      expect(kin.band).toBe('no');
      expect(keys(kin.reasons)).toContain('buyer_link_crowded_domain');
    });

    it('one identifier, in any spelling', () => {
      const kin = judge('Roadrunner', { identifiers: { lei: 'hwupkr0mpou8-fgxbt394' } });
      expect(kin.band).toBe('suggested');
      expect(keys(kin.reasons)[0]).toBe('buyer_link_same_identifier');
    });

    it.each([['000000000'], ['n/a'], ['123']])('but not what fills a field: %s', (filler) => {
      const a = account('Acme', { identifiers: { DUNS: filler } });
      const b = account('Roadrunner', { identifiers: { DUNS: filler } });
      expect(companyNameIndex([a, b]).compare(a, b).band).toBe('no');
    });

    it('the same name as a domain in another country adds', () => {
      const at = (website: string) => judge('Acme Roadrunner', { website: known(website) }, [account('Roadrunner')]);
      expect(at('acme.fr').score).toBeCloseTo(at('roadrunner.fr').score + 0.1, 12);
      expect(keys(at('acme.fr').reasons)).toContain('buyer_link_same_label');
    });

    it('another country takes off, unless the domain is the same', () => {
      const german = account('Zenith Deutschland', { country: known('Germany') });
      const american = account('Zenith', { country: known('United States') });
      const index = companyNameIndex([german, american, ...mavenAccounts]);
      const apart = index.compare(german, american);
      const same = index.compare({ ...german, country: known('United States') }, american);
      expect(apart.score).toBeLessThan(same.score);
      expect(keys(apart.reasons)).toContain('buyer_link_other_country');
    });
  });

  describe('what is not enough', () => {
    const band = (a: string, b: string) => {
      const [one, other] = [account(a), account(b)];
      return companyNameIndex([one, other, ...mavenAccounts]).compare(one, other).band;
    };

    it('a spelling that is close is worth a look, and never more', () => {
      expect(band('Kowalczyk', 'Kowalczik')).toBe('review');
    });

    // Unrelated companies that file with the SEC under one first word, https://www.sec.gov/files/company_tickers.json
    it.each([
      ['ROGERS COMMUNICATIONS INC', 'ROGERS CORP'],
      ['PTC THERAPEUTICS, INC.', 'PTC INC.'],
      ['EAGLE BANCORP INC', 'EAGLE PHARMACEUTICALS, INC.'],
      ['ACADIA PHARMACEUTICALS INC', 'Acadia Healthcare Company, Inc.'],
      ['EXPRESS, INC.', 'AMERICAN EXPRESS CO'],
    ])('%s and %s share a word and not a trade, or not at the start: worth a look at most', (a, b) => {
      expect(band(a, b)).not.toBe('suggested');
    });

    // Subsidiaries as their parents' annual reports list them.
    it.each([
      ['SAP SE', 'SAP Deutschland SE & Co. KG'],
      ['Nestlé S.A.', 'Nestlé UK Ltd'],
      ['Zurich Holding', 'Zurich International Services Ltd'],
    ])('%s and %s are suggested', (a, b) => {
      expect(band(a, b)).toBe('suggested');
    });

    it('names of nothing but common words are worth a look even where they are the same', () => {
      expect(band('Global Services Ltd', 'Global Services Inc')).toBe('review');
    });

    it('a word that many of these very accounts hold tells nobody apart', () => {
      const many = mavenAccounts.slice(0, 20).map(({ name }) => account(`Zephyr ${name}`));
      const [one, other] = [account('Zephyr'), account('Zephyr Deutschland')];
      const index = companyNameIndex([one, other, ...many]);
      expect(index.compare(one, other).band).toBe('no');
      expect(companyNameIndex([one, other, ...mavenAccounts]).compare(one, other).band).toBe('suggested');
    });

    it('the same two letters are worth a look', () => {
      expect(band('Xx Germany', 'Xx Holding')).toBe('review');
    });

    it.each([
      ['First National Bank', 'First Solar'],
      ['American Airlines', 'American Express'],
      ['General Motors', 'General Electric'],
      ['United Health Group', 'United Airlines Group'],
    ])('%s and %s share what half the world is called', (a, b) => {
      expect(band(a, b)).toBe('no');
    });
  });

  it('other scripts, markup and empty names are compared like any other, or named as having none', () => {
    const odd = ['株式会社トヨタ', 'トヨタ販売', 'ООО Ромашка', 'Ромашка', '<b>Acme</b>', '!!!', ''].map((name) =>
      account(name),
    );
    const index = companyNameIndex(odd);
    expect(index.nameless.map(({ name }) => name)).toEqual(['!!!', '']);
    expect(index.near(odd[2]!)[0]).toMatchObject({ account: { name: 'Ромашка' }, band: 'suggested' });
    expect(index.near(odd[5]!)).toEqual([]);
  });

  it('the order of two companies does not matter, nor that of the accounts', () => {
    const names = fc.array(
      fc.constantFrom(
        'acme',
        'acmee',
        'beta',
        'group',
        'holdings',
        'xx',
        'gmbh',
        'deutschland',
        'トヨタ',
        '&',
        'solar',
      ),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(names, names, (a, b) => {
        const one = account(a.join(' '), { id: 'one' });
        const other = account(b.join(' '), { id: 'other' });
        const there = companyNameIndex([one, other]).compare(one, other);
        const back = companyNameIndex([other, one]).compare(other, one);
        expect(back.score).toBeCloseTo(there.score, 12);
        expect(back.band).toBe(there.band);
        expect(there.score).toBeGreaterThanOrEqual(0);
        expect(there.score).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('accounts that ought to be linked and are not', () => {
  const parent = account('Acme Holdings');
  const child = account('Acme Deutschland GmbH', { parentId: known('Acme Holdings') });
  const lost = account('Acme France SARL');
  const index = companyNameIndex([parent, child, lost, ...mavenAccounts.filter(({ name }) => !/^acme/i.test(name))]);

  it('are suggested once, beside the member they resemble most; members are not suggested to themselves', () => {
    const found = unlinked(index, [parent, child]);
    expect(found.map(({ account: { name }, band }) => [name, band])).toEqual([['Acme France SARL', 'suggested']]);
    expect(['Acme Holdings', 'Acme Deutschland GmbH']).toContain(found[0]?.like.name);
    expect(found[0]?.reasons.length).toBeGreaterThan(0);
  });

  it('and nothing is linked by itself: the accounts stay as they were', () => {
    const before = structuredClone([parent, child, lost]);
    unlinked(index, [parent, child]);
    expect([parent, child, lost]).toEqual(before);
  });
});
