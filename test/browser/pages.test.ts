import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENGINES } from './browsers';
import { quarter, quota, sales, won } from './figures';
import { openDeals, panelHash, press, type Scene, says, scene, setUp, until } from './scene';

const TODAY = '2026-11-24';
const REP = 'Cecily Lampkin';

describe.each(ENGINES)('the brief, a company’s page and a rep’s own in %s', (engine) => {
  let stage: Scene;
  let panel: Page;
  let account: { readonly id: string; readonly name: string };
  let name: string;
  const host = () => new URL(stage.org.lightning).host;
  const show = (record: string) => panel.evaluate((hash) => location.assign(hash), `#salesforce/${host()}/${record}`);

  beforeAll(async () => {
    stage = await scene({ engine, today: TODAY });
    await setUp(stage);
    const deal = openDeals(stage.org, REP).find(({ AccountId }) => AccountId !== null);
    const row = stage.org.organisation.tables.get('account')?.where('Id', deal?.AccountId ?? null)[0];
    account = { id: String(row?.Id), name: String(row?.Name) };
    name = String(deal?.Name);
    // The session is that of the page that was signed in last.
    await stage.signIn(REP, '/lightning/page/home');
    panel = await stage.openExtensionPage(`src/panel/index.html${panelHash(stage.org, String(deal?.Id))}`);
    await says(panel, name);
  });
  afterAll(() => stage?.close());

  test('the brief is one page of the same facts, with questions, and no pay in it', async () => {
    await press(panel, 'Brief');
    const page = await until('the brief is there', () =>
      panel.evaluate(() => document.querySelector<HTMLElement>('article.brief')?.innerText),
    );
    expect(page).toContain(name);
    for (const part of ['Worth asking', 'Who they are', 'What presses them', 'Who is who', 'What they did']) {
      expect(page).toContain(part);
    }
    expect(page).not.toContain('Pays me');
    // On paper there is the brief and nothing of the panel around it.
    if (engine === 'chromium') {
      await panel.emulateMediaType('print');
      const seen = await panel.evaluate(() =>
        ['.panel-head', '.brief-tools', 'article.brief'].map(
          (part) => getComputedStyle(document.querySelector(part) as Element).display !== 'none',
        ),
      );
      expect(seen).toEqual([false, false, true]);
      await panel.emulateMediaType();
    }
    await press(panel, 'Back to the answers');
    await until('the answers are back', () => panel.evaluate(() => document.querySelectorAll('.tile').length === 4));
  });

  test('a company’s page tells its family, itself in it', async () => {
    await show(`account/${account.id}`);
    const text = await says(panel, 'What we have with them');
    expect(text).toContain(account.name);
    expect(
      await panel.evaluate(() => document.querySelector('[role=treeitem][aria-current] .tree-name')?.textContent),
    ).toBe(account.name);
  });

  test('a rep’s own page: the goal is that of the files', async () => {
    await show('user/me');
    const all = sales(TODAY);
    const share = won(all, REP, quarter(TODAY).start, TODAY) / quota(all, REP, TODAY);
    const text = await says(panel, 'Worth a look');
    expect(text).toContain(`${Math.round(share * 100)}%`);
    expect(text).toContain(REP);
  });

  test('what is folded away stays so after the page is loaded anew', async () => {
    const isOpen = () =>
      until('the section is there', () =>
        panel.evaluate(() => document.querySelector('.section-head')?.getAttribute('aria-expanded')),
      );
    expect(await isOpen()).toBe('true');
    await panel.evaluate(() => document.querySelector<HTMLElement>('.section-head')?.click());
    expect(await isOpen()).toBe('false');
    await panel.evaluate(() => location.reload());
    await until('it is folded again', async () => (await isOpen().catch(() => '')) === 'false');
  });
});
