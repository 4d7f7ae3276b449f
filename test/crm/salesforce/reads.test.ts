import { describe, expect, test } from 'vitest';
import { companyNameIndex } from '../../../src/core/buyer/names/name-index';
import { unlinked } from '../../../src/core/buyer/names/unlinked';
import { convertInto } from '../../../src/core/goals/measure/convert-into';
import { goalStanding } from '../../../src/core/goals/standing';
import { civilDate } from '../../../src/core/value/civil-date';
import { convert } from '../../../src/core/value/conversion';
import { isExplained } from '../../../src/core/value/explained';
import { ifGiven, isGiven } from '../../../src/core/value/known';
import type { CrmFacts, Earlier, RecordRead } from '../../../src/crm/port';
import type { Features } from '../../org/features';
import type { DataOptions } from '../../org/records/options';
import type { Row } from '../../org/table';
import { FIRST, standIn } from './stand-in';

const REP = 'Cecily Lampkin';
const ON: Partial<Features> = { splits: true, teams: true, quotes: true };
const MANY: DataOptions = { currencies: 'many', quotas: 'all' };

const org = (features: Partial<Features> = {}, options: DataOptions = {}, user = REP) =>
  standIn(user, (switches) => void Object.assign(switches.features, features), undefined, options);
type Org = ReturnType<typeof org>;

const mine = ({ rows, me }: Org) => rows('Opportunity').filter(({ OwnerId }) => OwnerId === me.Id);
const open = (all: readonly Row[]) => all.filter(({ IsClosed }) => IsClosed === false);
const found = <T>(one: T | undefined): T => {
  if (one === undefined) throw new Error('none such');
  return one;
};
async function looks(here: Org, deal: Row, times: number): Promise<{ reads: RecordRead[]; calls: number[] }> {
  let facts: CrmFacts = await here.facts();
  let earlier: Earlier = FIRST;
  const reads: RecordRead[] = [];
  const calls: number[] = [];
  for (let n = 0; n < times; n++) {
    const before = n === 0 ? 0 : here.sent.length;
    const read = await here.reader.record(here.refOf(deal), facts, earlier);
    if (!read.ok) throw new Error(JSON.stringify(read.problem));
    calls.push(here.sent.length - before);
    reads.push(read.value);
    facts = JSON.parse(JSON.stringify(read.value.facts)) as CrmFacts;
    earlier = { dossier: read.value.dossier, book: read.value.book, wantBook: true };
  }
  return { reads, calls };
}
const company = async (here: Org, name: string) => {
  const row = found(here.rows('Account').find(({ Name }) => Name === name));
  const ref = { ...here.refOf(row), kind: 'account' as const };
  const read = await here.reader.company(ref, await here.facts());
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return read.value.company;
};

describe('calls', () => {
  test.each([
    ['plain', {}, {}],
    ['with splits, teams and quotes', ON, { quotas: 'all' }],
    ['of 20,000 deals', {}, { size: 20_000 }],
    ['with several currencies', { ...ON, multiCurrency: true, datedRates: true }, MANY],
  ] as const)('an organisation %s: three the first time, one after that', async (_kind, features, options) => {
    const here = org(features, options);
    const { calls } = await looks(here, found(open(mine(here))[0]), 3);
    expect(calls).toEqual([3, 1, 1]);
  });

  test('with several currencies, splits and all, one look has room for rates and the family’s deals', async () => {
    const here = org({ ...ON, multiCurrency: true, datedRates: true }, MANY);
    const deal = found(open(mine(here)).find(({ AccountId }) => AccountId));
    const { reads } = await looks(here, deal, 3);
    const [first, second, third] = reads.map(({ book, dossier }) => ({
      rates: isGiven(book!.rates!),
      deals: isGiven(found(ifGiven(dossier.family)).deals),
    }));
    expect([first, second, third]).toEqual(Array(3).fill({ rates: true, deals: true }));
  });
});

