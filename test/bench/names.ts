import { companyNameIndex } from '../../src/core/buyer/names/name-index';
import type { Account } from '../../src/core/model/account';
import { missing } from '../../src/core/value/known';

/** Something to be timed: what it is called, and one run of it. */
type Case = { readonly name: string; readonly run: () => unknown };

const SYLLABLES = 'ba do fi ga ho ki lo ma ne pu ra so ti vu wo xa ze bri cla dro fle gra'.split(' ');
const ENDS = [
  'Inc',
  'GmbH',
  'Ltd',
  'Group',
  'Holdings plc',
  'Solutions LLC',
  'Deutschland GmbH',
  '& Co. KG',
  'Systems Corp',
  'S.A.',
];

/** So many companies with names as unlike each other as real ones: one or two made-up words and an ending that many share. */
export function madeUpCompanies(count: number): Account[] {
  return Array.from({ length: count }, (_, n) => {
    const syllable = (step: number) => SYLLABLES[(n * step + Math.floor(n / SYLLABLES.length) * 7) % SYLLABLES.length];
    const first = `${syllable(1)}${syllable(5)}${SYLLABLES[Math.floor(n / SYLLABLES.length) % SYLLABLES.length]}`;
    const second = n % 3 === 0 ? ` ${syllable(3)}${syllable(11)}${n % 97}` : '';
    return {
      id: `001${n}`,
      name: `${first}${second} ${ENDS[n % ENDS.length]}`,
      parentId: missing('not-recorded'),
      industry: missing('not-recorded'),
      website: missing('not-recorded'),
      country: missing('not-recorded'),
      annualRevenue: missing('not-recorded'),
      employees: missing('not-recorded'),
      identifiers: {},
      fiscalYearStartMonth: missing('not-recorded'),
    };
  });
}

/** Company names among 10,000 accounts: the index once a book, a look-up once a company of a family. */
export function nameCases(): Case[] {
  const accounts = madeUpCompanies(10_000);
  const index = companyNameIndex(accounts);
  let turn = 0;
  return [
    { name: 'company names: index 10,000 accounts', run: () => companyNameIndex(accounts) },
    {
      name: 'company names: one look-up among 10,000',
      run: () => {
        turn = (turn + 7919) % accounts.length;
        const account = accounts[turn];
        return account && index.near(account);
      },
    },
  ];
}
