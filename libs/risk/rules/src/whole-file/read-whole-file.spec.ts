import type { ApplicantRecord, FileComponent, ScholarlyWork } from '@matchwatch/domain';
import { defaultPolicy } from '@matchwatch/risk-policy';
import { describe, expect, it } from 'vitest';
import { changing, img, late, scored, step2, us } from '../spec-kit.js';
import { readWholeFile } from './read-whole-file.js';

const read = (record: ApplicantRecord) => readWholeFile(record, defaultPolicy, late);
const rating = (component: FileComponent, part: Partial<ApplicantRecord>) => read({ ...us, ...part }).components[component];
const work = (status: ScholarlyWork['status']): ScholarlyWork => ({ kind: 'poster', status });

describe('the position of a file', () => {
  it.each([
    ['in range', scored(235, 'internal-medicine'), 'within-range'],
    ['category A', scored(234, 'internal-medicine'), 'broaden'],
    ['category B', scored(224, 'internal-medicine'), 'borderline'],
    ['category C', scored(229, 'dermatology'), 'backup'],
    ['a failed score', scored(210, 'internal-medicine'), 'backup'],
    ['without a specialty', { ...us, exams: [step2(240)] }, null],
    ['without a score', { ...us, exams: [], specialtyPlan: { primary: 'pediatrics' } }, null],
  ] as const)('%s', (_, record, position) => expect(read(record as ApplicantRecord).position).toBe(position));

  it('is the weaker of score and IMG tier', () => {
    const facts: ApplicantRecord = {
      ...scored(245, 'internal-medicine'),
      graduatesOn: '2025-06-01',
      visa: { need: 'none' },
      experiences: [],
    };
    expect(read({ ...facts, applicantType: 'us-md' }).position).toBe('within-range');
    const failedOnce = [{ exam: 'step1', takenOn: '2024-05-01', outcome: 'fail' } as const, step2(245)];
    expect(read({ ...facts, ...img, exams: failedOnce }).position).toBe('borderline');
    expect(read({ ...facts, applicantType: 'non-us-img', exams: failedOnce }).position).toBe('borderline');
  });
});

describe('the parts of a file', () => {
  it.each([
    ['clinical', {}, null],
    ['clinical', { clerkships: [{ name: 'Medicine' }] }, null],
    ['clinical', { clerkships: [{ name: 'Medicine', grade: 'honors' }] }, 'neutral'],
    ['clinical', { clerkships: ['Medicine', 'Surgery'].map((name) => ({ name, grade: 'honors' })) }, 'strong'],
    ['clinical', { clerkships: ['honors', 'honors', 'fail'].map((grade) => ({ name: 'Medicine', grade })) }, 'weak'],
    ['letters', { letters: [] }, null],
    ['letters', { letters: [{ writer: 'attending', status: 'agreed', strength: 'generic' }] }, 'weak'],
    ['letters', { letters: [{ writer: 'attending', status: 'agreed', strength: 'strong' }] }, 'neutral'],
    ['letters', { letters: [1, 2].map(() => ({ writer: 'attending', status: 'agreed', strength: 'strong' })) }, 'strong'],
    ['service', { experiences: [] }, 'weak'],
    ['service', { experiences: [{ kind: 'teaching' }] }, 'neutral'],
    ['service', { experiences: [{ kind: 'teaching' }, { kind: 'volunteering' }] }, 'strong'],
    ['professionalism', {}, null],
    ['professionalism', { redFlags: [{ kind: 'leave' }] }, 'neutral'],
    ['professionalism', { redFlags: [{ kind: 'professionalism' }] }, 'weak'],
  ] as const)('%s from %j: %s', (component, part, expected) => expect(rating(component, part as Partial<ApplicantRecord>)).toBe(expected));

  it.each([
    [undefined, null, null],
    [[], 'none', 'weak'],
    [[work('in-progress')], 'minimal', 'neutral'],
    [[work('submitted')], 'some', 'neutral'],
    [[work('submitted'), work('accepted')], 'some', 'neutral'],
    [[work('submitted'), work('accepted'), work('published')], 'strong', 'strong'],
  ] as const)('research from %j is %s', (scholarly, amount, expected) => {
    const file = read({ ...us, ...(scholarly && { scholarly: [...scholarly] }) });
    expect([file.research, file.components.research]).toEqual([amount, expected]);
  });

  it('follow the policy from the day it changes', () => {
    const record: ApplicantRecord = { ...us, clerkships: [{ name: 'Medicine', grade: 'honors' }] };
    const policy = changing('component.clinical.strong-honors', '2026-09-11', 1);
    expect(readWholeFile(record, policy, '2026-09-10').components.clinical).toBe('neutral');
    expect(readWholeFile(record, policy, '2026-09-11').components.clinical).toBe('strong');
  });
});

describe('the other reading of a specialty', () => {
  it('stands beside the tier for the same score', () =>
    expect(read(scored(228, 'dermatology', { backups: [{ specialty: 'psychiatry' }] })).otherReadings).toEqual([
      { specialty: 'dermatology', group: 'highly-competitive', low: 250, gap: 22 },
      { specialty: 'psychiatry', group: 'less-numerically-competitive', low: 230, gap: 2 },
    ]));
  it('is left out where the source does not name the specialty', () =>
    expect(read(scored(228, 'physical-medicine-and-rehabilitation')).otherReadings).toEqual([]));
  it('has no gap without a score', () =>
    expect(read({ ...us, exams: [], specialtyPlan: { primary: 'neurology' } }).otherReadings).toEqual([
      { specialty: 'neurology', group: 'moderately-competitive', low: 240, gap: null },
    ]));
});
