import shippedRules from '../../assets/risk-rules.json' with { type: 'json' };
import { dealSnapshot } from '../../src/core/deal/changes/snapshot';
import { emptyLesson, take } from '../../src/core/deal/norms/lesson';
import { summarise } from '../../src/core/deal/norms/summary/summarise';
import type { Book } from '../../src/core/model/book';
import { civilDate } from '../../src/core/value/civil-date';
import { given, ifGiven, mapKnown, missing } from '../../src/core/value/known';
import { type Money, moneyOf } from '../../src/core/value/money';
import type { Connection, Reading } from '../../src/messages/reading';
import type { Shown } from '../../src/panel/frame/shown';
import { AccountRoom } from '../../src/panel/rooms/account-room';
import { BriefRoom } from '../../src/panel/rooms/brief-room';
import { DealRoom } from '../../src/panel/rooms/deal-room';
import { HomeRoom } from '../../src/panel/rooms/home-room';
import { MoneyRoom } from '../../src/panel/rooms/money-room';
import { WHAT_IF_ROOM } from '../../src/panel/rooms/what-if-room';
import { paySight } from '../../src/panel/view/pay/sight';
import { riskRoom } from '../../src/panel/view/risks';
import { madeUpClosed } from '../core/deal/norms/closed-deals';
import { FULL_BRIEF } from './full-brief';
import { OFFERED } from './offered';
import { ACCOUNT, BOOK, COMMITTEE, DOSSIER, NOW, OPPORTUNITY, READING, REF, RICH, TODAY, withDeal } from './readings';

const RISK_ROOM = riskRoom(shippedRules);
if (RISK_ROOM === null) throw new Error('the rules that are shipped cannot be read');

const SOURCE = { kind: 'crm', field: 'test' } as const;
const OPEN = { goal: true, pay: true, real: true, buyer: true } as const;

const ROOMS = {
  money: MoneyRoom,
  deal: DealRoom,
  brief: BriefRoom,
  account: AccountRoom,
  home: HomeRoom,
  whatIf: WHAT_IF_ROOM,
};

function shown(reading: Reading | null, more: Partial<Shown> = {}): Shown {
  return {
    ref: REF,
    reading,
    progress: reading?.connection.progress ?? null,
    cutOff: false,
    brief: false,
    open: OPEN,
    riskRoom: RISK_ROOM,
    payRoom: paySight,
    ahead: [],
    rooms: ROOMS,
    whatIf: null,
    ...more,
  };
}

function connected(change: Partial<Connection>, base: Reading = READING): Reading {
  return { ...base, connection: { ...base.connection, ...change } };
}

const unread: Reading = {
  ...READING,
  dossier: missing('not-yet-read'),
  book: missing('not-yet-read'),
  viewer: missing('not-yet-read'),
};

const NORMS = given(summarise(take(emptyLesson(), madeUpClosed(2_000, TODAY)), TODAY), SOURCE, NOW);

/** Deals with one long name each: no place in it to break a line. */
const longDeals = (ifGiven(BOOK.open) ?? []).map((deal) => ({
  ...deal,
  opportunity: {
    ...deal.opportunity,
    name: `Grundstücksverkehrsgenehmigungszuständigkeitsübertragung${deal.opportunity.name}`,
  },
}));

/** The deal as it was when its close date had not been moved for the last time and nobody had opened the proposal. */
const LAST_SEEN = given(
  dealSnapshot(
    {
      ...DOSSIER,
      activities: given((ifGiven(DOSSIER.activities) ?? []).slice(2), SOURCE, NOW),
      opportunity: {
        ...DOSSIER.opportunity,
        closeDate: given(civilDate('2026-11-27'), SOURCE, NOW),
        forecastCategory: given('best-case', SOURCE, NOW),
      },
    },
    { now: NOW, zone: 'UTC' },
  ),
  SOURCE,
  NOW,
);

