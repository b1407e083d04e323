import type { ListedProgram, ProgramDetail, ProgramVersion } from '@matchwatch/contracts';
import { isStale, programDifferences, programFactNames } from '@matchwatch/domain';
import type { ListedProgramRow, listAdvocaciesAt, ProgramRow, ProgramVersionRow } from '@matchwatch/store';
import type { OpenSeason } from './season-opens.js';

/** A program of the list as it crosses HTTP. */
export function toListedProgram({ id, version, program, checkedOn, advocacies }: ListedProgramRow, { opens }: OpenSeason): ListedProgram {
  const known = programFactNames.flatMap((name) => program.facts[name] ?? []);
  const stale = known.filter((fact) => isStale(fact, opens ?? undefined)).length;
  return { ...program, id, version, known: known.length, stale, checkedOn, advocacies };
}

/** A program with whom it was spoken to for, as far as the reader may know. */
export const toProgramDetail = (
  { id, version, program, changedBy, changedAt }: ProgramRow,
  { season, opens }: OpenSeason,
  { rows, others }: Awaited<ReturnType<typeof listAdvocaciesAt>>,
): ProgramDetail => ({
  ...program,
  id,
  version,
  changedBy,
  changedAt: changedAt.toISOString(),
  season,
  seasonOpens: opens,
  advocacies: rows.map(({ said: _said, contactName: _contact, outcomeNote: _note, version: _version, ...row }) => row),
  otherAdvocacies: others,
});

/** The versions of a program, each with what it changed. */
export const toProgramVersions = (rows: readonly ProgramVersionRow[]): ProgramVersion[] =>
  rows.map(({ program, at, ...row }, index) => ({
    ...row,
    at: at.toISOString(),
    changes: programDifferences(rows[index + 1]?.program ?? null, program),
  }));
