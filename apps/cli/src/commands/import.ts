import type { Day } from '@matchwatch/domain';
import type { Command } from 'commander';
import { dayOption } from '../options.js';

export interface ImportOptions {
  apply?: boolean;
  approve?: boolean;
  knownOn?: Day;
  school?: string;
}

export function addImport(program: Command): void {
  program
    .command('import')
    .description('preview CSV files of applicants or of the table of programs, and apply them')
    .argument(
      '<files...>',
      'CSV files, or a folder of them; their names say what they hold (applicants.csv, exams.csv, …; program-table.csv comes by itself)',
    )
    .option('--apply', 'apply the preview, in one transaction, and reassess whom it touched')
    .option('--approve', 'apply although it is held for a person')
    .option('--known-on <day>', 'the day the facts became known (default: today)', dayOption)
    .option('--school <id>', 'the school, where there are several')
    .addHelpText('after', '\nEnds with 0 when done, 1 when rows were refused or nothing could be read, 3 when it is held for a person.')
    .action(async (files: string[], options: ImportOptions) => (await import('./import.action.js')).importFiles(files, options));
}