const wonAlso = (amount: number) =>
  (ifGiven(BOOK.won) ?? []).slice(-1).map((deal) => ({
    opportunity: { ...deal.opportunity, id: '006W9', amount: given(moneyOf(amount, 'USD'), SOURCE, NOW) },
    credit: { ...deal.credit, opportunityId: '006W9', amount: given(moneyOf(amount, 'USD'), SOURCE, NOW) },
    lastBuyerActOn: deal.lastBuyerActOn,
  }));

/** The book's goal with others beside it: logos, a product family, meetings held. */
const manyGoals = (ifGiven(BOOK.goals) ?? []).flatMap((goal) => [
  goal,
  {
    ...goal,
    id: 'logos',
    measure: { id: 'logos', name: 'New logos', unit: 'count', filter: [] },
    target: given({ unit: 'count', count: 8 } as const, SOURCE, NOW),
  } as const,
  {
    ...goal,
    id: 'gtx',
    measure: {
      id: 'gtx',
      name: 'GTX family, net new annual recurring revenue',
      unit: 'money',
      filter: [{ field: 'family', is: ['GTX'] }],
    },
    target: given({ unit: 'money', amount: moneyOf(60_000, 'USD') } as const, SOURCE, NOW),
  } as const,
]);

/** All money of the reading so many times as large. */
function times(factor: number): Reading {
  const scaled = (deals: Book['won']) =>
    mapKnown(deals, (each) =>
      each.map(({ opportunity, credit, lastBuyerActOn }) => {
        const amount = mapKnown(opportunity.amount, grown);
        return {
          opportunity: { ...opportunity, amount, products: missing('not-recorded') },
          credit: { ...credit, amount },
          lastBuyerActOn,
        };
      }),
    );
  const grown = (of: Money): Money => ({ ...of, minor: Math.round(of.minor * factor) });
  return {
    ...withDeal({ amount: mapKnown(OPPORTUNITY.amount, grown), products: missing('not-recorded') }),
    norms: NORMS,
    book: given(
      {
        ...BOOK,
        won: scaled(BOOK.won),
        open: scaled(BOOK.open),
        goals: mapKnown(BOOK.goals, (goals) =>
          goals.map((goal) => ({
            ...goal,
            target: mapKnown(goal.target, (target) =>
              target.unit === 'money' ? { ...target, amount: grown(target.amount) } : target,
            ),
          })),
        ),
      },
      SOURCE,
      NOW,
    ),
  };
}

/** The deal in the customer's money, which is neither the goal's nor the plan's. */
const inYen = (() => {
  const amount = given(moneyOf(1_900_000, 'JPY'), SOURCE, NOW);
  const open = (ifGiven(BOOK.open) ?? []).map((deal) =>
    deal.opportunity.id === REF.id
      ? {
          ...deal,
          opportunity: { ...deal.opportunity, amount, products: missing('not-recorded') } as const,
          credit: { ...deal.credit, amount },
        }
      : deal,
  );
  return {
    ...withDeal({ amount, products: missing('not-recorded') }),
    norms: NORMS,
    book: given({ ...BOOK, open: given(open, SOURCE, NOW) }, SOURCE, NOW),
  };
})();

const MANAGER = { id: '005M', name: 'Dustin Brinkmann' };

const ACCOUNT_REF = { ...REF, kind: 'account', id: '001A' } as const;
const HOME_REF = { ...REF, kind: 'user', id: 'me' } as const;
const RICH_DEAL = ifGiven(RICH.dossier) ?? DOSSIER;

/** A company's page: the family, its deals, what may be missing from it. */
const ACCOUNT_PAGE: Reading = {
  ...unread,
  ref: ACCOUNT_REF,
  company: given(
    {
      ref: ACCOUNT_REF,
      account: ifGiven(RICH_DEAL.account) ?? ACCOUNT,
      family: RICH_DEAL.family,
      lookalikes: RICH_DEAL.lookalikes,
      asOf: NOW,
    },
    SOURCE,
    NOW,
  ),
};

/** A rep's own page. */
const HOME: Reading = { ...READING, ref: HOME_REF, dossier: missing('not-yet-read'), norms: NORMS };

