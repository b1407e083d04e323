import type { ApplicantRecord, ProgramChoice } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { changing, decided, levelOf, rows, us, verdictOf } from '../spec-kit.js';
import { noThanks } from './no-thanks.rule.js';

const held = (row: Partial<ProgramChoice>): ApplicantRecord => ({
  ...us,
  programs: [...rows(9, { status: 'applied' }), ...rows(1, { status: 'interviewed', ...row })],
});
const interviewedOn = '2026-10-12';

describe('interview.no-thanks', () => {
  it.each([
    ['2026-10-12', 'clear'],
    ['2026-10-13', 'clear'],
    ['2026-10-14', 'note'],
    ['2026-11-30', 'note'],
  ] as const)('on %s, interviewed on 2026-10-12, no thank-you: %s', (asOf, answer) =>
    expect(levelOf(noThanks, held({ interviewedOn }), asOf)).toBe(answer),
  );

  it.each<[string, ApplicantRecord, string]>([
    ['a thank-you noted', held({ interviewedOn, thankedOn: '2026-10-13' }), 'clear'],
    ['a thank-you noted, the day of the interview not known', held({ thankedOn: '2026-10-13' }), 'clear'],
    ['ranked since, without one', held({ interviewedOn, status: 'ranked' }), 'note'],
    ['declined', held({ interviewedOn, status: 'declined' }), 'clear'],
    ['the day of the interview not known', held({}), 'unknown: programs.interviewedOn'],
    ['invited', held({ status: 'invited' }), 'clear'],
    ['a program that does not say', held({ status: undefined }), 'unknown: programs.status'],
    [
      'a thank-you noted, and a program that does not say',
      { ...us, programs: [...rows(1, { status: 'interviewed', interviewedOn, thankedOn: '2026-10-13' }), ...rows(1)] },
      'unknown: programs.status',
    ],
    ['no list on record', us, 'unknown: programs'],
    ['the Match is decided', decided(held({ interviewedOn })), 'clear'],
  ])('%s: %s', (_, record, answer) => expect(levelOf(noThanks, record, '2026-11-02')).toBe(answer));

  it('counts the interviews and names the earliest', () => {
    const programs = (['2026-10-20', '2026-10-12', '2026-11-01'] as const).flatMap((on) =>
      rows(1, { status: 'interviewed', interviewedOn: on }),
    );
    expect(verdictOf(noThanks, { ...us, programs }, '2026-11-02')).toMatchObject({ evidence: { interviews: 2, earliestOn: '2026-10-12' } });
  });

  it('follows a changed number from its day on', () => {
    const policy = changing('interview.no-thanks.days', '2026-10-14', 7);
    expect(levelOf(noThanks, held({ interviewedOn }), '2026-10-18', { policy })).toBe('clear');
    expect(levelOf(noThanks, held({ interviewedOn }), '2026-10-19', { policy })).toBe('note');
  });
});
