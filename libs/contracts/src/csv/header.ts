import type { ImportFile } from '../http/import.js';
import { spelling } from './cell.js';
import type { CsvColumn } from './column.js';
import { csvFiles } from './files.js';

/** What was made of the header of a file: for each cell its column (null when it is left out), or what is wrong with it. */
export type HeaderMatch =
  | { readonly ok: true; readonly columns: readonly (CsvColumn | null)[] }
  | { readonly ok: false; readonly problems: readonly { readonly column: string | null; readonly reason: string }[] };

/** Usual spellings of headers, by `spelling`. An AAMC or USMLE id is somebody else’s number and never the school’s own. */
const usual: Record<string, string> = {
  studentid: 'externalId',
  id: 'externalId',
  applicantid: 'externalId',
  studentnumber: 'externalId',
  sisid: 'externalId',
  firstname: 'name.given',
  givenname: 'name.given',
  forename: 'name.given',
  lastname: 'name.family',
  familyname: 'name.family',
  surname: 'name.family',
  preferredname: 'name.preferred',
  nickname: 'name.preferred',
  emailaddress: 'email',
  mail: 'email',
  matchyear: 'season',
  type: 'applicantType',
  graduation: 'graduatesOn',
  graduationdate: 'graduatesOn',
  dateofgraduation: 'graduatesOn',
  dob: 'bornOn',
  dateofbirth: 'bornOn',
  birthdate: 'bornOn',
  visa: 'visa.need',
  visaneed: 'visa.need',
  visastatus: 'visa.need',
  advisoremail: 'advisor',
  adviser: 'advisor',
  partner: 'couplesWith',
  couplesmatch: 'couplesWith',
  specialty: 'specialtyPlan.primary',
  primaryspecialty: 'specialtyPlan.primary',
  backups: 'specialtyPlan.backups',
  backupspecialty: 'specialtyPlan.backups',
  backupspecialties: 'specialtyPlan.backups',
  dualapplying: 'specialtyPlan.dualApplying',
  personalstatement: 'statement.status',
  mockinterviews: 'interviewPrep.mockInterviews',
  nrmpregistered: 'match.registeredOn',
  ranklistcertified: 'match.rankListCertifiedOn',
  outcome: 'match.outcome',
  matchoutcome: 'match.outcome',
  matchresult: 'match.outcome',
};

/** Spellings that mean something only in one file. */
const usualIn: Partial<Record<ImportFile, Record<string, string>>> = {
  exams: {
    examination: 'exam',
    test: 'exam',
    date: 'takenOn',
    examdate: 'takenOn',
    testdate: 'takenOn',
    result: 'outcome',
    scheduled: 'bookedFor',
    scheduleddate: 'bookedFor',
    usmlescore: 'score',
  },
  practice: { exam: 'for', date: 'takenOn', form: 'kind', type: 'kind', test: 'kind' },
  clerkships: { clerkship: 'name', rotation: 'name', shelfscore: 'shelf', enddate: 'endedOn', ended: 'endedOn' },
  experiences: { type: 'kind', start: 'from', startdate: 'from', end: 'to', enddate: 'to', hospital: 'site' },
  letters: { author: 'writer', lettertype: 'writer', requested: 'askedOn', requestedon: 'askedOn' },
  scholarly: { type: 'kind', date: 'on' },
  'red-flags': { type: 'kind', start: 'from', startdate: 'from', end: 'to', enddate: 'to' },
  programs: { programname: 'program', applicationstatus: 'status', programcode: 'code', acgmecode: 'code', nrmpcode: 'code' },
  'program-table': {
    programcode: 'code',
    acgmecode: 'code',
    nrmpcode: 'code',
    program: 'name',
    programname: 'name',
    hospital: 'institution',
    checked: 'checkedOn',
    date: 'checkedOn',
    j1: 'sponsorsJ1',
    h1b: 'sponsorsH1b',
    minimumscore: 'minimumStep2',
    holistic: 'holisticReview',
  },
};

/** The column that a header cell means in a file, if any. */
export function columnFor(file: ImportFile, header: string): CsvColumn | undefined {
  const { columns } = csvFiles[file];
  const told = spelling(header);
  const exact = columns.find(({ name }) => spelling(name) === told);
  if (exact !== undefined) return exact;
  const meant = usualIn[file]?.[told] ?? usual[told];
  if (meant !== undefined) return columns.find(({ name }) => name === meant);
  const ends = columns.filter(({ path }) => path.length > 1 && spelling(path[path.length - 1] as string) === told);
  return ends.length === 1 ? ends[0] : undefined;
}

/**
 * Matches a header with the columns of its file. `mapping` says by hand what a header cell means, and null leaves a column out; without it an
 * unknown column is a problem, because a fact that nobody reads is a fact lost.
 */
export function matchHeader(
  file: ImportFile,
  header: readonly string[],
  mapping: Readonly<Record<string, string | null>> = {},
): HeaderMatch {
  const problems: { column: string | null; reason: string }[] = [];
  const seen = new Set<string>();
  const columns = header.map((cell): CsvColumn | null => {
    const told = cell.trim();
    const byHand = Object.hasOwn(mapping, told) ? mapping[told] : undefined;
    if (byHand === null) return null;
    const column = columnFor(file, byHand ?? told);
    if (column === undefined) problems.push({ column: told || null, reason: told ? `is not a column of ${file}` : 'has no heading' });
    else if (seen.has(column.name)) problems.push({ column: told, reason: `means ${column.name}, as another column does` });
    else seen.add(column.name);
    return column ?? null;
  });
  const { key } = csvFiles[file];
  if (!seen.has(key))
    problems.push({ column: key, reason: key === 'code' ? 'is missing; it says which program' : 'is missing; it joins the files' });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, columns };
}
