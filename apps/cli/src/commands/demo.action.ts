import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { writeCsvFiles } from '@matchwatch/contracts/csv';
import { demoCohort } from '@matchwatch/demo';
import { CommandFailed, exitCode } from '../exit-code.js';
import { today } from '../options.js';

import type { DemoOptions } from './demo.js';

/** Writes the demo cohort's files. */
export async function writeDemo(folder: string, { asOf = today('UTC'), seed, force }: DemoOptions): Promise<void> {
  await mkdir(folder, { recursive: true });
  if (!force && (await readdir(folder)).length > 0)
    throw new CommandFailed(`${folder} is not empty; --force writes into it all the same.`, exitCode.refused);
  const records = demoCohort({ asOf, seed }).recordsOn(asOf);
  const files = Object.entries(writeCsvFiles(records));
  for (const [file, text] of files) await writeFile(path.join(folder, `${file}.csv`), text);
  process.stdout.write(`${records.length} applicants as known on ${asOf}, in ${files.length} files in ${folder}\n`);
}