describe('several currencies', () => {
  test('the open deals of a family that come with its companies are those that are asked for by themselves', async () => {
    const here = org({ ...ON, multiCurrency: true, datedRates: true }, MANY);
    const byName = new Map(here.rows('Account').map(({ Id, Name }) => [Id ?? null, String(Name)]));
    for (const deal of open(mine(here))
      .filter(({ AccountId }) => AccountId)
      .slice(0, 5)) {
      const [first] = (await looks(here, deal, 1)).reads;
      const own = found(ifGiven(first!.dossier.family));
      const alone = found(ifGiven((await company(here, found(byName.get(deal.AccountId ?? null)))).family));
      const ids = (family: typeof own) =>
        found(ifGiven(family.deals))
          .map(({ id }) => id)
          .sort();
      expect(ids(own)).toEqual(ids(alone));
      expect(ids(own).length).toBeGreaterThan(0);
      expect(own.standings).toEqual(alone.standings);
    }
  });

  test('what a company turns over is in its own currency, whoever asks', async () => {
    const here = org({ multiCurrency: true }, MANY);
    const rows = new Map(here.rows('Account').map((row) => [row.Id ?? null, row]));
    const deal = found(open(mine(here)).find(({ AccountId }) => rows.get(AccountId ?? null)?.ParentId));
    const [{ dossier }] = (await looks(here, deal, 1)).reads as [RecordRead];
    const { members } = found(ifGiven(dossier.family));
    for (const { id, annualRevenue } of [...members, ...found(ifGiven(dossier.lookalikes))]) {
      const row = found(rows.get(id));
      const revenue = ifGiven(annualRevenue);
      if (revenue) expect(revenue.currency).toBe(row.CurrencyIsoCode);
    }
    expect(new Set(here.rows('Account').map(({ CurrencyIsoCode }) => CurrencyIsoCode)).size).toBeGreaterThan(1);
  });
});

