import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readGoals } from '../../../../src/core/goals/file/read-goals';
import { withFileGoals } from '../../../../src/core/goals/file/with-file-goals';
import { isPeriod, writtenPeriod } from '../../../../src/core/goals/file/written-period';
import type { Book } from '../../../../src/core/model/book';
import type { Goal } from '../../../../src/core/model/goal';
import { civilDate } from '../../../../src/core/value/civil-date';
import { instantOf } from '../../../../src/core/value/instant';
import { given, ifGiven, missing } from '../../../../src/core/value/known';
import { moneyOf } from '../../../../src/core/value/money';

const ROW = {
  Owner: 'Bea Okafor',
  Measure: 'Bookings',
  Period: '2026-Q4',
  Target: '250,000',
  Currency: 'USD',
  Unit: '',
};
const AS_OF = instantOf(Date.parse('2026-11-24T12:00:00Z'));
const Q4 = { label: 'Q4 2026', kind: 'quarter', start: civilDate('2026-10-01'), end: civilDate('2027-01-01') } as const;
const FROM_CRM = { kind: 'crm', field: 'ForecastingQuota' } as const;

const book = (goals: Book['goals'], rep = { id: '3', name: 'Bea Okafor' }): Book => ({
  rep,
  period: Q4,
  goals,
  won: missing('not-yet-read'),
  open: missing('not-yet-read'),
  yearToDate: missing('not-yet-read'),
  holidays: missing('not-yet-read'),
  asOf: AS_OF,
});

const lines = (rows: readonly Record<string, string>[]) => {
  const read = readGoals(rows);
  if (read.ok) throw new Error('it was read');
  return read.problem.map(({ line, because }) => [line, because.key]);
};

const goalsOf = (rows: readonly Record<string, string>[]) => {
  const read = readGoals(rows);
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return { fileName: 'goals.csv', goals: read.value };
};

describe('a goal on a line', () => {
  test('has an owner, a measure, a period and a target', () => {
    expect(goalsOf([ROW]).goals).toEqual([
      {
        line: 2,
        owner: 'Bea Okafor',
        measure: 'Bookings',
        period: { label: '2026-Q4', days: { start: '2026-10-01', end: '2027-01-01' } },
        target: { unit: 'money', amount: { minor: 25_000_000, currency: 'USD' } },
      },
    ]);
  });

  test('may be a count, for any days, under other names of columns', () => {
    const row = { rep: '3', start: '2026-11-01', end: '2026-11-30', quota: '12', unit: 'count' };
    expect(goalsOf([row]).goals[0]).toMatchObject({
      owner: '3',
      measure: 'bookings',
      period: { days: { start: '2026-11-01', end: '2026-12-01' } },
      target: { unit: 'count', count: 12 },
    });
  });

  test.each([
    ['2026-Q4', '2026-10-01', '2027-01-01'],
    ['Q1 2026', '2026-01-01', '2026-04-01'],
    ['FY2026 Q2', '2026-04-01', '2026-07-01'],
    ['2026-H2', '2026-07-01', '2027-01-01'],
    ['2026-02', '2026-02-01', '2026-03-01'],
    ['2026', '2026-01-01', '2027-01-01'],
  ])('%s is a stretch of days', (label, start, end) => {
    expect(writtenPeriod(label, '', '')?.days).toEqual({ start, end });
  });

  test.each(['', 'Q5 2026', '2026-13', '2026-H3', 'next quarter', '26-Q4'])('%j is no period', (label) => {
    expect(writtenPeriod(label, '', '')).toBeUndefined();
  });

  test('a label means the period that the CRM calls so, whenever its year begins', () => {
    const fiscal = { ...Q4, label: 'FY2026 Q4', start: civilDate('2026-11-01'), end: civilDate('2027-02-01') };
    const q4 = writtenPeriod('2026-Q4', '', '');
    expect(q4 && isPeriod(q4, fiscal)).toBe(true);
    expect(q4 && isPeriod(q4, Q4)).toBe(true);
    expect(q4 && isPeriod(q4, { ...Q4, label: 'FY2027 Q1' })).toBe(false);
    const days = writtenPeriod('', '2026-11-01', '2027-01-31');
    expect(days && isPeriod(days, fiscal)).toBe(true);
    expect(days && isPeriod(days, Q4)).toBe(false);
  });
});

