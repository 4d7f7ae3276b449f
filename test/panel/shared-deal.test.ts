import { describe, expect, test } from 'vitest';
import type { Credit } from '../../src/core/model/book';
import type { LineItem } from '../../src/core/model/opportunity';
import { type Answer, isExplained } from '../../src/core/value/explained';
import { given, isGiven, missing } from '../../src/core/value/known';
import { moneyOf } from '../../src/core/value/money';
import type { Reading } from '../../src/messages/reading';
import { moneyRoomView } from '../../src/panel/view/money-room-view';
import { paySight } from '../../src/panel/view/pay/sight';
import type { FigureRow } from '../../src/panel/view/rows';
import type { Line } from '../../src/ui/language/line';
import { english } from '../ui/english';
import { COLLEAGUE, OFFERED, SPECIALIST } from './offered';
import { panelView } from './panel-view';
import { NOW, READING, REF, REP, withDeal } from './readings';

const SOURCE = { kind: 'crm', field: 'test' } as const;
const spoken = english.on({ today: READING.today, zone: READING.zone });
const said = (lines: readonly Line[]) => lines.map((line) => spoken.say(line.phrase));
const shown = (answer: Answer) => (isExplained(answer) ? spoken.show(answer.figure) : spoken.say(answer.because));
const table = (rows: readonly FigureRow[]) => rows.map(({ name, answer }) => [spoken.say(name), shown(answer)]);

function shared(reading: Reading) {
  const view = panelView(reading, { payRoom: paySight });
  const found = view && moneyRoomView(view.sights).shared;
  if (!found) throw new Error('nothing shared');
  return found;
}

function dealOf({ dossier }: Reading) {
  if (!isGiven(dossier)) throw new Error('no dossier');
  return dossier.value.opportunity;
}

function split(repId: string, share: number, amount: number | 'hidden', rule: Credit['rule'] = 'split'): Credit {
  return {
    opportunityId: REF.id,
    repId,
    amount: amount === 'hidden' ? missing('hidden') : given(moneyOf(amount, 'USD'), SOURCE, NOW),
    share,
    rule,
  };
}

const splits = (...credits: Credit[]) => withDeal({}, { credits: given(credits, SOURCE, NOW) });

describe('whose credit a deal is', () => {
  test('each part as a share and as money, the own first; what is on top stands apart', () => {
    const { credit } = shared(OFFERED);
    expect(table(credit.parts)).toEqual([
      ['You, Opportunity Owner', '70% · $8,890'],
      ['Boris Faz, Account Manager', '30% · $3,810'],
      ['Together', '100% · $12,700'],
    ]);
    expect(table(credit.overlays)).toEqual([['Mei-Mei Johns, Pre-Sales Consultant', '100% · $12,700']]);
  });

  test('a colleague who helps without a credit is named', () => {
    expect(said(shared(OFFERED).credit.notes)).toEqual(['On the team without a credit: Rosie Papadopoulos.']);
  });

  test('a colleague who looks sees the own part as theirs', () => {
    const { credit } = shared({ ...OFFERED, viewer: given(COLLEAGUE, SOURCE, NOW) });
    expect(table(credit.parts).slice(0, 2)).toEqual([
      ['You, Account Manager', '30% · $3,810'],
      ['Cecily Lampkin, Opportunity Owner', '70% · $8,890'],
    ]);
    const specialist = shared({ ...OFFERED, viewer: given(SPECIALIST, SOURCE, NOW) }).credit;
    expect(table(specialist.overlays)).toEqual([['You, Pre-Sales Consultant', '100% · $12,700']]);
  });

  test('the owner of a deal that nobody shares is told nothing', () => {
    expect(shared(READING).credit).toEqual({ parts: [], overlays: [], notes: [] });
  });

  test('an owner who has given all of it away is in no part', () => {
    expect(table(shared(splits(split(COLLEAGUE.id, 1, 12_700))).credit.parts)).toEqual([
      ['A colleague whose name is not shown', '100% · $12,700'],
    ]);
  });

  test('parts that do not make up the whole say so, and those that do but for a hundredth do not', () => {
    const part = shared(splits(split(REP.id, 0.6, 7_620), split(COLLEAGUE.id, 0.3, 3_810))).credit;
    expect(said(part.notes)).toEqual(['The parts come to 90% · $11,430, not to the whole deal.']);
    const thirds = shared(splits(split(REP.id, 0.3333, 4_233), split(COLLEAGUE.id, 0.6667, 8_467))).credit;
    expect(thirds.notes).toEqual([]);
    expect(table(thirds.parts)[0]).toEqual(['You', '33.33% · $4,233']);
  });

  test('a part whose amount is hidden is a share alone, and so is what they come to', () => {
    const { credit } = shared(splits(split(REP.id, 0.5, 'hidden'), split(COLLEAGUE.id, 0.5, 6_350)));
    expect(table(credit.parts).map(([, figure]) => figure)).toEqual(['50%', '50% · $6,350', '100%']);
  });

  test('what is hidden says so; what an organisation does not keep goes without saying', () => {
    const of = (credits: 'hidden' | 'not-yet-read', team: 'hidden' | 'feature-off') =>
      said(shared(withDeal({}, { credits: missing(credits), team: missing(team) })).credit.notes);
    expect(of('hidden', 'hidden')).toEqual(['Hidden by your permissions: who is credited and the team.']);
    expect(of('not-yet-read', 'feature-off')).toEqual(['Not read yet: who is credited.']);
  });
});