describe('the book where deals are split', () => {
  test('has the part of each deal that is the rep’s by the revenue split, theirs or another’s', async () => {
    const here = org(ON);
    const { reads } = await looks(here, found(open(mine(here))[0]), 1);
    const revenue = found(
      here.rows('OpportunitySplitType').find(({ DeveloperName }) => DeveloperName === 'Revenue'),
    ).Id;
    const bySplit = here.rows('OpportunitySplit').filter(({ SplitTypeId }) => SplitTypeId === revenue);
    const split = new Set(bySplit.map(({ OpportunityId }) => OpportunityId));
    // By hand, from the records: what is split by its splits, the rest is the owner's.
    const expected = new Map<string, number>();
    for (const deal of open(here.rows('Opportunity'))) {
      const own = bySplit.find((row) => row.OpportunityId === deal.Id && row.SplitOwnerId === here.me.Id);
      if (own) expected.set(String(deal.Id), Number(own.SplitPercentage) / 100);
      else if (deal.OwnerId === here.me.Id) expected.set(String(deal.Id), split.has(deal.Id ?? null) ? 0 : 1);
    }
    const overlays = new Set(
      here
        .rows('OpportunitySplit')
        .filter((row) => row.SplitTypeId !== revenue && row.SplitOwnerId === here.me.Id)
        .map(({ OpportunityId }) => String(OpportunityId)),
    );
    const read = new Map(
      found(ifGiven(reads[0]!.book!.open))
        .filter(({ credit }) => credit.rule !== 'overlay')
        .map(({ credit }) => [credit.opportunityId, credit.share]),
    );
    expect(read).toEqual(new Map([...expected].sort(([a], [b]) => order(read, a) - order(read, b))));
    for (const { credit } of found(ifGiven(reads[0]!.book!.open)).filter(({ credit }) => credit.rule === 'overlay')) {
      expect(overlays.has(credit.opportunityId)).toBe(true);
    }
    expect([...expected.values()].some((share) => share > 0 && share < 1)).toBe(true);
  });

  test('quotas by product family and in units are goals of their own, named after their forecast', async () => {
    const here = org(ON, { quotas: 'all' });
    const { reads } = await looks(here, found(open(mine(here))[0]), 1);
    const goals = found(ifGiven(reads[0]!.book!.goals));
    const rows = here
      .rows('ForecastingQuota')
      .filter(
        ({ QuotaOwnerId, StartDate }) =>
          QuotaOwnerId === here.me.Id && String(StartDate) >= '2026-10-01' && String(StartDate) < '2027-01-01',
      );
    const names = new Map(here.rows('ForecastingType').map(({ Id, MasterLabel }) => [Id, MasterLabel]));
    const expected = new Map<string, number>();
    for (const row of rows) {
      const key = [names.get(row.ForecastingTypeId ?? null), row.ProductFamily ?? 'all', row.IsQuantity].join();
      expected.set(key, (expected.get(key) ?? 0) + Number(row.IsQuantity ? row.QuotaQuantity : row.QuotaAmount));
    }
    const read = new Map(
      goals.map(({ measure, target }) => {
        const value = found(ifGiven(target));
        const [filter] = measure.filter;
        const key = [measure.name, filter?.is[0] ?? 'all', value.unit === 'count'].join();
        return [key, value.unit === 'count' ? value.count : value.amount.minor / 100];
      }),
    );
    expect(read.size).toBe(goals.length);
    expect([...read.keys()].sort()).toEqual([...expected.keys()].sort());
    for (const [key, size] of read) expect(size).toBeCloseTo(found(expected.get(key)), 6);
    expect(goals.every(({ measure }) => measure.filter.every(({ field }) => field === 'family'))).toBe(true);
  });

  test('amounts stay in the currency of their deal, and convert at the rate of their close date', async () => {
    const here = org({ ...ON, multiCurrency: true, datedRates: true }, MANY);
    const { reads } = await looks(here, found(open(mine(here))[0]), 2);
    const { book } = reads[1]!;
    const deals = [...found(ifGiven(book!.won)), ...found(ifGiven(book!.open))];
    for (const { opportunity } of deals) {
      const row = found(here.rows('Opportunity').find(({ Id }) => Id === opportunity.id));
      const amount = ifGiven(opportunity.amount);
      if (amount) expect(amount.currency).toBe(row.CurrencyIsoCode);
    }
    const foreign = found(deals.find(({ opportunity }) => (ifGiven(opportunity.amount)?.currency ?? 'USD') !== 'USD'));
    const amount = found(ifGiven(foreign.opportunity.amount));
    const on = found(ifGiven(foreign.opportunity.closeDate));
    const rates = found(ifGiven(book!.rates!));
    const dated = found(
      here
        .rows('DatedConversionRate')
        .find(
          (row) =>
            row.IsoCode === amount.currency &&
            String(row.StartDate) <= on &&
            (row.NextStartDate === null || on < String(row.NextStartDate)),
        ),
    );
    const into = found(convert(amount, rates.own, rates, on));
    expect(into.currency).toBe('USD');
    expect(into.minor).toBeCloseTo(amount.minor / Number(dated.ConversionRate), -1);
  });
});

test('what was won in another currency counts for the goal at the rate of its close date', async () => {
  const here = org({ ...ON, multiCurrency: true, datedRates: true }, MANY);
  const { reads } = await looks(here, found(open(mine(here))[0]), 2);
  const book = reads[1]!.book!;
  const goal = found(
    found(ifGiven(book.goals)).find(({ measure }) => measure.unit === 'money' && measure.filter.length === 0),
  );
  const rates = here.rows('DatedConversionRate');
  const rateOn = (iso: unknown, on: string) =>
    Number(
      found(
        rates.find(
          (row) =>
            row.IsoCode === iso &&
            String(row.StartDate) <= on &&
            (row.NextStartDate === null || on < String(row.NextStartDate)),
        ),
      ).ConversionRate,
    );
  const expected = found(ifGiven(book.won)).reduce((all, { credit, opportunity }) => {
    const amount = found(ifGiven(credit.amount));
    return all + Math.round(amount.minor / rateOn(amount.currency, found(ifGiven(opportunity.closeDate))));
  }, 0);
  const convertible = convertInto(book, goal);
  const { credited } = goalStanding(book, goal, {
    today: civilDate('2026-11-24'),
    odds: new Map(),
    ...(convertible && { convert: convertible }),
  });
  const sum = isExplained(credited) && credited.value.unit === 'money' ? credited.value.amount.minor : null;
  expect(found(ifGiven(book.won)).some(({ credit }) => ifGiven(credit.amount)?.currency !== 'USD')).toBe(true);
  expect(sum).toBe(expected);
});

