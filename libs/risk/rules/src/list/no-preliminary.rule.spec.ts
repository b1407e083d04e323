import type { ProgramChoice } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { changing, decided, levelOf, rows, scored, step2, us, verdictOf } from '../spec-kit.js';
import { noPreliminary } from './no-preliminary.rule.js';

const c = (...programs: ProgramChoice[]) => ({
  ...scored(223, 'anesthesiology'),
  programs: programs.length > 0 ? programs : rows(9, { track: 'advanced' }),
});
const advanced = rows(9, { track: 'advanced' });

describe('list.no-preliminary', () => {
  it.each([
    [220, 'clear'],
    [219, 'note'],
  ])('%i in anesthesiology of a year when that was far from the mark: %s', (score, level) =>
    expect(levelOf(noPreliminary, { ...c(), exams: [step2(score, '2022-06-01')] })).toBe(level),
  );

  it.each([
    ['every program advanced', c(), 'note'],
    ['a preliminary program', c(...advanced, ...rows(1, { track: 'preliminary' })), 'clear'],
    ['a transitional year', c(...advanced, ...rows(1, { specialty: 'transitional-year' })), 'clear'],
    ['a program that does not say', c(...advanced, ...rows(1)), 'unknown: programs.track'],
    ['an empty list', { ...c(), programs: [] }, 'clear'],
    ['category A', { ...c(), ...scored(235, 'anesthesiology') }, 'clear'],
    ['no list on record', scored(219, 'anesthesiology'), 'unknown: programs'],
    ['exam history unknown', { ...us, programs: advanced }, 'unknown: exams'],
    ['the Match is decided', decided(c()), 'clear'],
  ])('%s: %s', (_, record, answer) => expect(levelOf(noPreliminary, record, '2026-09-10')).toBe(answer));

  it('says the category and how many programs', () =>
    expect(verdictOf(noPreliminary, c())).toMatchObject({ evidence: { category: 'C', programs: 9 } }));

  it('follows changed specialties from their day on', () => {
    const policy = changing('list.no-preliminary.specialties', '2026-09-10', ['transitional-year', 'preventive-medicine']);
    const record = c(...advanced, ...rows(1, { specialty: 'preventive-medicine', track: 'categorical' }));
    expect(levelOf(noPreliminary, record, '2026-09-09', { policy })).toBe('note');
    expect(levelOf(noPreliminary, record, '2026-09-10', { policy })).toBe('clear');
  });
});