describe('what is being sold', () => {
  test('lines of a family together, each of them behind the sum', () => {
    const { rows } = shared(OFFERED).sold;
    expect(table(rows)).toEqual([
      ['GTX', '$10,700'],
      ['Without a product family', '$2,000'],
    ]);
    const terms = rows.map(({ answer }) => answer.terms.map(({ name, of }) => [spoken.say(name), shown(of)]));
    expect(terms).toEqual([
      [
        ['GTX Pro × 30', '$9,500'],
        ['GTX Basic × 10', '$1,200'],
      ],
      [['Onboarding × 1.5', '$2,000']],
    ]);
  });

  // 7 % of the rep's 70 %: of 7,490 for GTX, of 1,400 for the rest.
  test('beside it stands what the plan pays the rep for each', () => {
    expect(shared(OFFERED).sold.rows.map(({ pays }) => pays && shown(pays))).toEqual(['$524.30', '$98']);
  });

  test('what the book knows by other lines is not told; without a plan there is nothing to tell', () => {
    const { products } = dealOf(OFFERED);
    const rows = shared(withDeal({ products })).sold.rows.map(({ pays }) => pays && shown(pays));
    expect(rows).toEqual(['$889', 'The plan counts the deal as a whole: what this part of it pays cannot be told']);
    const bare = shared({ ...OFFERED, plan: missing('not-recorded') });
    expect(bare.sold.rows.map(({ pays }) => pays)).toEqual([null, null]);
  });

  test('a line without an amount leaves its family without a sum, and the others with theirs', () => {
    const { products: lines } = dealOf(OFFERED);
    if (!isGiven(lines)) throw new Error('no lines');
    const cut = lines.value.map(
      (line): LineItem => (line.product === 'GTX Basic' ? { ...line, amount: missing('hidden') } : line),
    );
    const { rows } = shared(withDeal({ products: given(cut, SOURCE, NOW) })).sold;
    expect(table(rows)).toEqual([
      ['GTX', 'The amount of a line is not known, so neither is the sum'],
      ['Without a product family', '$2,000'],
    ]);
  });

  test('lines that are hidden say so; a deal without any says nothing', () => {
    expect(said(shared(withDeal({ products: missing('hidden') })).sold.notes)).toEqual([
      'Hidden by your permissions: products.',
    ]);
    expect(shared(withDeal({ products: missing('not-recorded') })).sold).toEqual({ rows: [], notes: [] });
  });
});

test('while the pay is on its way nothing stands in its place; without a plan the credit stands alone', () => {
  const waiting = panelView(OFFERED, { payRoom: null });
  expect(waiting && moneyRoomView(waiting.sights).shared).toBeNull();
  const bare = panelView({ ...OFFERED, plan: missing('not-recorded') }, { payRoom: null });
  const view = bare && moneyRoomView(bare.sights);
  expect([view?.pay, view?.shared?.credit.parts.length]).toEqual([null, 3]);
});
