import { recordLists } from '@matchwatch/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importFiles } from '../http/import.js';
import { recordSchema } from '../record/record.schema.js';
import {
  type CsvColumn,
  columnFor,
  csvFiles,
  csvLine,
  csvRows,
  csvTemplate,
  matchHeader,
  neutralise,
  readCell,
  readRow,
  restore,
  writeCell,
} from './index.js';

function column(file: (typeof importFiles)[number], name: string): CsvColumn {
  const found = csvFiles[file].columns.find((each) => each.name === name);
  if (found === undefined) throw new Error(`${file} has no column ${name}`);
  return found;
}
const columnsOf = (file: (typeof importFiles)[number], header: string[]) => {
  const match = matchHeader(file, header);
  if (!match.ok) throw new Error(JSON.stringify(match.problems));
  return match.columns;
};

describe('the files', () => {
  it('hold every fact of the record schema once', () => {
    const ofApplicants = Object.values(csvFiles).filter(({ key }) => key === 'externalId');
    const inFiles = ofApplicants.flatMap(({ list, columns }) =>
      columns.slice(list === null ? 0 : 1).map(({ name }) => (list === null ? name.split('.')[0] : list)),
    );
    expect(new Set(inFiles)).toEqual(new Set(Object.keys(recordSchema.shape)));
    expect(Object.values(csvFiles).flatMap(({ list }) => list ?? [])).toEqual([...recordLists]);
  });

  it.each([...importFiles])('%s begins with the id that joins them, in the template as well', (file) => {
    const { key, columns } = csvFiles[file];
    expect([key, columns[0]?.name]).toEqual([file === 'program-table' ? 'code' : 'externalId', key]);
    expect(csvTemplate(file).text).toMatch(/^(externalId|code),[^\r\n]+\r\n$/);
    expect(csvTemplate(file).columns.every(({ description }) => description.length > 0)).toBe(true);
  });

  it('write nested names with dots and demand what the schema demands', () => {
    const { columns } = csvFiles.applicants;
    expect(columns.filter(({ required }) => required).map(({ name }) => name)).toEqual([
      'externalId',
      'name.given',
      'name.family',
      'season',
      'applicantType',
    ]);
    expect(columns.map(({ name }) => name)).toContain('specialtyPlan.backups');
    expect(columns.map(({ name }) => name)).not.toContain('match.outcome');
    expect(csvFiles.outcomes.columns.map(({ name }) => name)).toEqual(['externalId', 'match.outcome']);
  });
});

describe('a header', () => {
  it.each([
    ['applicants', 'Student ID', 'externalId'],
    ['applicants', 'First name', 'name.given'],
    ['applicants', 'LAST_NAME', 'name.family'],
    ['applicants', 'specialtyPlan.primary', 'specialtyPlan.primary'],
    ['applicants', 'Dual Applying', 'specialtyPlan.dualApplying'],
    ['applicants', 'visa need', 'visa.need'],
    ['exams', 'Taken on', 'takenOn'],
    ['exams', 'Exam date', 'takenOn'],
    ['exams', 'booked_for', 'bookedFor'],
    ['outcomes', 'Match Outcome', 'match.outcome'],
  ] as const)('of %s spelled %s means %s', (file, header, name) => expect(columnFor(file, header)?.name).toBe(name));

  it('never takes somebody else’s number for the school’s own', () => {
    expect(columnFor('applicants', 'AAMC ID')).toBeUndefined();
    expect(columnFor('applicants', 'USMLE ID')).toBeUndefined();
  });

  it('names each column it does not know, has twice or misses', () => {
    expect(matchHeader('exams', ['exam', 'Exam', 'Colour', ''])).toEqual({
      ok: false,
      problems: [
        { column: 'Exam', reason: 'means exam, as another column does' },
        { column: 'Colour', reason: 'is not a column of exams' },
        { column: null, reason: 'has no heading' },
        { column: 'externalId', reason: 'is missing; it joins the files' },
      ],
    });
  });

  it('can be mapped by hand, and a column left out', () => {
    const match = matchHeader('exams', ['Kennung', 'exam', 'Colour'], { Kennung: 'externalId', Colour: null });
    expect(match.ok && match.columns.map((each) => each?.name ?? null)).toEqual(['externalId', 'exam', null]);
  });
});

