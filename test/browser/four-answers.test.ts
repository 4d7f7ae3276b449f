import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Org } from '../org/start';
import type { Row } from '../org/table';
import { ENGINES } from './browsers';
import { dayBefore, daysFrom, payOf, quarter, quota, sales, won, wonCycles } from './figures';
import {
  openDeals,
  openDock,
  panelFrame,
  panelHash,
  recordPath,
  type Scene,
  says,
  scene,
  setUp,
  until,
  wholeAnswers,
} from './scene';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TODAY = '2026-11-24';
const REP = 'Cecily Lampkin';
const all = sales(TODAY);
const { start, end } = quarter(TODAY);
const booked = won(all, REP, start, TODAY);
const target = quota(all, REP, TODAY);

/** What the account executive's plan pays for a quarter's bookings, in cents. */
const pay = (bookings: number) => payOf(bookings, target);

const dollars = (amount: number, digits = 0) =>
  amount.toLocaleString('en-US', {
    style: 'currency',
    currency: 'USD',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });

/** An amount as a tile writes it: whole dollars from a hundred on. */
const short = (cents: number) =>
  cents % 100 === 0 || Math.abs(cents) >= 10_000 ? dollars(cents / 100) : dollars(cents / 100, 2);

/** Days on which the buyer did something that a deal's record holds: mail that came in, meetings with one of their people. */
function actsOf(org: Org, deal: Row): string[] {
  const on = (name: string, field: string, date: string, keep: (row: Row) => boolean) =>
    (org.organisation.tables.get(name)?.where(field, deal.Id ?? null) ?? [])
      .filter(keep)
      .map((row) => String(row[date]).slice(0, 10));
  return [
    ...on('emailmessage', 'RelatedToId', 'MessageDate', ({ Incoming }) => Incoming === true),
    ...on(
      'event',
      'WhatId',
      'StartDateTime',
      ({ WhoId, StartDateTime }) => WhoId !== null && String(StartDateTime) <= `${TODAY}T15`,
    ),
  ].sort();
}

