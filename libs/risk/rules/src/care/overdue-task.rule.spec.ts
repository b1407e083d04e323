import type { Day } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { careVerdictOf, changing, nothingDone, told, us } from '../spec-kit.js';
import { overdueTask } from './overdue-task.rule.js';

const due = (...days: Day[]) => ({ ...nothingDone, tasks: days.map((dueOn) => ({ dueOn })) });

describe('care.overdue-task', () => {
  it.each([
    ['7 days late', due('2026-09-03'), 'clear'],
    ['8 days late', due('2026-09-02'), 'watch'],
    ['21 days late', due('2026-08-20'), 'watch'],
    ['22 days late', due('2026-08-19'), 'act'],
    ['still to come', due('2026-10-01'), 'clear'],
    ['no tasks', due(), 'clear'],
    ['nothing known of the school', undefined, 'unknown: casework'],
  ])('%s: %s', (_, casework, answer) => expect(told(careVerdictOf(overdueTask, us, casework))).toBe(answer));

  it('counts what is late and names the earliest day', () =>
    expect(careVerdictOf(overdueTask, us, due('2026-09-02', '2026-08-10', '2026-09-08'))).toMatchObject({
      evidence: { tasks: 2, earliestDueOn: '2026-08-10' },
    }));

  it('follows a changed number of days from its day on', () => {
    const policy = changing('care.overdue-task.watch-days', '2026-09-10', 0);
    expect(told(careVerdictOf(overdueTask, us, due('2026-09-05'), '2026-09-09', policy))).toBe('clear');
    expect(told(careVerdictOf(overdueTask, us, due('2026-09-05'), '2026-09-10', policy))).toBe('watch');
  });
});