/** A person of the committee, again and again under other names. */
const CROWD = Array.from({ length: 50 }, (_, n) => {
  const one = COMMITTEE[n % COMMITTEE.length];
  if (one === undefined) throw new Error('no committee');
  return {
    ...one,
    primary: n === 0,
    contact: { ...one.contact, id: `003N${n}`, name: `${one.contact.name} ${n + 1}` },
  };
});

/** A parent with a thousand companies below it, some of them with companies of their own. */
const THOUSAND = Array.from({ length: 1_000 }, (_, n) => ({
  ...ACCOUNT,
  id: `001N${n}`,
  name: `Sonron branch ${n + 1}`,
  parentId: given(n % 8 === 7 ? `001N${n - 1}` : '001A', SOURCE, NOW),
}));

const FAMILY = ifGiven(DOSSIER.family);
if (FAMILY === undefined) throw new Error('no family');

/** Every state that the panel can be in, by name. */
export const STATES: Readonly<Record<string, Shown>> = {
  deal: shown(READING),
  odds: shown({ ...READING, norms: NORMS }),
  'long-deals': shown({
    ...READING,
    norms: NORMS,
    book: given({ ...BOOK, open: given(longDeals, SOURCE, NOW) }, SOURCE, NOW),
  }),
  rich: shown({ ...RICH, norms: NORMS, lastSeen: LAST_SEEN }),
  brief: shown({ ...RICH, norms: NORMS }, { brief: true }),
  'full-brief': shown({ ...FULL_BRIEF, norms: NORMS }, { brief: true }),
  offered: shown({ ...OFFERED, norms: NORMS }),
  'offered-no-plan': shown({ ...OFFERED, norms: NORMS, plan: missing('not-recorded') }),
  'offered-brief': shown({ ...OFFERED, norms: NORMS }, { brief: true }),
  'fifty-roles': shown(withDeal({}, { committee: given(CROWD, SOURCE, NOW) })),
  'thousand-companies': shown(
    withDeal({}, { family: given({ ...FAMILY, members: [ACCOUNT, ...THOUSAND], hidden: 12 }, SOURCE, NOW) }),
  ),
  scripts: shown(
    withDeal(
      { name: 'مشروع توسيع المصنع — 第三期工程 — проект <i>«Север»</i>' },
      {
        committee: given(
          COMMITTEE.map((one, n) => ({
            ...one,
            contact: {
              ...one.contact,
              name: ['محمد عبد الرحمن الحسيني', '山田 太郎', '<img src=x onerror=alert(1)>'][n] ?? '',
            },
          })),
          SOURCE,
          NOW,
        ),
        family: given(
          {
            ...FAMILY,
            members: FAMILY.members.map((one, n) => ({
              ...one,
              name: ['شركة النور', '株式会社日立', '</li><b>x'][n] ?? '',
            })),
          },
          SOURCE,
          NOW,
        ),
      },
    ),
  ),
  account: shown(ACCOUNT_PAGE, { ref: ACCOUNT_REF }),
  'account-hidden': shown(
    {
      ...ACCOUNT_PAGE,
      company: given(
        {
          ref: ACCOUNT_REF,
          account: ACCOUNT,
          family: missing('hidden'),
          lookalikes: missing('not-yet-read'),
          asOf: NOW,
        },
        SOURCE,
        NOW,
      ),
    },
    { ref: ACCOUNT_REF },
  ),
  'account-unread': shown(connected({ reading: true }, { ...ACCOUNT_PAGE, company: missing('not-yet-read') }), {
    ref: ACCOUNT_REF,
  }),
  'account-offline': shown(connected({ way: 'cache', problem: { kind: 'offline' } }, ACCOUNT_PAGE), {
    ref: ACCOUNT_REF,
  }),
  home: shown(HOME, { ref: HOME_REF }),
  'home-bare': shown(
    {
      ...HOME,
      norms: missing('too-few'),
      plan: missing('not-recorded'),
      book: given(
        { ...BOOK, open: given([], SOURCE, NOW), won: given([], SOURCE, NOW), goals: given([], SOURCE, NOW) },
        SOURCE,
        NOW,
      ),
    },
    { ref: HOME_REF },
  ),
  'home-hidden': shown({ ...HOME, book: missing('hidden') }, { ref: HOME_REF }),
  'no-plan': shown({ ...READING, plan: missing('not-recorded') }),
  manager: shown({ ...READING, viewer: given(MANAGER, SOURCE, NOW) }),
  'not-a-record': shown(null, { ref: null }),
  opening: shown(null),
  'cut-off': shown(READING, { cutOff: true }),
  'not-connected': shown(connected({ way: 'cache', problem: { kind: 'not-connected' } }, unread)),
  'signed-out': shown(connected({ way: 'cache', problem: { kind: 'signed-out' } })),
  blocked: shown(
    connected(
      { way: 'cache', problem: { kind: 'blocked', words: 'API access is not enabled for this user.' } },
      unread,
    ),
  ),
  offline: shown(connected({ way: 'cache', problem: { kind: 'offline' } })),
  'first-reading': shown(
    connected({ reading: true, progress: { what: 'progress_norms', done: 400, of: 2_100 } }, unread),
  ),
  'norms-learning': shown(connected({ progress: { what: 'progress_norms', done: 400, of: 2_100 } })),
  'not-found': shown(connected({ problem: { kind: 'not-found' } }, unread)),
  'no-book': shown({ ...READING, book: missing('hidden') }),
  'no-quota': shown({ ...READING, book: given({ ...BOOK, goals: missing('feature-off') }, SOURCE, NOW) }),
  'territory-quotas': shown({ ...READING, book: given({ ...BOOK, territoryQuotas: 2 }, SOURCE, NOW) }),
  'territory-quota-only': shown({
    ...READING,
    book: given({ ...BOOK, goals: given([], SOURCE, NOW), territoryQuotas: 1 }, SOURCE, NOW),
  }),
  'hidden-fields': shown(
    withDeal(
      {
        amount: missing('hidden'),
        owner: missing('hidden'),
        nextStep: missing('hidden'),
        forecastCategory: missing('hidden'),
      },
      {
        committee: missing('hidden'),
        activities: missing('hidden'),
        history: missing('feature-off'),
        family: missing('hidden'),
        quotes: missing('hidden'),
        competitors: missing('hidden'),
        team: missing('hidden'),
        credits: missing('hidden'),
      },
    ),
  ),
  'many-goals': shown({
    ...READING,
    norms: NORMS,
    book: given({ ...BOOK, goals: given(manyGoals, SOURCE, NOW) }, SOURCE, NOW),
  }),
  made: shown({
    ...READING,
    norms: NORMS,
    book: given(
      {
        ...BOOK,
        goals: given(manyGoals, SOURCE, NOW),
        won: given([...(ifGiven(BOOK.won) ?? []), ...wonAlso(30_000)], SOURCE, NOW),
      },
      SOURCE,
      NOW,
    ),
  }),
  'other-currency': shown(inYen),
  huge: shown(times(40_000)),
  tiny: shown(times(0.000_2)),
  'first-day': shown({
    ...READING,
    today: civilDate('2026-10-01'),
    book: given({ ...BOOK, won: given([], SOURCE, NOW) }, SOURCE, NOW),
  }),
  won: shown(withDeal({ outcome: 'won' })),
  lost: shown(withDeal({ outcome: 'lost' })),
  'long-names': shown(
    withDeal({
      name: '<b>Überlange</b> Bezeichnung eines Vorhabens, das niemand je ganz liest & doch so im CRM steht, mit 400 Plätzen',
      account: given({ id: '001A', name: 'شركة الاختبار للتجارة الدولية المحدودة' }, SOURCE, NOW),
      owner: given(
        { id: '005A', name: 'Wolfeschlegelsteinhausenbergerdorff von und zu Hohenlohe-Langenburg' },
        SOURCE,
        NOW,
      ),
    }),
  ),
  bare: shown({
    ...READING,
    dossier: given(
      {
        ...DOSSIER,
        committee: given([], SOURCE, NOW),
        activities: given([], SOURCE, NOW),
        history: given([], SOURCE, NOW),
      },
      SOURCE,
      NOW,
    ),
    book: missing('not-yet-read'),
  }),
};
