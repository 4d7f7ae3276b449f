import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ENGINES, executableOf } from './browser/browsers';
import { build } from './browser/build';

/**
 * Everything `npm test` does: formatting and lint, types, the unit suite; both builds, and the browser suite in Chromium and Firefox.
 * Browsers wait more than they work, so the two halves run beside each other: what the first half says is kept until each step of it
 * has ended. A failing step does not hide the ones after it; the last line counts over all of them.
 */
const ROOT = resolve(import.meta.dirname, '..');
const REPORTS = mkdtempSync(join(tmpdir(), 'goalside-test-'));

type Count = { readonly passed: number; readonly failed: number; readonly skipped: number };
const PASSED: Count = { passed: 1, failed: 0, skipped: 0 };
const FAILED: Count = { passed: 0, failed: 1, skipped: 0 };

const bin = (name: string) => join(ROOT, 'node_modules/.bin', name);

/** Runs a program; its words are shown as they come, or all together when it has ended. */
function run(
  what: string,
  shown: 'as it goes' | 'at its end',
  program: string,
  args: readonly string[],
): Promise<number> {
  return new Promise((ended) => {
    const title = `\n── ${what}`;
    if (shown === 'as it goes') console.log(title);
    const child = spawn(bin(program), args, {
      cwd: ROOT,
      stdio: shown === 'as it goes' ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    });
    const words: Buffer[] = [];
    child.stdout?.on('data', (piece: Buffer) => words.push(piece));
    child.stderr?.on('data', (piece: Buffer) => words.push(piece));
    child.on('close', (code) => {
      if (shown === 'at its end') console.log(`${title}\n${Buffer.concat(words).toString('utf8')}`);
      ended(code ?? 1);
    });
  });
}

async function command(what: string, program: string, ...args: readonly string[]): Promise<Count> {
  return (await run(what, 'at its end', program, args)) === 0 ? PASSED : FAILED;
}

async function suite(what: string, project: string, shown: 'as it goes' | 'at its end'): Promise<Count> {
  const report = join(REPORTS, `${project}.json`);
  const code = await run(what, shown, 'vitest', [
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  if (!existsSync(report)) return FAILED;
  const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(readFileSync(report, 'utf8')) as {
    readonly numPassedTests: number;
    readonly numFailedTests: number;
    readonly numPendingTests: number;
    readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
  };
  // A file that could not even be loaded has no tests to count, and vitest may fail for a reason that is no test's.
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length;
  const failed = numFailedTests + broken;
  return { passed: numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed, skipped: numPendingTests };
}

async function browsers(): Promise<Count> {
  console.log('\n── browsers and builds');
  try {
    for (const engine of ENGINES)
      console.log(`${engine}: ${await executableOf(engine)}, extension in ${build(engine)}`);
    return PASSED;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return FAILED;
  }
}

async function inBrowsers(): Promise<readonly Count[]> {
  const ready = await browsers();
  return ready.failed > 0 ? [ready] : [ready, await suite('browser tests', 'browser', 'as it goes')];
}

async function withoutBrowsers(): Promise<readonly Count[]> {
  return [
    await command('format and lint', 'biome', 'check', '.'),
    await command('types of core, which knows no browser', 'tsc', '-p', 'src/core'),
    await command('types', 'tsc', '-p', '.'),
    await suite('unit tests', 'unit', 'at its end'),
  ];
}

// Filling Tryton's database takes longer than everything before the tests that need it: it begins at once, beside them.
const tryton = spawn(bin('tsx'), [join(ROOT, 'test/tryton/server.ts')], { cwd: ROOT, stdio: 'ignore' });
const counts = (await Promise.all([inBrowsers(), withoutBrowsers()])).flat();
tryton.kill();
rmSync(REPORTS, { recursive: true, force: true });
const total = counts.reduce((all, { passed, failed, skipped }) => ({
  passed: all.passed + passed,
  failed: all.failed + failed,
  skipped: all.skipped + skipped,
}));
if (total.skipped > 0) console.log(`\n${total.skipped} skipped`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
