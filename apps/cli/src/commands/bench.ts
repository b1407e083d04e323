import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { CommandFailed, exitCode } from '../exit-code.js';

const entry = fileURLToPath(new URL('../../../../test/dist/bench/main.js', import.meta.url));

export function addBench(program: Command): void {
  program
    .command('bench')
    .description('measure runs, the engine and the lists against a floor and a peer in the same go')
    .argument('[options...]', 'passed on to the bench; try --help after --')
    .allowUnknownOption()
    .action(async (options: string[]) => {
      if (!existsSync(entry))
        throw new CommandFailed('The bench is part of the source tree and is not built here: npm run bench', exitCode.usage);
      const [code] = (await once(spawn(process.execPath, [entry, ...options], { stdio: 'inherit' }), 'exit')) as [number | null];
      process.exitCode = code ?? exitCode.failed;
    });
}
