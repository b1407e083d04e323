// `npm run test:faults`: breaks whatever may break, on both queues, and asks the oracle after each. `-- --times 50` for so many kills at
// random moments on each queue, `-- --only kill-mid-run,smtp` for some of the faults, `-- --seed 7` for the very moments of another time.
import './bootstrap/node-version.mjs';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './bootstrap/build.mjs';
import { installDependencies } from './bootstrap/dependencies.mjs';
import { bin, root, run, secondsSince } from './bootstrap/step.mjs';
import { requireTestPrograms } from './bootstrap/system-programs.mjs';

const suffix = '.fault.ts';
const faults = readdirSync(path.join(root, 'test/faults'))
  .filter((name) => name.endsWith(suffix))
  .map((name) => name.slice(0, -suffix.length));

const { values } = parseArgs({
  options: { only: { type: 'string' }, times: { type: 'string', default: '50' }, seed: { type: 'string' } },
});
const chosen = values.only?.split(',') ?? faults;
const stranger = chosen.find((name) => !faults.includes(name));
if (stranger !== undefined) refuse(`There is no fault "${stranger}"; there are ${faults.join(', ')}.`);
const times = Number(values.times);
if (!Number.isInteger(times) || times < 1) refuse('--times takes a whole number of at least 1.');
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
if (!Number.isInteger(seed) || seed < 0) refuse('--seed takes a whole number.');

const startedAt = Date.now();
await installDependencies();
await requireTestPrograms();
if (!(await build({ exitOnFailure: false }))) process.exit(1);
console.log(`Seed ${seed}, ${times} kills on each queue\n`);

const folder = mkdtempSync(path.join(tmpdir(), 'matchwatch-faults-'));
const resultsFile = path.join(folder, 'results.json');
const figuresFile = path.join(folder, 'figures.jsonl');
writeFileSync(figuresFile, '');
const { code } = await run(
  'faults',
  bin('vitest'),
  [
    'run',
    '-c',
    'test/vitest.config.ts',
    '--project',
    'faults',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${resultsFile}`,
    ...chosen.map((name) => `test/faults/${name}${suffix}`),
  ],
  { show: true, env: { CI: 'true', FAULT_TIMES: String(times), FAULT_SEED: String(seed), FAULT_FIGURES: figuresFile } },
);
const results = readResults();
const figures = readFileSync(figuresFile, 'utf8').split('\n').filter(Boolean).map(JSON.parse);
rmSync(folder, { recursive: true, force: true });

console.log(`\n── faults, seed ${seed}, in ${secondsSince(startedAt)}\n`);
const table = chosen.map(rowOf);
const header = ['fault', 'repetitions', 'passed', 'failed', 'median', 'worst', 'all done: worst', ''];
const widths = header.map((title, at) => Math.max(title.length, ...table.map(({ cells }) => cells[at].length)));
for (const cells of [header, ...table.map((row) => row.cells)])
  console.log(
    cells
      .map((cell, at) => cell.padEnd(widths[at]))
      .join('  ')
      .trimEnd(),
  );
for (const { name, kinds } of table.filter((row) => row.kinds.length > 0)) {
  console.log(`\n${name}`);
  for (const line of kinds) console.log(`  ${line}`);
}
const failed = table.reduce((sum, row) => sum + row.failed, 0);
const isBroken = failed > 0 || code !== 0 || table.some(({ isSilent }) => isSilent);
console.log(
  `\nTimes are from the fault, or from the end of it, until things moved again by themselves; "all done" until nothing was left of it.`,
);
console.log(isBroken ? `${failed} failed` : 'All that was run passed');
process.exitCode = isBroken ? 1 : 0;

/** A fault in a line of the table, and each of its kinds in one of its own. */
function rowOf(name) {
  const files = results?.testResults.filter((file) => path.basename(file.name) === `${name}${suffix}`) ?? [];
  const tests = files.flatMap((file) => file.assertionResults);
  const passed = tests.filter(({ status }) => status === 'passed').length;
  const broken = files.filter((file) => file.status === 'failed' && file.assertionResults.every(({ status }) => status !== 'failed'));
  const failed = tests.filter(({ status }) => status === 'failed').length + broken.length;
  const own = figures.filter(({ fault }) => fault === name);
  const notRun = [...new Set(own.flatMap(({ notRun }) => notRun ?? []))];
  const done = own.filter((figure) => figure.notRun === undefined);
  const recovered = done.flatMap(({ recoveredMs }) => recoveredMs ?? []);
  const finished = done.flatMap(({ finishedMs }) => finishedMs ?? []);
  const isSilent = passed + failed === 0 && notRun.length === 0;
  const remark = notRun.length > 0 ? `NOT RUN: ${notRun.join('; ')}` : isSilent ? 'NOT RUN' : '';
  const cells = [
    name,
    done.length,
    passed,
    failed,
    seconds(median(recovered)),
    seconds(Math.max(...recovered)),
    seconds(Math.max(...finished)),
    remark,
  ];
  return { name, failed, isSilent, cells: cells.map(String), kinds: kindsOf(done) };
}

/** How long it took, from the quickest to the slowest, for each kind of a fault. */
function kindsOf(done) {
  const kinds = [...new Set(done.map(({ kind }) => kind ?? ''))];
  return kinds.map((kind) => {
    const each = done.filter((one) => (one.kind ?? '') === kind);
    const spread = spreadOf(each.flatMap(({ recoveredMs }) => recoveredMs ?? []));
    const hits = [...new Set(each.flatMap(({ hit }) => hit ?? []))].map((hit) => `${hit} ${each.filter((one) => one.hit === hit).length}`);
    const allDone = spreadOf(each.flatMap(({ finishedMs }) => finishedMs ?? []));
    const parts = [
      `${each.length} ×`,
      spread && `moved again after ${spread}`,
      allDone && `all done after ${allDone}`,
      hits.length > 0 && `it hit: ${hits.join(', ')}`,
    ];
    return `${kind}: ${parts.filter(Boolean).join('; ')}`;
  });
}

/** All of a few from the least to the most; of many what a share of them stays under. */
function spreadOf(all) {
  const sorted = [...all].sort((a, b) => a - b);
  if (sorted.length < 6) return sorted.map(seconds).join(', ');
  const at = (share) => seconds(sorted[Math.ceil(share * sorted.length) - 1]);
  return `${seconds(sorted[0])} at best, ${at(0.25)} for a quarter, ${at(0.5)} for half, ${at(0.75)} for three quarters, ${at(0.9)} for nine tenths, ${at(1)} at worst`;
}

function median(all) {
  return [...all].sort((a, b) => a - b)[Math.floor((all.length - 1) / 2)] ?? Number.NaN;
}

function seconds(ms) {
  return Number.isFinite(ms) ? `${(ms / 1000).toFixed(1)} s` : '-';
}

function readResults() {
  try {
    return JSON.parse(readFileSync(resultsFile, 'utf8'));
  } catch {
    return undefined;
  }
}

function refuse(why) {
  console.error(why);
  process.exit(2);
}
