import { describe, expect, it } from 'vitest';
import { changing, decided, levelOf, rows, unannounced, us, verdictOf } from '../spec-kit.js';
import { few } from './few.rule.js';

const november = '2026-11-15';
const invited = (count: number, unstated = 0) => ({
  ...us,
  programs: [...rows(count, { status: 'invited' }), ...rows(unstated), ...rows(30, { status: 'applied' })],
});

describe('interview.few', () => {
  it.each([
    [5, 'clear'],
    [4, 'act'],
    [0, 'act'],
  ])('%i interviews: %s', (count, level) => expect(levelOf(few, invited(count), november)).toBe(level));

  it.each([
    ['2026-11-14', 'clear'],
    ['2026-11-15', 'act'],
    ['2027-03-19', 'act'],
    ['2027-03-20', 'clear'],
  ] as const)('on %s: %s', (asOf, level) => expect(levelOf(few, invited(4), asOf)).toBe(level));

  it.each([
    ['one program does not say', invited(4, 1), 'unknown: programs.status'],
    ['one program does not say and could not change it', invited(3, 1), 'act'],
    ['no list on record', us, 'unknown: programs'],
    ['the Match is decided', decided(invited(1)), 'clear'],
  ])('%s: %s', (_, record, answer) => expect(levelOf(few, record, november)).toBe(answer));

  it('needs no calendar of the organisers', () => expect(levelOf(few, unannounced(invited(4)), '2027-11-15')).toBe('act'));

  it('says how many of how many since when', () =>
    expect(verdictOf(few, invited(4), '2027-01-10')).toMatchObject({ evidence: { interviews: 4, minimum: 5, since: november } }));

  it('follows a changed minimum from its day on', () => {
    const policy = changing('interview.few.minimum', '2026-12-10', 8);
    expect(levelOf(few, invited(5), '2026-12-09', { policy })).toBe('clear');
    expect(levelOf(few, invited(5), '2026-12-10', { policy })).toBe('act');
  });
});
