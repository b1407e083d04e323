import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

interface NxGraph {
  graph: { dependencies: Record<string, { target: string }[]> };
}

/** Each project with those it uses, as Nx reads them from the imports. */
function readGraph(): Record<string, string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'matchwatch-graph-'));
  try {
    const file = path.join(folder, 'graph.json');
    const env = { ...process.env, NX_DAEMON: 'false' };
    execFileSync(process.execPath, [path.join(root, 'node_modules/nx/dist/bin/nx.js'), 'graph', `--file=${file}`], {
      cwd: root,
      env,
      stdio: 'pipe',
    });
    const { dependencies } = (JSON.parse(readFileSync(file, 'utf8')) as NxGraph).graph;
    const short = (name: string) => name.replace('@matchwatch/', '');
    return Object.fromEntries(
      Object.entries(dependencies)
        .map(([name, uses]): [string, string] => [
          short(name),
          // Specs of any project may use the testing library; lint keeps it out of everything else.
          [...new Set(uses.map(({ target }) => short(target)))]
            .filter((target) => target !== 'testing')
            .sort()
            .join(' '),
        ])
        .sort(([a], [b]) => a.localeCompare(b)),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A new edge is a decision: after `npm test` shows it, run this spec with `-u` and have the change of graph.json read. */
test('the projects use each other as graph.json says', { timeout: 60_000 }, async () => {
  await expect(`${JSON.stringify(readGraph(), null, 2)}\n`).toMatchFileSnapshot('graph.json');
});
