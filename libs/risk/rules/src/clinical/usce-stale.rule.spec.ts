import type { ApplicantRecord, Day, Experience } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { changing, img, levelOf, us, verdictOf } from '../spec-kit.js';
import { usceStale } from './usce-stale.rule.js';

const past: Experience = { kind: 'externship', us: true, from: '2022-01-01', to: '2022-02-01' };
const ended = (to: Day): ApplicantRecord => ({ ...img, experiences: [past, { ...past, from: '2023-01-01', to }] });
const beside = (more: Experience): ApplicantRecord => ({ ...img, experiences: [past, more] });

describe('clinical.usce-stale', () => {
  it.each([
    ['2025-09-10', 'clear'],
    ['2025-09-09', 'note'],
    ['2024-09-10', 'note'],
    ['2024-09-09', 'watch'],
    ['2026-10-01', 'clear'],
  ] as const)('ended on %s, seen on 2026-09-10: %s', (to, level) => expect(levelOf(usceStale, ended(to))).toBe(level));

  it.each<[string, ApplicantRecord, string]>([
    ['no US clinical experience', { ...img, experiences: [] }, 'clear'],
    ['not known', img, 'unknown: experiences'],
    ['one begun lately, end not known', beside({ kind: 'externship', us: true, from: '2025-09-10' }), 'clear'],
    ['one begun long ago, end not known', beside({ kind: 'externship', us: true, from: '2025-09-09' }), 'unknown: experiences.to'],
    ['one without days', beside({ kind: 'externship', us: true }), 'unknown: experiences.to'],
    ['one in a country not stated', beside({ kind: 'externship', to: '2026-06-01' }), 'unknown: experiences.us'],
    [
      'one in a country not stated, another recent',
      { ...img, experiences: [{ kind: 'externship' }, { ...past, to: '2026-06-01' }] },
      'clear',
    ],
    ['one to come', beside({ ...past, from: '2026-10-01', to: '2026-11-01' }), 'watch'],
    ['one abroad', beside({ ...past, us: false, to: '2026-06-01' }), 'watch'],
    ['a US graduate', { ...ended('2022-01-01'), applicantType: us.applicantType }, 'clear'],
  ])('%s: %s', (_, record, answer) => expect(levelOf(usceStale, record)).toBe(answer));

  it('names the last day, never how long ago it was', () => {
    expect(verdictOf(usceStale, ended('2025-03-01'))).toMatchObject({ evidence: { lastOn: '2025-03-01', months: 12 } });
    expect(verdictOf(usceStale, ended('2024-03-01'))).toMatchObject({ evidence: { lastOn: '2024-03-01', months: 24 } });
  });

  it('follows a changed number of months from its day on', () => {
    const policy = changing('usce.recent.months', '2026-09-10', 36);
    expect(levelOf(usceStale, ended('2024-03-01'), '2026-09-09', { policy })).toBe('watch');
    expect(levelOf(usceStale, ended('2024-03-01'), '2026-09-10', { policy })).toBe('note');
  });
});