const order = (read: ReadonlyMap<string, number>, id: string) => [...read.keys()].indexOf(id);

describe('acts', () => {
  test('with the committee and with the account come beside the deal’s own, each once, with how sure they are', async () => {
    const here = org();
    const ties = new Map<string, number>();
    for (const deal of open(mine(here))
      .filter(({ AccountId }) => AccountId)
      .slice(0, 15)) {
      const acts = found(ifGiven((await here.look(deal)).dossier.activities));
      expect(new Set(acts.map(({ id }) => id)).size).toBe(acts.length);
      for (const { id, tie, contactIds } of acts) {
        ties.set(tie, (ties.get(tie) ?? 0) + 1);
        const row = [...here.rows('Task'), ...here.rows('Event'), ...here.rows('EmailMessage')].find(
          ({ Id }) => Id === id,
        );
        if (tie === 'deal') expect([row?.WhatId, row?.RelatedToId]).toContain(deal.Id);
        else expect([null, undefined, deal.AccountId]).toContain(row?.WhatId);
        if (tie === 'committee') expect(contactIds.length).toBeGreaterThan(0);
      }
    }
    expect([...ties.keys()].sort()).toEqual(['account', 'committee', 'deal'].filter((tie) => ties.has(tie)));
    expect(ties.get('account') ?? 0).toBeGreaterThan(0);
  });

  test('older than a year, which Salesforce has put away, are there', async () => {
    const here = org();
    const away = new Set(
      [...here.rows('Task'), ...here.rows('Event')].flatMap(({ IsArchived, WhatId }) => (IsArchived ? [WhatId] : [])),
    );
    const deal = found(here.rows('Opportunity').find(({ Id }) => away.has(Id ?? null)));
    const acts = found(ifGiven((await here.look(deal)).dossier.activities));
    const old = [...here.rows('Task'), ...here.rows('Event')].filter(
      ({ IsArchived, WhatId }) => IsArchived && WhatId === deal.Id,
    );
    const mailed = new Set(here.rows('EmailMessage').map(({ ActivityId }) => ActivityId));
    for (const { Id } of old) if (!mailed.has(Id ?? null)) expect(acts.map(({ id }) => id)).toContain(Id);
  });
});

