import type { Day } from '@matchwatch/domain';
import { clear, raised, unknown } from '@matchwatch/risk-engine';
import { defineRule } from '../define-rule.js';
import { paths } from '../view/paths.js';

/** No thank-you noted some days after an interview. */
export const noThanks = defineRule({
  code: 'interview.no-thanks',
  revision: 1,
  about: 'No thank-you noted some days after an interview.',
  basis: ['004#interview'],
  asks: { until: 'match' },
  policy: { days: 'interview.no-thanks.days', level: 'interview.no-thanks.level' },
  assess(view, { days, level }) {
    const { programs } = view;
    if (programs === undefined) return unknown(paths.programs);
    const expectedUntil = view.policy.today.daysBefore(days);
    let interviews = 0;
    let earliestOn: Day | undefined;
    let undated = false;
    for (const { status, interviewedOn, thankedOn } of programs.held > 0 ? programs.programs : []) {
      if ((status !== 'interviewed' && status !== 'ranked') || thankedOn !== undefined) continue;
      if (interviewedOn === undefined) undated = true;
      else if (interviewedOn <= expectedUntil) {
        interviews++;
        if (earliestOn === undefined || interviewedOn < earliestOn) earliestOn = interviewedOn;
      }
    }
    if (earliestOn !== undefined) return raised(level, { interviews, earliestOn });
    if (undated) return unknown(paths.programInterviewedOn);
    return programs.withoutStatus > 0 ? unknown(paths.programStatus) : clear();
  },
});
