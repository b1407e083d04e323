import { describe, expect, it } from 'vitest';
import { changing, img, levelOf, taken, us, usImg, verdictOf } from '../spec-kit.js';
import { step3ForVisa } from './step3-for-visa.rule.js';

const h1b = { ...img, visa: { need: 'h1b-only' as const } };
const step3 = (score: number) => taken('step3', '2026-05-01', { score });

describe('exam.step3-for-visa', () => {
  it.each([
    ['not taken', { ...h1b, exams: [] }, 'act'],
    ['failed by one point', { ...h1b, exams: [step3(199)] }, 'act'],
    ['passed on the mark', { ...h1b, exams: [step3(200)] }, 'clear'],
    ['result awaited', { ...h1b, exams: [taken('step3', '2026-09-01', { outcome: 'pending' })] }, 'unknown: exams[step3].outcome'],
    ['exam history unknown', h1b, 'unknown: exams'],
    ['J-1 acceptable', { ...img, visa: { need: 'j1-or-h1b' as const }, exams: [] }, 'clear'],
    ['visa unknown', { ...img, exams: [] }, 'unknown: visa.need'],
    ['visa unknown, Step 3 passed', { ...img, exams: [step3(220)] }, 'clear'],
    ['a US citizen abroad whose visa is not stated', { ...usImg, exams: [] }, 'clear'],
    ['a US graduate whose visa is not stated', { ...us, exams: [] }, 'clear'],
    ['a US graduate who needs H-1B', { ...us, visa: { need: 'h1b-only' as const }, exams: [] }, 'act'],
  ])('%s: %s', (_, record, answer) => expect(levelOf(step3ForVisa, record)).toBe(answer));

  it('lists what was failed', () =>
    expect(verdictOf(step3ForVisa, { ...h1b, exams: [step3(199)] })).toMatchObject({
      evidence: { need: 'h1b-only', failed: [{ takenOn: '2026-05-01', score: 199, passMark: 200 }] },
    }));

  it('follows a changed level from its day on', () => {
    const policy = changing('exam.step3-for-visa.level', '2026-09-10', 'watch');
    expect(levelOf(step3ForVisa, { ...h1b, exams: [] }, '2026-09-09', { policy })).toBe('act');
    expect(levelOf(step3ForVisa, { ...h1b, exams: [] }, '2026-09-10', { policy })).toBe('watch');
  });
});