describe('a cell', () => {
  it.each([
    ['exams', 'takenOn', '2026-06-24', '2026-06-24'],
    ['exams', 'takenOn', '6/24/2026', '2026-06-24'],
    ['exams', 'score', ' 231 ', 231],
    ['exams', 'exam', 'USMLE Step 2 CK', 'step2ck'],
    ['exams', 'outcome', 'Passed', 'pass'],
    ['letters', 'us', 'Yes', true],
    ['letters', 'us', 'FALSE', false],
    ['letters', 'specialty', 'OB/GYN', 'obstetrics-and-gynecology'],
    ['experiences', 'kind', 'Sub Internship', 'sub-internship'],
    ['applicants', 'applicantType', 'MD', 'us-md'],
    ['applicants', 'visa.need', 'none', 'none'],
    [
      'applicants',
      'specialtyPlan.backups',
      'FM:yes | psychiatry:no|neurology',
      [{ specialty: 'family-medicine', acceptable: true }, { specialty: 'psychiatry', acceptable: false }, { specialty: 'neurology' }],
    ],
  ] as const)('of %s %s reads %j as %j', (file, name, text, expected) =>
    expect(readCell(column(file, name), text)).toEqual({ says: 'value', value: expected }),
  );

  it.each([
    ['exams', 'takenOn', '2026-02-30'],
    ['exams', 'takenOn', '24.6.2026'],
    ['exams', 'score', 'two hundred'],
    ['exams', 'score', '2,31'],
    ['exams', 'score', '=1+1'],
    ['letters', 'us', 'perhaps'],
    ['letters', 'specialty', 'phrenology'],
    ['applicants', 'specialtyPlan.backups', 'family-medicine:maybe'],
    ['applicants', 'applicantType', 'martian'],
  ] as const)('of %s %s refuses %j and says why', (file, name, text) =>
    expect(readCell(column(file, name), text)).toMatchObject({ says: 'nonsense', reason: expect.stringMatching(/^(is|has) /) }),
  );

  it('that is empty says nothing, “?” that the fact is no longer known, “none” that there is none', () => {
    expect(readCell(column('applicants', 'advisor'), '  ')).toEqual({ says: 'nothing' });
    expect(readCell(column('applicants', 'advisor'), '?')).toEqual({ says: 'unknown' });
    expect(readCell(column('outcomes', 'match.outcome'), 'None')).toEqual({ says: 'none' });
    expect(readCell(column('applicants', 'specialtyPlan.backups'), 'none')).toEqual({ says: 'none' });
  });
});

describe('a row', () => {
  const columns = columnsOf('exams', ['externalId', 'exam', 'score']);

  it('is refused with the column and the reason of every bad cell', () => {
    expect(readRow(columns, ['', 'step9', 'x'], true).problems.map((problem) => problem.column)).toEqual(['externalId', 'exam', 'score']);
  });

  it('with more or fewer cells than the header is refused, and still says whose it is', () => {
    expect(readRow(columns, ['S-1', 'step1'], true)).toMatchObject({ externalId: 'S-1', row: null });
    expect(readRow(columns, ['S-1', 'step1', '1', '2'], true).row).toBeNull();
  });

  it('that only says none, says that the list is empty; a cell beside it does not', () => {
    expect(readRow(columns, ['S-1', 'none', ''], true).row).toMatchObject({ externalId: 'S-1', none: true });
    expect(readRow(columns, ['S-1', 'none', '231'], true).row).toBeNull();
  });
});

describe('neutralising', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '＝1', '＠x', '  =1', "'=1", 'none', '?'])(
    'puts an apostrophe before %j',
    (text) => {
      expect(neutralise(text)).toBe(`'${text}`);
      expect(restore(neutralise(text))).toBe(text);
    },
  );

  it('leaves other texts alone, also those that begin with an apostrophe', () => {
    for (const text of ['O’Brien', "'s-Hertogenbosch", 'a=b', 'County Hospital']) expect(neutralise(text)).toBe(text);
  });

  it('is undone by reading, whatever the text', () => {
    const hostile = fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', ' ', '\t', '＋', 'n', 'o', 'e', '?', 'x') });
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), hostile, fc.constantFrom("'none", "''?")),
        (text) => restore(neutralise(text)) === text,
      ),
    );
    expect(restore("'none")).toBe('none');
  });

  it('never leaves a formula at the start of a written text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        (text) => !/^\s*[=+\-@\t\r＝＋－＠]/u.test(writeCell(column('applicants', 'name.given'), text)),
      ),
    );
    expect(csvLine(['a,b', 'say "x"', ' led', 'plain'])).toBe('"a,b","say ""x"""," led",plain\r\n');
  });
});

describe('writing', () => {
  const record = { externalId: 'S-1', name: { given: '=cmd', family: 'Osei' }, season: 2027, applicantType: 'us-md' } as const;

  it('leaves out a list that is not known and says none for an empty one', () => {
    expect(csvRows('exams', record)).toBe('');
    expect(csvRows('exams', { ...record, exams: [] })).toBe('S-1,none,,,,,\r\n');
    expect(csvRows('applicants', record)).toMatch(/^S-1,'=cmd,Osei,,,2027,us-md,,/);
  });

  it('tells an outcome only where there is one to tell, or known to be none', () => {
    expect(csvRows('outcomes', record)).toBe('');
    expect(csvRows('outcomes', { ...record, match: { outcome: null } })).toBe('S-1,none\r\n');
  });
});
