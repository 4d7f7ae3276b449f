import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROCESS_LEVELS, PUBLISHED, RELATIONSHIP_LEVELS } from '../../../../src/core/deal/process-level/levels';
import { bookPosition, dealPosition } from '../../../../src/core/deal/process-level/matrix';
import { pathOfClosed } from '../../../../src/core/deal/process-level/path';
import { relationship } from '../../../../src/core/deal/process-level/relationship';
import type { AccountStanding, FamilyAccounts } from '../../../../src/core/model/account';
import type { ClosedDeal } from '../../../../src/core/model/closed-deal';
import type { Dossier } from '../../../../src/core/model/dossier';
import { civilDate } from '../../../../src/core/value/civil-date';
import { missing } from '../../../../src/core/value/known';
import { act, CLOCK, daysAgo, deal, known, row, STAGES } from '../evidence/a-deal';

/** A deal that went through these stages, ten days apart, the last of them today; acts so many days ago. */
const went = (stages: readonly string[], acts: readonly number[] = []): Dossier =>
  deal(
    {},
    {
      history: known(
        stages.map((name, index) => row(daysAgo((stages.length - 1 - index) * 10), { stage: known(name) })),
      ),
      activities: known(acts.map((ago) => act({ at: daysAgo(ago) }))),
    },
  );

const standing = (won: number, lost: number): AccountStanding => ({
  accountId: '001',
  open: 1,
  openAmount: missing('hidden'),
  won,
  wonAmount: missing('hidden'),
  lost,
  overdue: known(0),
  lastContactOn: missing('not-recorded'),
});
const family = (standings: AccountStanding[], hidden = 0): FamilyAccounts => ({
  members: [],
  standings,
  hidden,
  deals: missing('not-yet-read'),
  moreDeals: missing('not-yet-read'),
});

describe('the matrix as published (CSO Insights)', () => {
  it('has four levels of process and five of relationship', () => {
    expect(PROCESS_LEVELS.map(({ key }) => key)).toEqual([
      'deal_process_random',
      'deal_process_informal',
      'deal_process_formal',
      'deal_process_dynamic',
    ]);
    expect(RELATIONSHIP_LEVELS).toHaveLength(5);
  });

  it('every figure names who said so and when', () => {
    for (const { source } of PUBLISHED) expect(source).toMatchObject({ kind: 'published', by: 'CSO Insights' });
  });
});

describe('the level of process, from behaviour', () => {
  it('one stage after the other reads as formal or above: what sets dynamic apart no record shows', () => {
    const { process } = dealPosition(went(['Qualify', 'Discover', 'Propose', 'Negotiate']), CLOCK);
    expect(process).toMatchObject({ inOrder: { value: 1 }, level: { value: { level: 3, orAbove: true } } });
  });

  it('a stage skipped and a step back are out of order: one of four in order reads as random', () => {
    const jumpy = went(['Qualify', 'Propose', 'Discover', 'Propose', 'Qualify']);
    expect(dealPosition(jumpy, CLOCK).process).toMatchObject({
      inOrder: { value: 0.25 },
      level: { value: { level: 1 } },
    });
  });

  it('half in order reads as informal', () => {
    const half = went(['Qualify', 'Discover', 'Qualify', 'Discover', 'Qualify']);
    expect(dealPosition(half, CLOCK).process.level).toMatchObject({ value: { level: 2, orAbove: false } });
  });

  it('two moves are too few to tell', () => {
    expect(dealPosition(went(['Qualify', 'Discover', 'Propose']), CLOCK).process.level).toMatchObject({
      missing: 'too-few',
    });
  });

  it('without the order of the stages, or their history, nobody can tell', () => {
    const four = went(['Qualify', 'Discover', 'Propose', 'Negotiate']);
    expect(dealPosition({ ...four, stages: missing('hidden') }, CLOCK).process.level).toMatchObject({
      missing: 'hidden',
    });
    expect(dealPosition({ ...four, history: missing('feature-off') }, CLOCK).process.level).toMatchObject({
      missing: 'too-few',
    });
  });

  it('how many moves forward came with an act of the buyer', () => {
    // Moves 20, 10 and 0 days ago; the buyer met us 25 and 3 days ago.
    const { withBuyer } = dealPosition(went(['Qualify', 'Discover', 'Propose', 'Negotiate'], [25, 3]), CLOCK).process;
    expect(withBuyer).toMatchObject({ value: 2 / 3, rule: { figures: [{ unit: 'count', count: 3 }] } });
  });

  it('a move back is not asked for an act of the buyer', () => {
    const back = went(['Qualify', 'Discover', 'Propose', 'Negotiate', 'Propose'], [35, 25, 15]);
    expect(dealPosition(back, CLOCK).process.withBuyer).toMatchObject({ value: 1 });
  });
});

