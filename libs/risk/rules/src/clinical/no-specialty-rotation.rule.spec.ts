import type { ApplicantRecord, Experience } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { changing, levelOf, scored, step2, us, verdictOf } from '../spec-kit.js';
import { noSpecialtyRotation } from './no-specialty-rotation.rule.js';

const rotation: Experience = { kind: 'sub-internship', specialty: 'internal-medicine', from: '2026-09-10', to: '2026-10-05' };
const withScore = (score: number, ...experiences: Experience[]): ApplicantRecord => ({
  ...scored(score, 'internal-medicine'),
  experiences,
});

describe('clinical.no-specialty-rotation', () => {
  it.each([
    ['2026-06-30', 'clear'],
    ['2026-07-01', 'watch'],
  ] as const)('none by %s, for the Match of 2027: %s', (asOf, level) =>
    expect(levelOf(noSpecialtyRotation, withScore(234), asOf)).toBe(level),
  );

  it.each([
    [235, 'clear'],
    [234, 'watch'],
    [224, 'watch'],
    [219, 'watch'],
    [217, 'clear'],
  ])('%i in internal medicine: %s', (score, level) => expect(levelOf(noSpecialtyRotation, withScore(score))).toBe(level));

  it.each<[string, ApplicantRecord, string]>([
    ['a sub-internship begun', withScore(230, rotation), 'clear'],
    ['an away rotation begun', withScore(230, { ...rotation, kind: 'away' }), 'clear'],
    ['one to come', withScore(230, { ...rotation, from: '2026-09-11' }), 'watch'],
    ['one in another specialty', withScore(230, { ...rotation, specialty: 'pediatrics' }), 'watch'],
    ['one whose specialty is not stated', withScore(230, { ...rotation, specialty: undefined }), 'unknown: experiences.specialty'],
    ['an observership', withScore(230, { ...rotation, kind: 'observership' }), 'watch'],
    ['experience unknown', scored(230, 'internal-medicine'), 'unknown: experiences'],
    ['exam history unknown', { ...withScore(230), exams: undefined }, 'unknown: exams'],
    ['no specialty', { ...withScore(230), specialtyPlan: undefined }, 'unknown: specialtyPlan.primary'],
    ['no specialty, close to the pass mark', { ...us, exams: [step2(220)], experiences: [] }, 'unknown: specialtyPlan.primary'],
    ['nothing taken', { ...withScore(230), exams: [] }, 'clear'],
    ['an application that is over', { ...withScore(230), match: { outcome: 'soap' } }, 'clear'],
  ])('%s: %s', (_, record, answer) => expect(levelOf(noSpecialtyRotation, record)).toBe(answer));

  it('names the line and what is planned', () =>
    expect(verdictOf(noSpecialtyRotation, withScore(230, { ...rotation, from: '2026-09-21' }))).toMatchObject({
      evidence: { category: 'A', since: '2026-07-01', plannedFrom: '2026-09-21' },
    }));

  it('follows a changed line from its day on', () => {
    const policy = changing('clinical.no-specialty-rotation.from', '2026-09-10', { year: 'application', on: '10-01' });
    expect(levelOf(noSpecialtyRotation, withScore(230), '2026-09-09', { policy })).toBe('watch');
    expect(levelOf(noSpecialtyRotation, withScore(230), '2026-09-10', { policy })).toBe('clear');
  });
});