describe('what only some organisations have', () => {
  test('quotes, colleagues and rivals of a deal', async () => {
    const here = org(ON);
    const of = (object: string, deal: Row) =>
      here.rows(object).filter(({ OpportunityId }) => OpportunityId === deal.Id);
    const deals = here.rows('Opportunity');
    const quoted = found(deals.find((deal) => of('Quote', deal).length > 0 && deal.OwnerId === here.me.Id));
    const { dossier } = await here.look(quoted);
    expect(
      found(ifGiven(dossier.quotes))
        .map(({ id }) => id)
        .sort(),
    ).toEqual(
      of('Quote', quoted)
        .map(({ Id }) => Id)
        .sort(),
    );
    expect(found(ifGiven(dossier.quotes)).filter(({ primary }) => primary)).toHaveLength(
      of('Quote', quoted).filter(({ IsSyncing }) => IsSyncing).length,
    );
    const teamed = found(deals.find((deal) => of('OpportunityTeamMember', deal).length > 0));
    expect(
      found(ifGiven((await here.look(teamed)).dossier.team))
        .map(({ rep }) => rep.id)
        .sort(),
    ).toEqual(
      of('OpportunityTeamMember', teamed)
        .map(({ UserId }) => UserId)
        .sort(),
    );
    const rivalled = found(deals.find((deal) => of('OpportunityCompetitor', deal).length > 0));
    expect([...found(ifGiven((await here.look(rivalled)).dossier.competitors))].sort()).toEqual(
      of('OpportunityCompetitor', rivalled)
        .map(({ CompetitorName }) => CompetitorName)
        .sort(),
    );
  });

  test('where they are off, each says so by itself, in no more calls', async () => {
    const here = org();
    const { dossier } = await here.look(found(open(mine(here))[0]));
    expect([dossier.quotes, dossier.team]).toMatchObject([{ missing: 'feature-off' }, { missing: 'feature-off' }]);
    expect(here.sent).toHaveLength(3);
  });
});

describe('a family', () => {
  const DEEP = ['Zenith Holdings', 'Zenith Europe', 'Zoomit', 'Zenith Services', 'Zotware', 'Zumgoity'];
  const manager = 'Dustin Brinkmann';

  test.each(DEEP)('of six generations is whole from %s, for somebody who may see all of it', async (name) => {
    const { family } = await company(org({}, {}, manager), name);
    const { members, hidden, standings } = found(ifGiven(family));
    expect(members.map((one) => one.name)).toEqual(expect.arrayContaining(DEEP));
    expect(hidden).toBe(0);
    expect(standings).toHaveLength(members.length);
  });

  test('with a company that is not shared: it is counted, and what stands below it is there', async () => {
    const { family } = await company(org(), 'Zumgoity');
    const { members, hidden } = found(ifGiven(family));
    expect(members.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Zoomit', 'Zenith Services', 'Zotware', 'Zumgoity']),
    );
    expect(members.map(({ name }) => name)).not.toContain('Zenith Europe');
    expect(hidden).toBe(1);
  });

  test('its open deals come largest first, and the rest is counted', async () => {
    const here = org();
    const deal = found(open(mine(here)).find(({ AccountId }) => AccountId));
    const { deals, moreDeals, members } = found(ifGiven((await here.look(deal)).dossier.family));
    const ids = new Set(members.map(({ id }) => id));
    const theirs = open(here.rows('Opportunity')).filter(({ AccountId }) => ids.has(String(AccountId)));
    const listed = found(ifGiven(deals));
    expect(listed.length + found(ifGiven(moreDeals))).toBe(theirs.length);
    const amounts = listed.map(({ amount }) => ifGiven(amount)?.minor ?? -1);
    expect(amounts).toEqual([...amounts].sort((a, b) => b - a));
  });

  test('names that are near are candidates, and the names’ own judge suggests them', async () => {
    for (const [name, like] of [
      ['Acme Corporation', 'Acme Corp.'],
      ['Globex Corporation', 'Globex Corporation AS'],
      ['Massive Dynamic', 'Massive Dynamic, Inc.'],
    ] as const) {
      const { account, family, lookalikes } = await company(org(), name);
      const { members } = found(ifGiven(family));
      const candidates = found(ifGiven(lookalikes));
      expect(candidates.map((one) => one.name)).toContain(like);
      const suggested = unlinked(
        companyNameIndex([...members, ...candidates]),
        members.length > 0 ? members : [account],
      );
      expect(suggested.filter(({ band }) => band === 'suggested').map((one) => one.account.name)).toContain(like);
    }
  });

  test('near names come with a deal too, also where there is no place for a question of their own', async () => {
    for (const features of [{}, ON]) {
      const here = org(features);
      const account = found(here.rows('Account').find(({ Name }) => Name === 'Globex Corporation'));
      const deal = found(here.rows('Opportunity').find(({ AccountId }) => AccountId === account.Id));
      const { dossier } = await here.look(deal);
      expect(found(ifGiven(dossier.lookalikes)).map(({ name }) => name)).toContain('Globex Corporation AS');
      expect(here.sent).toHaveLength(3);
    }
  });
});

