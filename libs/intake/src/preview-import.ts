import type { RefusedRow } from '@matchwatch/contracts';
import { type Day, programDifferences } from '@matchwatch/domain';
import {
  findImport,
  type ImportDetail,
  type ImportStage,
  type NewImport,
  type Pool,
  type StagedVerdict,
  withImportStage,
} from '@matchwatch/store';
import { assemble } from './assemble.js';
import { assembleProgram } from './assemble-program.js';
import { changedPaths } from './changed-paths.js';
import { differenceReason, fillReason, populationReason } from './hold.js';
import type { FileSummary } from './read/read-file.js';
import { type IncomingFile, type ReadOptions, readImport } from './read/read-import.js';

export interface PreviewRequest extends ReadOptions {
  readonly schoolId: string;
  /** Who imports. */
  readonly by: string;
  /** The day the facts of the files became known. */
  readonly knownOn: Day;
  readonly files: Iterable<IncomingFile> | AsyncIterable<IncomingFile>;
}

const programTable = 'program-table';

/** Applicants put together at a time. */
const pageSize = 500;

/**
 * Reads files and stages what they would change: `previewed`, `held` when a person must approve it, or `failed` when a file cannot be read as a
 * whole. An applicant with a refused row is left out; nothing but the import itself is written.
 */
export async function previewImport(pool: Pool, request: PreviewRequest): Promise<ImportDetail> {
  const { schoolId } = request;
  const id = await withImportStage(pool, schoolId, async (stage) => {
    const { summaries, refused, unreadable } = await take(stage, request);
    const files = summaries.map(({ file, rows, filled }) => ({ file, rows, filled }));
    const about = files.some(({ file }) => file === programTable) ? 'programs' : 'applicants';
    const batch = { about, createdBy: request.by, knownOn: request.knownOn, files } as const;
    if (unreadable) return stage.finish({ ...batch, state: 'failed', season: null, unchanged: 0, refused, heldBecause: null });
    if (about === 'programs') return stage.finish(await comparePrograms(stage, batch, summaries, refused));
    const compared = await compare(stage, schoolId);
    const heldBecause = populationReason(compared.named, await stage.population()) ?? (await findFillReason(stage, summaries)) ?? null;
    const [season = null, ...others] = compared.seasons;
    return stage.finish({
      ...batch,
      state: heldBecause === null ? 'previewed' : 'held',
      season: others.length === 0 ? season : null,
      unchanged: compared.unchanged,
      refused: refused + compared.refused,
      heldBecause,
    });
  });
  const preview = await findImport(pool, schoolId, id);
  if (preview === undefined) throw new Error(`Import ${id} was written and is not there`);
  return preview;
}

/** Moves the rows of the files into the stage. */
async function take(
  stage: ImportStage,
  request: PreviewRequest,
): Promise<{ summaries: FileSummary[]; refused: number; unreadable: boolean }> {
  const summaries: FileSummary[] = [];
  let refused = 0;
  let unreadable = false;
  const mixed = (): boolean => summaries.length > 1 && summaries.some(({ file }) => file === programTable);
  for await (const event of readImport(request.files, request)) {
    if (event.kind === 'read') summaries.push(event);
    else if (event.kind === 'unreadable') {
      unreadable = true;
      refused += event.problems.length;
      await stage.keep([], event.problems);
    } else {
      const { file } = event;
      await stage.add([
        ...event.rows.map((row) => ({ file, ...row })),
        ...event.refused.flatMap(({ row, externalId }) => (externalId === null ? [] : [{ file, row, externalId, said: null }])),
      ]);
      refused += event.refused.length;
      await stage.keep([], event.refused);
    }
  }
  if (!unreadable && mixed()) {
    unreadable = true;
    refused += 1;
    await stage.keep([], [{ file: programTable, row: 0, column: null, externalId: null, reason: 'comes in an import of its own' }]);
  }
  return { summaries, refused, unreadable };
}

/** Puts the programs together, page by page, and keeps what would become of them. */
async function comparePrograms(
  stage: ImportStage,
  batch: Pick<NewImport, 'about' | 'createdBy' | 'files'> & { knownOn: Day },
  summaries: readonly FileSummary[],
  refusedBefore: number,
): Promise<NewImport> {
  let refused = refusedBefore;
  let unchanged = 0;
  let compared = 0;
  let differing = 0;
  for await (const page of stage.programPages(pageSize)) {
    const verdicts: StagedVerdict[] = [];
    const refusals: RefusedRow[] = [];
    for (const { externalId, version, record: base, rows } of page) {
      const assembled = assembleProgram({ code: externalId, base, rows, knownOn: batch.knownOn });
      if (assembled.program === undefined) {
        refusals.push(...assembled.refused);
        continue;
      }
      const { program } = assembled;
      compared += assembled.compared;
      differing += assembled.differing;
      const changes = programDifferences(base, program);
      if (base !== null && changes.length === 0) unchanged += 1;
      else verdicts.push({ externalId, verdict: base === null ? 'new' : 'changed', baseVersion: version, record: program, changes });
    }
    refused += refusals.length;
    await stage.keep(verdicts, refusals);
  }
  const heldBecause = differenceReason({ compared, differing }) ?? (await findFillReason(stage, summaries, 'told')) ?? null;
  return { ...batch, state: heldBecause === null ? 'previewed' : 'held', season: null, unchanged, refused, heldBecause };
}

interface Comparison {
  unchanged: number;
  refused: number;
  /** Seasons of the applicants the files name. */
  seasons: Set<number>;
  /** How many applicants of each season `applicants.csv` names. */
  named: Map<number, number>;
}

/** Puts the applicants together, page by page, and keeps what would become of them. */
async function compare(stage: ImportStage, schoolId: string): Promise<Comparison> {
  const result: Comparison = { unchanged: 0, refused: 0, seasons: new Set(), named: new Map() };
  for await (const page of stage.pages(pageSize)) {
    const verdicts: StagedVerdict[] = [];
    const refusals: RefusedRow[] = [];
    for (const { externalId, version, record: base, rows } of page) {
      const assembled = assemble({ externalId, school: schoolId, base, rows });
      const season = assembled.record?.season ?? base?.season;
      if (season !== undefined) {
        result.seasons.add(season);
        if (rows.some(({ file }) => file === 'applicants')) result.named.set(season, (result.named.get(season) ?? 0) + 1);
      }
      if (assembled.record === undefined) {
        refusals.push(...assembled.refused);
        continue;
      }
      const { record } = assembled;
      const changes = base === null ? Object.keys(record) : changedPaths(base, record);
      if (base !== null && changes.length === 0) result.unchanged += 1;
      else verdicts.push({ externalId, verdict: base === null ? 'new' : 'changed', baseVersion: version, record, changes });
    }
    result.refused += refusals.length;
    await stage.keep(verdicts, refusals);
  }
  return result;
}

/** `told` looks at the columns a file has alone: a table of programs may come with a few of them. */
async function findFillReason(
  stage: ImportStage,
  summaries: readonly FileSummary[],
  columns: 'all' | 'told' = 'all',
): Promise<string | undefined> {
  for (const summary of summaries) {
    const before = await stage.lastFill(summary.file);
    const reason = before && fillReason(summary, columns === 'all' ? before : { ...before, filled: common(before.filled, summary.filled) });
    if (reason !== undefined) return reason;
  }
  return undefined;
}

const common = (before: Record<string, number>, now: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.entries(before).filter(([column]) => Object.hasOwn(now, column)));
