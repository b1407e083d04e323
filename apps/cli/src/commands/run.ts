import type { Day } from '@matchwatch/domain';
import type { Command } from 'commander';
import { dayOption, wholeOption } from '../options.js';

export interface RunOptions {
  season?: number;
  asOf?: Day;
  school?: string;
  wait: boolean;
}

export function addRun(program: Command): void {
  program
    .command('run')
    .description('reassess a cohort now')
    .option('--season <year>', 'the Match year (default: the newest with applicants)', wholeOption(2000, 2100))
    .option('--as-of <day>', 'the day to assess for, today or before (default: today in the school’s zone)', dayOption)
    .option('--school <id>', 'the school, where there are several')
    .option('--no-wait', 'return as soon as the run is queued')
    .addHelpText(
      'after',
      '\nEnds with 0 when the run was published whole, 1 when it failed or left somebody out, 3 when it is held for a person.',
    )
    .action(async (options: RunOptions) => (await import('./run.action.js')).run(options));
}
