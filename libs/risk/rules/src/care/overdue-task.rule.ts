import type { Day } from '@matchwatch/domain';
import { clear, raised, unknown } from '@matchwatch/risk-engine';
import { defineCareRule } from '../define-rule.js';
import { paths } from '../view/paths.js';

/** A task of the plan that is long past its due day. */
export const overdueTask = defineCareRule({
  code: 'care.overdue-task',
  revision: 1,
  about: 'A task of the plan that is long past its due day.',
  basis: ['default'],
  policy: {
    watchDays: 'care.overdue-task.watch-days',
    actDays: 'care.overdue-task.act-days',
    watch: 'care.overdue-task.level.watch',
    act: 'care.overdue-task.level.act',
  },
  assess({ applicant, casework }, { watchDays, actDays, watch, act }) {
    if (casework === undefined) return unknown(paths.casework);
    const { today } = applicant.policy;
    const lateBefore = today.daysBefore(watchDays);
    let tasks = 0;
    let earliestDueOn: Day | undefined;
    for (const { dueOn } of casework.tasks) {
      if (dueOn >= lateBefore) continue;
      tasks++;
      if (earliestDueOn === undefined || dueOn < earliestDueOn) earliestDueOn = dueOn;
    }
    if (earliestDueOn === undefined) return clear();
    return raised(earliestDueOn < today.daysBefore(actDays) ? act : watch, { tasks, earliestDueOn });
  },
});
