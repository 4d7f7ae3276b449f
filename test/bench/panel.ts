import shippedRules from '../../assets/risk-rules.json' with { type: 'json' };
import { emptyLesson, take } from '../../src/core/deal/norms/lesson';
import { summarise } from '../../src/core/deal/norms/summary/summarise';
import type { BookDeal } from '../../src/core/model/book';
import { addDays } from '../../src/core/value/civil-date';
import { given, ifGiven, type Known } from '../../src/core/value/known';
import { moneyOf } from '../../src/core/value/money';
import type { Reading } from '../../src/messages/reading';
import { dealRoomView } from '../../src/panel/view/deal-room-view';
import { moneyRoomView } from '../../src/panel/view/money-room-view';
import { paySight } from '../../src/panel/view/pay/sight';
import { riskRoom } from '../../src/panel/view/risks';
import { supposedView } from '../../src/panel/view/what-if/supposed-view';
import { boundsFor, NOTHING, read } from '../../src/panel/view/what-if/wish';
import { madeUpClosed } from '../core/deal/norms/closed-deals';
import { panelView } from '../panel/panel-view';
import { BOOK, NOW, OPPORTUNITY, READING, REF, REP, TODAY } from '../panel/readings';

/** Something to be timed: what it is called, one run of it, and what it may take, in ms. */
type Case = { readonly name: string; readonly run: () => unknown; readonly budget: number };

const known = <T>(value: T): Known<T> => given(value, { kind: 'crm', field: 'bench' }, NOW);

/** One of the rep's open deals: amounts from 3,000 to 86,000, created and due on all kinds of days, a third of them committed. */
function openDeal(n: number): BookDeal {
  const id = n === 0 ? REF.id : `006N${n}`;
  const amount = known(moneyOf((3_000 + ((n * 7_919) % 83_000) + (n % 97) / 100).toFixed(2), 'USD'));
  return {
    opportunity: {
      ...OPPORTUNITY,
      id,
      name: `Deal ${n}`,
      amount,
      closeDate: known(addDays(TODAY, n % 40)),
      createdOn: known(addDays(TODAY, -1 - ((n * 31) % 200))),
      forecastCategory: known(n % 3 === 0 ? 'commit' : 'pipeline'),
      products: known([{ id: `l${n}`, product: `product ${n % 7}`, family: known('GTX'), quantity: known(1), amount }]),
    },
    credit: { opportunityId: id, repId: REP.id, amount, share: 1, rule: 'owner' },
    lastBuyerActOn: known(addDays(TODAY, -(n % 60))),
  };
}

/** A reading with so many open deals, a quota that a third of them would fill, and norms of 5,000 closed deals. */
export function readingWith(open: number): Reading {
  const deals = Array.from({ length: open }, (_, n) => openDeal(n));
  const total = deals.reduce((sum, { opportunity }) => sum + (ifGiven(opportunity.amount)?.minor ?? 0), 0);
  const goals = (ifGiven(BOOK.goals) ?? []).map((goal) => ({
    ...goal,
    target: known({ unit: 'money', amount: moneyOf(Math.round(total / 300), 'USD') } as const),
  }));
  return {
    ...READING,
    book: known({ ...BOOK, goals: known(goals), open: known(deals) }),
    norms: known(summarise(take(emptyLesson(), madeUpClosed(5_000, TODAY)), TODAY)),
  };
}

/** The panel with one lever moved, over a book of so many open deals; another amount each time, as a slider gives them. */
function whatIfCase(open: number): Case {
  const reading = readingWith(open);
  const recorded = panelView(reading, { payRoom: paySight });
  const bounds = recorded && boundsFor(reading, recorded.sights.odds.won);
  let amount = 12_000;
  const run = () => {
    amount += 37;
    return (
      bounds && supposedView(reading, read({ ...NOTHING, amount: String(amount) }, bounds, reading), paySight, recorded)
    );
  };
  return { name: `one move of a what-if's slider, ${open} open deals`, run, budget: 50 };
}

/** Everything that one panel works out, for books of 200 and 1,000 open deals. */
export function panelCases(): readonly Case[] {
  const risks = riskRoom(shippedRules);
  const all = (reading: Reading) => {
    const view = panelView(reading, { payRoom: paySight });
    return view && [moneyRoomView(view.sights), dealRoomView(reading, view.sights, risks)];
  };
  const panels = (
    [
      [200, 20],
      [1_000, 100],
    ] as const
  ).map(([open, budget]) => {
    const reading = readingWith(open);
    return { name: `all that one panel works out, ${open} open deals`, run: () => all(reading), budget };
  });
  return [...panels, whatIfCase(200)];
}
