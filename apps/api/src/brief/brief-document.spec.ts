import { briefSections } from '@matchwatch/contracts';
import type { ApplicantRecord } from '@matchwatch/domain';
import type { ChallengeRow, MeetingRow, PlanRow, TaskRow } from '@matchwatch/store';
import { describe, expect, it } from 'vitest';
import { type BriefSource, briefDocument } from './brief-document.js';
import { briefPdf } from './brief-pdf.js';

const record: ApplicantRecord = {
  externalId: 'S-1',
  name: { given: 'Łucja', family: 'Ødegård', preferred: 'Lu' },
  season: 2027,
  applicantType: 'us-md',
  advisor: 'helen@example.edu',
  specialtyPlan: { primary: 'pediatrics' },
  exams: [
    { exam: 'step1', takenOn: '2025-06-01', outcome: 'pass' },
    { exam: 'step2ck', bookedFor: '2026-12-04' },
  ],
};
const answer = {
  riskLevel: 'high-risk',
  setBy: ['letters.few'],
  findings: [{ code: 'letters.few', area: 'letters', level: 'urgent', evidence: {} }],
  careGaps: [],
  categories: [],
  unknown: [],
  strengths: [{ code: 'strength.letters', evidence: {} }],
} as unknown as BriefSource['answer'];
const task = { state: 'open', restricted: false, planId: 1, owner: 'applicant', person: null, dueOn: '2026-12-01', title: 'Ask Dr Kim' };
const tasks = [
  task,
  { ...task, title: 'A private matter', restricted: true },
  { ...task, title: 'Watch the letters', owner: 'advisor', planId: null },
  { ...task, title: 'Of a draft', planId: 2 },
  { ...task, title: 'Done', state: 'done' },
] as unknown as TaskRow[];
const plans = [
  { id: 1, state: 'agreed', goals: [] },
  { id: 2, state: 'draft', goals: [] },
] as unknown as PlanRow[];
const meetings = [
  {
    on: '2026-11-01',
    kind: 'phone',
    state: 'held',
    restricted: false,
    advised: [{ intervention: 'ask-letters', answer: 'agreed' }],
    note: 'Secret',
  },
  { on: '2026-11-02', kind: 'video', state: 'held', restricted: true, advised: [], note: 'More secret' },
  { on: '2026-12-02', kind: 'video', state: 'planned', restricted: false, advised: [], note: null },
] as unknown as MeetingRow[];
const contested = { contested: 'passed', says: 'a date', receivedOn: '2026-11-01', state: 'open', statement: null };
const challenges = [
  { ...contested, subject: { kind: 'fact', about: 'exams' } },
  { ...contested, subject: { kind: 'finding', about: 'letters.few' } },
] as unknown as ChallengeRow[];
const source: BriefSource = { record, answer, meetings, plans, tasks, challenges };
const making = { most: 20, school: 'Hillcrest', madeBy: 'A Dean', today: '2026-11-20' } as const;
const brief = (kind: 'colleague' | 'student') => briefDocument(source, { ...making, kind, sections: briefSections });
const textOf = (kind: 'colleague' | 'student') => JSON.stringify(brief(kind));

describe('a brief', () => {
  it('has the parts asked for, in their order, and none that would be empty', () => {
    expect(brief('colleague').parts.map(({ section }) => section)).toEqual([...briefSections]);
    const some = briefDocument(source, { ...making, kind: 'colleague', sections: ['dates', 'level'] });
    expect(some.parts.map(({ section }) => section)).toEqual(['level', 'dates']);
    expect(briefDocument({ ...source, meetings: [] }, { ...making, kind: 'colleague', sections: ['meetings'] }).parts).toEqual([]);
  });

  it('tells a colleague level, reasons and what was advised, but no note and nothing restricted', () => {
    const text = textOf('colleague');
    for (const shown of ['High risk', 'Ask for letters (agreed)', 'Watch the letters', 'Ask Dr Kim']) expect(text).toContain(shown);
    for (const kept of ['ecret', 'private', 'Of a draft', 'Done']) expect(text).not.toContain(kept);
    expect(text.match(/the applicant contests/g)).toHaveLength(2);
  });

  it('is safe for the student whatever was asked: facts, plan and dates', () => {
    expect(brief('student').parts.map(({ section }) => section)).toEqual(['facts', 'plan', 'dates']);
    const text = textOf('student');
    for (const shown of ['Pediatrics', 'Ask Dr Kim', '4 December 2026', '2 December 2026']) expect(text).toContain(shown);
    for (const kept of ['risk', 'Watch the letters', 'Ask for letters', 'ecret', 'private', 'Of a draft']) expect(text).not.toContain(kept);
    expect(text.match(/the applicant contests/g)).toHaveLength(1);
  });

  it('says how many lines it leaves out', () => {
    const { parts } = briefDocument(source, { ...making, most: 1, kind: 'colleague', sections: ['dates'] });
    expect(parts[0]?.lines).toEqual(['1 December 2026: Ask Dr Kim', 'and 3 more']);
  });

  it('is set as a tagged PDF that names its language and title, with its fonts inside', async () => {
    const { content, pages } = await briefPdf(brief('colleague'), new Date('2026-11-20T17:00:00Z'));
    expect(pages).toBe(1);
    const text = content.toString('latin1');
    expect(text.startsWith('%PDF-1.7')).toBe(true);
    for (const said of ['/StructTreeRoot', '/Marked true', '/Lang (en-US)', '/DisplayDocTitle true', '/FontFile2'])
      expect(text).toContain(said);
    expect(text).not.toContain('/BaseFont /Helvetica');
  });
});
