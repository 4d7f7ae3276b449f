import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { ElementHandle } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { ENGINES } from './browsers';
import { openDeals, panelHash, press, SHORT_PAST, says, scene, setUp, until, wordsOf } from './scene';

const SHIPPED = resolve(import.meta.dirname, '../../assets/plans/account-executive.json');

describe.each(ENGINES)('comp plans in the options, in %s', (engine) => {
  test('a bad file is refused with the place and the reason, the old plan kept; a good one is taken and used', async () => {
    const stage = await scene({ engine, today: '2026-11-24', org: SHORT_PAST });
    const folder = mkdtempSync(join(tmpdir(), 'goalside-plans-'));
    try {
      await setUp(stage, null);
      const id = String(openDeals(stage.org, 'Cecily Lampkin').find(({ AccountId }) => AccountId !== null)?.Id);
      await stage.signIn('Cecily Lampkin', '/lightning/page/home');
      const panel = await stage.openExtensionPage(`src/panel/index.html${panelHash(stage.org, id)}`);
      await says(panel, 'No comp plan');
      const options = await stage.openExtensionPage('src/options/index.html');
      await press(options, 'Use Account executive');
      await says(options, 'used now');

      const plan = JSON.parse(readFileSync(SHIPPED, 'utf8')) as {
        id: string;
        name: string;
        components: { tiers?: { from: unknown; to?: unknown; rat?: unknown }[] }[];
      };
      const give = async (name: string, content: string) => {
        const path = join(folder, name);
        writeFileSync(path, content);
        const input = (await options.waitForSelector('input[type=file]')) as ElementHandle<HTMLInputElement>;
        await input.uploadFile(path);
      };
      const tiers = plan.components[0]!.tiers!;
      tiers[1]!.from = 'sixty';
      await give('words.json', JSON.stringify(plan));
      await says(options, 'components[0].tiers[1].from');
      tiers[1]!.from = 0.5;
      await give('overlap.json', JSON.stringify(plan));
      await says(options, /components\[0\]\.tiers\[1\]/);
      tiers[1]!.from = 0.6;
      tiers[1]!.rat = 0.07;
      await give('field.json', JSON.stringify(plan));
      await says(options, 'components[0].tiers[1].rat');
      await give('torn.json', '{"id": "torn", ');
      await says(options, /line 1/);
      expect(await wordsOf(options)).toContain('used now');

      delete tiers[1]!.rat;
      await give('own.json', JSON.stringify({ ...plan, id: 'own', name: 'Our own plan' }));
      await says(options, 'Our own plan');
      await press(options, 'Use Our own plan');
      await until('the plan has changed', async () => /Our own plan[\s\S]*used now/.test(await wordsOf(options)));
      await panel.bringToFront();
      await says(panel, 'Our own plan');
    } finally {
      rmSync(folder, { recursive: true, force: true });
      await stage.close();
    }
  });
});
