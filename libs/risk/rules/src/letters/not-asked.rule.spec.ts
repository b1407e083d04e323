import type { ApplicantRecord, Experience, Letter } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { changing, levelOf, us, verdictOf } from '../spec-kit.js';
import { notAsked } from './not-asked.rule.js';

const rotation: Experience = { kind: 'away', specialty: 'neurology', site: 'Lakeview', from: '2026-07-06', to: '2026-08-26' };
const letter: Letter = { writer: 'attending', specialty: 'neurology', status: 'asked', askedOn: '2026-08-20' };
const after = (experience: Partial<Experience> = {}, ...letters: Letter[]): ApplicantRecord => ({
  ...us,
  specialtyPlan: { primary: 'neurology' },
  experiences: [{ ...rotation, ...experience }],
  letters,
});
const promised = (count: number): Letter[] => Array.from({ length: count }, () => ({ ...letter, status: 'agreed', askedOn: '2026-05-04' }));

describe('letters.not-asked', () => {
  it.each([
    ['2026-08-27', 'clear'],
    ['2026-08-26', 'watch'],
  ] as const)('ended on %s, seen on 2026-09-10: %s', (to, level) => expect(levelOf(notAsked, after({ to }))).toBe(level));

  it.each<[string, ApplicantRecord, string]>([
    ['asked since it began', after({}, letter), 'clear'],
    ['asked on its first day', after({}, { ...letter, askedOn: '2026-07-06' }), 'clear'],
    ['asked before it began', after({}, { ...letter, askedOn: '2026-07-05' }), 'watch'],
    ['asked, day not stated', after({}, { ...letter, askedOn: undefined }), 'unknown: letters.askedOn'],
    ['asked in another specialty', after({}, { ...letter, specialty: 'pediatrics' }), 'watch'],
    ['asked, specialty not stated', after({}, { ...letter, specialty: undefined }), 'unknown: letters.specialty'],
    ['three promised before it began', after({}, ...promised(3)), 'clear'],
    ['two promised before it began', after({}, ...promised(2)), 'watch'],
    ['still to ask', after({}, { ...letter, status: 'to-ask' }), 'watch'],
    ['asked and declined', after({}, { ...letter, status: 'declined' }), 'clear'],
    ['another specialty', after({ specialty: 'pediatrics' }), 'clear'],
    ['a rotation whose specialty is not stated', after({ specialty: undefined }), 'unknown: experiences.specialty'],
    ['a rotation whose end is not known', after({ to: undefined }), 'clear'],
    ['research', after({ kind: 'research' }), 'clear'],
    ['experience unknown', { ...after(), experiences: undefined }, 'unknown: experiences'],
    ['letters unknown', { ...after(), letters: undefined }, 'unknown: letters'],
    ['no rotation, letters unknown', { ...us, experiences: [] }, 'clear'],
    ['no specialty in the plan', { ...after(), specialtyPlan: undefined }, 'unknown: specialtyPlan.primary'],
    ['an application that is over', { ...after(), match: { outcome: 'unmatched' } }, 'clear'],
  ])('%s: %s', (_, record, answer) => expect(levelOf(notAsked, record)).toBe(answer));

  it('names the rotations without a letter', () => {
    const earlier: Experience = { ...rotation, from: '2026-03-02', to: '2026-03-27', site: undefined };
    const record = { ...after(), experiences: [earlier, rotation], letters: [{ ...letter, askedOn: '2026-03-20' as const }] };
    expect(verdictOf(notAsked, record)).toMatchObject({
      evidence: { specialty: 'neurology', rotations: [{ endedOn: '2026-08-26', site: 'Lakeview' }], days: 14 },
    });
  });

  it('follows a changed number of days from its day on', () => {
    const policy = changing('letters.not-asked.days', '2026-09-10', 30);
    expect(levelOf(notAsked, after({ to: '2026-08-25' }), '2026-09-09', { policy })).toBe('watch');
    expect(levelOf(notAsked, after({ to: '2026-08-25' }), '2026-09-10', { policy })).toBe('clear');
  });
});
