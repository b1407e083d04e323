import type { Casework, Day } from '@matchwatch/domain';
import { clear, raised, unknown } from '@matchwatch/risk-engine';
import { defineCareRule } from '../define-rule.js';
import type { ApplicantView } from '../view/applicant-view.js';
import { laterOf } from '../view/care-view.js';
import type { Attempt } from '../view/exam-history.js';
import { paths } from '../view/paths.js';

/** A level or a failed Step that asks for a meeting, and none held in time. */
export const noMeeting = defineCareRule({
  code: 'care.no-meeting',
  revision: 1,
  about: 'High risk or at risk without a meeting for long, or a failed Step without a meeting with a dean.',
  basis: ['001#checklist', '003#phase-1'],
  policy: {
    highRiskDays: 'care.no-meeting.high-risk-days',
    atRiskDays: 'care.no-meeting.at-risk-days',
    failedDays: 'care.no-meeting.failed-days',
    highRisk: 'care.no-meeting.level.high-risk',
    atRisk: 'care.no-meeting.level.at-risk',
    failed: 'care.no-meeting.level.failed',
  },
  assess({ applicant, riskLevel, casework }, policy) {
    if (casework === undefined) return unknown(paths.casework);
    const { today, asOf } = applicant.policy;
    const lastMeetingOn = lastMeeting(casework, asOf) ?? null;
    const waiting = failedWithoutDean(applicant, casework, today.daysBefore(policy.failedDays));
    if (waiting !== undefined) {
      const failed = { exam: waiting.attempt.exam, takenOn: waiting.attempt.takenOn };
      return raised(policy.failed, { riskLevel, failed, lastMeetingOn, since: waiting.since, days: policy.failedDays });
    }
    // A level that this very assessment finds begins today.
    if (riskLevel === 'high-risk' && casework.riskLevel === 'high-risk') {
      const since = laterOf(casework.levelSince ?? undefined, lastMeetingOn ?? undefined);
      if (since !== undefined && since <= today.daysBefore(policy.highRiskDays)) {
        return raised(policy.highRisk, { riskLevel, failed: null, lastMeetingOn, since, days: policy.highRiskDays });
      }
    }
    if ((riskLevel === 'high-risk' || riskLevel === 'at-risk') && casework.atRiskSince !== null) {
      const since = laterOf(casework.atRiskSince, lastMeetingOn ?? undefined);
      if (since !== undefined && since <= today.daysBefore(policy.atRiskDays)) {
        return raised(policy.atRisk, { riskLevel, failed: null, lastMeetingOn, since, days: policy.atRiskDays });
      }
    }
    return clear();
  },
});

function lastMeeting({ meetings }: Casework, asOf: Day): Day | undefined {
  let last: Day | undefined;
  for (const { on } of meetings) if (on <= asOf) last = laterOf(last, on);
  return last;
}

const stepOf = { 'exam.step1-failed': 'step1', 'exam.step2-failed': 'step2ck' } as const;

/** A Step whose latest sitting was failed, with a flag that has been open since a day without a meeting with a dean after the sitting. */
function failedWithoutDean(
  { exams, policy: { asOf } }: ApplicantView,
  { flags, meetings }: Casework,
  openedBy: Day,
): { readonly attempt: Attempt; readonly since: Day } | undefined {
  if (exams === undefined) return undefined;
  for (const { code, openedOn } of flags) {
    if (openedOn > openedBy || (code !== 'exam.step1-failed' && code !== 'exam.step2-failed')) continue;
    const history = exams[stepOf[code]];
    const attempt = history.passing === undefined ? history.failures().at(-1) : undefined;
    if (attempt === undefined) continue;
    if (!meetings.some((meeting) => meeting.with === 'dean' && meeting.on >= attempt.takenOn && meeting.on <= asOf))
      return { attempt, since: openedOn };
  }
  return undefined;
}
