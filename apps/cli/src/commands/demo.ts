import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { writeCsvFiles } from '@matchwatch/contracts/csv';
import { demoCohort } from '@matchwatch/demo';
import type { Day } from '@matchwatch/domain';
import type { Command } from 'commander';
import { CommandFailed, exitCode } from '../exit-code.js';
import { dayOption, today, wholeOption } from '../options.js';

interface DemoOptions {
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
    .addHelpText('after', '\nBring them in with: matchwatch import <folder> --apply')
    .action(write);
}

async function write(folder: string, { asOf = today('UTC'), seed, force }: DemoOptions): Promise<void> {
  await mkdir(folder, { recursive: true });
  if (!force && (await readdir(folder)).length > 0)
    throw new CommandFailed(`${folder} is not empty; --force writes into it all the same.`, exitCode.refused);
  const records = demoCohort({ asOf, seed }).recordsOn(asOf);
  const files = Object.entries(writeCsvFiles(records));
  for (const [file, text] of files) await writeFile(path.join(folder, `${file}.csv`), text);
  process.stdout.write(`${records.length} applicants as known on ${asOf}, in ${files.length} files in ${folder}\n`);
}