describe('what is wrong in a file is told by its line', () => {
  test('each fault by itself', () => {
    expect(
      lines([
        ROW,
        { ...ROW, Owner: '' },
        { ...ROW, Owner: 'a', Period: 'soon' },
        { ...ROW, Owner: 'b', Target: 'much' },
        { ...ROW, Owner: 'c', Target: '-5' },
        { ...ROW, Owner: 'd', Currency: '' },
        { ...ROW, Owner: 'e', Currency: 'Dollar' },
        { ...ROW, Owner: 'f', Unit: 'bananas' },
        { ...ROW, Owner: ' bea  OKAFOR' },
      ]),
    ).toEqual([
      [3, 'goals_file_no_owner'],
      [4, 'goals_file_no_period'],
      [5, 'goals_file_no_target'],
      [6, 'goals_file_no_target'],
      [7, 'goals_file_no_currency'],
      [8, 'goals_file_bad_currency'],
      [9, 'goals_file_no_unit'],
      [10, 'goals_file_twice'],
    ]);
  });

  test('half a deal is no count', () => {
    expect(lines([{ ...ROW, Target: '1.5', Unit: 'count' }])).toEqual([[2, 'goals_file_no_count']]);
  });

  test('a column that is not there, an empty table, decimals written in two ways', () => {
    expect(lines([])).toEqual([[1, 'goals_file_empty']]);
    expect(lines([{ Target: '5', Period: '2026' }])).toEqual([[1, 'goals_file_no_owner_column']]);
    expect(lines([{ Owner: 'a', Period: '2026' }])).toEqual([[1, 'goals_file_no_target_column']]);
    expect(lines([{ Owner: 'a', Target: '5', Start: '2026-01-01' }])).toEqual([[1, 'goals_file_no_period_column']]);
    expect(
      lines([
        { ...ROW, Target: '1.5' },
        { ...ROW, Owner: 'b', Target: '1,5' },
      ]),
    ).toEqual([[1, 'goals_file_two_marks']]);
  });

  test('whatever stands in a table, it is read or its faults are told', () => {
    const cell = fc.string({ unit: 'binary', maxLength: 12 });
    const row = fc.record({
      Owner: cell,
      Measure: cell,
      Period: cell,
      Start: cell,
      End: cell,
      Target: cell,
      Currency: cell,
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 5 }), (rows) => {
        const read = readGoals(rows);
        if (!read.ok) expect(read.problem.length).toBeGreaterThan(0);
        else expect(read.value).toHaveLength(rows.length);
      }),
    );
  });
});

describe('a book with the goals of a file', () => {
  const crm = (id: string, name: string): Goal => ({
    id,
    measure: { id, name, unit: 'money', filter: [] },
    target: given({ unit: 'money', amount: moneyOf(100_000, 'USD') }, FROM_CRM, AS_OF),
    period: Q4,
    ownerId: '3',
    leads: false,
  });
  const goalsIn = (of: Book) => ifGiven(of.goals) ?? [];

  test('has a quota where the CRM keeps none, and says from which line', () => {
    const [goal, ...others] = goalsIn(withFileGoals(book(missing('feature-off')), goalsOf([ROW])));
    expect(others).toEqual([]);
    expect(goal).toMatchObject({
      ownerId: '3',
      period: Q4,
      measure: { name: 'Bookings', unit: 'money' },
      target: { value: { amount: { minor: 25_000_000 } }, source: { kind: 'file', name: 'goals.csv', path: '2' } },
    });
    expect(goal && 'insteadOf' in goal).toBe(false);
  });

  test("the CRM's own goals stay, one of the same measure gives way, and what it was is kept", () => {
    const [stays, replaced] = goalsIn(
      withFileGoals(
        book(given([crm('new', 'New logos'), crm('quota:all', 'Bookings')], FROM_CRM, AS_OF)),
        goalsOf([ROW]),
      ),
    );
    expect(stays).toEqual(crm('new', 'New logos'));
    expect(replaced).toMatchObject({
      id: 'quota:all',
      target: { value: { amount: { minor: 25_000_000 } }, source: { kind: 'file' } },
      insteadOf: { value: { amount: { minor: 10_000_000 } }, source: FROM_CRM },
    });
  });

  test.each(['3', 'BEA  okafor', 'bea'])('%s is the owner', (owner) => {
    const read = withFileGoals(book(missing('feature-off')), goalsOf([{ ...ROW, Owner: owner }]), { 3: 'bea' });
    expect(goalsIn(read)).toHaveLength(1);
  });

  test('nobody else, and no other period', () => {
    const none = book(missing('feature-off'));
    for (const row of [
      { ...ROW, Owner: 'Bea' },
      { ...ROW, Owner: '33' },
      { ...ROW, Period: '2026-Q3' },
    ]) {
      expect(withFileGoals(none, goalsOf([row])).goals).toEqual(missing('feature-off'));
    }
  });

  test("a manager's book carries those of the team", () => {
    const team = book(missing('feature-off'));
    const boss = { ...book(missing('feature-off'), { id: '1', name: 'Mara' }), team: given([team], FROM_CRM, AS_OF) };
    const read = withFileGoals(boss, goalsOf([ROW]));
    expect(goalsIn(read)).toEqual([]);
    expect((read.team && ifGiven(read.team))?.flatMap(goalsIn)).toHaveLength(1);
  });
});
