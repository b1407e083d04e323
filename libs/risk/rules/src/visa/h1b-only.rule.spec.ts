import { describe, expect, it } from 'vitest';
import { changing, img, levelOf, us, usImg, verdictOf } from '../spec-kit.js';
import { h1bOnly } from './h1b-only.rule.js';

describe('visa.h1b-only', () => {
  it.each([
    ['h1b-only', 'act'],
    ['j1', 'note'],
    ['j1-or-h1b', 'note'],
    ['none', 'clear'],
  ] as const)('%s: %s', (need, level) => expect(levelOf(h1bOnly, { ...img, visa: { need } })).toBe(level));

  it.each([
    ['a non-US IMG', img, 'unknown: visa.need'],
    ['a US IMG', usImg, 'clear'],
    ['a US graduate', us, 'clear'],
  ])('not stated by %s: %s', (_, record, answer) => expect(levelOf(h1bOnly, record)).toBe(answer));

  it('asks whoever it is stated for', () =>
    expect(verdictOf(h1bOnly, { ...us, visa: { need: 'h1b-only' } })).toMatchObject({ level: 'act', evidence: { need: 'h1b-only' } }));

  it('follows changed applicant types from their day on', () => {
    const policy = changing('visa.asked-of', '2026-09-10', ['us-img', 'non-us-img']);
    expect(levelOf(h1bOnly, usImg, '2026-09-09', { policy })).toBe('clear');
    expect(levelOf(h1bOnly, usImg, '2026-09-10', { policy })).toBe('unknown: visa.need');
  });
});