describe.each(ENGINES)('the four answers in %s', (engine) => {
  let stage: Scene;
  let page: Page;
  let deal: Row;
  let tiles: string[];

  beforeAll(async () => {
    stage = await scene({ engine, today: TODAY });
    await setUp(stage);
    // A deal of some size, with people on it.
    const roles = stage.org.organisation.tables.get('opportunitycontactrole');
    deal = openDeals(stage.org, REP).find((one) => {
      const last = actsOf(stage.org, one).at(-1);
      return (
        one.AccountId !== null &&
        Number(one.Amount) > 3000 &&
        (roles?.where('OpportunityId', one.Id ?? null).length ?? 0) > 1 &&
        last !== undefined &&
        daysFrom(last, TODAY) > 1
      );
    })!;
    page = await stage.signIn(REP, recordPath(String(deal.Id)));
    await openDock(page);
    const panel = await panelFrame(page);
    await says(panel, String(deal.Name));
    // The organisation's own deals are read in the background; the answers are whole once that is done.
    tiles = await wholeAnswers(panel);
  });
  afterAll(() => stage?.close());

  test('the goal: attainment, gap and days left are those of the files', () => {
    expect(tiles[0]).toContain(`${Math.round((booked / target) * 100)}%`);
    expect(tiles[0]).toContain(`of ${dollars(target)}`);
    expect(tiles[0]).toContain(`${dollars(target - booked)} to go`);
    expect(tiles[0]).toContain(`${daysFrom(TODAY, end) - 1} days`);
  });

  test('the pace is told by the booking curve of the quarters before, not by a straight line', () => {
    // Whole quarters before this one: two, since the set's first holds a single month. Two have a weight of 2 in 3; a straight line
    // has the rest. 24 November is the 24th day of the second month: the same place in earlier quarters.
    const usual = [2, 1].map((back) => {
      const month = Number(start.slice(5, 7)) - back * 3;
      const first = `2026-${String(month).padStart(2, '0')}-01`;
      const reps = [...new Set(all.map(({ rep }) => rep))];
      const by = (day: string) => reps.reduce((sum, rep) => sum + won(all, rep, first, day), 0);
      return by(`2026-${String(month + 1).padStart(2, '0')}-25`) / by(dayBefore(quarter(first).end));
    });
    const even = (daysFrom(start, TODAY) + 1) / daysFrom(start, end);
    const expected = booked / target - ((2 / 3) * (usual[0]! + usual[1]!)) / 2 - even / 3;
    const said = Number(/pace ([+-]?\d+)/.exec((tiles[0] ?? '').replace('−', '-'))?.[1]);
    expect(Math.abs(said - expected * 100)).toBeLessThan(2);
    expect(said).toBeGreaterThan((booked / target - even) * 100 + 3);
  });

  test('this deal pays what the plan pays on top of what is booked', () => {
    const amount = Number(deal.Amount);
    expect(tiles[1]).toContain(short(pay(booked + amount) - pay(booked)));
  });

  test('is it real: the last act of the buyer is that of the record', () => {
    const last = actsOf(stage.org, deal).at(-1)!;
    expect(tiles[2]).toContain(`${daysFrom(last, TODAY)} days ago`);
  });

  test('is it real: its age is held against the won deals of its product', () => {
    const age = daysFrom(String(deal.CreatedDate).slice(0, 10), TODAY);
    const line = stage.org.organisation.tables.get('opportunitylineitem')?.where('OpportunityId', deal.Id ?? null)[0];
    const product = String(stage.org.organisation.tables.get('product2')?.byId(String(line?.Product2Id))?.Name).replace(
      'GTXPro',
      'GTX Pro',
    );
    const cycles = wonCycles(all, product, TODAY);
    const younger = cycles.filter((days) => days < age).length / cycles.length;
    if (younger >= 0.5) expect(tiles[2]).toContain(`${Math.round(younger * 100)}%`);
    else expect(tiles[2]).not.toMatch(/Older than/);
  });

  test('missing: a role that nobody has is named, one that somebody has is not', () => {
    const roles = (
      stage.org.organisation.tables.get('opportunitycontactrole')?.where('OpportunityId', deal.Id ?? null) ?? []
    ).map(({ Role }) => String(Role));
    for (const role of roles) expect(tiles[3]).not.toContain(`${role}`);
    expect(tiles[3]).toMatch(/decision date/i);
  });

  test('every number opens its explanation by click and by key, and Escape closes it', async () => {
    // Firefox gives the driver no way to put the keyboard into a frame: there the same panel stands in a tab of its own.
    const alone =
      engine === 'firefox'
        ? await stage.openExtensionPage(`src/panel/index.html${panelHash(stage.org, String(deal.Id))}`)
        : null;
    const panel = alone ?? (await panelFrame(page));
    const { keyboard } = alone ?? page;
    const numbers = await until('the answers are there', async () => {
      const found = await panel.$$('.tiles .why');
      return found.length > 5 && found;
    });
    const open = () => panel.$('.explanation').then((found) => found !== null);
    for (const number of numbers.slice(0, 6)) {
      await number.click();
      await until('a click opens the explanation', open);
      expect(await panel.$eval('.explanation', (node) => node.textContent?.length ?? 0)).toBeGreaterThan(20);
      await keyboard.press('Escape');
      await until('Escape closes it', async () => !(await open()));
      await number.focus();
      await keyboard.press('Enter');
      await until('Enter opens it', open);
      await keyboard.press('Escape');
      await until('Escape closes it again', async () => !(await open()));
    }
    await alone?.close();
    await page.bringToFront();
  });

  test('axe finds nothing in the panel, its sections open', async () => {
    const panel = await panelFrame(page);
    await panel.evaluate(AXE);
    const found = (await panel.evaluate(
      `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
        .then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html))`,
    )) as string[];
    expect(found).toEqual([]);
  });

  test('all four stand on a screen of 1366 by 768 without scrolling', async () => {
    const panel = await panelFrame(page);
    const bottom = await panel.$eval('.tiles', (node) => node.getBoundingClientRect().bottom);
    expect(bottom).toBeLessThanOrEqual(768);
    expect(
      await panel.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    ).toBe(0);
  });
});

test('the figures the answers are held against are those published with the set', () => {
  // 2,982,255 dollars were won in the set's third quarter: here the quarter before the present one.
  const reps = [...new Set(all.map(({ rep }) => rep))];
  const before = quarter(dayBefore(start));
  expect(reps.reduce((sum, rep) => sum + won(all, rep, before.start, dayBefore(start)), 0)).toBe(2982255);
});
