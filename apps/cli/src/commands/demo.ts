import type { Day } from '@matchwatch/domain';
import type { Command } from 'commander';
import { dayOption, wholeOption } from '../options.js';

export interface DemoOptions {
  asOf?: Day;
  seed: number;
  force?: boolean;
}

export function addDemo(program: Command): void {
  program
    .command('demo')
    .description('write the demo cohort as the CSV files a registrar would export on a day')
    .argument('<folder>', 'where the files go; made when missing')
    .option('--as-of <day>', 'the day the files speak of (default: today)', dayOption)
    .option('--seed <number>', 'another seed makes another cohort', wholeOption(0, 2 ** 31 - 1), 2027)
    .option('--force', 'write into a folder that is not empty')
    .addHelpText('after', '\nBring them in with: matchwatch import <folder> --apply (in the demonstration, with --school demo)')
    .action(async (folder: string, options: DemoOptions) => (await import('./demo.action.js')).writeDemo(folder, options));
}
