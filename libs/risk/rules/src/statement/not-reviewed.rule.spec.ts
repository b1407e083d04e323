import type { ApplicantRecord } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { changing, decided, levelOf, scored, step2, taken, unannounced, us, verdictOf } from '../spec-kit.js';
import { notReviewed } from './not-reviewed.rule.js';

const final: Partial<ApplicantRecord> = { statement: { status: 'final' } };
const scoring = (score: number, more: Partial<ApplicantRecord> = final): ApplicantRecord => ({
  ...scored(score, 'internal-medicine'),
  ...more,
});

describe('statement.not-reviewed', () => {
  it.each([
    [235, 'clear'],
    [234, 'watch'],
    [219, 'watch'],
  ])('%i in internal medicine: %s', (score, level) => expect(levelOf(notReviewed, scoring(score))).toBe(level));

  it.each([
    ['2026-08-18', 'clear'],
    ['2026-08-19', 'watch'],
  ] as const)('on %s, submission on 2 September: %s', (asOf, level) => expect(levelOf(notReviewed, scoring(230), asOf)).toBe(level));

  it.each<[string, ApplicantRecord, string]>([
    ['reviewed', scoring(230, { statement: { status: 'reviewed' } }), 'clear'],
    ['final after a review', scoring(230, { statement: { status: 'final', reviewedOn: '2026-08-01' } }), 'clear'],
    ['a review still to come', scoring(230, { statement: { status: 'draft', reviewedOn: '2026-09-11' } }), 'watch'],
    ['no draft to review', scoring(230, { statement: { status: 'none' } }), 'clear'],
    ['a failed Step 1', { ...scoring(245), exams: [taken('step1', '2025-01-01', { outcome: 'fail' }), step2(245)] }, 'watch'],
    ['statement not known', scoring(230, {}), 'unknown: statement'],
    ['exam history unknown', { ...us, ...final }, 'unknown: exams'],
    ['no calendar', unannounced(scoring(230)), 'unknown: season calendar'],
    ['the Match is decided', decided(scoring(230)), 'clear'],
  ])('%s: %s', (_, record, answer) => expect(levelOf(notReviewed, record)).toBe(answer));

  it('says what asks for it and since when', () =>
    expect(verdictOf(notReviewed, scoring(230))).toMatchObject({ evidence: { category: 'A', failures: 0, since: '2026-08-19' } }));

  it('follows a changed number of days from its day on', () => {
    const policy = changing('statement.not-reviewed.watch-days', '2026-08-05', 30);
    expect(levelOf(notReviewed, scoring(230), '2026-08-04', { policy })).toBe('clear');
    expect(levelOf(notReviewed, scoring(230), '2026-08-05', { policy })).toBe('watch');
  });
});
