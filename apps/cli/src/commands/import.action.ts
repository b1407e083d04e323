import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Day } from '@matchwatch/domain';
import { applyImport, cancelImport, previewImport } from '@matchwatch/intake';
import { appendAudit, type ImportDetail } from '@matchwatch/store';
import { followRun } from '../connect/follow-run.js';
import { type Product, withProduct } from '../connect/product.js';
import { CommandFailed, exitCode } from '../exit-code.js';
import { today } from '../options.js';
import { policyVersion, rulesDigest } from '../rules-in-force.js';
import type { ImportOptions } from './import.js';
import { sayRun } from './run.action.js';

const by = 'command line';

/** Previews files and, when asked, applies them. */
export const importFiles = (files: readonly string[], options: ImportOptions): Promise<void> =>
  withProduct(options.school, (product) => bringIn(product, files, options));

async function bringIn(product: Product, given: readonly string[], options: ImportOptions): Promise<void> {
  const { database, school } = product;
  const names = await csvFilesOf(given);
  const knownOn = options.knownOn ?? today(school.timeZone);
  const preview = await previewImport(database, {
    schoolId: school.id,
    by,
    knownOn,
    files: names.map((file) => ({ name: path.basename(file), stream: createReadStream(file) })),
  });
  say(preview);
  if (preview.state === 'failed') throw new CommandFailed('Nothing was imported.');
  if (preview.counts.refused > 0) process.exitCode = exitCode.failed;
  const changes = preview.counts.new + preview.counts.changed;
  if (!options.apply || changes === 0) {
    await cancelImport(database, { schoolId: school.id, id: preview.id, by, at: new Date() });
    process.stdout.write(changes === 0 ? 'Nothing to apply.\n' : 'Nothing was applied; add --apply to apply it.\n');
    return;
  }
  if (preview.state === 'held' && !options.approve) {
    throw new CommandFailed('It is held and was not applied. Add --approve once somebody has looked at it.', exitCode.refused);
  }
  await apply(product, preview, options, knownOn);
}

async function apply({ database, doorbell, school }: Product, preview: ImportDetail, options: ImportOptions, asOf: Day): Promise<void> {
  const applied = await applyImport(database, {
    schoolId: school.id,
    id: preview.id,
    by,
    at: new Date(),
    approve: options.approve,
    reassess: { asOf, policyVersion, rulesDigest },
    within: (transaction) =>
      appendAudit(transaction, school.id, {
        at: new Date().toISOString(),
        event: 'import.applied',
        subject: `import ${preview.id}`,
        reason: 'command line',
      }),
  });
  if (applied.outcome !== 'done') throw new CommandFailed(`It could not be applied: ${applied.outcome}. Preview it again.`);
  process.stdout.write(`Import ${preview.id} is applied.\n`);
  for (const runId of applied.runs) {
    await doorbell.ring('applicant.reassess', { schoolId: school.id, runId }, { urgent: true });
    process.stdout.write(`${sayRun(runId, await followRun(database, school.id, runId))}\n`);
  }
}

function say({ counts, refused, heldBecause }: ImportDetail): void {
  process.stdout.write(`${counts.new} new, ${counts.changed} changed, ${counts.unchanged} unchanged, ${counts.refused} refused\n`);
  for (const { file, row, column, externalId, reason } of refused) {
    const place = [row > 0 ? `row ${row}` : undefined, column ? `column ${column}` : undefined, externalId ? `(${externalId})` : undefined];
    process.stderr.write(
      `${file}${place
        .filter(Boolean)
        .map((part) => `, ${part}`)
        .join('')}: ${reason}\n`,
    );
  }
  if (heldBecause) process.stderr.write(`Held: ${heldBecause}\n`);
}

async function csvFilesOf(given: readonly string[]): Promise<string[]> {
  const files: string[] = [];
  for (const one of given) {
    const found = await stat(one).catch(() => undefined);
    if (!found) throw new CommandFailed(`${one} cannot be read: there is no such file or folder.`, exitCode.usage);
    if (!found.isDirectory()) files.push(one);
    else
      files.push(
        ...(await readdir(one))
          .filter((name) => name.toLowerCase().endsWith('.csv'))
          .sort()
          .map((name) => path.join(one, name)),
      );
  }
  if (files.length === 0) throw new CommandFailed(`There are no CSV files in ${given.join(', ')}.`, exitCode.usage);
  return files;
}
