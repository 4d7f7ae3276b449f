import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import {
  Browser,
  type BrowserPlatform,
  detectBrowserPlatform,
  getInstalledBrowsers,
  install,
  resolveBuildId,
} from '@puppeteer/browsers';

/** The two engines the extension ships for. */
export const ENGINES = ['chromium', 'firefox'] as const;
export type Engine = (typeof ENGINES)[number];

/** Where an installed browser may be, best first: commands on the PATH, then the usual places of macOS and Windows. */
const PLACES: Readonly<Record<Engine, { readonly commands: readonly string[]; readonly paths: readonly string[] }>> = {
  chromium: {
    commands: [
      'chromium',
      'chromium-browser',
      'google-chrome',
      'google-chrome-stable',
      'microsoft-edge',
      'microsoft-edge-stable',
    ],
    paths: [
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    ],
  },
  firefox: {
    commands: ['firefox-esr', 'firefox'],
    paths: ['/Applications/Firefox.app/Contents/MacOS/firefox', 'C:\\Program Files\\Mozilla Firefox\\firefox.exe'],
  },
};

const DEBIAN_PACKAGE: Readonly<Record<Engine, string>> = { chromium: 'chromium', firefox: 'firefox-esr' };
const DOWNLOAD: Readonly<Record<Engine, Browser>> = { chromium: Browser.CHROME, firefox: Browser.FIREFOX };

/** Where the driver's own download tool keeps what it fetched. */
const CACHE = join(homedir(), '.cache', 'puppeteer');

/**
 * The browser to run, found or installed: one already on the machine; else Debian's package where we are root and `apt-get` is
 * there; else the download tool of the browser driver.
 *
 * @throws one sentence that says what to install, where nothing could be found or installed
 */
export async function executableOf(engine: Engine): Promise<string> {
  const found = installed(engine) ?? (await downloaded(engine));
  if (found !== undefined) return found;
  if (canInstallPackages()) {
    console.log(`No ${engine} here: installing Debian's ${DEBIAN_PACKAGE[engine]} …`);
    spawnSync('apt-get', ['update'], { stdio: 'ignore' });
    spawnSync('apt-get', ['install', '-y', DEBIAN_PACKAGE[engine]], {
      stdio: 'ignore',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    const now = installed(engine);
    if (now !== undefined) return now;
  }
  const fetched = await download(engine);
  if (fetched !== undefined) return fetched;
  throw new Error(
    engine === 'chromium'
      ? 'No Chromium found: install Chrome, Chromium or Edge, then run this again.'
      : 'No Firefox found: install Firefox 128 or newer, then run this again.',
  );
}

function installed(engine: Engine): string | undefined {
  const onPath = PLACES[engine].commands.flatMap((command) =>
    (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, command)),
  );
  return [...onPath, ...PLACES[engine].paths].find(existsSync);
}

async function downloaded(engine: Engine): Promise<string | undefined> {
  const all = await getInstalledBrowsers({ cacheDir: CACHE });
  return all.find(({ browser }) => browser === DOWNLOAD[engine])?.executablePath;
}

async function download(engine: Engine): Promise<string | undefined> {
  const platform: BrowserPlatform | undefined = detectBrowserPlatform();
  if (platform === undefined) return undefined;
  try {
    console.log(`No ${engine} here: downloading one …`);
    const browser = DOWNLOAD[engine];
    const buildId = await resolveBuildId(browser, platform, 'stable');
    return (await install({ browser, buildId, cacheDir: CACHE })).executablePath;
  } catch {
    return undefined;
  }
}

function canInstallPackages(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  try {
    execFileSync('apt-get', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
