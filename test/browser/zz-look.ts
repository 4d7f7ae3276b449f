import {
  openDeals,
  openDock,
  panelFrame,
  panelHash,
  recordPath,
  SHORT_PAST,
  scene,
  setUp,
  wholeAnswers,
} from './scene';

const out = '/tmp/dk/look';
const REP = 'Cecily Lampkin';
const stage = await scene({ engine: 'chromium', today: '2026-11-24', org: SHORT_PAST });
const wait = (ms: number) => new Promise((d) => setTimeout(d, ms));
try {
  await setUp(stage);
  const deal = openDeals(stage.org, REP)[0];
  const page = await stage.signIn(REP, recordPath(String(deal?.Id)));
  await page.setViewport({ width: 1366, height: 650 });
  await wait(1500);
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
    await wait(300);
    await page.screenshot({ path: `${out}/rest-${theme}.png` });
  }
  await openDock(page);
  const frame = await panelFrame(page);
  await wholeAnswers(frame);
  await wait(500);
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
    await wait(300);
    await page.screenshot({ path: `${out}/docked-${theme}.png` });
  }
  for (const [name, path, w] of [
    ['options', 'src/options/index.html', 1000],
    ['library', 'src/library/index.html', 1000],
    ['popup', 'src/popup/index.html', 320],
    ['panelpage', `src/panel/index.html${panelHash(stage.org, String(deal?.Id))}`, 420],
  ] as const) {
    const tab = await stage.openExtensionPage(path);
    await tab.setViewport({ width: w, height: 900 });
    await wait(2500);
    for (const theme of ['light', 'dark'] as const) {
      await tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
      await wait(300);
      await tab.screenshot({ path: `${out}/${name}-${theme}.png`, fullPage: true });
    }
    if (name === 'options') {
      await tab.setViewport({ width: 380, height: 900 });
      await wait(300);
      await tab.screenshot({ path: `${out}/options-narrow-dark.png`, fullPage: true });
    }
    if (name === 'library') {
      await tab.evaluate(() => document.querySelector<HTMLElement>('main a, main button, li button, li a')?.click());
      await wait(2500);
      await tab.screenshot({ path: `${out}/library-open-dark.png`, fullPage: true });
    }
  }
} finally {
  await stage.close();
}
