import type { ApplicantRecord } from '@matchwatch/domain';
import { defaultPolicy as policy } from '@matchwatch/risk-policy';
import { describe, expect, it } from 'vitest';
import { taken, us } from '../spec-kit.js';
import { daysOfMonth, examsToTry, rangeLow } from './exams-to-try.js';

const search = { policy, asOf: '2026-07-20' } as const;
const find = (record: ApplicantRecord, exam: string) => examsToTry(record, search).find((one) => one.exam === exam);

describe('the exams that changes are tried on', () => {
  const booking = { exam: 'step2ck', bookedFor: '2026-09-08' } as const;
  const failed = taken('step2ck', '2026-02-01', { score: 205 });
  const record: ApplicantRecord = { ...us, exams: [taken('step1', '2025-05-02', { outcome: 'pass' }), failed, booking] };

  it('tell the sitting that programs see, the next booking and whether it may be sat', () => {
    expect(find(record, 'step1')).toMatchObject({ passed: true, maySit: false, booking: null });
    expect(find(record, 'step2ck')).toMatchObject({ sitting: failed, passed: false, maySit: true, booking, passMark: 218 });
    expect(find(record, 'step3')).toMatchObject({ sitting: null, maySit: true });
  });

  it('may not be sat while a result is awaited', () =>
    expect(find({ ...us, exams: [taken('step2ck', '2026-07-10', { outcome: 'pending' })] }, 'step2ck')?.maySit).toBe(false));

  it('are held against the pass mark of the day they were, or would be, sat', () => {
    const passed: ApplicantRecord = { ...us, exams: [taken('step2ck', '2024-07-01', { score: 216 })] };
    expect(find(passed, 'step2ck')).toMatchObject({ passed: true, passMark: 214 });
    expect(find({ ...us, exams: [] }, 'step2ck')).toMatchObject({ sitting: null, passMark: 218 });
  });

  it('are unknown while the exams are', () => expect(examsToTry(us, search)).toEqual([]));
});

describe('what the policy says of them', () => {
  it('is the low end of the range, where the specialty has a tier', () => {
    expect(rangeLow('family-medicine', search)).toBe(225);
    expect(rangeLow('thoracic-surgery', search)).toBeNull();
  });
  it('is how long a month of experience is', () => expect(daysOfMonth(search)).toBe(28));
});
