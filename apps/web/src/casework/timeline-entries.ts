import type { ApplicantCasework } from '@matchwatch/contracts';
import type { Day } from '@matchwatch/domain';
import { advocacyOutcomeLabel, meetingKindLabel, referralKindLabel } from '@matchwatch/words';
import type { Text } from '../i18n/use-text.js';

/** What of casework an entry is about. */
export type CaseworkKind = 'meeting' | 'plan' | 'referral';

/** Something done for an applicant, on its day. */
export interface CaseworkEntry {
  type: 'casework';
  kind: CaseworkKind;
  id: string;
  on: Day;
  text: string;
}

/** Meetings, steps of plans, tasks done, referrals, messages and words to programs, each on its day. */
export function caseworkEntries({ meetings, plans, tasks, referrals, outreach, advocacies }: ApplicantCasework, t: Text): CaseworkEntry[] {
  const entry = (kind: CaseworkKind, id: string, on: Day, text: string): CaseworkEntry => ({ type: 'casework', kind, id, on, text });
  return [
    ...meetings
      .filter(({ state }) => state === 'held')
      .map(({ id, on, kind }) =>
        entry('meeting', `meeting-${id}`, on, t('timelineCasework.meeting', { kind: meetingKindLabel(kind).toLowerCase() })),
      ),
    ...plans.flatMap(({ id, agreedOn, closedOn }) => [
      ...(agreedOn ? [entry('plan', `plan-agreed-${id}`, agreedOn, t('timelineCasework.planAgreed'))] : []),
      ...(closedOn ? [entry('plan', `plan-closed-${id}`, closedOn, t('timelineCasework.planClosed'))] : []),
    ]),
    ...tasks.flatMap(({ id, doneOn, title }) =>
      doneOn ? [entry('plan', `task-${id}`, doneOn, t('timelineCasework.taskDone', { title }))] : [],
    ),
    ...referrals
      .filter(({ state }) => state !== 'withdrawn')
      .map(({ id, madeOn, kind }) =>
        entry('referral', `referral-${id}`, madeOn, t('timelineCasework.referral', { kind: referralKindLabel(kind).toLowerCase() })),
      ),
    ...advocacies
      .filter(({ outcome }) => outcome !== 'withdrawn')
      .flatMap(({ id, on, advocate, program, outcome, outcomeOn }) => [
        entry('referral', `advocacy-${id}`, on, t('timelineCasework.advocacy', { advocate, program })),
        ...(outcomeOn
          ? [
              entry(
                'referral',
                `advocacy-end-${id}`,
                outcomeOn,
                t('timelineCasework.advocacyEnd', { program, outcome: advocacyOutcomeLabel(outcome).toLowerCase() }),
              ),
            ]
          : []),
      ]),
    ...outreach
      .filter(({ state }) => state === 'sent' || state === 'by-hand')
      .map(({ id, createdAt, subject }) =>
        entry('referral', `message-${id}`, createdAt.slice(0, 10) as Day, t('timelineCasework.message', { subject })),
      ),
  ];
}
