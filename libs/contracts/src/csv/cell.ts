import { type Backup, isDay, type SpecialtyKey, specialties, specialtyKeys } from '@matchwatch/domain';
import type { CsvColumn } from './column.js';
import { neutralise, restore } from './neutralise.js';

/** What a cell says: nothing (it is empty), that the fact is no longer known, that there is none, a value, or something that cannot be read. */
export type Cell =
  | { readonly says: 'nothing' | 'unknown' | 'none' }
  | { readonly says: 'value'; readonly value: unknown }
  | { readonly says: 'nonsense'; readonly reason: string };

const nothing: Cell = { says: 'nothing' };
const value = (of: unknown): Cell => ({ says: 'value', value: of });
const nonsense = (reason: string): Cell => ({ says: 'nonsense', reason });
const quoted = (text: string): string => JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);

/** Reads one cell by its column. Whether the value makes sense in the record is left to the schema. */
export function readCell(column: CsvColumn, raw: string): Cell {
  const text = raw.trim();
  if (text === '') return nothing;
  if (text === '?') return { says: 'unknown' };
  const plain = text.toLowerCase();
  if (plain === 'none' && (column.nullable || column.kind === 'backups')) return { says: 'none' };
  switch (column.kind) {
    case 'text':
      return value(restore(text));
    case 'day':
      return readDay(text);
    case 'number':
      return /^-?\d{1,15}(\.\d{1,30})?(e[+-]?\d{1,3})?$/i.test(text) ? value(Number(text)) : nonsense(`is not a number: ${quoted(text)}`);
    case 'yes-no': {
      const said = answers.get(plain);
      return said === undefined ? nonsense(`is neither yes nor no: ${quoted(text)}`) : value(said);
    }
    case 'specialty': {
      const key = specialtyOf(text);
      return key === undefined ? nonsense(`is not a specialty of the register: ${quoted(text)}`) : value(key);
    }
    case 'backups':
      return readBackups(text);
    case 'choice': {
      const choice = choiceOf(column.choices, text);
      return choice === undefined ? nonsense(`is none of ${column.choices.join(', ')}: ${quoted(text)}`) : value(choice);
    }
  }
}

/** Writes a fact of the record into a cell; what is not known is an empty cell. */
export function writeCell({ kind }: CsvColumn, fact: unknown): string {
  if (fact === undefined) return '';
  if (fact === null) return 'none';
  if (kind === 'backups') return writeBackups(fact as readonly Backup[]);
  if (kind === 'yes-no') return fact === true ? 'yes' : 'no';
  return kind === 'text' ? neutralise(String(fact)) : String(fact);
}

const answers = new Map([
  ...['yes', 'y', 'true', 't', '1'].map((word) => [word, true] as const),
  ...['no', 'n', 'false', 'f', '0'].map((word) => [word, false] as const),
]);

const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;

/** ISO days, and the month/day/year that spreadsheets of the United States make of them. */
function readDay(text: string): Cell {
  if (isDay(text)) return value(text);
  const [, month, day, year] = american.exec(text) ?? [];
  const told = month && day && year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : '';
  return isDay(told) ? value(told) : nonsense(`is not a day written YYYY-MM-DD (or month/day/year): ${quoted(text)}`);
}

function readBackups(text: string): Cell {
  const backups: Backup[] = [];
  for (const part of text.split('|')) {
    const [name = '', mark] = part.split(':').map((piece) => piece.trim());
    const specialty = specialtyOf(name);
    if (specialty === undefined) return nonsense(`is not a specialty of the register: ${quoted(name)}`);
    const acceptable = mark === undefined ? undefined : answers.get(mark.toLowerCase());
    if (mark !== undefined && acceptable === undefined) return nonsense(`has a mark that is neither yes nor no: ${quoted(part)}`);
    backups.push(acceptable === undefined ? { specialty } : { specialty, acceptable });
  }
  return value(backups);
}

function writeBackups(backups: readonly Backup[]): string {
  if (backups.length === 0) return 'none';
  return backups
    .map(({ specialty, acceptable }) => (acceptable === undefined ? specialty : `${specialty}:${acceptable ? 'yes' : 'no'}`))
    .join('|');
}

/** Letters and digits only, lower case: `Sub-Internship`, `sub internship` and `SUB_INTERNSHIP` are one spelling. */
export const spelling = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

const specialtySpellings = new Map<string, SpecialtyKey>(
  specialtyKeys.flatMap((key) =>
    [key, specialties[key].name, ...specialties[key].abbreviations].map((name) => [spelling(name), key] as const),
  ),
);
specialtySpellings.set('orthopedicsurgery', 'orthopaedic-surgery');
specialtySpellings.set('neurosurgery', 'neurological-surgery');
specialtySpellings.set('anaesthesiology', 'anesthesiology');
specialtySpellings.set('paediatrics', 'pediatrics');

/** The specialty that a name, a key or a usual abbreviation means. */
export const specialtyOf = (text: string): SpecialtyKey | undefined => specialtySpellings.get(spelling(text));

function choiceOf(choices: readonly string[], text: string): string | undefined {
  const told = spelling(text);
  const exact = choices.find((choice) => spelling(choice) === told);
  if (exact !== undefined) return exact;
  const meant = otherWords.get(told);
  return meant?.find((choice) => choices.includes(choice));
}

/** Usual words for choices, by spelling; a word counts only in a column that has the choice. */
const otherWords = new Map<string, readonly string[]>(
  Object.entries({
    md: ['us-md'],
    usmdsenior: ['us-md'],
    allopathic: ['us-md'],
    do: ['us-do'],
    usdosenior: ['us-do'],
    osteopathic: ['us-do'],
    usimg: ['us-img'],
    uscitizenimg: ['us-img'],
    nonusimg: ['non-us-img'],
    nonuscitizenimg: ['non-us-img'],
    fmg: ['non-us-img'],
    usmlestep1: ['step1'],
    usmlestep2: ['step2ck'],
    usmlestep2ck: ['step2ck'],
    step2: ['step2ck'],
    ck: ['step2ck'],
    usmlestep3: ['step3'],
    comlexlevel1: ['comlex1'],
    comlexlevel2: ['comlex2'],
    comlexlevel2ce: ['comlex2'],
    comlex2ce: ['comlex2'],
    comlexlevel3: ['comlex3'],
    passed: ['pass'],
    p: ['pass'],
    failed: ['fail'],
    f: ['fail'],
    inc: ['incomplete'],
    awaiting: ['pending'],
    h: ['honors'],
    honours: ['honors'],
    hp: ['high-pass'],
    subi: ['sub-internship'],
    actinginternship: ['sub-internship'],
    ai: ['sub-internship'],
    awayrotation: ['away'],
    visitingrotation: ['away'],
    pd: ['program-director'],
    apd: ['associate-program-director'],
    chairman: ['chair'],
    departmentchair: ['chair'],
    received: ['uploaded'],
    requested: ['asked'],
    loa: ['leave'],
    leaveofabsence: ['leave'],
    qualityimprovement: ['qi'],
    novisa: ['none'],
    notneeded: ['none'],
    h1b: ['h1b-only'],
    either: ['j1-or-h1b'],
  }),
);
