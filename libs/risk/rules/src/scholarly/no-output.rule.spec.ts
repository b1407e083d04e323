import type { ApplicantRecord, Day, Experience, ScholarlyWork } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { changing, levelOf, us, verdictOf } from '../spec-kit.js';
import { noOutput } from './no-output.rule.js';

const research = (from?: Day, to?: Day): Experience => ({ kind: 'research', from, to });
const doing = (experiences: Experience[], ...scholarly: ScholarlyWork[]): ApplicantRecord => ({ ...us, experiences, scholarly });
const year = [research('2025-07-01', '2026-06-30')];
const work = (status: ScholarlyWork['status'], on?: Day): ScholarlyWork => ({ kind: 'abstract', status, on });

describe('scholarly.no-output', () => {
  it.each([
    ['2026-06-30', 'clear'],
    ['2026-07-01', 'watch'],
  ] as const)('from 2026-01-01 to %s, 182 days to have output: %s', (to, level) =>
    expect(levelOf(noOutput, doing([research('2026-01-01', to)]))).toBe(level),
  );

  it.each([
    ['2026-09-09', 'clear'],
    ['2026-09-10', 'watch'],
  ] as const)('under way since 2026-03-13, seen on %s: %s', (asOf, level) =>
    expect(levelOf(noOutput, doing([research('2026-03-13', '2027-03-12')]), asOf)).toBe(level),
  );

  it.each<[string, ApplicantRecord, string]>([
    ['in two parts', doing([research('2025-01-01', '2025-04-30'), research('2026-01-01', '2026-03-31')]), 'watch'],
    ['two at once', doing([research('2026-01-01', '2026-04-30'), research('2026-01-01', '2026-04-30')]), 'clear'],
    ['something submitted', doing(year, work('submitted', '2026-03-01')), 'clear'],
    ['something submitted, day not stated', doing(year, work('submitted')), 'clear'],
    ['something submitted before it began', doing(year, work('published', '2025-06-30')), 'watch'],
    ['something in progress', doing(year, work('in-progress', '2026-03-01')), 'watch'],
    ['an end not known, begun long ago', doing([research('2025-07-01')]), 'unknown: experiences.to'],
    ['an end not known, begun lately', doing([research('2026-07-01')]), 'clear'],
    ['no research', doing([{ kind: 'away', from: '2025-07-01', to: '2026-06-30' }]), 'clear'],
    ['experience unknown', { ...us, scholarly: [] }, 'unknown: experiences'],
    ['output unknown', { ...us, experiences: year }, 'unknown: scholarly'],
    ['output unknown, little research', { ...us, experiences: [research('2026-07-01', '2026-07-31')] }, 'clear'],
  ])('%s: %s', (_, record, answer) => expect(levelOf(noOutput, record)).toBe(answer));

  it('names when it began', () => expect(verdictOf(noOutput, doing(year))).toMatchObject({ evidence: { from: '2025-07-01', days: 182 } }));

  it('follows a changed number of days from its day on', () => {
    const policy = changing('scholarly.no-output.days', '2026-09-10', 400);
    expect(levelOf(noOutput, doing(year), '2026-09-09', { policy })).toBe('watch');
    expect(levelOf(noOutput, doing(year), '2026-09-10', { policy })).toBe('clear');
  });
});
