import { type ImportFile, inputIssues, maximumListLength, type RefusedRow, recordSchema } from '@matchwatch/contracts';
import { csvFiles } from '@matchwatch/contracts/csv';
import { type ApplicantRecord, type RecordList, recordLists } from '@matchwatch/domain';
import type { Said } from './read/read-file.js';

/** Everything the files say of one applicant, and what is on file. */
export interface Assembly {
  readonly externalId: string;
  readonly school: string;
  readonly base: ApplicantRecord | null;
  readonly rows: readonly { readonly file: string; readonly row: number; readonly said: unknown }[];
}

export type Assembled =
  | { readonly record: ApplicantRecord; readonly refused?: undefined }
  | { readonly refused: readonly RefusedRow[]; readonly record?: undefined };

type Draft = Record<string, unknown>;

const singleFiles = ['applicants', 'outcomes'] as const satisfies readonly ImportFile[];
const listNames: ReadonlySet<string> = new Set(recordLists);
const singleSchema = recordSchema.omit(Object.fromEntries(recordLists.map((name) => [name, true])) as Record<RecordList, true>);

/** Puts a record together from what is on file and what the rows say, or tells which rows stand in the way. */
export function assemble({ externalId, school, base, rows }: Assembly): Assembled {
  const refused: RefusedRow[] = [];
  const byFile = new Map<string, { row: number; said: Said }[]>();
  for (const { file, row, said } of rows) {
    // A row that was refused is staged without what it said: it refuses its applicant, and has been reported.
    if (said === null) return { refused: [] };
    const list = byFile.get(file);
    if (list === undefined) byFile.set(file, [{ row, said: said as Said }]);
    else list.push({ row, said: said as Said });
  }
  const refuse = (file: string, row: number, column: string | null, reason: string): void => {
    refused.push({ file, row, column, externalId, reason });
  };

  const draft: Draft = { ...base, externalId };
  const told = new Map<string, { file: string; row: number }>();
  for (const file of singleFiles) {
    const [first, second] = byFile.get(file) ?? [];
    if (second !== undefined)
      for (const { row } of byFile.get(file) ?? []) refuse(file, row, 'externalId', `stands in ${byFile.get(file)?.length} rows`);
    if (first === undefined || !('facts' in first.said)) continue;
    const { facts, unknown } = first.said;
    for (const [name, fact] of Object.entries(facts)) {
      put(draft, name, fact);
      told.set(name, { file, row: first.row });
    }
    for (const name of unknown) {
      put(draft, name, undefined);
      told.set(name, { file, row: first.row });
    }
  }
  if (base === null && !byFile.has('applicants'))
    for (const { file, row } of rows.slice(0, 1)) refuse(file, row, 'externalId', 'is not on file, and applicants.csv does not name it');
  if (draft['school'] !== undefined && draft['school'] !== school) {
    const at = told.get('school');
    if (at !== undefined) refuse(at.file, at.row, 'school', 'is not this school');
  }

  const lists: Partial<Record<RecordList, unknown[]>> = {};
  for (const { file, list } of Object.values(csvFiles)) {
    const said = list === null ? undefined : byFile.get(file);
    if (list === null || said === undefined) continue;
    const items = said.flatMap((each) => ('item' in each.said ? [each.said.item] : []));
    const [none] = said.filter((each) => 'none' in each.said);
    if (none !== undefined && said.length > 1) refuse(file, none.row, null, 'says that there are none, beside other rows');
    const over = said[maximumListLength];
    if (over !== undefined) refuse(file, over.row, null, `is more than ${maximumListLength} rows for one applicant`);
    lists[list] = items;
  }
  if (refused.length > 0) return { refused };

  // The lists on file and the items read are valid already; only the single facts can be wrong together.
  const single = Object.fromEntries(Object.entries(draft).filter(([key]) => !listNames.has(key)));
  const checked = singleSchema.safeParse(single);
  if (!checked.success) {
    const first = byFile.get('applicants')?.[0] ?? byFile.get('outcomes')?.[0] ?? rows[0];
    for (const { path, reason } of inputIssues(checked.error)) {
      const at = told.get(path) ?? {
        file: byFile.has('applicants') ? 'applicants' : (rows[0]?.file ?? 'applicants'),
        row: first?.row ?? 0,
      };
      refuse(at.file, at.row, path || null, valueAt(single, path) === undefined ? 'is missing' : reason);
    }
    return { refused };
  }
  const record: Draft = { ...checked.data };
  for (const name of recordLists) {
    const items = lists[name] ?? base?.[name];
    if (items !== undefined) record[name] = items;
  }
  return { record: record as unknown as ApplicantRecord };
}

/** Sets or, with undefined, clears the fact of a dotted name; objects on the way are copied, and left out when they are empty. */
function put(draft: Draft, name: string, fact: unknown): void {
  const [first = '', second] = name.split('.');
  if (second === undefined) {
    if (fact === undefined) delete draft[first];
    else draft[first] = fact;
    return;
  }
  const inner: Draft = { ...(draft[first] as Draft | undefined) };
  if (fact === undefined) delete inner[second];
  else inner[second] = fact;
  if (Object.keys(inner).length === 0) delete draft[first];
  else draft[first] = inner;
}

function valueAt(from: Draft, path: string): unknown {
  let at: unknown = from;
  for (const key of path.split('.')) at = typeof at === 'object' && at !== null ? (at as Draft)[key] : undefined;
  return at;
}
