import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ENGINES, executableOf } from './browser/browsers';
import { build } from './browser/build';

/**
 * Everything `npm test` does, cheap to dear: formatting and lint, types, the unit suite, both builds, the browser suite in
 * Chromium and Firefox. A failing step does not hide the ones after it; the last line counts over all of them.
 */
const ROOT = resolve(import.meta.dirname, '..');
const REPORTS = mkdtempSync(join(tmpdir(), 'goalside-test-'));

type Count = { readonly passed: number; readonly failed: number; readonly skipped: number };

const bin = (name: string) => join(ROOT, 'node_modules/.bin', name);

function step(what: string): void {
  console.log(`\n── ${what}`);
}

function command(what: string, program: string, ...args: readonly string[]): Count {
  step(what);
  const run = spawnSync(bin(program), args, { cwd: ROOT, stdio: 'inherit' });
  return run.status === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

function suite(what: string, project: string): Count {
  step(what);
  const report = join(REPORTS, `${project}.json`);
  const run = spawnSync(
    bin('vitest'),
    ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    { cwd: ROOT, stdio: 'inherit' },
  );
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
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
  return { passed: numPassedTests, failed: failed === 0 && run.status !== 0 ? 1 : failed, skipped: numPendingTests };
}

async function browsers(): Promise<Count> {
  step('browsers and builds');
  try {
    for (const engine of ENGINES)
      console.log(`${engine}: ${await executableOf(engine)}, extension in ${build(engine)}`);
    return { passed: 1, failed: 0, skipped: 0 };
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

// Filling Tryton's database takes longer than everything before the tests that need it: it begins at once, beside them.
const tryton = spawn(bin('tsx'), [join(ROOT, 'test/tryton/server.ts')], { cwd: ROOT, stdio: 'ignore' });

const counts = [
  command('format and lint', 'biome', 'check', '.'),
  command('types of core, which knows no browser', 'tsc', '-p', 'src/core'),
  command('types', 'tsc', '-p', '.'),
  suite('unit tests', 'unit'),
];
const ready = await browsers();
counts.push(ready);
if (ready.failed === 0) counts.push(suite('browser tests', 'browser'));

tryton.kill();
rmSync(REPORTS, { recursive: true, force: true });
const total = counts.reduce((all, { passed, failed, skipped }) => ({
  passed: all.passed + passed,
  failed: all.failed + failed,
  skipped: all.skipped + skipped,
}));
console.log(`\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`);
process.exitCode = total.failed === 0 ? 0 : 1;
