import { bin, run } from './step.mjs';

const nx = { env: { NX_DAEMON: 'false', FORCE_COLOR: '0' } };
const tsc = (...args) => run('tsc', bin('tsc'), args);

/** What `npm run check` asks of the code, in order of cost. Each answers the exit code and what it wrote. */
export const checks = [
  {
    name: 'format',
    says: 'format and order of imports',
    check: () => run('biome', bin('biome'), ['check', '--error-on-warnings', '--colors=off', '--max-diagnostics=200', '.']),
  },
  // Before lint, whose rules on types read the declarations that this writes.
  { name: 'types', says: 'types of the sources', check: () => tsc('-b', '--pretty', 'false') },
  {
    name: 'lint',
    says: 'lint, boundaries between projects, circular imports, purity',
    async check() {
      // The rule on boundaries reads the project graph that Nx keeps; a new import or project is missed until Nx has looked.
      const graph = await run('nx', bin('nx'), ['show', 'projects'], nx);
      return graph.code === 0 ? run('oxlint', bin('oxlint'), ['--type-aware', '--deny-warnings', '--format=unix']) : graph;
    },
  },
  { name: 'specs', says: 'types of the specs', check: () => tsc('-p', 'test/tsconfig.specs.json', '--pretty', 'false') },
  {
    name: 'pure',
    says: 'pure libraries compile without Node and browser',
    check: () => tsc('-p', 'infra/lint/tsconfig.pure.json', '--pretty', 'false'),
  },
];

/** What has to wait for the types, and can then go on side by side. */
const first = ['format', 'types'];

/** Runs the checks of these names, or all; prints a line for each and what a failed one wrote; answers how many failed. */
export async function runChecks(names = []) {
  const unknown = names.filter((name) => !checks.some((check) => check.name === name));
  if (unknown.length > 0)
    throw new Error(`There is no check named ${unknown.join(', ')}; there are ${checks.map(({ name }) => name).join(', ')}.`);
  const chosen = checks.filter(({ name }) => names.length === 0 || names.includes(name));
  const failures = [];
  for (const early of [true, false])
    failures.push(...(await Promise.all(chosen.filter(({ name }) => first.includes(name) === early).map(runCheck))));
  return failures.filter(Boolean).length;
}

async function runCheck({ name, says, check }) {
  const { code, output, seconds } = await check();
  const told = `${code === 0 ? 'ok    ' : 'FAILED'}  ${name.padEnd(7)} ${says} (${seconds.toFixed(1)} s)`;
  console.log(code === 0 ? told : `${told}\n${output.trim()}`);
  return code !== 0;
}