describe('the level of relationship, as far as purchases show it', () => {
  it('bought twice, lost once: preferred supplier or above', () => {
    expect(relationship(known(family([standing(1, 1), standing(1, 0)])))).toMatchObject({
      value: { level: 2, orAbove: true },
      rule: { figures: [{ unit: 'count', count: 3 }] },
    });
  });

  it('never bought, bought once, or lost more often: approved vendor', () => {
    for (const [won, lost] of [
      [0, 0],
      [1, 0],
      [2, 2],
    ] as const) {
      expect(relationship(known(family([standing(won, lost)])))).toMatchObject({ value: { level: 1, orAbove: false } });
    }
  });

  it('with companies of the family hidden, little on record proves little', () => {
    expect(relationship(known(family([standing(0, 3)], 2)))).toMatchObject({ missing: 'hidden' });
    expect(relationship(known(family([standing(3, 0)], 2)))).toMatchObject({ value: { level: 2 } });
  });

  it('without the family nobody can tell', () => {
    expect(relationship(missing('not-yet-read'))).toMatchObject({ missing: 'not-yet-read' });
  });
});

describe("a rep's book", () => {
  const closed = (stages: readonly string[]): ClosedDeal => ({
    id: '1',
    outcome: 'won',
    owner: { id: '005', name: 'Rita' },
    teamId: missing('not-recorded'),
    product: missing('not-recorded'),
    amount: missing('not-recorded'),
    createdOn: civilDate('2026-01-01'),
    closedOn: civilDate('2026-06-01'),
    history: known(stages.map((name, index) => row(daysAgo(100 - index * 10), { stage: known(name) }))),
    roles: missing('not-recorded'),
    buyerActs: known([civilDate('2026-03-12')]),
  });

  it('the jump of an ended deal into its closed stage is no step of the process', () => {
    const won = pathOfClosed(closed(['Qualify', 'Discover', 'Propose', 'Closed Won']));
    const three = bookPosition([], Array(5).fill(won), known(STAGES), CLOCK);
    expect(three.process.inOrder).toMatchObject({ value: 1, rule: { figures: [{ unit: 'count', count: 10 }] } });
  });

  it('is read from ten moves on, over open and ended deals together', () => {
    const open = [1, 2, 3].map(() => went(['Qualify', 'Discover', 'Propose', 'Negotiate']));
    expect(bookPosition(open, [], known(STAGES), CLOCK).process.level).toMatchObject({ missing: 'too-few' });
    const ended = [pathOfClosed(closed(['Qualify', 'Propose', 'Closed Won']))];
    expect(bookPosition(open, ended, known(STAGES), CLOCK).process.inOrder).toMatchObject({ value: 0.9 });
  });

  it('counts its deals at each relationship, and those that nobody can tell', () => {
    const at = (won: number) => ({ ...deal(), family: known(family([standing(won, 0)])) });
    const book = bookPosition([at(0), at(3), at(4), deal()], [], known(STAGES), CLOCK);
    expect(book.relationships.map(({ deals }) => deals)).toEqual([1, 2, 0, 0, 0]);
    expect(book).toMatchObject({ unknown: 1, deals: 4 });
  });
});

describe('laws', () => {
  it('the order of the deals does not matter, and every share lies between 0 and 1', () => {
    const paths = fc.array(
      fc
        .array(fc.constantFrom('Qualify', 'Discover', 'Propose', 'Negotiate', 'Elsewhere'), { maxLength: 6 })
        .map((all) => went(all, [5, 25])),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(paths, (dossiers) => {
        const book = bookPosition(dossiers, [], known(STAGES), CLOCK);
        expect(bookPosition([...dossiers].reverse(), [], known(STAGES), CLOCK)).toEqual(book);
        for (const share of [book.process.inOrder, book.process.withBuyer]) {
          if ('value' in share) expect(share.value >= 0 && share.value <= 1).toBe(true);
        }
      }),
      { numRuns: 50 },
    );
  });
});
