import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { type Engine, executableOf } from './browsers';
import { builtFolder } from './build';
import { firefoxProfile } from './firefox-profile';

/** Firefox gives an extension a random address; the tests fix it so that its pages can be opened by name. */
const FIREFOX_UUID = '6b0e2c1a-5d2f-4c59-9a57-3f5c1e8d7a10';
/** The port of "discard": nobody listens. */
const NOBODY = 9;

const GECKO_ID = 'goalside@goalside.app';

export type LaunchOptions = {
  readonly engine: Engine;
  /** The stand-in organisation's proxy; everything but its hosts is refused there. Without one, nothing but this machine is reached. */
  readonly proxyPort?: number;
  /** Pages that leave has been given for before the browser starts: Chromium's question for it cannot be answered without a display. */
  readonly granted?: readonly string[];
  /** It is going to be updated: it runs from a copy of its own. */
  readonly updatable?: boolean;
  /** Leave the extension out: the page as it is without us. */
  readonly withoutExtension?: boolean;
  /** Third-party cookies blocked while storage partitioning is off: the most hostile storage setting there is. */
  readonly hostileStorage?: boolean;
  /** Where Firefox prints to, unasked, in place of paper. */
  readonly printsTo?: string;
  readonly headful?: boolean;
};

export type Launched = {
  readonly engine: Engine;
  readonly browser: Browser;
  /** Address of a page of the extension. */
  readonly extensionUrl: (path: string) => string;
  /** Opens a page of the extension in a tab of its own. */
  readonly openExtensionPage: (path: string) => Promise<Page>;
  /** Lays a newer version ready, as the browser does by itself when it has found one. Only where it was launched as `updatable`. */
  readonly layReady: (version: string) => void;
  /** Puts the version that lies ready in the place of the one before, while pages stand. */
  readonly install: () => Promise<void>;
  /** Takes the extension out of the browser while pages stand: as for a moment in the middle of an update. */
  readonly takeOut: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** A browser with the built extension, talking to the stand-in organisation and to nobody else. */
export async function launch(options: LaunchOptions): Promise<Launched> {
  return options.engine === 'chromium' ? launchChromium(options) : launchFirefox(options);
}

async function launchChromium(options: LaunchOptions): Promise<Launched> {
  const folder = folderFor(options);
  const browser = await puppeteer.launch({
    browser: 'chrome',
    executablePath: await executableOf('chromium'),
    pipe: true,
    headless: options.headful !== true,
    defaultViewport: options.headful === true ? null : { width: 1366, height: 768 },
    ...(options.withoutExtension !== true && { enableExtensions: [folder] }),
    // The driver's own list switches storage partitioning off; the extension has to work with it on, as people have it.
    ignoreDefaultArgs: options.hostileStorage === true ? false : ['--disable-features'],
    args: [
      '--no-sandbox',
      '--no-first-run',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
      '--ignore-certificate-errors',
      '--force-color-profile=srgb',
      '--lang=en-US',
      `--proxy-server=127.0.0.1:${options.proxyPort ?? NOBODY}`,
      ...(options.hostileStorage === true
        ? ['--test-third-party-cookie-phaseout', '--disable-features=ThirdPartyStoragePartitioning']
        : []),
    ],
  });
  const extensionId = options.withoutExtension === true ? '' : await chromiumExtensionId(browser);
  const extensionUrl = (path: string) => `chrome-extension://${extensionId}/${path}`;
  return {
    engine: 'chromium',
    browser,
    extensionUrl,
    openExtensionPage: async (path) => {
      const page = await browser.newPage();
      await page.goto(extensionUrl(path), { waitUntil: 'domcontentloaded' });
      return page;
    },
    layReady: (version) => change(folder, () => ({ version })),
    install: async () => {
      await browser.installExtension(folder);
    },
    takeOut: () => browser.uninstallExtension(extensionId),
    close: () => browser.close(),
  };
}

/** The built extension or, where something of its manifest is to be another, a copy of it. Nothing else of it is changed. */
function folderFor({ engine, granted = [], updatable = false }: LaunchOptions): string {
  const built = builtFolder(engine);
  if (!updatable && granted.length === 0) return built;
  const folder = mkdtempSync(join(tmpdir(), 'goalside-copy-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  cpSync(built, folder, { recursive: true });
  change(folder, ({ host_permissions }) => ({ host_permissions: [...host_permissions, ...granted] }));
  return folder;
}

type Manifest = { readonly version: string; readonly host_permissions: readonly string[] };

function change(folder: string, by: (manifest: Manifest) => Partial<Manifest>): void {
  const file = join(folder, 'manifest.json');
  const manifest: Manifest = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, JSON.stringify({ ...manifest, ...by(manifest) }));
}

async function chromiumExtensionId(browser: Browser): Promise<string> {
  const worker = await browser.waitForTarget((target) => target.url().startsWith('chrome-extension://'), {
    timeout: 30_000,
  });
  return new URL(worker.url()).host;
}

async function launchFirefox(options: LaunchOptions): Promise<Launched> {
  const profile = firefoxProfile();
  const browser = await puppeteer.launch({
    browser: 'firefox',
    userDataDir: profile.folder,
    executablePath: await executableOf('firefox'),
    headless: options.headful !== true,
    defaultViewport: options.headful === true ? null : { width: 1366, height: 768 },
    acceptInsecureCerts: true,
    // Without it Firefox does not let the driver open an extension's own pages.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [GECKO_ID]: FIREFOX_UUID }),
      'extensions.webextOptionalPermissionPrompts': false,
      'network.proxy.type': 1,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': options.proxyPort ?? NOBODY,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': options.proxyPort ?? NOBODY,
      'network.proxy.no_proxies_on': '',
      'network.proxy.allow_hijacking_localhost': options.proxyPort !== undefined,
      'intl.accept_languages': 'en-US',
      ...(options.printsTo !== undefined && {
        'print.always_print_silent': true,
        print_printer: 'Mozilla Save to PDF',
        'print.printer_Mozilla_Save_to_PDF.print_to_file': true,
        'print.printer_Mozilla_Save_to_PDF.print_to_filename': options.printsTo,
      }),
      ...(options.hostileStorage === true && {
        'network.cookie.cookieBehavior': 1,
        'privacy.partition.always_partition_third_party_non_cookie_storage': false,
      }),
    },
  });
  const folder = folderFor(options);
  if (options.withoutExtension !== true) await browser.installExtension(folder);
  const extensionUrl = (path: string) => `moz-extension://${FIREFOX_UUID}/${path}`;
  return {
    engine: 'firefox',
    browser,
    extensionUrl,
    openExtensionPage: async (path) => {
      const page = await browser.newPage();
      await page.goto(extensionUrl(path), { waitUntil: [] });
      await page.waitForFunction(() => document.readyState === 'complete');
      return page;
    },
    layReady: (version) => change(folder, () => ({ version })),
    install: async () => {
      await browser.installExtension(folder);
    },
    takeOut: () => browser.uninstallExtension(GECKO_ID),
    close: async () => {
      await browser.close();
      profile.ended();
    },
  };
}
