import { describe, expect, it } from 'vitest';
import { changing, decided, levelOf, unannounced, us, verdictOf } from '../spec-kit.js';
import { statementMissing } from './missing.rule.js';

const at = (status: 'none' | 'draft' | 'reviewed' | 'final') => ({ ...us, statement: { status } });

describe('statement.missing', () => {
  it.each([
    ['2026-07-18', 'clear', 'clear', 'clear'],
    ['2026-07-19', 'watch', 'clear', 'clear'],
    ['2026-08-25', 'watch', 'clear', 'clear'],
    ['2026-08-26', 'act', 'act', 'clear'],
    ['2027-03-19', 'act', 'act', 'clear'],
    ['2027-03-20', 'clear', 'clear', 'clear'],
  ] as const)('on %s, submission on 2 September; none: %s, a draft: %s, final: %s', (asOf, none, draft, final) => {
    expect(levelOf(statementMissing, at('none'), asOf)).toBe(none);
    expect(levelOf(statementMissing, at('draft'), asOf)).toBe(draft);
    expect(levelOf(statementMissing, at('reviewed'), asOf)).toBe(draft);
    expect(levelOf(statementMissing, at('final'), asOf)).toBe(final);
  });

  it.each([
    ['not known', us, 'unknown: statement'],
    ['no calendar', unannounced(at('none')), 'unknown: season calendar'],
    ['no calendar and final', unannounced(at('final')), 'clear'],
    ['the Match is decided', decided(at('none')), 'clear'],
  ])('%s: %s', (_, record, answer) => expect(levelOf(statementMissing, record)).toBe(answer));

  it('is not asked for before its line', () => expect(levelOf(statementMissing, us, '2026-07-18')).toBe('clear'));

  it('names the day it was expected', () => {
    expect(verdictOf(statementMissing, at('none'), '2026-07-19')).toMatchObject({ evidence: { status: 'none', since: '2026-07-19' } });
    expect(verdictOf(statementMissing, at('draft'))).toMatchObject({ evidence: { status: 'draft', since: '2026-08-26' } });
  });

  it('follows a changed number of days from its day on', () => {
    const policy = changing('statement.missing.watch-days', '2026-06-10', 90);
    expect(levelOf(statementMissing, at('none'), '2026-06-09', { policy })).toBe('clear');
    expect(levelOf(statementMissing, at('none'), '2026-06-10', { policy })).toBe('watch');
  });
});
