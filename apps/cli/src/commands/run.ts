import type { Day } from '@matchwatch/domain';
import type { Command } from 'commander';
import { CommandFailed, exitCode } from '../exit-code.js';
import { dayOption, wholeOption } from '../options.js';

export interface RunOptions {
  season?: number;
  asOf?: Day;
  school?: string;
  wait: boolean;
  retryFailed?: number;
}

export interface CompareOptions {
  school?: string;
  most: number;
}

const runId = wholeOption(1, 2_147_483_647);

export function addRun(program: Command): void {
  const run = program
    .command('run')
    .description('reassess a cohort now')
    .option('--season <year>', 'the Match year (default: the newest with applicants)', wholeOption(2000, 2100))
    .option('--as-of <day>', 'the day to assess for, today or before (default: today in the school’s zone)', dayOption)
    .option('--school <id>', 'the school, where there are several')
    .option('--retry-failed <run>', 'assess again those whom a run could not, and nobody else', runId)
    .option('--no-wait', 'return as soon as the run is queued')
    .addHelpText(
      'after',
      '\nEnds with 0 when the run was published whole, 1 when it failed or left somebody out, 3 when it is held for a person.',
    )
    .action(async (options: RunOptions) => {
      if (options.retryFailed !== undefined && (options.season !== undefined || options.asOf !== undefined))
        throw new CommandFailed(
          '--retry-failed goes by the season and the day of its run: leave --season and --as-of out.',
          exitCode.usage,
        );
      await (await import('./run.action.js')).run(options);
    });
  run
    .command('compare')
    .description('two runs of a season side by side, and whom the later one answers otherwise')
    .argument('<run>', 'the id of one run', runId)
    .argument('<other>', 'the id of the other', runId)
    .option('--school <id>', 'the school, where there are several')
    .option('--most <count>', 'how many applicants are named', wholeOption(0, 10_000), 50)
    .addHelpText(
      'after',
      '\nEnds with 0 when done, whether they differ or not, 2 when there is no such pair, 3 when one of them cannot be compared yet.',
    )
    .action(async (one: number, other: number, options: CompareOptions, command: Command) => {
      // `--school` may stand before `compare`, where it is the parent's.
      const school = options.school ?? command.parent?.opts<RunOptions>().school;
      await (await import('./run-compare.action.js')).compare(one, other, { ...options, ...(school !== undefined && { school }) });
    });
}
