import { clear, raised, unknown } from '@matchwatch/risk-engine';
import { defineRule } from '../define-rule.js';
import { paths } from '../view/paths.js';

/** An interview booked or held and no mock interview. */
export const noMock = defineRule({
  code: 'interview.no-mock',
  revision: 1,
  about: 'An interview booked or held and no mock interview.',
  basis: ['000#interview'],
  asks: { until: 'match' },
  policy: { level: 'interview.no-mock.level' },
  assess(view, { level }) {
    const mocks = view.record.interviewPrep?.mockInterviews;
    if (mocks !== undefined && mocks > 0) return clear();
    const { programs } = view;
    if (programs === undefined) return unknown(paths.programs);
    if (programs.interviews === 0) return programs.withoutStatus > 0 ? unknown(paths.programStatus) : clear();
    return mocks === undefined ? unknown(paths.mockInterviews) : raised(level, { interviews: programs.interviews });
  },
});
