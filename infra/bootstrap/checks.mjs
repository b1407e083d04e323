import path from 'node:path';
import { bin, root, run } from './step.mjs';

const nx = { NX_DAEMON: 'false', FORCE_COLOR: '0' };
// The one that builds; `tsc` alone would be the one that the tools read programs with.
const compiler = path.join(root, 'node_modules', 'typescript-7', 'bin', 'tsc');
const tsc =
  (...args) =>
  (options) =>
    run('tsc', process.execPath, [compiler, ...args], options);

/** What `npm run check` asks of the code, in order of cost. Each is told how to run and answers the exit code and what it wrote. */
export const checks = [
  {
    name: 'format',
    says: 'format and order of imports',
    check: (options) => run('biome', bin('biome'), ['check', '--error-on-warnings', '--colors=off', '--max-diagnostics=200', '.'], options),
  },
  // Before lint, whose rules on types read the declarations that this writes.
  { name: 'types', says: 'types of the sources', check: tsc('-b', '--pretty', 'false') },
  {
    name: 'lint',
    says: 'lint, boundaries between projects, circular imports, purity',
    async check(options) {
      // The rule on boundaries reads the project graph that Nx keeps; a new import or project is missed until Nx has looked.
      const graph = await run('nx', bin('nx'), ['show', 'projects'], { ...options, env: nx });
      return graph.code === 0 ? run('oxlint', bin('oxlint'), ['--type-aware', '--deny-warnings', '--format=unix'], options) : graph;
    },
  },
  { name: 'specs', says: 'types of the specs', check: tsc('-p', 'test/tsconfig.specs.json', '--pretty', 'false') },
  {
    name: 'pure',
    says: 'pure libraries compile without Node and browser',
    check: tsc('-p', 'infra/lint/tsconfig.pure.json', '--pretty', 'false'),
  },
];

/** What has to wait for the types, and can then go on side by side. */
const first = ['format', 'types'];

/**
 * Runs the checks of these names, or all; says a line for each, with what a failed one wrote; answers how many failed. Beside something else that
 * writes (`beat: false`), nothing is said of a check before it has ended.
 */
export async function runChecks(names = [], { say = console.log, beat = true } = {}) {
  const unknown = names.filter((name) => !checks.some((check) => check.name === name));
  if (unknown.length > 0)
    throw new Error(`There is no check named ${unknown.join(', ')}; there are ${checks.map(({ name }) => name).join(', ')}.`);
  const chosen = checks.filter(({ name }) => names.length === 0 || names.includes(name));
  const failures = [];
  for (const early of [true, false])
    failures.push(
      ...(await Promise.all(chosen.filter(({ name }) => first.includes(name) === early).map((each) => runCheck(each, say, { beat })))),
    );
  return failures.filter(Boolean).length;
}

async function runCheck({ name, says, check }, say, options) {
  const { code, output, seconds } = await check(options);
  const told = `${code === 0 ? 'ok    ' : 'FAILED'}  ${name.padEnd(7)} ${says} (${seconds.toFixed(1)} s)`;
  say(code === 0 ? told : `${told}\n${output.trim()}`);
  return code !== 0;
}
