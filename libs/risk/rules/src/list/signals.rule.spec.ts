import type { ProgramChoice, SpecialtyKey } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { changing, decided, levelOf, rows, scored, unannounced, us, verdictOf } from '../spec-kit.js';
import { signals } from './signals.rule.js';

const im = (gold: number, silver: number, ...more: ProgramChoice[]) => ({
  ...scored(240, 'internal-medicine'),
  programs: [
    ...rows(gold, { specialty: 'internal-medicine', signal: 'gold' }),
    ...rows(silver, { specialty: 'internal-medicine', signal: 'silver' }),
    ...rows(20, { specialty: 'internal-medicine' }),
    ...more,
  ],
});
const sent = (specialty: SpecialtyKey, single: number) => ({
  ...scored(255, specialty),
  programs: rows(single, { specialty, signal: 'single' }),
});

describe('list.signals', () => {
  it.each([
    ['every signal given', im(3, 12), 'clear'],
    ['a gold one left', im(2, 12), 'watch'],
    ['a silver one left', im(3, 11), 'watch'],
    ['a gold one too many', im(4, 12), 'watch'],
    ['a kind that the specialty does not have', im(3, 12, ...rows(1, { specialty: 'internal-medicine', signal: 'single' })), 'watch'],
    ['as many as a backup allots', im(3, 12, ...rows(5, { specialty: 'family-medicine', signal: 'single' })), 'clear'],
    ['fewer than a backup allots', im(3, 12, ...rows(1, { specialty: 'family-medicine', signal: 'single' })), 'clear'],
    ['more than a backup allots', im(3, 12, ...rows(6, { specialty: 'family-medicine', signal: 'single' })), 'watch'],
    ['one left that a row without a specialty may hold', im(3, 11, ...rows(1, { signal: 'silver' })), 'unknown: programs.specialty'],
    ['30 in orthopaedic surgery', sent('orthopaedic-surgery', 30), 'clear'],
    ['31 in orthopaedic surgery', sent('orthopaedic-surgery', 31), 'watch'],
    ['a specialty without a published number', sent('urology', 30), 'unknown: policy.signals.urology'],
    ['no specialty', { ...im(0, 0), specialtyPlan: {} }, 'unknown: specialtyPlan.primary'],
    ['no list on record', us, 'unknown: programs'],
    ['no calendar, one left', unannounced(im(2, 12)), 'unknown: season calendar'],
    ['no calendar, one too many', unannounced(im(4, 12)), 'watch'],
    ['the Match is decided', decided(im(0, 0)), 'clear'],
  ])('%s: %s', (_, record, answer) => expect(levelOf(signals, record)).toBe(answer));

  it.each([
    ['2026-08-25', 'clear', 'watch'],
    ['2026-08-26', 'watch', 'watch'],
  ] as const)('on %s, one left: %s; one too many: %s', (asOf, left, tooMany) => {
    expect(levelOf(signals, im(2, 12), asOf)).toBe(left);
    expect(levelOf(signals, im(4, 12), asOf)).toBe(tooMany);
  });

  it('counts what is left and what is too many, kind by kind', () => {
    expect(verdictOf(signals, im(2, 12))).toMatchObject({
      evidence: { signals: [{ specialty: 'internal-medicine', kind: 'gold', sent: 2, allotted: 3 }], unusedFrom: '2026-08-26' },
    });
    expect(verdictOf(signals, sent('orthopaedic-surgery', 31))).toMatchObject({
      evidence: { signals: [{ kind: 'single', sent: 31, allotted: 30 }] },
    });
  });

  it('follows a changed allotment from its day on', () => {
    const policy = changing('signals.internal-medicine', '2026-09-10', { gold: 3, silver: 15, single: 0 });
    expect(levelOf(signals, im(3, 12), '2026-09-09', { policy })).toBe('clear');
    expect(levelOf(signals, im(3, 12), '2026-09-10', { policy })).toBe('watch');
  });
});
