// `npm test`: everything that is checked before a change is kept. `npm test -- --only pure,int` asks for some of it,
// `npm test -- --fuzz 1000` for so many odd requests to each endpoint instead of three hundred.
import './bootstrap/node-version.mjs';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './bootstrap/build.mjs';
import { runChecks } from './bootstrap/checks.mjs';
import { installDependencies } from './bootstrap/dependencies.mjs';
import { bin, run, secondsSince } from './bootstrap/step.mjs';
import { requireTestPrograms } from './bootstrap/system-programs.mjs';

// Pure code and components are tested from their sources, while the checks go on: neither needs what the other makes, and each leaves a core idle.
const tiers = [
  { name: 'pure', says: 'pure code, in milliseconds', besideCheck: true },
  { name: 'web', says: 'pages and components', besideCheck: true },
  { name: 'int', says: 'with real PostgreSQL and Redis' },
  { name: 'wall', says: 'again, with nothing but row-level security between schools' },
  { name: 'e2e', says: 'the built product in a real browser' },
];
const { values } = parseArgs({ options: { only: { type: 'string' }, fuzz: { type: 'string' } } });
const chosen = values.only?.split(',') ?? ['check', ...tiers.map(({ name }) => name)];
const stranger = chosen.find((name) => name !== 'check' && !tiers.some((tier) => tier.name === name));
if (stranger !== undefined) {
  console.error(`There is no tier "${stranger}"; there are check, ${tiers.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}

const startedAt = Date.now();
const summary = [];
let passed = 0;
let failed = 0;

await installDependencies();
const needsBuild = ['int', 'wall', 'e2e'].some((name) => chosen.includes(name));
if (needsBuild) await requireTestPrograms();
const isAlone = chosen.length === 1;
const checking = chosen.includes('check') ? check() : undefined;
for (const tier of tiers.filter(({ besideCheck }) => besideCheck)) await runChosen(tier);
if (checking !== undefined) {
  const { lines, failures, took } = await checking;
  if (!isAlone) {
    heading('check');
    for (const line of lines) console.log(line);
  }
  failed += failures;
  summary.push(`check  ${failures === 0 ? 'ok' : `${failures} failed`} (${took})`);
}
if (needsBuild) {
  heading('build');
  const buildStartedAt = Date.now();
  const isBuilt = await build({ exitOnFailure: false });
  if (!isBuilt) failed += 1;
  summary.push(`build  ${isBuilt ? 'ok' : 'failed'} (${secondsSince(buildStartedAt)})`);
}
const [int, wall, e2e] = tiers.filter(({ besideCheck }) => !besideCheck);
await runChosen(int);
// Before the first journey its product lives through twelve weeks, which keeps one core busy: the wall is asked meanwhile, and tells when it is done.
await Promise.all([runChosen(wall, { isTold: chosen.includes(e2e.name) }), runChosen(e2e)]);
if (passed === 0) failed = Math.max(failed, 1);
heading(`all of it in ${secondsSince(startedAt)}`);
for (const line of summary) console.log(line);
process.exitCode = failed === 0 ? 0 : 1;
console.log(`${passed} passed, ${failed} failed`);

/** Runs all checks. What they say is kept for later: something else is writing, unless they are all that was asked for. */
async function check() {
  const checkStartedAt = Date.now();
  const lines = [];
  const failures = isAlone ? await runChecks() : await runChecks([], { say: (line) => lines.push(line), beat: false });
  return { lines, failures, took: secondsSince(checkStartedAt) };
}

/** Runs the tests of a tier that was asked for, and counts them; what it writes is shown as it comes, or told at its end. */
async function runChosen({ name, says }, { isTold = false } = {}) {
  if (!chosen.includes(name)) return;
  if (!isTold) heading(`${name}: ${says}`);
  const tierStartedAt = Date.now();
  const result = await runTier(name, { show: !isTold });
  if (isTold) {
    heading(`${name}: ${says}`);
    console.log(result.output);
  }
  passed += result.passed;
  failed += result.failed;
  summary.push(`${name.padEnd(5)}  ${result.passed} passed, ${result.failed} failed${result.note} (${secondsSince(tierStartedAt)})`);
}

/** Runs the tests of a tier. What fails outside a test (a file that does not load, a stray rejection, no test at all) counts as one more failed. */
async function runTier(name, { show }) {
  const folder = mkdtempSync(path.join(tmpdir(), 'matchwatch-results-'));
  const file = path.join(folder, 'results.json');
  try {
    const args = [
      'run',
      '-c',
      'test/vitest.config.ts',
      '--project',
      name,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ];
    const { code, output } = await run(name, bin('vitest'), args, {
      show,
      beat: false,
      env: { CI: 'true', ...(values.fuzz !== undefined && { FUZZ_CASES: values.fuzz }) },
    });
    const results = readResults(file);
    if (!results) return { passed: 0, failed: 1, note: ', no results', output };
    const brokenFiles = results.testResults.filter(
      (each) => each.status === 'failed' && each.assertionResults.every(({ status }) => status !== 'failed'),
    );
    const failures = results.numFailedTests + brokenFiles.length;
    const skipped = results.numPendingTests + results.numTodoTests;
    return {
      passed: results.numPassedTests,
      failed: code !== 0 && failures === 0 ? 1 : failures,
      note: skipped > 0 ? `, ${skipped} skipped` : '',
      output,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readResults(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function heading(text) {
  console.log(`\n── ${text}`);
}
