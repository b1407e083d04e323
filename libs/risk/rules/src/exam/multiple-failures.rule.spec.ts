import { describe, expect, it } from 'vitest';
import { changing, levelOf, step2, taken, us, verdictOf } from '../spec-kit.js';
import { multipleFailures } from './multiple-failures.rule.js';

const step1Fail = taken('step1', '2025-03-01', { outcome: 'fail' });
const pending = taken('step2ck', '2026-09-01', { outcome: 'pending' });

describe('exam.multiple-failures', () => {
  it.each([
    ['no failure', [step2(240)], 'clear'],
    ['one failure', [step1Fail, step2(240)], 'clear'],
    ['one failure each of two Steps', [step1Fail, step2(210)], 'urgent'],
    ['two failures of one Step, then a pass', [step2(200, '2025-08-01'), step2(210, '2026-01-10'), step2(230)], 'urgent'],
    ['a failure of a Step and one of a COMLEX level', [step1Fail, taken('comlex1', '2025-04-01', { outcome: 'fail' })], 'urgent'],
    ['one failure and a result that could be the second', [step1Fail, pending], 'unknown: exams[step2ck].outcome'],
    ['one result awaited', [pending], 'clear'],
    ['two failures are enough whatever is awaited', [step1Fail, step2(210, '2026-01-10'), pending], 'urgent'],
    ['a second failure after the day', [step1Fail, step2(210, '2026-09-11')], 'clear'],
    ['nothing taken', [], 'clear'],
    ['exam history unknown', undefined, 'unknown: exams'],
  ])('%s: %s', (_, exams, answer) => expect(levelOf(multipleFailures, { ...us, exams })).toBe(answer));

  it('lists the failures in the order of the exams', () =>
    expect(verdictOf(multipleFailures, { ...us, exams: [step2(210), step1Fail] })).toMatchObject({
      evidence: {
        failures: 2,
        failed: [
          { exam: 'step1', takenOn: '2025-03-01' },
          { exam: 'step2ck', takenOn: '2026-06-15' },
        ],
      },
    }));

  it('follows a changed number from its day on', () => {
    const policy = changing('exam.multiple-failures.from', '2026-09-10', 3);
    const record = { ...us, exams: [step1Fail, step2(210)] };
    expect(levelOf(multipleFailures, record, '2026-09-09', { policy })).toBe('urgent');
    expect(levelOf(multipleFailures, record, '2026-09-10', { policy })).toBe('clear');
  });
});