describe('home', () => {
  test('of a manager has the books of all below, and says whom they manage', async () => {
    const here = org({}, {}, 'Dustin Brinkmann');
    const home = await here.reader.home({ ...here.refOf({ Id: 'me' }), kind: 'user' }, await here.facts());
    if (!home.ok) throw new Error(home.problem.kind);
    const below = here.rows('User').filter(({ ManagerId, IsActive }) => ManagerId === here.me.Id && IsActive);
    expect(
      found(ifGiven(home.value.facts.manages))
        .map(({ id }) => id)
        .sort(),
    ).toEqual(below.map(({ Id }) => Id).sort());
    const team = found(ifGiven(found(home.value.book.team)));
    for (const book of team) {
      const theirs = open(here.rows('Opportunity')).filter(({ OwnerId }) => OwnerId === book.rep.id);
      expect(found(ifGiven(book.open))).toHaveLength(theirs.length);
      expect(found(ifGiven(book.goals)).every(({ ownerId }) => ownerId === book.rep.id)).toBe(true);
    }
    expect(team.map(({ rep }) => rep.id).sort()).toEqual(below.map(({ Id }) => Id).sort());
  });

  test('by role alone, where nobody may see who names whom as their manager', async () => {
    const here = standIn('Dustin Brinkmann', ({ hidden }) => void hidden.add('User.ManagerId'));
    const home = await here.reader.home({ ...here.refOf({ Id: 'me' }), kind: 'user' }, await here.facts());
    if (!home.ok) throw new Error(home.problem.kind);
    const roles = here.rows('UserRole');
    const under = new Set([here.me.UserRoleId]);
    for (let size = 0; size !== under.size; ) {
      size = under.size;
      for (const { Id, ParentRoleId } of roles) if (under.has(ParentRoleId ?? null)) under.add(Id ?? null);
    }
    under.delete(here.me.UserRoleId ?? null);
    const below = here.rows('User').filter(({ UserRoleId, IsActive }) => IsActive && under.has(UserRoleId ?? null));
    expect(below.length).toBeGreaterThan(0);
    expect(
      found(ifGiven(home.value.facts.manages))
        .map(({ id }) => id)
        .sort(),
    ).toEqual(below.map(({ Id }) => Id).sort());
  });

  test('of a rep has no team', async () => {
    const here = org();
    const home = await here.reader.home({ ...here.refOf({ Id: 'me' }), kind: 'user' }, await here.facts());
    if (!home.ok) throw new Error(home.problem.kind);
    expect(ifGiven(home.value.facts.manages)).toEqual([]);
    expect(home.value.book.team).toBeUndefined();
  });
});

describe('deals that ended', () => {
  test('and were deleted or opened again since, are gone', async () => {
    const here = org();
    const { facts } = await here.look(found(open(mine(here))[0]));
    const closed = here.rows('Opportunity').filter(({ IsClosed }) => IsClosed === true);
    const [deleted, reopened] = [found(closed[3]), found(closed[7])];
    const before = [{ ...deleted }, { ...reopened }];
    const SystemModstamp = '2027-01-05T10:00:00.000+0000';
    try {
      Object.assign(deleted, { IsDeleted: true, SystemModstamp });
      Object.assign(reopened, { IsClosed: false, IsWon: false, SystemModstamp });
      const slice = await here.reader.closed(facts, { since: '2027-01-05T00:00:00.000Z' as never, place: null });
      expect(slice.ok && [...slice.value.gone].sort()).toEqual([deleted.Id, reopened.Id].sort());
      expect(slice.ok && slice.value.deals).toEqual([]);
    } finally {
      Object.assign(deleted, before[0]);
      Object.assign(reopened, before[1]);
    }
  });
});
