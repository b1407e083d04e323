import { inputIssues, programRowSchema, type RefusedRow, tableProgramSchema } from '@matchwatch/contracts';
import {
  type Day,
  type Program,
  type ProgramFactName,
  type ProgramFacts,
  programFactNames,
  programIdentity,
  takesPlaceOf,
} from '@matchwatch/domain';
import type { Said } from './read/read-file.js';

const file = 'program-table';
const rowSchema = programRowSchema.omit({ code: true }).partial();
const factNames: ReadonlySet<string> = new Set(programFactNames);
const identityNames: ReadonlySet<string> = new Set(programIdentity);

/** Everything the rows say of one program, and what is on file. */
export interface ProgramAssembly {
  readonly code: string;
  readonly base: Program | null;
  readonly rows: readonly { readonly row: number; readonly said: unknown }[];
  /** Nothing can have been checked after this day. */
  readonly knownOn: Day;
}

export type AssembledProgram =
  | { readonly program: Program; readonly refused?: undefined; readonly compared: number; readonly differing: number }
  | { readonly refused: readonly RefusedRow[]; readonly program?: undefined };

/**
 * Puts a program together from what is on file and what the rows say, or tells which rows stand in the way. Of two looks at a fact the later one
 * counts. Tells how many known values were looked at again (`compared`), and how many of them are others now.
 */
export function assembleProgram({ code, base, rows, knownOn }: ProgramAssembly): AssembledProgram {
  const refused: RefusedRow[] = [];
  const draft: Record<string, unknown> = { ...base, code };
  const facts: Record<string, unknown> = { ...base?.facts };
  for (const { row, said } of rows) {
    // A row that was refused is staged without what it said: it refuses its program, and has been reported.
    if (said === null) return { refused: [] };
    const refuse = (column: string | null, reason: string): void => {
      refused.push({ file, row, column, externalId: code, reason });
    };
    const look = said as Extract<Said, { facts: unknown }>;
    const checked = rowSchema.safeParse(look.facts);
    if (!checked.success) {
      for (const { path, reason } of inputIssues(checked.error)) refuse(path || null, reason);
      continue;
    }
    const { source, note, checkedOn, ...told } = checked.data;
    const saysFacts = [...Object.keys(told), ...look.unknown].some((name) => factNames.has(name));
    if (saysFacts && source === undefined) refuse('source', 'is missing; a fact is kept with where it is from');
    if (saysFacts && checkedOn === undefined) refuse('checkedOn', 'is missing; a fact is kept with the day it was checked');
    if (checkedOn !== undefined && checkedOn > knownOn) refuse('checkedOn', 'is still to come');
    for (const name of look.unknown) if (identityNames.has(name)) delete draft[name];
    for (const [name, value] of Object.entries(told)) if (identityNames.has(name)) draft[name] = value;
    if (checkedOn === undefined || source === undefined) continue;
    for (const name of look.unknown)
      if (factNames.has(name) && takesPlaceOf({ checkedOn }, facts[name] as { checkedOn: Day } | undefined)) delete facts[name];
    for (const [name, value] of Object.entries(told))
      if (factNames.has(name) && takesPlaceOf({ checkedOn }, facts[name] as { checkedOn: Day } | undefined))
        facts[name] = { value, source, ...(note !== undefined && { note }), checkedOn };
  }
  if (refused.length > 0) return { refused };
  // In the order of the register, so that the same facts are the same text.
  draft['facts'] = Object.fromEntries(programFactNames.flatMap((name) => (facts[name] === undefined ? [] : [[name, facts[name]]])));
  const program = tableProgramSchema.safeParse(draft);
  if (!program.success) {
    const row = rows[0]?.row ?? 0;
    for (const { path, reason } of inputIssues(program.error))
      refused.push({ file, row, column: path || null, externalId: code, reason: draft[path] === undefined ? 'is missing' : reason });
    return { refused };
  }
  const whole = program.data as Program;
  return { program: whole, ...countDifferences(base?.facts ?? {}, whole.facts, rows) };
}

/** Of the known values that the rows tell, how many there are and how many are others now. */
function countDifferences(
  before: ProgramFacts,
  after: ProgramFacts,
  rows: ProgramAssembly['rows'],
): { compared: number; differing: number } {
  const told = new Set(rows.flatMap(({ said }) => Object.keys((said as { facts?: object } | null)?.facts ?? {})));
  const compared = programFactNames.filter((name: ProgramFactName) => told.has(name) && before[name] !== undefined);
  return { compared: compared.length, differing: compared.filter((name) => before[name]?.value !== after[name]?.value).length };
}
