import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * A real Tryton 6.0, from Debian's packages, with its web client and the database that `seed.py` makes. The first start installs what
 * is missing and fills the database, a minute; later ones take a second. Everything lies in one folder of the user's cache.
 */
export const TRYTON = {
  port: 8069,
  database: 'goalside',
  password: 'Goalside-demo-1',
} as const;

const PACKAGES = [
  'tryton-server',
  'tryton-sao',
  ...['company', 'party', 'party-relationship', 'sale', 'sale-history', 'sale-opportunity', 'commission'].map(
    (name) => `tryton-modules-${name}`,
  ),
];
const SEED = join(import.meta.dirname, 'seed.py');

/** Debian packages its Python programs for Debian's own Python, whichever stands first on the PATH. */
const PYTHON = ['/usr/bin/python3', '-W', 'ignore'] as const;

/**
 * The day that the database is made for, and that its history ends before: the last Tuesday. The server itself knows no other day than
 * the machine's, so that a database must not grow old; and to make one takes its time.
 */
export function seedDay(now: Date = new Date()): string {
  const days = Math.floor(now.getTime() / 86_400_000);
  const sinceTuesday = (days + 2) % 7;
  return new Date((days - sinceTuesday) * 86_400_000).toISOString().slice(0, 10);
}

/** A server that runs. */
export type Tryton = {
  readonly url: string;
  readonly today: string;
  /** The database as it was seeded, whatever has been written to it since. */
  readonly reset: () => Promise<void>;
  readonly close: () => void;
};

export type TrytonOptions = {
  /** 0: any that is free. */
  readonly port?: number;
  readonly today?: string;
};

/**
 * Why Tryton cannot run on this machine; null where it can, once the packages are there.
 *
 * @param install - with Debian's `apt-get`, as root
 */
export function obstacle(install = true): string | null {
  if (process.platform !== 'linux' || spawnSync('dpkg-query', ['--version']).status !== 0)
    return "Tryton runs from Debian's packages, and this is no Debian";
  const absent = () =>
    PACKAGES.filter(
      (name) => !spawnSync('dpkg-query', ['-s', name]).stdout.toString().includes('Status: install ok installed'),
    );
  if (absent().length === 0) return null;
  if (install && process.getuid?.() === 0) {
    console.log(`Installing Debian's ${PACKAGES[0]} and its modules …`);
    const apt = (...args: readonly string[]) =>
      spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=120', ...args], {
        stdio: 'ignore',
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      });
    const all = ['install', '-y', '--no-install-recommends', ...PACKAGES];
    if (apt(...all).status !== 0) {
      apt('update');
      apt(...all);
    }
  }
  const left = absent();
  return left.length === 0 ? null : `these Debian packages could not be installed: ${left.join(' ')}`;
}

/** Makes the seeded database for a day, where it is not there yet; answers where its copy lies. */
export function seeded(today: string = seedDay()): string {
  const key = createHash('sha256')
    .update(readFileSync(SEED))
    .update([today, TRYTON.password].join(' '))
    .digest('hex')
    .slice(0, 16);
  const home = cacheFolder();
  const snapshot = join(home, `seeded-${key}.sqlite`);
  if (existsSync(snapshot)) return snapshot;
  const lock = join(home, `${key}.lock`);
  if (!taken(lock)) {
    // Somebody else is at it.
    spawnSync('sh', ['-c', 'n=0; while [ -e "$0" ] && [ $n -lt 600 ]; do sleep 0.5; n=$((n+1)); done', lock]);
    if (existsSync(snapshot)) return snapshot;
  }
  console.log('Filling a Tryton database, once: a minute or more …');
  const work = join(home, `new-${key}`);
  try {
    rmSync(work, { recursive: true, force: true });
    mkdirSync(work);
    const config = configured(work, TRYTON.port);
    writeFileSync(join(work, `${TRYTON.database}.sqlite`), '');
    execFileSync(PYTHON[0], [...PYTHON.slice(1), SEED, config, TRYTON.database, today], {
      env: { ...process.env, SEED_PASSWORD: TRYTON.password },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    renameSync(join(work, `${TRYTON.database}.sqlite`), snapshot);
  } finally {
    rmSync(work, { recursive: true, force: true });
    rmSync(lock, { force: true });
  }
  return snapshot;
}

/** Starts a server of its own on a fresh copy of the seeded database. */
export async function startTryton(options: TrytonOptions = {}): Promise<Tryton> {
  const { today = seedDay() } = options;
  const port = options.port === 0 ? await freePort() : (options.port ?? TRYTON.port);
  const snapshot = seeded(today);
  const folder = join(cacheFolder(), `run-${port}-${process.pid}`);
  const file = join(folder, `${TRYTON.database}.sqlite`);
  mkdirSync(folder, { recursive: true });
  const config = configured(folder, port);
  const url = `http://127.0.0.1:${port}`;
  if (await answers(url)) throw new Error(`Something answers on port ${port} already.`);
  const start = async () => {
    copyFileSync(snapshot, file);
    const log = openSync(join(folder, 'trytond.log'), 'a');
    const child = spawn(PYTHON[0], [...PYTHON.slice(1), '/usr/bin/trytond', '-c', config, '-d', TRYTON.database], {
      stdio: ['ignore', log, log],
    });
    closeSync(log);
    for (let tries = 0; !(await answers(url)); tries += 1) {
      if (tries > 300 || child.exitCode !== null)
        throw new Error(`Tryton did not start: ${readFileSync(join(folder, 'trytond.log'), 'utf8').slice(-2000)}`);
      await new Promise((later) => setTimeout(later, 200));
    }
    return child;
  };
  let running = await start();
  const stop = () => {
    running.kill('SIGKILL');
  };
  process.on('exit', stop);
  return {
    url,
    today,
    async reset() {
      const ended = new Promise((resolve) => running.once('exit', resolve));
      stop();
      await ended;
      running = await start();
    },
    close() {
      process.off('exit', stop);
      stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

async function answers(url: string): Promise<boolean> {
  const asked = { id: 0, method: 'common.server.version', params: [] };
  return fetch(`${url}/`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(asked),
  }).then(
    ({ ok }) => ok,
    () => false,
  );
}

function configured(folder: string, port: number): string {
  const path = join(folder, 'trytond.conf');
  // Nobody attacks this server: its passwords may be cheap to hash, and every sign-in with them.
  const hashing = join(folder, 'hashing.ini');
  writeFileSync(hashing, '[passlib]\nschemes = bcrypt\nbcrypt__default_rounds = 4\n');
  writeFileSync(
    path,
    [
      '[web]',
      `listen = 127.0.0.1:${port}`,
      'root = /usr/share/tryton-sao/www',
      '[database]',
      'uri = sqlite://',
      `path = ${folder}`,
      '[session]',
      'timeout = 86400',
      'max_age = 2592000',
      '[password]',
      `passlib = ${hashing}`,
      '',
    ].join('\n'),
  );
  return path;
}

function cacheFolder(): string {
  const folder = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'goalside-tryton');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

/** Takes a lock file. A lock whose process is gone is nobody's. */
function taken(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    const holder = Number(readFileSync(lock, 'utf8'));
    if (existsSync(`/proc/${holder}`)) return false;
    writeFileSync(lock, String(process.pid));
    return true;
  }
}

/** Prepares all that a later start needs, so that a test run can begin with it in the background. */
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const why = obstacle();
  if (why === null) seeded();
  else console.log(`Tryton is left out: ${why}.`);
}
