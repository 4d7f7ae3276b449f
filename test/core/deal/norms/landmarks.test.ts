import { describe, expect, it } from 'vitest';
import { LANDMARKS } from '../../../../src/core/deal/norms/age-band';
import { emptyLesson, take } from '../../../../src/core/deal/norms/lesson';
import { summarise } from '../../../../src/core/deal/norms/summary/summarise';
import { momentsOf } from '../../../../src/core/deal/norms/trace/moment';
import { oddsOf } from '../../../../src/core/deal/odds/odds';
import { oddsMaker } from '../../../../src/core/deal/odds/odds-maker';
import type { ClosedDeal } from '../../../../src/core/model/closed-deal';
import { addDays, type CivilDate, civilDate } from '../../../../src/core/value/civil-date';
import { isExplained } from '../../../../src/core/value/explained';
import { missing } from '../../../../src/core/value/known';
import { closed, known, roleSince, row } from './closed-deals';

const BORN = civilDate('2026-01-01');
const TODAY = civilDate('2026-11-20');
const day = (age: number): CivilDate => addDays(BORN, age);

/** A deal of a hundred days: pushed on its 20th and 99th, a second person on its 50th, the buyer heard on its 5th and 70th. */
const HUNDRED = closed('1', {
  closedOn: day(100),
  history: known([
    { ...row(day(0), 'Discovery', day(60)), probability: known(0.2), nextStep: missing('not-recorded') },
    { ...row(day(20), 'Proposal', day(90)), probability: known(0.4), nextStep: known('Send the offer') },
    { ...row(day(99), 'Negotiation', day(100)), probability: known(0.9), nextStep: known(' ') },
  ]),
  roles: known([roleSince('Coach', day(0)), roleSince('User', day(50))]),
  buyerActs: known([day(70), day(5)]),
});

describe('a deal at the landmarks of its life', () => {
  it('is as it stood then: pushes, days of silence, people, next step, its own probability', () => {
    expect(LANDMARKS).toEqual([10, 45, 75, 135, 270]);
    expect(momentsOf(HUNDRED)).toEqual([
      [0, 5, 1, false, 0.2],
      [1, 40, 1, true, 0.4],
      [1, 5, 2, true, 0.4],
    ]);
  });

  it('has none on the day it closed, nor after', () => {
    expect(momentsOf({ ...HUNDRED, closedOn: day(45) })).toHaveLength(1);
    expect(momentsOf({ ...HUNDRED, closedOn: day(46) })).toHaveLength(2);
    expect(momentsOf({ ...HUNDRED, closedOn: day(10) })).toEqual([]);
  });

  it('leaves open what nobody recorded', () => {
    const roles = known([roleSince('Coach', day(0)), { role: known('User'), since: missing('hidden') }]);
    const silent = { ...HUNDRED, history: missing('feature-off'), roles, buyerActs: known([]) } as ClosedDeal;
    expect(momentsOf(silent)[0]).toEqual([null, null, null, null, null]);
  });
});

describe('facts', () => {
  const learned = (deals: readonly ClosedDeal[]) => summarise(take(emptyLesson(), deals), TODAY);

  it('are counted once for each landmark that a deal was open at', () => {
    const { facts } = learned([HUNDRED, { ...HUNDRED, id: '2', outcome: 'lost' }]);
    expect(facts['pushes/0']).toEqual({ 0: { won: 1, lost: 1 } });
    expect(facts['pushes/1']).toEqual({ 1: { won: 1, lost: 1 } });
    expect(facts['committee/2']).toEqual({ 2: { won: 1, lost: 1 } });
    expect(facts['nextStep/0']).toEqual({ no: { won: 1, lost: 1 } });
    expect(facts['said/1']).toEqual({ 2: { won: 1, lost: 1 } });
    expect(facts['pushes/3']).toBeUndefined();
  });

  it('that the end itself brought are not there', () => {
    const atItsEnd = { ...row(day(50), 'Negotiation', day(51)), probability: known(0.95) };
    const deal = closed('1', {
      closedOn: day(51),
      history: known([{ ...row(day(0), 'Discovery', day(40)), probability: known(0.1) }, atItsEnd]),
    });
    const { facts } = learned([deal]);
    expect(facts['said/1']).toEqual({ 0: { won: 1, lost: 0 } });
    expect(facts['pushes/1']).toEqual({ 0: { won: 1, lost: 0 } });
  });

  // Every deal is pushed on its 30th, 60th, 90th … day, whatever becomes of it; lost ones are only left lying longer. At their ends
  // the lost have four pushes and the won one: read from there, a push would look like a death sentence.
  it('that time alone brings pull nothing', () => {
    const of = (id: string, outcome: 'won' | 'lost', life: number) => {
      const rows = Array.from({ length: Math.ceil(life / 30) }, (_, month) =>
        row(day(month * 30), 'Proposal', day(month * 30 + 30)),
      );
      return closed(id, { outcome, closedOn: day(life), history: known(rows) });
    };
    const deals = Array.from({ length: 400 }, (_, n) =>
      n % 2 === 0 ? of(`w${n}`, 'won', 46 + (n % 10)) : of(`l${n}`, 'lost', 126 + (n % 10)),
    );
    const maker = oddsMaker(learned(deals), TODAY, { end: civilDate('2027-01-01') }, civilDate('2027-04-01'));
    const odds = oddsOf(maker, { id: 'd', createdOn: addDays(TODAY, -45), pushes: 1 }, 'ever');
    if (!isExplained(odds)) throw new Error('no odds');
    expect(odds.value.contributions.find(({ factor }) => factor === 'pushes')).toMatchObject({ points: 0, n: 400 });
  });

  it('that foretell do pull, the way the counts say', () => {
    // At 45 days 60 of 100 won deals had somebody for each role, and 20 of 100 lost ones.
    const deals = Array.from({ length: 200 }, (_, n) =>
      closed(`${n}`, {
        outcome: n < 100 ? 'won' : 'lost',
        closedOn: day(60),
        roles: known(
          (n < 60 || (n >= 100 && n < 120) ? ['Coach', 'User', 'Buyer'] : ['Coach']).map((role) =>
            roleSince(role, day(1)),
          ),
        ),
      }),
    );
    const maker = oddsMaker(learned(deals), TODAY, { end: civilDate('2027-01-01') }, civilDate('2027-04-01'));
    const of = (people: number) => {
      const odds = oddsOf(maker, { id: 'd', createdOn: addDays(TODAY, -45), people }, 'ever');
      if (!isExplained(odds)) throw new Error('no odds');
      return odds.value.contributions.find(({ factor }) => factor === 'committee')?.points ?? Number.NaN;
    };
    expect(of(3)).toBeGreaterThan(5);
    expect(of(1)).toBeLessThan(-5);
  });
});

describe('deals that were closed before they were created', () => {
  const bad = closed('bad', { closedOn: addDays(BORN, -1) });

  it('are left out, and counted once however often they are read', () => {
    const lesson = take(take(emptyLesson(), [bad, HUNDRED]), [bad]);
    expect(summarise(lesson, TODAY)).toMatchObject({ leftOut: 1, all: { n: 1 } });
  });

  it('count as soon as their dates are put right', () => {
    const lesson = take(take(emptyLesson(), [bad]), [{ ...bad, closedOn: day(20) }]);
    expect(summarise(lesson, TODAY)).toMatchObject({ leftOut: 0, all: { n: 1 } });
  });
});
